/**
 * What rounding does to an exact share, as integer inequalities.
 *
 * A share k/n printed with P units (see `printed.ts`) out of S in a whole obeys, rounded half up,
 * `(2P − 1)·n ≤ 2·S·k < (2P + 1)·n`. The other roundings have other ends, open or closed.
 * Nothing here divides before it has multiplied, and every product must stay a safe integer.
 */
import { type Printed, unitsInWhole } from "./printed.ts";

/** How a printed percentage came from its exact value. Half up is 四舍五入. */
export type Rounding = "half-up" | "half-even" | "truncate" | "ceiling";

/** Every rounding the audit knows, the common one first. */
export const ROUNDINGS: readonly Rounding[] = ["half-up", "half-even", "truncate", "ceiling"];

/** The shares k/n that print alike: `low ≤ 2·whole·k/n ≤ high`, an end belonging to it or not. */
export interface Window {
  readonly low: number;
  readonly lowIn: boolean;
  readonly high: number;
  readonly highIn: boolean;
  /** Units in a hundred per cent. */
  readonly whole: number;
}

/** The window of a printed percentage under a rounding. */
export function windowOf({ units, decimals }: Printed, rounding: Rounding): Window {
  const whole = unitsInWhole(decimals);
  const twice = 2 * units;
  const even = units % 2 === 0;
  switch (rounding) {
    case "half-up":
      return { low: twice - 1, lowIn: true, high: twice + 1, highIn: false, whole };
    case "half-even":
      return { low: twice - 1, lowIn: even, high: twice + 1, highIn: even, whole };
    case "truncate":
      return { low: twice, lowIn: true, high: twice + 2, highIn: false, whole };
    case "ceiling":
      return { low: twice - 2, lowIn: false, high: twice, highIn: true, whole };
  }
}

/** Whether `count` of `base` prints as the window's percentage. */
export function holds(window: Window, count: number, base: number): boolean {
  const share = 2 * window.whole * count;
  const low = window.low * base;
  const high = window.high * base;
  return (window.lowIn ? low <= share : low < share) &&
    (window.highIn ? share <= high : share < high);
}

/** The units that `count` of `base` prints as, at this many decimals. */
export function roundedUnits(
  count: number,
  base: number,
  decimals: number,
  rounding: Rounding,
): number {
  const exact = unitsInWhole(decimals) * count;
  const units = quotient(exact, base);
  const rest = exact - units * base;
  switch (rounding) {
    case "half-up":
      return 2 * rest >= base ? units + 1 : units;
    case "half-even":
      return 2 * rest > base || (2 * rest === base && units % 2 === 1) ? units + 1 : units;
    case "truncate":
      return units;
    case "ceiling":
      return rest > 0 ? units + 1 : units;
  }
}

/** Whole quotient of two non-negative integers, exact where a rounded division might not be. */
export function quotient(dividend: number, divisor: number): number {
  return (dividend - dividend % divisor) / divisor;
}

/** Whole quotient rounded up. */
export function quotientUp(dividend: number, divisor: number): number {
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (rest > 0 ? 1 : 0);
}

/** More decimals than any report prints; up to here every comparison of comb and base is exact. */
const MOST_DECIMALS = 4;

/** Whether all arithmetic on these figures stays within exactly representable integers. */
export function isExact(printed: Printed, largest: number): boolean {
  if (printed.decimals > MOST_DECIMALS) return false;
  const factor = 2 * Math.max(printed.units + 1, unitsInWhole(printed.decimals));
  return Number.isSafeInteger(factor) && factor * largest <= Number.MAX_SAFE_INTEGER;
}
