/** Files to rows of text: encoding, header and width are settled here, once, for every reader. */
import { closest, distance } from "fastest-levenshtein";
import { strangeIn } from "./characters.ts";
import { Coded, Coder } from "./codes.ts";
import { foreign, undecodable } from "./container.ts";
import { DataError, type Fault, throwIfAny } from "./faults.ts";
import { breaksIn, QuoteError, type Row, rowsAfter } from "./rows.ts";
import { PLAIN, Scanner } from "./scan.ts";
import { Dictionary, EncodingError } from "./texts.ts";
import { shownPath } from "../workspace.ts";

/** A CSV file as text cells, with what was wrong so far. */
export interface Sheet {
  /** The file's path as an analyst knows it. */
  readonly file: string;
  readonly header: readonly string[];
  /** The rows of the right width; `number` is the row as a spreadsheet shows it. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** The same by columns, where the sheet stands in a file: of large ones, rows are not made. */
  readonly columns?: SheetColumns;
  /** Ragged rows and the like, to be reported together with what the reader finds in the cells. */
  readonly faults: readonly Fault[];
  /** How many lines the file has: header, rows and blank ones. */
  readonly lines: number;
  /** How many of its lines are blank. */
  readonly blank: number;
  /** Whether the last line has its end; if not, nobody can say whether it was cut off. */
  readonly ended: boolean;
}

/** A sheet's cells by columns. */
export interface SheetColumns {
  /** The cells of each column, in the header's order. */
  readonly cells: readonly Coded<string>[];
  /** The number of the row at a position, as a spreadsheet shows it. */
  readonly numberAt: (at: number) => number;
}

/** What a spreadsheet can hold; what is more comes of a missing quote or line end. */
const MOST_COLUMNS = 16_384;
const LONGEST_CELL = 32_767;

/**
 * Reads a UTF-8 CSV file with a header row, of any size. A byte-order mark and rows without content
 * are passed over, white space around a header or a cell is dropped.
 *
 * A cell of a record holds neither a line break nor a control or invisible character nor a look-alike
 * of a Chinese character: each is a fault, since the first is how a stray quote swallows rows, and the
 * others make two values of what the eye takes for one.
 *
 * @param prose columns of free text, which may hold line breaks and what emoji are made of
 * @throws {DataError} if the file is missing, empty, not UTF-8, not CSV, names a column twice or has
 *   one without a name
 */
export function readSheet(
  path: string,
  { prose = [] }: { readonly prose?: readonly string[] } = {},
): Sheet {
  const file = shownPath(path);
  using opened = open(path, file);
  const scanner = new Scanner(opened);
  const kind = foreign(scanner.head());
  if (kind !== undefined) throw new DataError([{ file, expected: kind }]);
  scanner.skipMark();
  const faults: Fault[] = [];
  try {
    return sheetOf(scanner, { file, prose, faults });
  } catch (error) {
    if (error instanceof EncodingError) {
      throw new DataError([{ file, ...undecodable(path, scanner.number) }]);
    }
    // What a file that is no text says of rows and quotes is chance.
    if (!scanner.restIsText()) {
      throw new DataError([{ file, ...undecodable(path, scanner.number) }]);
    }
    if (!(error instanceof QuoteError)) throw error;
    throw new DataError([...faults, { file, row: error.row, expected: error.expected }]);
  }
}

