/** Whether a table closes: its parts make up the whole, as nearly as rounding allows. */
import { unitsInWhole } from "./printed.ts";
import type { Part } from "./parts.ts";

/** How far a table's percentages are from a hundred. */
export interface Closure {
  /** Sum of the percentages, in units of their last digit. */
  readonly units: number;
  readonly decimals: number;
  /** By how many units the sum of so many rounded parts may miss 100: half a unit each. */
  readonly slack: number;
  /** Whether the sum is within the slack of 100. */
  readonly closes: boolean;
  /** Sum of the counts; null if one is missing. */
  readonly count: number | null;
}

/**
 * Adds up a table's parts (without its total row). Null for fewer than two parts or mixed decimals,
 * of which no closure can be expected.
 */
export function closureOf(parts: readonly Part[]): Closure | null {
  const decimals = parts[0]?.printed.decimals;
  if (decimals === undefined || parts.length < 2) return null;
  if (parts.some(({ printed }) => printed.decimals !== decimals)) return null;
  const units = parts.reduce((sum, { printed }) => sum + printed.units, 0);
  const slack = Math.floor(parts.length / 2);
  const count = parts.reduce<number | null>(
    (sum, part) => sum === null || part.count === null ? null : sum + part.count,
    0,
  );
  const closes = Math.abs(units - unitsInWhole(decimals)) <= slack;
  return { units, decimals, slack, closes, count };
}

/** Whether a row's label says that it is the total of the others. */
export function isTotal(item: string): boolean {
  return /^(合计|总计|共计|总数|合\s+计|总\s+计)$/.test(item.trim());
}
