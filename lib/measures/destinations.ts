import { desc, type Frame } from "../table/frame.ts";
import type { Outcome } from "../edition/roles.ts";
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
