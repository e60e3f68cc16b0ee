/** An analyst's own table to take along as a file for a spreadsheet. */
import { stringify } from "@std/csv";
import type { Frame } from "../table/frame.ts";
import type { Listing } from "./blocks.ts";
import type { Cell } from "./exhibit.ts";
import { listingOf, type Showable } from "./section.ts";

/** What no system lets stand in a file's name. */
const UNNAMABLE = /[\\/:*?"<>|\p{Cc}]|^\.|\.$/u;

/** What Excel takes a text for that is to stay one. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * All rows of a table, and a link under them by which a reader keeps them as `<name>.csv`: a notebook
 * itself writes no files.
 *
 * @param name without `.csv`
 * @throws {TypeError} in Chinese, for rows of persons
 * @throws {RangeError} in Chinese, for a name that a file cannot have
 */
export function csv(rows: Frame<object>, name: string): Showable {
  if (name === "" || UNNAMABLE.test(name)) {
    throw new RangeError(`“${name}”不能作文件名：不要用 \\ / : * ? " < > |，也不要以点开头、结尾`);
  }
  return { blocks: [{ ...listingOf(rows, ""), file: `${name}.csv` }] };
}

/**
 * A listing as a text that Excel reads, with the mark by which it knows UTF-8; what is unknown is an
 * empty cell, and a text that looks like a formula stays a text.
 */
export function csvText({ columns, rows }: Pick<Listing, "columns" | "rows">): string {
  return "\uFEFF" + stringify([columns, ...rows].map((row) => row.map(plain)));
}

function plain(value: Cell): Cell {
  return typeof value === "string" && FORMULA.test(value) ? `'${value}` : value;
}
