/** Exact headcounts: what a printed percentage allows, and how a total is split. */
import { ratio } from "../measures/ratio.ts";

/** Headcount of each value, in the order in which print has them. */
export type Quota = ReadonlyMap<string, number>;

/** How many people a quota speaks of. */
export function total(quota: Quota): number {
  return [...quota.values()].reduce((sum, count) => sum + count, 0);
}

/** What remains of `whole` when `part` is taken away; values of which nobody remains drop out. */
export function minus(whole: Quota, part: Quota): Quota {
  return new Map(
    [...whole].map(([value, count]) => [value, count - (part.get(value) ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );
}

/**
 * The headcount behind a printed percentage of `base`: the whole number nearest to it.
 *
 * @returns null if that number, printed, gives another percentage, so that no whole number does
 */
export function countFor(percent: string, base: number): number | null {
  const count = Math.round(Number(percent) * base / 100);
  return ratio(count, base).percent() === percent ? count : null;
}

/**
 * The bases over which `count` is printed as `percent` (two decimals, half up), as an inclusive
 * range; empty where `least > most`. From s − ½ ≤ 10000·count / base < s + ½.
 */
export function basesFor(count: number, percent: string): { least: number; most: number } {
  const hundredths = Number(percent.replace(".", ""));
  return {
    least: Math.max(count, Math.floor(20000 * count / (2 * hundredths + 1)) + 1),
    most: Math.floor(20000 * count / (2 * hundredths - 1)),
  };
}

/**
 * Splits a total over values in proportion to their weights, none above `cap`: each person in turn
 * goes to the value that is furthest behind (Webster's method, so the outcome is exact and needs no
 * repair). What no value may take any more goes to the empty value, "unknown".
 */
export function apportion(
  people: number,
  weights: Quota,
  cap: (value: string) => number = () => Infinity,
): Quota {
  const seats = new Map([...weights].map(([value]) => [value, 0]));
  for (let person = 0; person < people; person++) {
    let next = "";
    let most = 0;
    for (const [value, count] of seats) {
      const claim = count < cap(value) ? (weights.get(value) ?? 0) / (2 * count + 1) : 0;
      if (claim > most) [next, most] = [value, claim];
    }
    seats.set(next, (seats.get(next) ?? 0) + 1);
  }
  return new Map([...seats].filter(([, count]) => count > 0));
}
