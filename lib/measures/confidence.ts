/**
 * How far a survey's numbers may be from those of everybody: 95 % confidence intervals. They treat
 * the responses as a simple random sample, which a survey that people choose to answer is not; what
 * the sample's mix does to an estimate is for `poststratify.ts`.
 */
import type { Ratio } from "./ratio.ts";
import type { Scale } from "./scale.ts";

/** The 97.5 % quantile of the standard normal distribution: 95 % lie within ± this. */
export const Z95 = 1.959963984540054;

/** Below this base a share is shown with a warning. */
export const SMALL_BASE = 30;

/** Fewest answers for which the interval of a mean is given. */
const FEWEST = 4;

/** A 95 % confidence interval, and how it is written. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** e.g. `12.88%–19.25%` for a share, `4.21–4.38` for a mean score. */
  readonly text: string;
}

/** Whether a base is too small for its shares to be read without a warning. */
export function isSmall(base: number): boolean {
  return base < SMALL_BASE;
}

/**
 * The Wilson score interval of a share (E. B. Wilson, "Probable inference, the law of succession,
 * and statistical inference", JASA 22, 1927): it stays between 0 and 1 and holds near both ends,
 * where the textbook ± interval does not.
 *
 * @returns bounds between 0 and 1; null where the base is empty
 */
export function shareInterval({ count, base }: Ratio): Interval | null {
  if (base === 0) return null;
  const share = count / base;
  const shrink = 1 + Z95 ** 2 / base;
  const centre = (share + Z95 ** 2 / (2 * base)) / shrink;
  const half = (Z95 / shrink) * Math.sqrt((share * (1 - share)) / base + (Z95 / (2 * base)) ** 2);
  // At 0 and at all the bound is the share itself, which the arithmetic misses by a rounding error.
  const lower = count === 0 ? 0 : centre - half;
  const upper = count === base ? 1 : centre + half;
  return { lower, upper, text: `${estimate(lower)}–${estimate(upper)}` };
}

/**
 * Student's interval of a scale's mean score, kept within the scale (Student, "The probable error
 * of a mean", Biometrika 6, 1908).
 *
 * @returns null where fewer than four answered
 */
export function meanInterval({ base, total, rows }: Scale): Interval | null {
  if (base < FEWEST) return null;
  const mean = total / base;
  const scored = rows.rows();
  const squares = scored.reduce((sum, { 得分, 人数 }) => sum + 人数 * (得分 - mean) ** 2, 0);
  const half = studentT95(base - 1) * Math.sqrt(squares / (base - 1) / base);
  const scores = scored.map(({ 得分 }) => 得分);
  const lower = Math.max(mean - half, Math.min(...scores));
  const upper = Math.min(mean + half, Math.max(...scores));
  return { lower, upper, text: `${lower.toFixed(2)}–${upper.toFixed(2)}` };
}

/**
 * The 97.5 % quantile of Student's t, by the Cornish–Fisher expansion (Abramowitz & Stegun,
 * Handbook of Mathematical Functions, 26.7.5): right to 0.2 % at 3 degrees of freedom, to 0.01 %
 * from 7 on.
 */
export function studentT95(degrees: number): number {
  const z = Z95;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, i) => sum + term / degrees ** (i + 1), z);
}

/**
 * An estimated share as text, e.g. `45.74%`. For estimates and bounds only, which are no quotient of
 * counts: those are a {@link Ratio} and rounded exactly.
 */
export function estimate(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
