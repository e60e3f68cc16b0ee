/** Finding the number that a text's placeholder names. */
import { closest } from "fastest-levenshtein";
import type { Lookup } from "./blocks.ts";
import type { Made } from "./document.ts";
import type { Exhibit, Statement } from "./exhibit.ts";

/**
 * The number that a placeholder names: a statement by subject and measure, or an exhibit's cell by
 * key, row and column (a column may be named without its `%` and without what stands before `·`).
 *
 * @returns the number, or in plain Chinese what there is instead
 */
export function lookUp({ ask }: Lookup, made: Made): Statement | { readonly expected: string } {
  const [first = "", second = "", third] = ask;
  if (third === undefined) {
    const key = `${first}·${second}`;
    const found = made.statements.find((one) => one.key === key);
    if (found !== undefined) return found;
    return nearest(key, made.statements.map((one) => one.key), "没有这个数");
  }
  const exhibit = made.exhibits.find(({ key }) => key === first);
  if (exhibit === undefined) {
    return nearest(first, made.exhibits.map(({ key }) => key), "没有这个图表");
  }
  const named = exhibit.columns.indexOf("序号") === 0 ? 1 : 0;
  const row = exhibit.rows.find((cells) => cells[named] === second);
  if (row === undefined) {
    return nearest(second, exhibit.rows.map((cells) => String(cells[named])), `${first}没有这一行`);
  }
  const at = exhibit.columns.findIndex((column) => plain(column) === plain(third));
  const value = row[at] ?? null;
  if (at < 0) return nearest(third, exhibit.columns.map(plain), `${first}没有这一列`);
  if (value === null) return { expected: "这一格没有数值，不能写进正文" };
  return cell(exhibit, second, at, value);
}

function cell(
  exhibit: Exhibit,
  subject: string,
  at: number,
  value: Statement["value"],
): Statement {
  const column = exhibit.columns[at] ?? "";
  const key = `${exhibit.key}·${subject}·${plain(column)}`;
  const { chapter, notebook, section: place, coverage } = exhibit;
  const unit = column.endsWith("%") ? "%" : /人数$|就业$|升学$/.test(column) ? "人" : "";
  const measure = plain(column);
  return {
    id: key,
    key,
    place,
    subject,
    measure,
    value,
    unit,
    coverage,
    of: null,
    chapter,
    notebook,
    cell: null,
  };
}

/** `毕业去向落实率%` is asked for as 毕业去向落实率 or 落实率, `毕业去向落实人数·就业` as 就业. */
function plain(column: string): string {
  return column.replace(/%$/, "").replace(/^.*·/, "").replace(/^毕业去向落实率$/, "落实率");
}

function nearest(
  name: string,
  names: readonly string[],
  lacking: string,
): { readonly expected: string } {
  if (names.length === 0) return { expected: lacking };
  const near = closest(name, [...names]).replace("·", ".");
  return { expected: `${lacking}，最接近的是“${near}”` };
}
