/** What the audit says of one printed percentage. */
import { type Run } from "./candidates.ts";
import { firstOf, howMany } from "./bases.ts";
import { writeUnits } from "./printed.ts";
import { countsFor, nearestPossible } from "./candidates.ts";
import { holds, roundedUnits, type Rounding, windowOf } from "./rounding.ts";
import type { AuditRow } from "./rows.ts";

/**
 * - `consistent`: the base in question explains it
 * - `other-base`: right over another base only
 * - `impossible`: no integer explains it over its base, and no other base is in evidence
 * - `undetermined`: print does not say enough; several bases fit, or none that can be trusted
 */
export type Verdict = "consistent" | "other-base" | "impossible" | "undetermined";

/** One object of `deno task audit --json`. */
export interface Finding {
  readonly table: string;
  readonly item: string;
  readonly count: number | null;
  readonly base: number | null;
  readonly printed: string;
  readonly verdict: Verdict;
  /** What the count (or the nearest possible one) prints as over the base; null without a base. */
  readonly expected: string | null;
  /** The bases that explain it, the first twenty; of its whole table where that is what was asked. */
  readonly bases: readonly number[];
  /** The evidence, one sentence. */
  readonly why: string;
}

/** How many bases a finding lists. */
const LISTED = 20;

/** What a judge decides beyond the row itself. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly expected?: string | null;
  readonly runs?: readonly Run[];
  readonly why: string;
}

/** A row with its judgement, as the contract has it. */
export function findingOf(
  { table, item, count, base, text }: AuditRow,
  { verdict, expected = null, runs = [], why }: Judgement,
): Finding {
  return {
    table,
    item,
    count,
    base,
    printed: text,
    verdict,
    expected,
    bases: firstOf(runs, LISTED),
    why,
  };
}

/** Whether `base` explains the row: its count, or some count where none is given. */
export function explains(base: number, row: AuditRow, rounding: Rounding): boolean {
  return row.count === null
    ? countsFor(row.printed, base, rounding) !== null
    : holds(windowOf(row.printed, rounding), row.count, base);
}

/** What print should have over `base`: from the count, else the nearest value that is possible. */
export function expectedOver(
  base: number,
  { count, printed }: AuditRow,
  rounding: Rounding,
): string {
  const units = count === null
    ? nearestPossible(printed, base, rounding).units
    : roundedUnits(count, base, printed.decimals, rounding);
  return writeUnits(units, printed.decimals);
}

/** The row's percentage in canonical form, e.g. `45.74%`. */
export function shown({ printed }: AuditRow): string {
  return `${writeUnits(printed.units, printed.decimals)}%`;
}

/** A rounding by its Chinese name. */
export function roundingName(rounding: Rounding): string {
  return {
    "half-up": "四舍五入",
    "half-even": "四舍六入五成双",
    "truncate": "截尾（只舍不入）",
    "ceiling": "进一（只入不舍）",
  }[rounding];
}

/** Intervals of bases in a few words, with their number where it is not plain to see. */
export function describeBases(runs: readonly Run[]): string {
  const total = howMany(runs);
  if (total <= 4) return firstOf(runs, 4).join("、");
  const shownRuns = runs.slice(0, 3).map(({ from, to }) =>
    from === to ? String(from) : to === Infinity ? `${from} 及以上任何数` : `${from}–${to}`
  );
  const last = runs.at(-1);
  if (total === Infinity) {
    const tail = runs.length > 3 && last !== undefined ? `……直到 ${last.from} 及以上任何数` : "";
    return shownRuns.join("、") + tail;
  }
  return `${shownRuns.join("、")}${runs.length > 3 ? " 等" : ""}，共 ${total} 个`;
}
