/** Short series of yearly numbers, some exact, some only bounded, some unknown. */
import {
  Bound,
  compareExactly,
  decimal,
  type Fraction,
  parseBound,
  type Side,
} from "../table/bound.ts";
import { Ratio } from "./ratio.ts";

/**
 * A year's number: a headcount, an exact share, a number or bound as history has it (also as its
 * text), or null (or an empty text) where nothing is known.
 */
export type Yearly = number | Ratio | Bound | string | null;

/** The course of a series, in the words of a report. */
export type Course = "上升" | "下降" | "持平" | "基本持平" | "Λ型" | "V型" | "波动" | "未知";

/**
 * The course of a series. Every step between neighbours rises, falls, stays or is not known:
 * - all rise 上升, all fall 下降, all stay 持平
 * - rises first and falls after Λ型, falls first and rises after V型, any other mixture 波动
 * - where a step is not known: 下降 (上升) if every earlier year is known to lie above (below) the
 *   last, else 未知
 *
 * Numbers are compared exactly, shares by their counts. But a reader sees two decimals: between two
 * numbers that print alike (7.012 % and 7.008 %, both 7.01) a report speaks of no rise and no fall,
 * so that is a step that stays, and a series that only stays is 基本持平 unless it is exactly level.
 *
 * A bound decides a step only where it leaves no doubt: from `<6516` to 6516 is a rise, from `≥84`
 * to 84 is not known, since it may be equal.
 *
 * @param values oldest first
 */
export function course(values: readonly Yearly[]): Course {
  const series = values.map(read);
  const last = series.at(-1);
  if (last === undefined || series.length < 2) return "未知";
  const steps = series.slice(1).map((to, i) => step(series[i] ?? null, to));
  if (steps.includes(null)) {
    const overall = new Set(series.slice(0, -1).map((earlier) => step(earlier, last)));
    if (overall.size > 1) return "未知";
    return overall.has(-1) ? "下降" : overall.has(1) ? "上升" : "未知";
  }
  const moves = steps.filter((one) => one !== 0);
  const turns = moves.filter((one, i) => i > 0 && one !== moves[i - 1]).length;
  if (moves.length === 0) return isLevel(series) ? "持平" : "基本持平";
  if (turns === 0) return moves[0] === 1 ? "上升" : "下降";
  return turns > 1 ? "波动" : moves[0] === 1 ? "Λ型" : "V型";
}

/**
 * The limit that no value of a series lies below, as far as is known: the least of its exact
 * values and lower bounds, as print has it; null where some value has no lower bound.
 */
export function floor(values: readonly Yearly[]): string | null {
  const series = values.map(read).filter((one) => one !== null)
    .filter(({ side }) => side === "at" || side === "above")
    .toSorted((a, b) => compareExactly(a.exact, b.exact));
  return series.length < values.length ? null : series[0]?.printed ?? null;
}

/** What is known of a year: where its number lies, whether the limit belongs to it, how it prints. */
interface Reading {
  readonly side: Side;
  readonly closed: boolean;
  /** The number or its limit; of a share, in per cent. */
  readonly exact: Fraction;
  readonly printed: string;
}

function read(value: Yearly): Reading | null {
  if (value instanceof Ratio) {
    const [printed, exact] = [value.percent(), value.hundredfold()];
    if (printed === null || exact === null) return null;
    return { side: "at", closed: true, exact, printed };
  }
  const bound = value instanceof Bound ? value : parseBound(String(value ?? ""));
  if (bound === null) return null;
  const { side, closed, exact, limit } = bound;
  return { side, closed, exact, printed: limit };
}

function isLevel([first, ...others]: readonly (Reading | null)[]): boolean {
  return others.every((one) => one && first && compareExactly(one.exact, first.exact) === 0);
}

/** 1 rise, −1 fall, 0 same, null not known. */
function step(from: Reading | null, to: Reading | null): 1 | -1 | 0 | null {
  if (from === null || to === null) return null;
  const sign = compareExactly(to.exact, from.exact);
  const alike = printAlike(from, to);
  if (from.side === "at" && to.side === "at") return alike ? 0 : sign;
  // Equal limits leave no doubt where one of them is not reached.
  const apart = !alike || !from.closed || !to.closed;
  const rises = isAtOr("below", from) && isAtOr("above", to) && sign >= 0;
  const falls = isAtOr("above", from) && isAtOr("below", to) && sign <= 0;
  return !apart ? null : rises ? 1 : falls ? -1 : null;
}

function isAtOr(side: Side, one: Reading): boolean {
  return one.side === "at" || one.side === side;
}

function printAlike(a: Reading, b: Reading): boolean {
  const [left, right] = [decimal(a.printed), decimal(b.printed)];
  return left !== null && right !== null && compareExactly(left, right) === 0;
}
