import { desc, type Frame } from "../table/frame.ts";
import type { Destination } from "../edition/dictionaries.ts";
import type { Outcome, Role } from "../edition/roles.ts";
import { distribution } from "./distribution.ts";
import { inOrder } from "./ranking.ts";
import { type Ratio, ratio } from "./ratio.ts";
import { tally } from "./tally.ts";

/** One line of a destinations table. */
export interface DestinationLine {
  readonly 毕业去向: string;
  readonly 毕业生人数: number;
  readonly "所占比例%": Ratio;
}

/**
 * How many graduates went where, in the lines under which a report counts destinations
 * (统计类别): the most frequent first, the unplaced last whatever their number.
 *
 * @param graduates one row a graduate, with 统计类别 and 去向大类
 */
export function destinationLines(
  graduates: Frame<{ readonly 统计类别: string; readonly 去向大类: Outcome }>,
): Frame<DestinationLine> {
  return tally(graduates, ["统计类别", "去向大类"], "毕业生人数")
    .derive({
      未落实: (line) => Number(line.去向大类 === "未就业"),
      "所占比例%": (line) => ratio(line.毕业生人数, graduates.size),
    })
    .orderby("未落实", desc("毕业生人数"))
    .rename({ 统计类别: "毕业去向" })
    .select("毕业去向", "毕业生人数", "所占比例%");
}

/**
 * Those whose destination plays one of some roles.
 *
 * @param graduates one row a graduate, with 去向角色
 */
export function withRole<R extends { readonly 去向角色: Role }>(
  graduates: Frame<R>,
  ...roles: readonly Role[]
): Frame<R> {
  return graduates.filter((one) => roles.includes(one.去向角色));
}

/**
 * The destinations themselves, as the year's list names them, in the list's order: programmes at
 * the grass roots one by one, kinds of further study, states of the unplaced. Only those that
 * somebody has.
 *
 * @param graduates whom to count, e.g. those of some roles; they are the base of the shares
 * @param destinations the year's list
 */
export function destinationLeaves(
  graduates: Frame<{ readonly 毕业去向: string }>,
  destinations: Frame<Pick<Destination, "毕业去向">>,
): Frame<DestinationLine> {
  return inOrder(
    distribution(graduates, "毕业去向", ["毕业生人数", "所占比例%"]),
    "毕业去向",
    destinations.column("毕业去向"),
  );
}

/** Roles of those who look for work; the other unplaced do not (暂不就业). */
export const SEEKING: readonly Role[] = ["求职"];

/** A state of the unplaced. */
export interface UnplacedState extends DestinationLine {
  readonly 类别: "待就业" | "暂不就业";
}

/**
 * The unplaced by state, those who look for work (待就业) before those who do not (暂不就业), within
 * each in the order of the year's list.
 *
 * @param graduates one row a graduate; the placed are left aside
 * @param destinations the year's list
 */
export function unplacedStates(
  graduates: Frame<
    { readonly 毕业去向: string; readonly 去向大类: Outcome; readonly 去向角色: Role }
  >,
  destinations: Frame<Pick<Destination, "毕业去向" | "角色">>,
): Frame<UnplacedState> {
  const seeking = new Set(
    destinations.filter((one) => SEEKING.includes(one.角色)).column("毕业去向"),
  );
  const without = graduates.filter((one) => one.去向大类 === "未就业");
  const states = destinationLeaves(without, destinations).derive<Pick<UnplacedState, "类别">>({
    类别: (state) => seeking.has(state.毕业去向) ? "待就业" : "暂不就业",
  });
  return inOrder(states, "类别", ["待就业", "暂不就业"]);
}
