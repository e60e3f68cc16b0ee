/** What the printed report says: an edition's `published/` folder, read and checked. */
import { dirname, join } from "node:path";
import { decimal, parseBound } from "../table/bound.ts";
import { missingColumns, readSheet, type Sheet } from "../table/csv.ts";
import { DataError, type Fault, gather, throwIfAny } from "../table/faults.ts";
import { keyOf, readExhibitKeys } from "./exhibit_keys.ts";
import { shownPath } from "../workspace.ts";

/** A printed table, or the numbers of a printed figure; its cells as printed. */
export interface PublishedTable {
  readonly number: number;
  /** The key of the exhibit that it is the print of; `表7` where none is given. */
  readonly key: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which rows nobody has held against the printed copy yet, from 0; absent where none. */
  readonly drafts?: ReadonlySet<number>;
}

/**
 * How a fact is to be held against a computed value:
 * - `exact`: the records give this number (or date) and no other
 * - `bound`: the value is an operator (≥ ≤ > < ≠) and a number, which the computed one respects
 * - `claim`: a label, a rank, a shape, or a count that hangs on a threshold of the editor's choosing
 */
export type FactKind = "exact" | "bound" | "claim";

/** One number or claim of the report's running text, captions and notes. */
export interface Fact {
  readonly id: string;
  /** Section, e.g. `一（四）2`; with {@link subject} and {@link measure} it is the fact's key. */
  readonly place: string;
  readonly subject: string;
  readonly measure: string;
  /** As printed, e.g. `84.70`, `≥84`, `护理`. */
  readonly value: string;
  /** Empty where a label has none. */
  readonly unit: string;
  readonly kind: FactKind;
  /** Whether nobody has held it against the printed copy yet. */
  readonly draft?: true;
}

/** All that is known to be printed in an edition. */
export interface Facts {
  /** In the order of their numbers. */
  readonly tables: readonly PublishedTable[];
  /** Figures whose numbers are known, in the order of theirs; absent where none. */
  readonly figures?: readonly PublishedTable[];
  /** In the order of the file, which is that of the report. */
  readonly statements: readonly Fact[];
}

export const STATEMENTS = "statements.csv";
const NUMBERED = /^(table|figure)-(\d{2,})\.csv$/;
const NAMES = { table: "表", figure: "图" } as const;
export const COLUMNS = ["编号", "位置", "对象", "指标", "数值", "单位", "性质"] as const;

/** The column of any of the files that says of a row whether it was proof-read; it is not printed. */
export const PROOF = "校对";
/** What stands there until it was. */
export const DRAFT = "草稿";

/** How a value of each kind is written, and how an analyst is told so. */
const WRITTEN: Readonly<
  Record<FactKind, { isForm(text: string): boolean; readonly expected: string }>
> = {
  exact: {
    isForm: isExact,
    expected: "性质为 exact 时应是一个数，或形如 2023-08、2023-08-31 的日期",
  },
  bound: {
    isForm: (text) => (parseBound(text)?.side ?? "at") !== "at",
    expected: "性质为 bound 时应是比较号（≥ ≤ > < ≠）加一个数，如 ≥84",
  },
  claim: { isForm: (text) => text !== "", expected: "不能为空" },
};

/**
 * Reads the published facts of an edition: `table-NN.csv`, `figure-NN.csv` and `statements.csv`. A
 * new year has not been printed yet, so a missing folder is normal, and so is one with tables only.
 *
 * @param folder the edition's `published/` folder
 * @throws {DataError} with all faults of all files: what {@link readSheet} finds, ragged rows, a
 *   misnamed table, missing columns, an unknown 性质, an empty or ill-written value, and
 *   an 编号 or a key (位置, 对象, 指标) that occurs twice
 */
export function readFacts(folder: string): Facts {
  const names = csvNames(folder);
  const faults: Fault[] = names
    .filter((name) => /^(table|figure)/i.test(name) && !NUMBERED.test(name))
    .map((name) => ({
      file: shownPath(join(folder, name)),
      expected: "表和图的文件名应为 table-01.csv、figure-01.csv 这样的形式（号两位）",
    }));
  const sheet = (name: string): Sheet | undefined => {
    const found = gather(faults, () => readSheet(join(folder, name)));
    faults.push(...found?.faults ?? []);
    return found;
  };
  const keys = gather(faults, () => readExhibitKeys(dirname(folder))) ?? new Map<string, string>();
  const numbered = (kind: "table" | "figure") =>
    names.flatMap((name) => {
      const [, stem, number] = NUMBERED.exec(name) ?? [];
      const found = stem === kind ? sheet(name) : undefined;
      if (found === undefined) return [];
      return [readTable(found, Number(number), keyOf(`${NAMES[kind]}${Number(number)}`, keys))];
    }).toSorted((a, b) => a.number - b.number);
  const [tables, figures] = [numbered("table"), numbered("figure")];
  const text = names.includes(STATEMENTS) ? sheet(STATEMENTS) : undefined;
  const statements = text === undefined ? [] : readStatements(text, faults);
  throwIfAny(faults);
  return { tables, ...(figures.length > 0 ? { figures } : {}), statements };
}

