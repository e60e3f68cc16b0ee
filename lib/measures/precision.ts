import { Frame } from "../table/frame.ts";
import { isSmall, shareInterval, SMALL_BASE } from "./confidence.ts";
import type { Ratio } from "./ratio.ts";

/** A share and how far it can be trusted. */
export interface PrecisionRow {
  /** With a warning where the base is small. */
  readonly 项目: string;
  readonly "比例%": Ratio;
  /** Wilson's; null where nobody answered. */
  readonly "95%区间": string | null;
  readonly 答卷数: number;
}

/**
 * Shares with their 95 % confidence intervals; where the base is small the name says so.
 *
 * @param shares what each share is called, and the share
 */
export function precision(shares: readonly (readonly [string, Ratio])[]): Frame<PrecisionRow> {
  const rows = shares.map(([name, share]) => ({
    项目: isSmall(share.base) ? `${name}（少于 ${SMALL_BASE} 份，仅供参考）` : name,
    "比例%": share,
    "95%区间": shareInterval(share)?.text ?? null,
    答卷数: share.base,
  }));
  return Frame.fromRows(rows, ["项目", "比例%", "95%区间", "答卷数"]);
}
