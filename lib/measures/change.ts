import { type Ratio, ratio } from "./ratio.ts";

/**
 * A change from one year to the next, in words and numbers. A headcount that stayed has its one word
 * and no others: what there is not is null, so that a sentence says it once and without noughts.
 */
export interface Change {
  readonly 持平: "持平" | null;
  readonly 增减: "增加" | "减少" | null;
  readonly 升降: "上升" | "下降" | null;
  /** By how many, without sign. */
  readonly 人数: number | null;
  /** By which share of the year before (同比), without sign. */
  readonly 幅度: Ratio | null;
}

const STAYED: Change = { 持平: "持平", 增减: null, 升降: null, 人数: null, 幅度: null };

/**
 * Year-on-year change of a headcount (同比).
 *
 * @param now this year's headcount
 * @param before last year's; null where it is not known
 * @returns null where there is nothing to compare with
 * @throws {RangeError} if either is not a whole number
 */
export function change(now: number, before: number | null): Change | null {
  if (before === null) return null;
  const 人数 = Math.abs(now - before);
  const 幅度 = ratio(人数, before);
  if (now === before) return STAYED;
  return now > before
    ? { 持平: null, 增减: "增加", 升降: "上升", 人数, 幅度 }
    : { 持平: null, 增减: "减少", 升降: "下降", 人数, 幅度 };
}
