/**
 * Workbooks other than .xlsx, and HTML tables, read by SheetJS. `@e965/xlsx` republishes SheetJS's current release, which
 * its makers no longer put on npm themselves; the registry's `xlsx` is an old one with known holes, and
 * exceljs reads .xlsx alone.
 */
import { read, SSF, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { basename } from "node:path";
import type { Row, Sheet } from "./sheets.ts";
import { unlessBroken } from "./sheets.ts";

/** How many rows are handed on at a time. */
const PORTION = 2000;

/** The sheets of a workbook (.xls, .xlsb, .ods) that hold anything. */
export function workbookSheets(path: string, container: string): readonly Sheet[] {
  const file = basename(path);
  const book = unlessBroken(file, () =>
    read(Deno.readFileSync(path), {
      dense: true,
      cellNF: true,
      // Without styles SheetJS does not tell which rows and columns are hidden.
      cellStyles: true,
      cellHTML: false,
      cellFormula: false,
      cellText: true,
      sheetStubs: false,
    }));
  return sheetsOf(book, file, container);
}

/** The tables of an HTML page, which many systems export under the name .xls. */
export function htmlSheets(path: string): readonly Sheet[] {
  const file = basename(path);
  const bytes = Deno.readFileSync(path);
  const text = new TextDecoder(htmlEncoding(bytes)).decode(bytes);
  // `raw` keeps an identity number from becoming a number, which would lose its last digits.
  const book = unlessBroken(file, () => read(text, { type: "string", dense: true, raw: true }));
  return sheetsOf(book, file, "HTML 表格");
}

/** UTF-8 where the bytes are; a page's own word for its encoding is often wrong. */
function htmlEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "gb18030";
  }
}

function sheetsOf(book: WorkBook, file: string, container: string): readonly Sheet[] {
  return book.SheetNames.flatMap((name, i): Sheet[] => {
    const sheet = book.Sheets[name];
    if (sheet === undefined || sheet["!ref"] === undefined) return [];
    return [{
      file,
      name: book.SheetNames.length > 1 ? name : "",
      container,
      rows: async function* () {
        yield* portionsOf(sheet);
      },
      hiddenRows: hiddenIn(sheet["!rows"], 1),
      hiddenColumns: hiddenIn(sheet["!cols"], 0),
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0,
    }];
  });
}

function hiddenIn(infos: WorkSheet["!rows"], first: number): number[] {
  return [...(infos ?? [])].flatMap((info, i) => (info?.hidden === true ? [i + first] : []));
}

function* portionsOf(sheet: WorkSheet): Iterable<readonly Row[]> {
  const { s, e } = utils.decode_range(sheet["!ref"] ?? "A1");
  const data = sheet["!data"] ?? [];
  const merged = mergedCells(sheet);
  let portion: Row[] = [];
  for (let r = s.r; r <= e.r; r++) {
    const cells: string[] = [];
    for (let c = s.c; c <= e.c; c++) {
      const [row, column] = merged.get(r * 16384 + c) ?? [r, c];
      cells.push(textOf(data[row]?.[column]));
    }
    portion.push({ number: r + 1, cells });
    if (portion.length === PORTION) {
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}

/** For each cell that a merged range covers, the cell that holds its text. */
function mergedCells(sheet: WorkSheet): Map<number, readonly [number, number]> {
  const covered = new Map<number, readonly [number, number]>();
  for (const { s, e } of sheet["!merges"] ?? []) {
    for (let r = s.r; r <= e.r; r++) {
      for (let c = s.c; c <= e.c; c++) covered.set(r * 16384 + c, [s.r, s.c]);
    }
  }
  return covered;
}

interface SheetCell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: string | number;
}

/**
 * A cell's text: a date as 2024-07-01, a number as itself and not as a narrow column shows it
 * (2.02E+11), unless a format of zeros gives it its leading ones or makes it a percentage.
 */
export function textOf(cell: SheetCell | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.v === null) return "";
  if (cell.t !== "n" || typeof cell.v !== "number") {
    return cell.t === "e" ? cell.w ?? "#N/A" : String(cell.v);
  }
  const format = String(cell.z ?? "");
  if (/^0+$/.test(format)) return cell.w ?? String(cell.v);
  // A share is what is shown: its number is a fraction with all the digits of a division.
  if (/^0(\.0+)?%$/.test(format)) return SSF.format(format, cell.v);
  if (SSF.is_date(format)) {
    const { y, m, d } = SSF.parse_date_code(cell.v) as { y: number; m: number; d: number };
    return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  }
  // Excel keeps 15 digits: an identity number that became a number is lost, and must look it.
  return Number.isInteger(cell.v) && !Number.isSafeInteger(cell.v)
    ? cell.v.toExponential(4).toUpperCase()
    : String(cell.v);
}
