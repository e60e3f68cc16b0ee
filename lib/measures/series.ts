/** Short series of yearly numbers, some exact, some only bounded, some unknown. */

/** How a number is known: exactly, only that it lies above or below a limit, or not at all. */
export interface Known {
  readonly kind: "exact" | "above" | "below" | "unknown";
  /** The value or the limit; null where unknown. */
  readonly value: number | null;
}

/** The course of a series, in the words of a report. */
export type Course = "上升" | "下降" | "持平" | "Λ型" | "V型" | "波动" | "未知";

/**
 * Reads a number as `history.csv` has it: `84.70`, a bound such as `≥84` or `<6516`, or nothing.
 */
export function parseKnown(text: string): Known {
  const match = /^([<>≤≥]?)(\d+(?:\.\d+)?)$/.exec(text);
  if (match === null) return { kind: "unknown", value: null };
  const [, operator = "", number] = match;
  const kind = operator === "" ? "exact" : "≥>".includes(operator) ? "above" : "below";
  return { kind, value: Number(number) };
}

/**
 * The course of a series. Every step between neighbours rises, falls, stays or is not known:
 * - all rise 上升, all fall 下降, all stay 持平
 * - rises first and falls after Λ型, falls first and rises after V型, any other mixture 波动
 * - where a step is not known: 下降 (上升) if every earlier year is known to lie above (below) the
 *   last, else 未知
 *
 * A bound decides a step only where it leaves no doubt: `<6516` before `6516` is a rise.
 *
 * @param values oldest first, written as {@link parseKnown} reads them
 */
export function course(values: readonly string[]): Course {
  const series = values.map(parseKnown);
  const last = series.at(-1);
  if (last === undefined || series.length < 2) return "未知";
  const steps = series.slice(1).map((to, i) => step(series[i], to));
  if (steps.includes(null)) {
    const overall = new Set(series.slice(0, -1).map((earlier) => step(earlier, last)));
    return overall.size > 1 || overall.has(null) ? "未知" : overall.has(-1) ? "下降" : "上升";
  }
  const moves = steps.filter((one) => one !== 0);
  const turns = moves.filter((one, i) => i > 0 && one !== moves[i - 1]).length;
  if (moves.length === 0) return "持平";
  if (turns === 0) return moves[0] === 1 ? "上升" : "下降";
  return turns > 1 ? "波动" : moves[0] === 1 ? "Λ型" : "V型";
}

/**
 * The limit that no value of a series lies below, as far as is known: the least of its exact
 * values and lower bounds, as text; null where some value has no lower bound.
 */
export function floor(values: readonly string[]): string | null {
  const series = values.map(parseKnown);
  if (series.length === 0 || series.some(({ kind }) => kind === "unknown" || kind === "below")) {
    return null;
  }
  const least = Math.min(...series.flatMap(({ value }) => value ?? []));
  const text = values.find((one) => parseKnown(one).value === least) ?? "";
  return text.replace(/^[≥>]/, "");
}

/** 1 rise, −1 fall, 0 same, null not known. A limit is taken as one that is not reached. */
function step(from: Known | undefined, to: Known): 1 | -1 | 0 | null {
  if (from === undefined || from.value === null || to.value === null) return null;
  const difference = to.value - from.value;
  if (from.kind === "exact" && to.kind === "exact") return Math.sign(difference) as 1 | -1 | 0;
  const mayRise = from.kind !== "above" && to.kind !== "below";
  const mayFall = from.kind !== "below" && to.kind !== "above";
  if (mayRise && difference >= 0) return 1;
  if (mayFall && difference <= 0) return -1;
  return null;
}
