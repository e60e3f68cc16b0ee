/** Pay of the employed: medians and quartiles, never of a group so small that it tells of a person. */
import { Frame } from "../table/frame.ts";
import type { Outcome } from "../edition/roles.ts";
import { type Quartiles, quartiles } from "./quartiles.ts";

/** Fewest who must have told their pay for a group's to be shown. */
export const FEWEST_PAID = 10;

/** The pay of a group, in whole 元 a month, rounded half up. */
export interface Pay extends Quartiles {
  /** How many have told it. */
  readonly 填报人数: number;
}

/** The pay of several groups, and how many were too small to be shown. */
export interface PayByGroup {
  /** Highest median first; equal medians keep the records' own order. */
  readonly rows: Frame<Pay & { readonly 组别: string }>;
  /** Groups in which somebody, but fewer than the limit, told their pay. */
  readonly withheld: number;
}

/** One row a graduate. */
interface Paid {
  readonly 去向大类: Outcome;
  readonly 月收入: number | null;
}

/**
 * Median and {@link quartiles} of the employed who told their pay.
 *
 * @param fewest how many must have told it
 * @returns null where fewer have
 */
export function pay(graduates: Frame<Paid>, fewest: number = FEWEST_PAID): Pay | null {
  return summary(told(graduates).column("月收入"), fewest);
}

/**
 * The pay of each group of the employed.
 *
 * @param by the column that forms the groups, e.g. 学历 or 专业名称
 * @param fewest how many must have told their pay for a group to be shown
 */
export function payBy<R extends Paid>(
  graduates: Frame<R>,
  by: keyof R & string,
  fewest: number = FEWEST_PAID,
): PayByGroup {
  const paid = told(graduates);
  const groups = Map.groupBy(
    paid.column(by).map((name, i) => ({ name: String(name), i })),
    (one) => one.name,
  );
  const values = paid.column("月收入");
  const rows = [...groups].flatMap(([组别, members]) => {
    const found = summary(members.map(({ i }) => values[i] ?? null), fewest);
    return found === null || 组别 === "" ? [] : [{ 组别, ...found }];
  }).sort((a, b) => b.中位数 - a.中位数);
  const named = [...groups.keys()].filter((name) => name !== "").length;
  return {
    rows: Frame.fromRows(rows, ["组别", "填报人数", "下四分位数", "中位数", "上四分位数"]),
    withheld: named - rows.length,
  };
}

function told<R extends Paid>(graduates: Frame<R>): Frame<R> {
  return graduates.filter((one) => one.去向大类 === "就业" && one.月收入 !== null);
}

function summary(values: readonly (number | null)[], fewest: number): Pay | null {
  const told = values.filter((value) => value !== null);
  if (told.length < Math.max(fewest, 1)) return null;
  return { 填报人数: told.length, ...quartiles(told) };
}