/** A sheet out of the rows of a file; faults are added to those given, in the order of rows. */
function sheetOf(
  scanner: Scanner,
  { file, prose, faults }: {
    readonly file: string;
    readonly prose: readonly string[];
    readonly faults: Fault[];
  },
): Sheet {
  let header: readonly string[] | undefined;
  let blank = 0;
  let [dictionaries, columns] = [[] as Dictionary[], [] as Coder[]];
  let codes = new Uint32Array();
  const numbers = new Numbers();
  const keep = () => {
    columns.forEach((column, i) => column.add(codes[i] ?? 0));
    numbers.add(scanner.number);
  };
  for (;;) {
    const row = scanner.next(dictionaries, codes);
    if (row === undefined) break;
    if (row === PLAIN) {
      keep();
      continue;
    }
    const { number } = row;
    const cells = row.cells.map(trimmed);
    // A spreadsheet leaves rows of nothing but commas below the last one that was filled.
    if (cells.every((cell) => cell === "")) blank += row.lines;
    else if (header === undefined) {
      throwIfAny(headerFaults(file, row, cells));
      header = cells;
      // A header that stands again is a row that is to be looked at.
      dictionaries = header.map((name, i) =>
        new Dictionary((text) => isOdd(text, prose.includes(name)), i === 0 ? name : undefined)
      );
      columns = header.map(() => new Coder());
      codes = new Uint32Array(header.length);
    } else {
      const found = rowFault(row, header, prose);
      if (found !== undefined) faults.push({ file, row: number, ...found });
      else {
        faults.push(...strangeCells(file, number, cells, header, prose));
        cells.forEach((cell, i) => codes[i] = dictionaries[i]?.codeOf(cell) ?? 0);
        keep();
      }
    }
  }
  if (header === undefined) {
    throw new DataError([{ file, expected: "文件是空的，至少应有一行表头" }]);
  }
  const { ended, breaks } = scanner;
  const { length } = numbers;
  const cells = columns.map((column, i) =>
    new Coded(dictionaries[i]?.done() ?? [], column.done(), length) as Coded<string>
  );
  const numberAt = (at: number) => numbers.at(at);
  let rows: Sheet["rows"] | undefined;
  return {
    file,
    header,
    faults,
    lines: breaks + (ended ? 0 : 1),
    blank,
    ended,
    columns: { cells, numberAt },
    get rows() {
      return rows ??= Array.from({ length }, (_, at) => ({
        number: numberAt(at),
        cells: cells.map((column) => column.at(at) ?? ""),
      }));
    },
  };
}

/** Numbers of rows, which mostly follow one another. */
class Numbers {
  /** Where a number does not follow the one before: its position, and how much it is more than that. */
  readonly #starts: { readonly at: number; readonly more: number }[] = [];
  length = 0;

