/** The rows of an audit: a report's printed percentages, as a CSV file lists them. */
import { DataError, type Fault } from "../table/faults.ts";
import { missingColumns, readSheet, type Sheet } from "../table/csv.ts";
import { type Printed, readPrinted, readWhole, unitsInWhole } from "./printed.ts";
import { isExact } from "./rounding.ts";

/** One printed percentage with what print says about it. */
export interface AuditRow {
  readonly table: string;
  readonly item: string;
  readonly count: number | null;
  /** The base that print claims; null if it names none. */
  readonly base: number | null;
  readonly printed: Printed;
  /** The percentage as the file has it. */
  readonly text: string;
  /** Rows of the same family are taken to have one base between them; the table unless said. */
  readonly family?: string;
  /** A bound that the text puts on an unnamed base, e.g. the respondents of the whole survey. */
  readonly baseAtMost?: number;
  /** The published fact that this is, as a comparison with print would name it. */
  readonly fact?: string;
}

const COLUMNS = ["表", "项目", "人数", "基数", "百分比"] as const;

/**
 * Reads `表,项目,人数,基数,百分比` (further columns are passed over; 人数 and 基数 may be empty). A cell
 * of — or / is empty too, and a row that has one for its percentage is passed over.
 *
 * @throws {DataError} naming everything in the file that is not as it should be
 */
export function readAuditRows(path: string): AuditRow[] {
  const sheet = readSheet(path);
  const missing = missingColumns(sheet, COLUMNS);
  if (missing.length > 0) throw new DataError([...missing, ...sheet.faults]);
  return readRows(sheet);
}

/** Whether cells are the headers of rows of an audit, of which one may be misspelt. */
export function isAuditHeader(cells: readonly string[]): boolean {
  return COLUMNS.filter((name) => cells.includes(name)).length >= COLUMNS.length - 1;
}

/**
 * The rows of an audit below their header, from any kind of file.
 *
 * @throws {DataError} naming everything in them that is not as it should be
 */
export function auditRowsOf(
  file: string,
  [header, ...rows]: readonly { readonly number: number; readonly cells: readonly string[] }[],
): AuditRow[] {
  const sheet = { file, header: header?.cells ?? [], rows, faults: [] };
  const missing = missingColumns(sheet, COLUMNS);
  if (missing.length > 0) throw new DataError(missing);
  return readRows(sheet);
}

/** Whether a cell says that print has no number there. */
export function isBlank(text: string): boolean {
  return /^[-—–－/／]*$/.test(text.trim());
}

function readRows(
  sheet: Pick<Sheet, "file" | "faults" | "header" | "rows">,
): AuditRow[] {
  const faults: Fault[] = [...sheet.faults];
  const places = COLUMNS.map((name) => sheet.header.indexOf(name));
  const rows = sheet.rows.flatMap(({ number, cells }) => {
    // Excel leaves rows of nothing but commas behind.
    if (cells.every((cell) => cell === "")) return [];
    const [table = "", item = "", count = "", base = "", text = ""] = places.map((i) => cells[i]);
    if (text !== "" && isBlank(text)) return [];
    const read = readRow({ table, item, count, base, text });
    faults.push(...read.problems.map((problem) => ({ file: sheet.file, row: number, ...problem })));
    return read.row === null ? [] : [read.row];
  });
  if (faults.length === 0 && rows.length === 0) {
    faults.push({ file: sheet.file, expected: "只有表头，至少应有一行数字" });
  }
  if (faults.length > 0) throw new DataError(faults.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return rows;
}

type Texts = Readonly<Record<"table" | "item" | "count" | "base" | "text", string>>;
type Problem = Pick<Fault, "expected"> & { readonly column: string; readonly found?: string };

function readRow(texts: Texts): { row: AuditRow | null; problems: Problem[] } {
  const { table, item, text } = texts;
  const problems: Problem[] = [];
  const refuse = (column: string, found: string, expected: string) =>
    problems.push(found === "" ? { column, expected } : { column, found, expected });

  if (table === "") refuse("表", table, "不能为空");
  if (item === "") refuse("项目", item, "不能为空");
  const whole = (column: string, found: string) => {
    const value = isBlank(found) ? null : readWhole(found);
    if (!isBlank(found) && value === null) refuse(column, found, "应为整数，或留空");
    return value;
  };
  const count = whole("人数", texts.count);
  const base = whole("基数", texts.base);
  if (base === 0) refuse("基数", texts.base, "应大于 0：零人的占比无从谈起；不知道时留空");
  const printed = readPrinted(text);
  if (printed === null) {
    refuse("百分比", text, text === "" ? "不能为空" : "应为百分比，如 45.74 或 45.74%");
  } else if (printed.units > unitsInWhole(printed.decimals)) {
    refuse("百分比", text, "应在 0 到 100 之间");
  } else if (!isExact(printed, Math.max(count ?? 0, base ?? 0, 1_000_000))) {
    refuse("百分比", text, "位数过多，连同人数、基数已无法精确计算");
  }
  if (printed === null || problems.length > 0) return { row: null, problems };
  return { row: { table, item, count, base, printed, text }, problems };
}
