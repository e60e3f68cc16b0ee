import { join } from "node:path";
import type { Frame } from "../table/frame.ts";
import { conformIfAny, optional, text } from "../table/schema.ts";

/** One number of what the school did: the activity, the measure, its value and unit. */
export interface Initiative {
  /** The section of the report that tells of it. */
  readonly 位置: string;
  readonly 板块: string;
  readonly 活动: string;
  readonly 指标: string;
  /** As it is said: a decimal, or a date. */
  readonly 数值: string;
  readonly 单位: string;
  readonly 日期: string;
}

/**
 * Reads `initiatives.csv`.
 *
 * @param folder the edition's folder; without the file there are no initiatives, which is no fault
 * @throws {DataError} with every fault of the file
 */
export function readInitiatives(folder: string): Frame<Initiative> {
  return conformIfAny<Initiative>(join(folder, "initiatives.csv"), {
    位置: text,
    板块: text,
    活动: text,
    指标: text,
    数值: text,
    单位: optional(text),
    日期: optional(text),
  });
}

/**
 * The whole number that an initiative's value and unit say, e.g. 24000 for `2.4` `万个`; null for
 * a date or a percentage. “余” (somewhat more than) is left aside.
 */
export function quantity({ 数值, 单位 }: Pick<Initiative, "数值" | "单位">): number | null {
  if (!/^\d+(\.\d+)?$/.test(数值) || 单位 === "" || 单位.includes("%")) return null;
  return Math.round(Number(数值) * (单位.includes("万") ? 10_000 : 1));
}
