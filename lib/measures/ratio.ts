/**
 * The only rounding in the house: a share is an exact ratio of two whole numbers, and its printed
 * percentage is rounded half up from those integers, never from a floating-point quotient.
 */

import { type Bound, compareExactly, decimal, type Fraction } from "../table/bound.ts";

/** How many decimals a printed percentage has. */
export const DECIMALS = 2;

/** Part of a whole, both counted. Sorts by its value; shows as its percentage to two decimals. */
export class Ratio {
  readonly count: number;
  readonly base: number;

  /** Use {@link ratio}. */
  constructor(count: number, base: number) {
    for (const [name, value] of Object.entries({ 几个: count, 一共: base })) {
      if (!Number.isSafeInteger(value) || (name === "一共" && value < 0)) {
        throw new RangeError(
          `ratio(几个, 一共) 要两个整数，“一共”不小于 0；现在“${name}”是 ${value}`,
        );
      }
    }
    this.count = count;
    this.base = base;
  }

  /**
   * The percentage as printed, rounded half up (away from zero), e.g. `"45.74"`;
   * null where the base is empty, since a share of nobody is unknown.
   */
  percent(decimals = DECIMALS): string | null {
    return this.#rounded(100n, decimals);
  }

  /** The quotient itself, rounded the same way, e.g. `"4.35"` for a mean; null for an empty base. */
  quotient(decimals = DECIMALS): string | null {
    return this.#rounded(1n, decimals);
  }

  /** The whole percentage that the share reaches, e.g. `"81"` for 81.99 %; null for an empty base. */
  wholePercent(): string | null {
    if (this.base === 0) return null;
    return String(BigInt(Math.max(this.count, 0)) * 100n / BigInt(this.base));
  }

  /** The exact percentage; null for an empty base. */
  hundredfold(): Fraction | null {
    return this.base === 0 ? null : [BigInt(this.count) * 100n, BigInt(this.base)];
  }

  /** Whether the exact share is above a percentage given as text or whole number, e.g. `94`. */
  exceeds(percentage: number | string): boolean {
    return this.#against(percentage) > 0;
  }

  /** Whether the exact share is at least a percentage. */
  reaches(percentage: number | string): boolean {
    return this.#against(percentage) >= 0;
  }

  /** Whether the exact percentage is within a bound such as `≥84`; an empty base is within none. */
  within(bound: Bound): boolean {
    const exact = this.hundredfold();
    return exact !== null && bound.admits(exact);
  }

  /** For sorting and drawing: the quotient as a number between 0 and 1; NaN for an empty base. */
  valueOf(): number {
    return this.count / this.base;
  }

  toString(): string {
    return this.percent() ?? "—";
  }

  toJSON(): string | null {
    return this.percent();
  }

  #rounded(times: bigint, decimals: number): string | null {
    if (this.base === 0) return null;
    const base = BigInt(this.base);
    const scaled = BigInt(Math.abs(this.count)) * times * 10n ** BigInt(decimals);
    const rounded = (2n * scaled + base) / (2n * base);
    const digits = String(rounded).padStart(decimals + 1, "0");
    const whole = digits.slice(0, digits.length - decimals);
    const sign = this.count < 0 && rounded > 0n ? "-" : "";
    return `${sign}${whole}${decimals === 0 ? "" : `.${digits.slice(-decimals)}`}`;
  }

  /** Sign of (share − percentage); an empty base is never above anything. */
  #against(percentage: number | string): number {
    const limit = decimal(String(percentage));
    if (limit === null || limit[0] < 0n) {
      throw new RangeError(`Cannot compare with "${percentage}": not a percentage`);
    }
    const exact = this.hundredfold();
    return exact === null ? -1 : compareExactly(exact, limit);
  }
}

/**
 * The share that `count` is of `base`.
 *
 * @throws {RangeError} if either is not a whole number or the base is negative
 */
export function ratio(count: number, base: number): Ratio {
  return new Ratio(count, base);
}
