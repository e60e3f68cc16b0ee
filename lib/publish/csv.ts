/** An analyst's own table as a file that a spreadsheet opens. */
import { stringify } from "@std/csv";
import { join } from "node:path";
import { toCell } from "../document/cell.ts";
import { requireNoPersons } from "../document/persons.ts";
import type { Frame } from "../table/frame.ts";
import { chosenYear, root, shownPath } from "../workspace.ts";

/** Where these files are put, a folder a year; git leaves it alone. */
const FOLDER = "exports";

/** What no system lets stand in a file's name. */
const UNNAMABLE = /[\\/:*?"<>|\p{Cc}]|^\.|\.$/u;

/** What Excel takes a text for that is to stay one. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Writes a table as `exports/<year>/<name>.csv`, with the mark by which Excel knows UTF-8. A share is
 * written as its percentage, what is unknown as an empty cell.
 *
 * @param name without `.csv`
 * @returns a sentence that says where it is
 * @throws {TypeError} in Chinese, for rows of persons
 * @throws {RangeError} in Chinese, for a name that a file cannot have
 */
export function saveCsv(frame: Frame<object>, name: string): string {
  requireNoPersons(frame);
  if (name === "" || UNNAMABLE.test(name)) {
    throw new RangeError(`“${name}”不能作文件名：不要用 \\ / : * ? " < > |，也不要以点开头、结尾`);
  }
  const rows = frame.rows() as Readonly<Record<string, unknown>>[];
  const lines = rows.map((row) => frame.names.map((column) => plain(toCell(row[column]))));
  const folder = join(root(), FOLDER, String(chosenYear()));
  const path = join(folder, `${name}.csv`);
  Deno.mkdirSync(folder, { recursive: true });
  Deno.writeTextFileSync(path, `\uFEFF${stringify([frame.names.map(plain), ...lines])}`);
  return `已写入 ${shownPath(path)}（${frame.size} 行）`;
}

function plain(value: string | number | null): string | number | null {
  return typeof value === "string" && FORMULA.test(value) ? `'${value}` : value;
}
