import type { Frame, With } from "../table/frame.ts";
import { tally } from "./tally.ts";

/**
 * Counts rows by groups down and by the values of one column across.
 *
 * @param by columns that form the groups; none gives one row for all
 * @param across the column whose values become columns
 * @param levels those values, in order; every row must have one of them
 * @param total name of the column with the group's headcount
 * @returns `by`, the total and one count a level, groups in order of first appearance
 * @throws {RangeError} if a row has a value that is not among `levels`, which would drop it
 */
export function crosstab<
  R extends object,
  const K extends keyof R & string,
  const L extends string,
  const T extends string,
>(
  frame: Frame<R>,
  { by, across, levels, total }: {
    readonly by: readonly K[];
    readonly across: keyof R & string;
    readonly levels: readonly L[];
    readonly total: T;
  },
): Frame<With<With<Pick<R, K>, { [P in T]: number }>, { [P in L]: number }>> {
  const cells = tally(frame, [...by, across], "n");
  const counts = new Map<string, number>();
  for (const row of cells.rows() as Record<string, unknown>[]) {
    if (!(levels as readonly unknown[]).includes(row[across])) {
      throw new RangeError(`Cannot cross by ${across}: "${row[across]}" is not one of ${levels}`);
    }
    counts.set(cellKey(row, by, row[across]), Number(row["n"]));
  }
  const count = (row: object, level: string) =>
    counts.get(cellKey(row as Record<string, unknown>, by, level)) ?? 0;
  const columns = levels.map((level) => [level, (row: object) => count(row, level)] as const);
  // Whatever has a group has one of its cells, and these are far fewer than the rows.
  const all = (row: object) => levels.reduce((sum, level) => sum + count(row, level), 0);
  const groups = tally(cells, by as never, total);
  return groups.derive(Object.fromEntries([[total, all], ...columns]) as never) as never;
}

function cellKey(row: Record<string, unknown>, by: readonly string[], level: unknown): string {
  return JSON.stringify([...by.map((name) => row[name]), level]);
}
