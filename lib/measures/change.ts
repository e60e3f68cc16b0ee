import { type Ratio, ratio } from "./ratio.ts";

/** A change from one year to the next, with the words that go with its direction. */
export interface Change {
  readonly 增减: "增加" | "减少" | "持平";
  readonly 升降: "上升" | "下降" | "持平";
  /** By how many, without sign. */
  readonly 人数: number;
  /** By which share of the year before (同比), without sign. */
  readonly 幅度: Ratio;
}

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
  const words = now > before
    ? { 增减: "增加", 升降: "上升" } as const
    : now < before
    ? { 增减: "减少", 升降: "下降" } as const
    : { 增减: "持平", 升降: "持平" } as const;
  return { ...words, 人数, 幅度: ratio(人数, before) };
}
