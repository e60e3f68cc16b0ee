/** What percentages say of a base that print names wrongly, or not at all. */
import { Frame } from "../table/frame.ts";
import { basesOfCount } from "./bases.ts";
import type { Finding } from "./finding.ts";
import { readPrinted } from "./printed.ts";

/** The bases that one printed percentage allows, given its count. */
export interface AllowedBases {
  readonly 项目: string;
  readonly 人数: number;
  readonly "公布比例%": string;
  /** The first base that allows it, and the last, which may be Infinity. */
  readonly 基数自: number;
  readonly 基数至: number;
  readonly "按所称基数应为%": string | null;
}

/**
 * The bases that each finding allows by itself, rounded half up. Findings without a count, and those
 * that no base explains, are left out: they say nothing of the base.
 */
export function allowedBases(findings: readonly Finding[]): Frame<AllowedBases> {
  const rows = findings.flatMap(({ item, count, printed: text, expected }): AllowedBases[] => {
    const printed = readPrinted(text);
    const run = printed === null || count === null ? null : basesOfCount(printed, count);
    if (run === null || count === null) return [];
    return [{
      项目: item,
      人数: count,
      "公布比例%": text,
      基数自: run.from,
      基数至: run.to,
      "按所称基数应为%": expected,
    }];
  });
  return Frame.fromRows(rows, [
    "项目",
    "人数",
    "公布比例%",
    "基数自",
    "基数至",
    "按所称基数应为%",
  ]);
}

/** What a group of percentages tells of the base that print does not name. */
export interface InferredBase {
  readonly 范围: string;
  readonly 比例个数: number;
  readonly 可能的基数: string;
}

/** How many possible bases are named. */
const NAMED = 5;

/** The bases that can be inferred for groups of percentages which share one unnamed base. */
export function inferredBases(findings: readonly Finding[]): Frame<InferredBase> {
  const groups = Map.groupBy(findings.filter(({ base }) => base === null), ({ table }) => table);
  const rows = [...groups].flatMap(([table, own]): InferredBase[] => {
    const possible = own[0]?.bases ?? [];
    // Rows with different bases share none: each has its own, as shares of a whole province have.
    if (own.some(({ bases }) => bases.join() !== possible.join())) return [];
    const more = possible.length > NAMED ? " 等" : "";
    return [{
      范围: table,
      比例个数: own.length,
      可能的基数: possible.slice(0, NAMED).join("、") + more,
    }];
  });
  return Frame.fromRows(rows, ["范围", "比例个数", "可能的基数"]);
}