  add(number: number): void {
    const more = number - this.length;
    if (this.#starts.at(-1)?.more !== more) this.#starts.push({ at: this.length, more });
    this.length++;
  }

  at(index: number): number {
    return index + (this.#starts.findLast(({ at }) => at <= index)?.more ?? 0);
  }
}

/** A cell without the white space around it. */
function trimmed(cell: string): string {
  return cell.replace(/^[\t\n\p{Zs}]+|[\t\n\p{Zs}]+$/gu, "");
}

/** Whether a cell is one that says something of its row, or is not read as it stands. */
function isOdd(cell: string, prose: boolean): boolean {
  return trimmed(cell) !== cell || cell.length > LONGEST_CELL ||
    strangeIn(cell, { prose }) !== undefined;
}

/** What makes a row none: swallowed rows, a cell without end, too few or many cells. */
function rowFault(
  { cells, lines }: Row,
  header: readonly string[],
  prose: readonly string[],
): Omit<Fault, "file"> | undefined {
  for (const [i, cell] of cells.entries()) {
    const column = header[i] ?? `第 ${i + 1}`;
    if (cell.length > LONGEST_CELL) {
      return {
        column,
        expected:
          `一格有 ${cell.length.toLocaleString("en-US")} 字，多于电子表格能容纳的 32,767 字，` +
          "可能漏了引号或换行",
      };
    }
    const breaks = lines > 1 ? breaksIn(cell) : 0;
    if (breaks > 0 && (!prose.includes(column) || holdsRows(cell, breaks, header.length))) {
      return { column, expected: `一格里有换行，可能多了引号${rowsAfter(breaks)}` };
    }
  }
  if (cells.length !== header.length) {
    return {
      expected: `应有 ${header.length} 格，实有 ${cells.length} 格` +
        "（是否漏了逗号或换行，或文字里的逗号未加引号）",
    };
  }
  if (cells.every((cell, i) => cell.trim() === header[i])) {
    return { expected: "又是一行表头，是否把几个文件接在了一起" };
  }
  return undefined;
}

/** Whether a free text has as many commas as the rows would that a stray quote put into it. */
function holdsRows(cell: string, breaks: number, columns: number): boolean {
  return cell.split(",").length > breaks * Math.max(columns - 1, 3);
}

/** Cells with characters that hide or mislead; the place says enough, whatever else the cell holds. */
function strangeCells(
  file: string,
  row: number,
  cells: readonly string[],
  header: readonly string[],
  prose: readonly string[],
): Fault[] {
  return cells.flatMap((cell, i) => {
    const column = header[i] ?? "";
    const strange = strangeIn(cell, { prose: prose.includes(column) });
    if (strange === undefined) return [];
    return { file, row, column, expected: strangeness(strange) };
  });
}

function strangeness({ place, name }: { readonly place: number; readonly name: string }): string {
  return `第 ${place} 个字符是 ${name}，请删去或改正`;
}

/**
 * Reads a CSV file whose cells need no further check than that the columns are there.
 *
 * @returns one record a row with exactly the asked columns
 * @throws {DataError} for what {@link readSheet} finds, ragged rows and missing columns
 */
export function readRecords<const K extends string>(
  path: string,
  columns: readonly K[],
): Record<K, string>[] {
  const sheet = readSheet(path);
  const faults = [...missingColumns(sheet, columns), ...sheet.faults];
  if (faults.length > 0) throw new DataError(faults);
  const places = columns.map((name) => [name, sheet.header.indexOf(name)] as const);
  return sheet.rows.map(({ cells }) =>
    Object.fromEntries(places.map(([name, i]) => [name, cells[i] ?? ""])) as Record<K, string>
  );
}

function headerFaults(
  file: string,
  { number: row, lines }: Row,
  names: readonly string[],
): Fault[] {
  const [first = ""] = names;
  const fault = (expected: string) => [{ file, row, expected }];
  if (lines > 1) return fault(`表头的格里有换行，可能多了引号${rowsAfter(lines - 1)}`);
  if (/^sep=.?$/i.test(first)) {
    return fault("第一行是 Excel 的分隔符标记（sep=），不是表头，请删去这一行");
  }
  const separator = names.length === 1
    ? SEPARATORS.find(([sign]) => first.includes(sign))
    : undefined;
  if (separator !== undefined) {
    return fault(`各格之间是${separator[1]}，不是逗号；请另存为“CSV UTF-8（逗号分隔）”`);
  }
  if (names.length > MOST_COLUMNS) {
    return fault(
      `表头有 ${
        names.length.toLocaleString("en-US")
      } 格，多于电子表格能容纳的 16,384 格，可能漏了换行`,
    );
  }
  const seen = new Set<string>();
  return names.flatMap((column, i) => {
    if (column === "") return { file, row, expected: `第 ${i + 1} 列没有表头；空列请删去` };
    const strange = strangeIn(column);
    if (strange !== undefined) {
      return { file, row, expected: `第 ${i + 1} 列表头的${strangeness(strange)}` };
    }
    if (seen.has(column)) return { file, row, column, expected: "表头中重复出现" };
    seen.add(column);
    return [];
  });
}

/** What files that are no CSV put between their cells. */
const SEPARATORS = [["\t", "制表符"], [";", "分号（;）"], ["|", "竖线（|）"], [
  "，",
  "全角逗号（，）",
]] as const;

/** How many headers a message lists. */
const LISTED = 40;

/** A fault for each column that the sheet should have and has not; it names a likely misspelling. */
export function missingColumns(
  { file, header }: Pick<Sheet, "file" | "header">,
  columns: readonly string[],
): Fault[] {
  const [wanted, present] = [new Set(columns), new Set(header)];
  const spare = header.filter((name) => !wanted.has(name));
  const more = header.length > LISTED ? `…（共 ${header.length} 列）` : "";
  // A first row that has none of them is probably no header but a person's row, not to be shown.
  const all = columns.some((name) => present.has(name))
    ? `现有：${header.slice(0, LISTED).join("、")}${more}`
    : "第一行不像是表头";
  return columns.filter((name) => !present.has(name)).map((column) => {
    const place = { file, row: 1, column };
    const found = misspelt(column, spare);
    return found === undefined
      ? { ...place, expected: `缺少这一列；${all}` }
      : { ...place, found, expected: `如果就是“${column}”，表头应写作“${column}”` };
  });
}

/** Which of the spare headers may be the column's: only a person can tell 学制 from a misspelt 学历. */
function misspelt(column: string, spare: readonly string[]): string | undefined {
  const found = spare.length === 0 ? undefined : closest(column, [...spare]);
  return found !== undefined && distance(column, found) <= column.length / 2 ? found : undefined;
}

function open(path: string, file: string): Deno.FsFile {
  try {
    return Deno.openSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new DataError([{ file, expected: "找不到这个文件" }]);
  }
}
