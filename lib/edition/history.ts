import { join } from "node:path";
import { type Bound, parseBound } from "../table/bound.ts";
import type { Frame } from "../table/frame.ts";
import { type Check, conformIfAny, optional, whole } from "../table/schema.ts";

/**
 * A cohort's headline numbers: exact, a bound such as `≥84` where only that is known, or empty where
 * nothing is. The rates are in per cent.
 */
export interface Headline {
  readonly 届: number;
  readonly 毕业生人数: number | Bound | "";
  readonly 毕业去向落实率: Bound | "";
  readonly 升学率: Bound | "";
}

/** A number of zero or more, or a bound on one. */
const rate: Check<Bound> = (cell) => {
  const bound = parseBound(cell);
  return bound === null || bound.side === "beside" || bound.exact[0] < 0n
    ? { expected: "应为数字、带 < > ≤ ≥ 的范围，或留空表示未知" }
    : { value: bound };
};

/** The same for a headcount, which is a whole number where it is exact. */
const headcount: Check<number | Bound> = (cell) => {
  const found = rate(cell);
  return "value" in found && found.value.side === "at" ? whole(cell) : found;
};

/**
 * Reads `history.csv`: the headline numbers of cohorts whose records are not on disk.
 *
 * @param folder the edition's folder; without the file there is no history, which is no fault
 * @throws {DataError} with every fault of the file
 */
export function readHistory(folder: string): Frame<Headline> {
  return conformIfAny<Headline>(join(folder, "history.csv"), {
    届: whole,
    毕业生人数: optional(headcount),
    毕业去向落实率: optional(rate),
    升学率: optional(rate),
  }, { key: "届" });
}

/** A headcount that is known exactly, or null where there is only a bound or nothing. */
export function exactCount(headcount: Headline["毕业生人数"] | undefined): number | null {
  return typeof headcount === "number" ? headcount : null;
}
