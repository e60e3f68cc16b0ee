/** Degree levels as a dimension of a cohort. */
import type { Frame, With } from "../table/frame.ts";
import type { Outcome } from "../edition/roles.ts";
import { type Placement, placement } from "./placement.ts";
import { inOrder } from "./ranking.ts";
import { tally } from "./tally.ts";

/**
 * The degree levels of a cohort in the order of the list (博士、硕士、本科、专科). Where there is one,
 * a report has no need to tell levels apart.
 *
 * @param graduates one row a graduate, with 学历
 * @param degrees the year's list
 */
export function degreesOf(
  graduates: Frame<{ readonly 学历: string }>,
  degrees: Frame<{ readonly 学历: string }>,
): string[] {
  return inOrder(tally(graduates, "学历", "人数"), "学历", degrees.column("学历")).column("学历");
}

/**
 * Placement by degree level and, within each, by further columns (e.g. 院系): levels in the list's
 * order, groups within a level in order of first appearance.
 *
 * @param graduates one row a graduate, with 学历 and 去向大类
 * @param degrees the year's list
 */
export function placementByDegree<
  R extends { readonly 学历: string; readonly 去向大类: Outcome },
  const K extends keyof R & string = never,
>(
  graduates: Frame<R>,
  degrees: Frame<{ readonly 学历: string }>,
  ...by: readonly K[]
): Frame<With<Pick<R, "学历" | K>, Placement>> {
  const rows = placement<R, "学历" | K>(graduates, "学历", ...by);
  return inOrder(
    rows as unknown as Frame<{ 学历: string }>,
    "学历",
    degrees.column("学历"),
  ) as unknown as Frame<With<Pick<R, "学历" | K>, Placement>>;
}
