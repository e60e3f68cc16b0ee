import { desc, type Frame, type With } from "../table/frame.ts";
import { type Ratio, ratio } from "./ratio.ts";
import { requireNames } from "./arguments.ts";
import { tally } from "./tally.ts";

/**
 * How a whole is made up: counts by a column (or several) with their shares of the whole, the largest
 * first; equal counts keep the records' own order.
 *
 * @param frame one row a person (or a response)
 * @param by column or columns to count by
 * @param names what the columns of counts and of shares are called
 * @param base of the shares; the number of rows unless said
 * @throws {TypeError} in Chinese, if `names` is no list of names
 */
export function distribution<
  R extends object,
  const K extends keyof R & string,
  const C extends string,
  const S extends string,
>(
  frame: Frame<R>,
  by: K | readonly K[],
  names: readonly [count: C, share: S],
  base: number = frame.size,
): Frame<With<Pick<R, K>, { [P in C]: number } & { [P in S]: Ratio }>> {
  requireNames(names, 'distribution(表, "列", ["人数", "比例%"])', 2);
  const [count, share] = names;
  const counted = tally(frame, by, count);
  const shares = { [share]: (row: { [P in C]: number }) => ratio(row[count], base) };
  return (counted as unknown as Frame<{ [P in C]: number }>)
    .derive(shares)
    .orderby(desc(count) as never) as unknown as ReturnType<typeof distribution<R, K, C, S>>;
}
