/** Any file that a college has on its desk, as sheets of text cells with the rows' own numbers. */
import { basename } from "node:path";
import { DataError } from "../faults.ts";
import { delimitedSheet } from "./delimited.ts";
import { htmlSheets, workbookSheets } from "./workbook.ts";
import { isXlsx, xlsxSheets } from "./xlsx.ts";

/** A row as its program numbers it, the first being 1; hidden ones come too. */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** One sheet of a file. */
export interface Sheet {
  /** The file's own name, without its folder. */
  readonly file: string;
  /** The sheet's name; empty where the file can have only one. */
  readonly name: string;
  /** What the file really is, as an analyst calls it. */
  readonly container: string;
  /** Rows in order, in portions, so that a long file is never held whole. Can be read once more. */
  readonly rows: () => AsyncIterable<readonly Row[]>;
  /** Numbers of the rows that the program hides; known when the rows have been read. */
  readonly hiddenRows: readonly number[];
  /** Places (from 0) of the columns that the program hides; known when the rows have been read. */
  readonly hiddenColumns: readonly number[];
  /** Whether the program hides the sheet. */
  readonly hidden: boolean;
}

/**
 * Opens a file by what it holds, whatever its name says.
 *
 * @throws {DataError} if it is missing, empty, protected by a password, or none of the kinds
 */
export function openSheets(path: string): readonly Sheet[] {
  const file = basename(path);
  const head = firstBytes(path, file);
  if (head.length === 0) throw refusal(file, "文件是空的");
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x50, 0x4b)) {
    return unlessBroken(
      file,
      () => isXlsx(path) ? xlsxSheets(path) : workbookSheets(path, "工作簿"),
    );
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return workbookSheets(path, ".xls 工作簿");
  if (starts(0x25, 0x50, 0x44, 0x46)) {
    throw refusal(file, "这是 PDF，不是表格；请导出 Excel 或 CSV");
  }
  if (starts(0xff, 0xd8) || starts(0x89, 0x50)) throw refusal(file, "这是图片，不是表格");
  const text = new TextDecoder("latin1").decode(head).replaceAll("\0", "");
  if (/<(html|table|!doctype html|\?xml)/i.test(text)) return htmlSheets(path);
  return [delimitedSheet(path, head)];
}

/** Whatever a workbook's reader stumbles over, the analyst can only save the workbook anew. */
export function unlessBroken<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw broken(file, error);
  }
}

/** What a reader stumbled over, as the analyst is told; what is said already stays as it is. */
export function broken(file: string, error: unknown): DataError {
  if (error instanceof DataError) return error;
  const why = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(why)) return refusal(file, "工作簿有密码；请取消密码后另存一份");
  return refusal(file, `工作簿已损坏，读不出来；请用 Excel 打开后另存一份（${why.slice(0, 80)}）`);
}

/** An error about one file as a whole. */
export function refusal(file: string, expected: string): DataError {
  return new DataError([{ file, expected }]);
}

function firstBytes(path: string, file: string): Uint8Array {
  try {
    using opened = Deno.openSync(path, { read: true });
    const head = new Uint8Array(65536);
    return head.subarray(0, opened.readSync(head) ?? 0);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw refusal(file, "找不到这个文件");
    throw error;
  }
}
