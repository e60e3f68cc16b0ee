/** What prose says about a table's numbers: how many exceed something, their order, their sum. */
import { compareExactly, holds } from "../table/bound.ts";
import { type Printed, readPrinted } from "./printed.ts";

/** The comparison that a claim makes. */
export type Relation = "超过" | "达到" | "低于" | "不超过";

const SIGNS = { 超过: ">", 达到: "≥", 低于: "<", 不超过: "≤" } as const;

/** `共有 32 个…超过 90%` as data. */
export interface Claim {
  readonly relation: Relation;
  /** The threshold as print has it, e.g. `"90"`. */
  readonly threshold: string;
  /** How many the claim says there are. */
  readonly count: number;
}

/** A claim held against printed percentages. */
export interface ClaimCheck {
  readonly holds: boolean;
  /** How many there are. */
  readonly found: number;
}

/**
 * Counts the printed percentages that stand in the claim's relation to its threshold.
 *
 * @throws {RangeError} if the threshold is not a percentage
 */
export function checkClaim(percentages: readonly Printed[], claim: Claim): ClaimCheck {
  const threshold = readPrinted(claim.threshold);
  if (threshold === null) {
    throw new RangeError(`Cannot check the claim: threshold "${claim.threshold}" is no percentage`);
  }
  const found = percentages.filter((each) =>
    holds(SIGNS[claim.relation], compare(each, threshold))
  );
  return { holds: found.length === claim.count, found: found.length };
}

/** Sign of a − b for percentages of any decimals, exactly. */
export function compare(a: Printed, b: Printed): number {
  const exact = ({ units, decimals }: Printed) => [BigInt(units), 10n ** BigInt(decimals)] as const;
  return compareExactly(exact(a), exact(b));
}

/** The positions of rows that are larger than the row before, in a table printed in descending order. */
export function outOfOrder(percentages: readonly Printed[]): number[] {
  return percentages.flatMap((each, i) => {
    const before = percentages[i - 1];
    return before !== undefined && compare(before, each) < 0 ? [i] : [];
  });
}

/** A total and the parts that should make it up, e.g. of a region's provinces in another table. */
export interface CrossSum {
  readonly label: string;
  readonly total: number;
  readonly parts: readonly number[];
}

/** The sums that do not come out, each with what the parts really make. */
export function wrongSums(sums: readonly CrossSum[]): (CrossSum & { readonly sum: number })[] {
  return sums
    .map((each) => ({ ...each, sum: each.parts.reduce((sum, part) => sum + part, 0) }))
    .filter(({ total, sum }) => total !== sum);
}
