/** Where a place lies, seen from the school: at home, elsewhere in the mainland, or beyond it. */
import type { Region } from "../edition/dictionaries.ts";
import { Frame } from "../table/frame.ts";
import { type Ratio, ratio } from "./ratio.ts";
import { tally } from "./tally.ts";

/** The kinds of places, in the order of a report. */
export const WHEREABOUTS = ["省内", "省外", "港澳台", "境外", "未登记"] as const;
export type Whereabouts = typeof WHEREABOUTS[number];

/** How many are where. */
export interface WhereaboutsLine {
  readonly 地区: Whereabouts;
  readonly 人数: number;
  readonly "比例%": Ratio;
}

/**
 * A function that tells where a province-level unit lies. The empty text is 未登记: what is not
 * known is not elsewhere.
 *
 * @param regions the list of regions
 * @param home the school's own province
 * @returns throws a `RangeError` for a name that the list lacks
 */
export function whereaboutsOf(
  regions: Frame<Pick<Region, "省份" | "角色">>,
  home: string,
): (province: string) => Whereabouts {
  const roles = new Map(regions.rows().map((region) => [region.省份, region.角色]));
  return (province) => {
    if (province === "") return "未登记";
    if (province === home) return "省内";
    const role = roles.get(province);
    if (role === undefined) throw new RangeError(`Unknown region "${province}"`);
    return role === "港澳台" || role === "境外" ? role : "省外";
  };
}

/**
 * How many are where, in the order of {@link WHEREABOUTS}; only where somebody is.
 *
 * @param people one row a person
 * @param column the column that names the province, e.g. 生源地 or 就业省份
 * @param of what {@link whereaboutsOf} gave
 */
export function whereabouts<R extends object>(
  people: Frame<R>,
  column: keyof R & string,
  of: (province: string) => Whereabouts,
): Frame<WhereaboutsLine> {
  const counts = new Map<Whereabouts, number>();
  for (const row of tally(people, column, "人数").rows() as Record<string, unknown>[]) {
    const place = of(String(row[column]));
    counts.set(place, (counts.get(place) ?? 0) + Number(row["人数"]));
  }
  const rows = WHEREABOUTS.map((地区) => {
    const 人数 = counts.get(地区) ?? 0;
    return { 地区, 人数, "比例%": ratio(人数, people.size) };
  });
  return Frame.fromRows(rows.filter(({ 人数 }) => 人数 > 0), ["地区", "人数", "比例%"]);
}
