/**
 * Which bases explain printed percentages, found by arithmetic.
 *
 * With its count known, a percentage allows one interval of bases. Without, it allows a comb of
 * intervals, one for each count, which becomes everything from a base of 10^(decimals + 2) on:
 * from there the teeth are closer together than print can tell apart. Every clue can therefore say
 * in a few steps where its next allowed bases begin, and a table's common bases are found by
 * letting the clues push a candidate upwards, from gap to gap, until all agree. No base that some
 * clue rules out by an interval is ever looked at.
 */
import type { Run } from "./candidates.ts";
import { type Printed, unitsInWhole } from "./printed.ts";
import { quotient, quotientUp, type Rounding, type Window, windowOf } from "./rounding.ts";

/** A printed percentage, with its count where print has it. */
export interface Clue {
  readonly printed: Printed;
  readonly count: number | null;
}

/** How far and under which rounding to look. */
export interface BaseSearch {
  /** The largest base of interest; without it, there is no bound. */
  readonly limit?: number;
  /** Half up unless said otherwise. */
  readonly rounding?: Rounding;
}

/**
 * The bases over which a count prints as a percentage: one interval, or null. A share has no more
 * than the whole, so for percentages up to 100 a base is at least the count.
 */
export function basesOfCount(
  printed: Printed,
  count: number,
  rounding: Rounding = "half-up",
): Run | null {
  const window = windowOf(printed, rounding);
  if (count > 0 && window.high === 0) return null;
  const first = count === 0 ? 1 : firstBelowHigh(window, count);
  const atLeast = printed.units <= window.whole ? Math.max(first, count) : first;
  const to = lastAboveLow(window, count);
  return atLeast <= to ? { from: atLeast, to } : null;
}

/**
 * The bases that explain every clue, as disjoint intervals in ascending order. The last may end in
 * Infinity: percentages without counts cannot rule out large bases.
 */
export function commonBases(clues: readonly Clue[], search: BaseSearch = {}): Run[] {
  const { limit = Infinity, rounding = "half-up" } = search;
  const allowed = mostSelectiveFirst(clues).map((clue) => allowedFrom(clue, rounding));
  const runs: Run[] = [];
  for (let base = 1; base <= limit;) {
    let to = limit;
    let pushed = base;
    for (const next of allowed) {
      const run = next(base);
      if (run === null) return runs;
      if (run.from > base) {
        pushed = run.from;
        break;
      }
      to = Math.min(to, run.to);
    }
    if (pushed > base) {
      base = pushed;
      continue;
    }
    append(runs, { from: base, to });
    if (to === Infinity) break;
    base = to + 1;
  }
  return runs;
}

/** Bases on which most clues agree, where no base explains all. */
export interface Agreement {
  /** How many clues the best bases explain. */
  readonly hits: number;
  /** All bases that explain so many. */
  readonly runs: readonly Run[];
  /** The most that any other base explains. */
  readonly runnerUp: number;
}

/**
 * The bases that explain the most of clues with known counts, by sweeping over the ends of their
 * intervals; null when no clue has a base.
 */
export function bestBases(
  clues: readonly Clue[],
  rounding: Rounding = "half-up",
): Agreement | null {
  const steps = new Map<number, number>();
  const step = (base: number, by: number) => steps.set(base, (steps.get(base) ?? 0) + by);
  for (const { printed, count } of clues) {
    const run = count === null ? null : basesOfCount(printed, count, rounding);
    if (run === null) continue;
    step(run.from, 1);
    if (run.to < Infinity) step(run.to + 1, -1);
  }
  const levels: { run: Run; hits: number }[] = [];
  const ends = [...steps.keys()].sort((a, b) => a - b);
  let hits = 0;
  ends.forEach((from, i) => {
    hits += steps.get(from) ?? 0;
    levels.push({ run: { from, to: (ends[i + 1] ?? Infinity) - 1 }, hits });
  });
  const best = Math.max(0, ...levels.map((level) => level.hits));
  if (best === 0) return null;
  const runs: Run[] = [];
  for (const level of levels) if (level.hits === best) append(runs, level.run);
  const runnerUp = Math.max(0, ...levels.map((each) => each.hits).filter((each) => each < best));
  return { hits: best, runs, runnerUp };
}

/** How many bases the intervals hold, possibly Infinity. */
export function howMany(runs: readonly Run[]): number {
  return runs.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** The first so many bases of the intervals. */
export function firstOf(runs: readonly Run[], wanted: number): number[] {
  const bases: number[] = [];
  for (const { from, to } of runs) {
    for (let base = from; base <= to && bases.length < wanted; base++) bases.push(base);
  }
  return bases;
}

/** Whether one of the intervals holds the base. */
export function includesBase(runs: readonly Run[], base: number): boolean {
  return runs.some(({ from, to }) => from <= base && base <= to);
}

/** The next allowed bases at or after a base: the interval, cut off below at that base. */
type Allowed = (base: number) => Run | null;

function allowedFrom({ printed, count }: Clue, rounding: Rounding): Allowed {
  if (count === null) {
    const window = windowOf(printed, rounding);
    return (base) => toothFrom(window, base);
  }
  const run = basesOfCount(printed, count, rounding);
  return (base) =>
    run === null || run.to < base ? null : { from: Math.max(run.from, base), to: run.to };
}

/**
 * The first bases from `base` on for which some count fits. The smallest count above the lower end
 * is the only one to try: if it overshoots, so do all larger ones, until the base has grown enough
 * for this count to lie below the upper end.
 */
function toothFrom(window: Window, base: number): Run {
  for (let from = base;;) {
    if (from >= window.whole) return { from, to: Infinity };
    const count = smallestCount(window, from);
    const fits = count === 0 ? 1 : firstBelowHigh(window, count);
    if (fits <= from) return { from, to: lastAboveLow(window, count) };
    from = fits;
  }
}

/** The smallest count whose share of `base` is not below the window. */
function smallestCount({ low, lowIn, whole }: Window, base: number): number {
  if (low < 0) return 0;
  return lowIn ? quotientUp(low * base, 2 * whole) : quotient(low * base, 2 * whole) + 1;
}

/** The smallest base over which `count` (at least 1) is not above the window. */
function firstBelowHigh({ high, highIn, whole }: Window, count: number): number {
  if (high === 0) return Infinity;
  return highIn ? quotientUp(2 * whole * count, high) : quotient(2 * whole * count, high) + 1;
}

/** The largest base over which `count` is not below the window. */
function lastAboveLow({ low, lowIn, whole }: Window, count: number): number {
  if (low < 0) return Infinity;
  if (low === 0) return lowIn || count > 0 ? Infinity : 0;
  return lowIn ? quotient(2 * whole * count, low) : quotientUp(2 * whole * count, low) - 1;
}

/** Known counts are narrow and small percentages have wide gaps: they push furthest. */
function mostSelectiveFirst(clues: readonly Clue[]): Clue[] {
  const share = ({ printed }: Clue) => printed.units / unitsInWhole(printed.decimals);
  return [...clues].sort((a, b) =>
    Number(a.count === null) - Number(b.count === null) || share(a) - share(b)
  );
}

/** Adds an interval after the others, joining it to the last if they touch. */
function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last !== undefined && last.to + 1 === run.from) {
    runs[runs.length - 1] = { from: last.from, to: run.to };
  } else runs.push(run);
}