/** A table without the column that says which of its rows are drafts. */
function readTable({ header, rows }: Sheet, number: number, key: string): PublishedTable {
  const proof = header.indexOf(PROOF);
  const printed = <T>(cells: readonly T[]) => cells.filter((_, i) => i !== proof);
  const drafts = rows.flatMap(({ cells }, i) => (cells[proof] === DRAFT ? [i] : []));
  return {
    number,
    key,
    columns: printed(header),
    rows: rows.map(({ cells }) => printed(cells)),
    ...(drafts.length > 0 ? { drafts: new Set(drafts) } : {}),
  };
}

/**
 * The rows of a printed table, with the asked columns as printed.
 *
 * @param folder the edition's `published/` folder, to say where the table is
 * @throws {DataError} naming the table that is lacking, or the columns that it has not
 */
export function printedRows<const K extends string>(
  folder: string,
  { tables }: Facts,
  number: number,
  columns: readonly K[],
): Record<K, string>[] {
  const file = shownPath(join(folder, `table-${String(number).padStart(2, "0")}.csv`));
  const table = tables.find((one) => one.number === number);
  if (table === undefined) throw new DataError([{ file, expected: "找不到这个文件" }]);
  throwIfAny(missingColumns({ file, header: table.columns }, columns));
  const places = columns.map((name) => [name, table.columns.indexOf(name)] as const);
  return table.rows.map((cells) =>
    Object.fromEntries(places.map(([name, i]) => [name, cells[i] ?? ""])) as Record<K, string>
  );
}

function csvNames(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name)
      .filter((name) => /\.csv$/i.test(name)).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** The facts of the sound rows; what is wrong with the others is added to `faults`. */
function readStatements(sheet: Sheet, faults: Fault[]): Fact[] {
  const missing = missingColumns(sheet, COLUMNS);
  faults.push(...missing);
  if (missing.length > 0) return [];
  const seen = new Map<string, number>();
  return sheet.rows.flatMap(({ number, cells }) => {
    const cell = (column: typeof COLUMNS[number]) => cells[sheet.header.indexOf(column)] ?? "";
    const fault = (column: string, found: string, expected: string) =>
      faults.push({ file: sheet.file, row: number, column, found, expected });
    const unique = (column: string, text: string) => {
      const key = `${column}=${text}`;
      const first = seen.get(key);
      if (first !== undefined) fault(column, text, `与第 ${first} 行重复，应各不相同`);
      else seen.set(key, number);
    };

    for (const column of ["编号", "位置", "对象", "指标"] as const) {
      if (cell(column) === "") fault(column, "", "不能为空");
    }
    unique("编号", cell("编号"));
    unique("位置、对象、指标", [cell("位置"), cell("对象"), cell("指标")].join(" / "));

    const kind = cell("性质");
    if (!isKind(kind)) {
      fault("性质", kind, `应是 ${Object.keys(WRITTEN).join("、")} 之一`);
      return [];
    }
    const value = cell("数值");
    const { isForm, expected } = WRITTEN[kind];
    if (!isForm(value)) fault("数值", value, value === "" ? "不能为空" : expected);
    return [{
      id: cell("编号"),
      place: cell("位置"),
      subject: cell("对象"),
      measure: cell("指标"),
      value,
      unit: cell("单位"),
      kind,
      ...(sheet.header.includes(PROOF) && cells[sheet.header.indexOf(PROOF)] === DRAFT
        ? { draft: true as const }
        : {}),
    }];
  });
}

/** Whether a value can be held against a computed one to the letter: a number or a date. */
export function isExact(text: string): boolean {
  return decimal(text) !== null || /^\d{4}-\d{2}(-\d{2})?$/.test(text);
}

function isKind(text: string): text is FactKind {
  return Object.hasOwn(WRITTEN, text);
}
