import type { Frame } from "../table/frame.ts";
import { tally } from "./tally.ts";

/**
 * How many of the employed work in each strategy area. A province may belong to several areas, so
 * the counts overlap and need not add up to anything.
 *
 * @param employed one row an employed graduate, with 就业省份
 * @param areas one row an area and a province of it
 * @returns a row an area, in the areas' own order
 */
export function workingInAreas(
  employed: Frame<{ readonly 就业省份: string }>,
  areas: Frame<{ readonly 战略区域: string; readonly 省份: string }>,
): Frame<{ 战略区域: string; 就业人数: number }> {
  const working = tally(employed, "就业省份", "人数");
  const members = (area: string) =>
    new Set(areas.filter((one) => one.战略区域 === area).column("省份"));
  const workingIn = (provinces: ReadonlySet<string>) =>
    working.filter((one) => provinces.has(one.就业省份)).column("人数")
      .reduce((sum, count) => sum + count, 0);
  return tally(areas, "战略区域", "省份数")
    .derive({ 就业人数: (area) => workingIn(members(area.战略区域)) })
    .select("战略区域", "就业人数");
}
