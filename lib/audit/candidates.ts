/** Which counts a printed percentage allows over a known base, and what the base could print at all. */
import { type Printed, unitsInWhole } from "./printed.ts";
import { quotient, quotientUp, roundedUnits, type Rounding, windowOf } from "./rounding.ts";

/** Whole numbers from `from` to `to`, both included; `to` may be Infinity. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * The counts that print as this percentage over `base`, or null if none does
 * (then the value is impossible: the GRIM test of granular data).
 */
export function countsFor(
  printed: Printed,
  base: number,
  rounding: Rounding = "half-up",
): Run | null {
  const { low, lowIn, high, highIn, whole } = windowOf(printed, rounding);
  const floor = Math.max(low, 0) * base;
  const from = low < 0 || lowIn ? quotientUp(floor, 2 * whole) : quotient(floor, 2 * whole) + 1;
  const ceiling = high * base;
  const to = highIn ? quotient(ceiling, 2 * whole) : quotientUp(ceiling, 2 * whole) - 1;
  return from <= to ? { from, to } : null;
}

/** A count and the units it prints as: one tooth of a base's comb. */
export interface Tooth {
  readonly count: number;
  readonly units: number;
}

/**
 * The possible values on either side of a printed percentage over `base`: the teeth of the comb
 * between which an impossible value falls. A value that is possible is both.
 */
export function teethAround(
  { units, decimals }: Printed,
  base: number,
  rounding: Rounding = "half-up",
): { readonly below: Tooth | null; readonly above: Tooth } {
  const tooth = (count: number) => ({
    count,
    units: roundedUnits(count, base, decimals, rounding),
  });
  // The wanted count lies within one of the exact quotient; its neighbours settle the rest.
  const near = quotient(units * base, unitsInWhole(decimals));
  const teeth = [near - 1, near, near + 1, near + 2].filter((count) => count >= 0).map(tooth);
  const below = teeth.findLast((each) => each.units <= units) ?? null;
  const above = teeth.find((each) => each.units >= units) ?? tooth(near + 3);
  return { below, above };
}

/** The possible value nearest to a printed percentage over `base`; of two as near, the lower. */
export function nearestPossible(
  printed: Printed,
  base: number,
  rounding: Rounding = "half-up",
): Tooth {
  const { below, above } = teethAround(printed, base, rounding);
  if (below === null) return above;
  return printed.units - below.units <= above.units - printed.units ? below : above;
}
