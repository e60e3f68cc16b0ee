import type { Frame, With } from "../table/frame.ts";
import { type Outcome, OUTCOMES } from "../edition/roles.ts";
import { requireNames } from "./arguments.ts";
import { crosstab } from "./crosstab.ts";
import { type Ratio, ratio } from "./ratio.ts";

/** Headcounts of one group of graduates, and how many of it are placed. */
export interface Placement {
  readonly 生源人数: number;
  readonly 就业: number;
  readonly 升学: number;
  readonly 未就业: number;
  /** Employed or in further study. */
  readonly 落实: number;
  readonly 落实率: Ratio;
}

/**
 * Placement of graduates, group by group. Placed are the employed and those in further study; the
 * placement rate is their share of all graduates (毕业去向落实率, Ministry of Education,
 * 教学厅函〔2013〕25号 and the annual notices on graduate employment statistics).
 *
 * @param graduates one row a graduate, with 去向大类
 * @param by columns that form the groups; none gives one row for all
 * @returns the columns `by` and those of {@link Placement}, groups in order of first appearance
 * @throws {TypeError} in Chinese, if a column is given as anything but its name
 */
export function placement<
  R extends { readonly 去向大类: Outcome },
  const K extends keyof R & string = never,
>(
  graduates: Frame<R>,
  ...by: readonly K[]
): Frame<With<Pick<R, K>, Placement>> {
  requireNames(by, 'placement(表, "列", "列")');
  const counts = crosstab(graduates, {
    by,
    across: "去向大类",
    levels: OUTCOMES,
    total: "生源人数",
  }) as unknown as Frame<Omit<Placement, "落实" | "落实率">>;
  return counts.derive({
    落实: (group) => group.就业 + group.升学,
    落实率: (group) => ratio(group.就业 + group.升学, group.生源人数),
  }) as unknown as Frame<With<Pick<R, K>, Placement>>;
}
