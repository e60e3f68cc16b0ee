import type { Frame, With } from "../table/frame.ts";

/**
 * Counts rows: the one primitive behind every headcount in the house.
 *
 * @param frame one row a person (or a response)
 * @param by columns to count by; none counts all rows
 * @param as name of the count's column
 * @returns the columns `by` and the count, a row for each combination that occurs, in the order in
 *   which combinations first appear, so that ties keep the records' own order when sorted
 * @throws {TypeError} if a column does not exist, naming those that do
 */
export function tally<R extends object, const K extends keyof R & string, const A extends string>(
  frame: Frame<R>,
  by: K | readonly K[],
  as: A,
): Frame<With<Pick<R, K>, { [P in A]: number }>> {
  return frame.count(typeof by === "string" ? [by] : by, as);
}
