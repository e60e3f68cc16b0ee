/** Files to rows of text: encoding, header and width are settled here, once, for every reader. */
import { parse } from "@std/csv";
import { closest, distance } from "fastest-levenshtein";
import { DataError, type Fault, throwIfAny } from "./faults.ts";
import { shownPath } from "../workspace.ts";

/** A CSV file as text cells, with what was wrong so far. */
export interface Sheet {
  /** The file's path as an analyst knows it. */
  readonly file: string;
  readonly header: readonly string[];
  /** The rows of the right width; `number` is the row as a spreadsheet shows it. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** Ragged rows and the like, to be reported together with what the reader finds in the cells. */
  readonly faults: readonly Fault[];
}

/**
 * Reads a UTF-8 CSV file with a header row. A byte-order mark and rows without content are passed
 * over, white space around a header or a cell is dropped.
 *
 * @throws {DataError} if the file is missing, empty, not UTF-8, not CSV, names a column twice or has
 *   one without a name
 */
export function readSheet(path: string): Sheet {
  const file = shownPath(path);
  const records = split(decode(bytes(path, file), file), file);
  const [header, ...body] = records
    .map(({ number, cells }) => ({ number, cells: cells.map((cell) => cell.trim()) }))
    // A spreadsheet leaves rows of nothing but commas below the last one that was filled.
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (header === undefined) {
    throw new DataError([{ file, expected: "文件是空的，至少应有一行表头" }]);
  }
  const names = header.cells;
  throwIfAny(headerFaults(file, names));
  const ragged = body.filter(({ cells }) => cells.length !== names.length);
  return {
    file,
    header: names,
    rows: body.filter(({ cells }) => cells.length === names.length),
    faults: ragged.map(({ number, cells }) => ({
      file,
      row: number,
      expected:
        `应有 ${names.length} 格，实有 ${cells.length} 格（是否漏了逗号，或文字里的逗号未加引号）`,
    })),
  };
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

function headerFaults(file: string, names: readonly string[]): Fault[] {
  return names.flatMap((column, i) => {
    if (column === "") return { file, row: 1, expected: `第 ${i + 1} 列没有表头；空列请删去` };
    const twice = names.indexOf(column) !== i;
    return twice ? { file, row: 1, column, expected: "表头中重复出现" } : [];
  });
}

/** A fault for each column that the sheet should have and has not; it names a likely misspelling. */
export function missingColumns(
  { file, header }: Pick<Sheet, "file" | "header">,
  columns: readonly string[],
): Fault[] {
  const spare = header.filter((name) => !columns.includes(name));
  return columns.filter((name) => !header.includes(name)).map((column) => {
    const place = { file, row: 1, column };
    const found = spare.length === 0 ? "" : closest(column, spare);
    return found !== "" && distance(column, found) <= column.length / 2
      ? { ...place, found, expected: `表头应写作“${column}”` }
      : { ...place, expected: `缺少这一列；现有：${header.join("、")}` };
  });
}

function bytes(path: string, file: string): Uint8Array {
  try {
    return Deno.readFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new DataError([{ file, expected: "找不到这个文件" }]);
    }
    throw error;
  }
}

function decode(content: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    const row = content.subarray(0, firstInvalid(content)).filter((byte) => byte === 10).length + 1;
    const guess = new TextDecoder("gb18030").decode(content.subarray(0, 60)).split(/\r?\n/)[0] ??
      "";
    throw new DataError([{
      file,
      row,
      expected: `编码不是 UTF-8（按 GBK 读，开头是“${guess}”）。` +
        "请在 Excel 里另存为“CSV UTF-8（逗号分隔）”",
    }]);
  }
}

/** Position of the first byte that is not UTF-8: decoding with replacement and measuring up to it. */
function firstInvalid(content: Uint8Array): number {
  const before =
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(content).split("\uFFFD", 1)[0];
  return new TextEncoder().encode(before).length;
}

/** Records with their row numbers: a spreadsheet counts the blank lines that the parser drops. */
function split(text: string, file: string): { number: number; cells: string[] }[] {
  let records: string[][];
  try {
    records = parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DataError([{ file, expected: `不是规范的 CSV（引号没有成对？）：${error.message}` }]);
  }
  const numbers = /^\r?\n|\n\r?\n/.test(text) ? rowNumbers(text) : [];
  return records.map((cells, i) => ({ number: numbers[i] ?? i + 1, cells }));
}

/** The row numbers of the lines that are not blank; a line break within quotes begins no new row. */
function rowNumbers(text: string): number[] {
  const rows = text.match(/(?:"[^"]*"|[^"\n])*(?:\n|$)/g) ?? [];
  return rows.flatMap((row, i) => (/^\r?\n?$/.test(row) ? [] : [i + 1]));
}
