import type { Frame, With } from "../table/frame.ts";
import { requireNames } from "./arguments.ts";

/**
 * Counts rows: the one primitive behind every headcount in the house.
 *
 * @param frame one row a person (or a response)
 * @param by columns to count by; none counts all rows
 * @param as name of the count's column
 * @returns the columns `by` and the count, a row for each combination that occurs, in the order in
 *   which combinations first appear, so that ties keep the records' own order when sorted
 * @throws {TypeError} if a column does not exist, naming those that do; in Chinese, if the count has no
 *   name or several columns are no list
 */
export function tally<R extends object, const K extends keyof R & string, const A extends string>(
  frame: Frame<R>,
  by: K | readonly K[],
  as: A,
  ...more: readonly never[]
): Frame<With<Pick<R, K>, { [P in A]: number }>> {
  const columns = typeof by === "string" ? [by] : by;
  // A column too many would be taken for the count's name.
  const names = more.length > 0 ? [columns, as, ...more] : [columns, as].flat();
  requireNames(names, 'tally(表, "列", "人数") 或 tally(表, ["列", "列"], "人数")');
  return frame.count(columns, as);
}
