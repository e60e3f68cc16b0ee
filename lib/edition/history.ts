import { join } from "node:path";
import type { Frame } from "../table/frame.ts";
import { type Check, conformIfAny, whole } from "../table/schema.ts";

/**
 * A cohort's headline numbers, each as it could be printed: `6516`, `84.70`, a bound such as `≥84`
 * where only that is known, or empty where nothing is.
 */
export interface Headline {
  readonly 届: number;
  readonly 毕业生人数: string;
  readonly 毕业去向落实率: string;
  readonly 升学率: string;
}

/** A number, a bound on one, or nothing. */
const numberOrBound: Check<string> = (cell) =>
  /^([<>≤≥]?\d+(\.\d+)?)?$/.test(cell)
    ? { value: cell }
    : { expected: "应为数字、带 < > ≤ ≥ 的范围，或留空表示未知" };

/**
 * Reads `history.csv`: the headline numbers of cohorts whose records are not on disk.
 *
 * @param folder the edition's folder; without the file there is no history, which is no fault
 * @throws {DataError} with every fault of the file
 */
export function readHistory(folder: string): Frame<Headline> {
  return conformIfAny<Headline>(join(folder, "history.csv"), {
    届: whole,
    毕业生人数: numberOrBound,
    毕业去向落实率: numberOrBound,
    升学率: numberOrBound,
  }, { key: "届" });
}

/** The whole number that a headline's text is, or null where it is a bound or unknown. */
export function exactCount(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
