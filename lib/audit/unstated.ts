/** Judges rows of which print names no base: their table must have one between them. */
import type { Run } from "./candidates.ts";
import { basesOfCount, bestBases, commonBases, firstOf, howMany, includesBase } from "./bases.ts";
import { closureOf, isTotal } from "./closure.ts";
import {
  describeBases,
  expectedOver,
  explains,
  type Finding,
  findingOf,
  type Judgement,
  roundingName,
  shown,
} from "./finding.ts";
import { type Rounding, ROUNDINGS } from "./rounding.ts";
import type { AuditRow } from "./rows.ts";
import { slipsBehind } from "./suspicion.ts";

/** Rows that share a base which print does not name. */
export interface UnstatedGroup {
  readonly rows: readonly AuditRow[];
  readonly rounding: Rounding;
}

/**
 * Infers the common base and judges each row against it:
 * 1. a count and percentage that no base whatever explains → impossible
 * 2. one base explains all (or several do and the counts add up to one of them) → consistent
 * 3. several do → undetermined
 * 4. none does, but one does under another rounding, and the declared one misses at least three rows
 *    whatever the base → the rows that it does not give over that base are impossible; if it misses
 *    fewer, or there are several such bases → undetermined
 * 5. none does, but most agree on a base, clearly more than on any other → the others are impossible
 * 6. otherwise → undetermined: someone is wrong, print does not say who
 */
export function judgeUnstated({ rows, rounding }: UnstatedGroup): Map<AuditRow, Finding> {
  const hopeless = rows.filter((row) => isHopeless(row, rounding));
  const rest = rows.filter((row) => !hopeless.includes(row));
  const judgements = new Map<AuditRow, Judgement>([
    ...hopeless.map((row) => [row, noBaseAtAll(row)] as const),
    ...judgeTogether(rest, rounding),
  ]);
  return new Map([...judgements].map(([row, judgement]) => [row, findingOf(row, judgement)]));
}

type Judgements = readonly (readonly [AuditRow, Judgement])[];

function judgeTogether(
  rows: readonly AuditRow[],
  rounding: Rounding,
): Judgements {
  if (rows.length === 0) return [];
  const limit = Math.min(...rows.map(({ baseAtMost }) => baseAtMost ?? Infinity));
  const common = commonBases(rows, { limit, rounding });
  if (common.length > 0) return judgeCommon(rows, settled(common, rows), limit, rounding);
  const other = anotherRounding(rows, limit, rounding);
  if (other !== null) return rows.map((row) => [row, overOtherRounding(row, other, rounding)]);
  const agreed = agreedBases(rows, limit, rounding);
  if (agreed !== null) return rows.map((row) => [row, overAgreed(row, agreed, rows, rounding)]);
  const within = limit === Infinity ? "" : `（不超过 ${limit}）`;
  const why = rows.length === 1
    ? `没有${within}基数能解释 ${rows.map(shown).join("、")}。`
    : `没有一个基数${within}能同时解释本表 ${rows.length} 个数，其中有误，但不足以断定是哪一个。`;
  return rows.map((row) => [row, { verdict: "undetermined", why }]);
}

function isHopeless({ count, printed }: AuditRow, rounding: Rounding): boolean {
  return count !== null && basesOfCount(printed, count, rounding) === null;
}

function noBaseAtAll(row: AuditRow): Judgement {
  const why = `没有任何基数能使 ${row.count} 人印作 ${shown(row)}。`;
  return { verdict: "impossible", why };
}

/** The common bases, narrowed to the sum of the counts where the table closes over it. */
function settled(common: readonly Run[], rows: readonly AuditRow[]): readonly Run[] {
  if (howMany(common) === 1) return common;
  const total = totalOf(rows);
  return total !== null && includesBase(common, total) ? [{ from: total, to: total }] : common;
}

/** The counts' sum, if the percentages close to a hundred as well. */
function totalOf(rows: readonly AuditRow[]): number | null {
  const closure = closureOf(rows.filter(({ item }) => !isTotal(item)));
  return closure?.closes ? closure.count : null;
}

function judgeCommon(
  rows: readonly AuditRow[],
  runs: readonly Run[],
  limit: number,
  rounding: Rounding,
): Judgements {
  const number = howMany(runs);
  const [base] = firstOf(runs, 1);
  const bound = limit === Infinity ? "" : `不超过 ${limit} 的数中，`;
  if (number === 1 && base !== undefined) {
    const together = rows.length === 1 ? "这个数" : `本表 ${rows.length} 个数`;
    return rows.map((row) => [row, {
      verdict: "consistent",
      expected: expectedOver(base, row, rounding),
      runs,
      why: `未给基数；${bound}只有 ${base} 能解释${together}。`,
    }]);
  }
  const why = `未给基数；${bound}能解释${rows.length === 1 ? "这个数" : "全表"}的基数有 ` +
    `${describeBases(runs)}。`;
  return rows.map((row) => [row, { verdict: "undetermined", runs, why }]);
}

/** Bases under a rounding that is not the declared one. */
interface OtherRounding {
  readonly rounding: Rounding;
  readonly runs: readonly Run[];
  /** Whether the declared rounding misses three rows at least: fewer may as well be plain slips. */
  readonly isSure: boolean;
}

/** A rounding under which some base explains every row, as none does under the declared one. */
function anotherRounding(
  rows: readonly AuditRow[],
  limit: number,
  declared: Rounding,
): OtherRounding | null {
  if (rows.some(({ count }) => count === null)) return null;
  const hits = bestBases(rows, declared)?.hits ?? 0;
  if (rows.length < 3) return null;
  const isSure = hits >= 2 && hits <= rows.length - 3;
  return ROUNDINGS.filter((each) => each !== declared)
    .map((rounding) => ({ rounding, runs: commonBases(rows, { limit, rounding }), isSure }))
    .find(({ runs }) => runs.length > 0) ?? null;
}

function overOtherRounding(
  row: AuditRow,
  { rounding, runs, isSure }: OtherRounding,
  declared: Rounding,
): Judgement {
  const evidence = `没有一个基数按${roundingName(declared)}能解释全表；` +
    `按${roundingName(rounding)}，以 ${describeBases(runs)} 为基数则都相符`;
  const [base] = firstOf(runs, 1);
  if (base === undefined || howMany(runs) > 1 || !isSure) {
    return { verdict: "undetermined", runs, why: `${evidence}。` };
  }
  const expected = expectedOver(base, row, declared);
  if (explains(base, row, declared)) {
    return { verdict: "consistent", expected, runs, why: `${evidence}，这个数两样都一致。` };
  }
  const why = `${evidence}；${row.count}÷${base} 应为 ${expected}%，印作 ${shown(row)}。`;
  return { verdict: "impossible", expected, why };
}

/** Bases on which most of a table agrees. */
interface Agreed {
  readonly runs: readonly Run[];
  readonly hits: number;
  readonly of: number;
}

/**
 * The bases that most rows with counts agree on. Two wrong numbers may by chance agree with others
 * on a wrong base, which then explains at most one row more than the right base does (two, if no
 * known count is against it). The lead must be larger than that, so that with up to two wrong rows
 * in a table no right one is accused, whatever chance does.
 */
function agreedBases(
  rows: readonly AuditRow[],
  limit: number,
  rounding: Rounding,
): Agreed | null {
  const known = rows.filter(({ count }) => count !== null);
  const best = bestBases(known, rounding);
  if (best === null || 2 * best.hits <= known.length) return null;
  const lead = best.hits - best.runnerUp;
  if (lead < (best.hits === known.length ? 3 : 2)) return null;
  const runs = best.runs.filter(({ from }) => from <= limit);
  return runs.length === 0 ? null : { runs, hits: best.hits, of: known.length };
}

function overAgreed(
  row: AuditRow,
  { runs, hits, of }: Agreed,
  family: readonly AuditRow[],
  rounding: Rounding,
): Judgement {
  const single = howMany(runs) === 1 ? runs[0]?.from : undefined;
  const evidence = `未给基数；本表 ${of} 个有人数的数中 ${hits} 个以 ${describeBases(runs)} 为基数`;
  const fits = firstFit(row, runs, rounding);
  if (single === undefined) {
    return fits
      ? { verdict: "undetermined", runs, why: `${evidence}，这个数也相符。` }
      : { verdict: "impossible", why: `${evidence}，${shown(row)} 对其中任何一个都不相符。` };
  }
  const expected = expectedOver(single, row, rounding);
  if (fits) return { verdict: "consistent", expected, runs, why: `${evidence}，这个数相符。` };
  const [slip] = slipsBehind({ row, base: single, family, rounding });
  const reason = slip === undefined ? "" : `；${slip}`;
  const why = `${evidence}，这个数应为 ${expected}%，印作 ${shown(row)}${reason}。`;
  return { verdict: "impossible", expected, why };
}

function firstFit(row: AuditRow, runs: readonly Run[], rounding: Rounding): boolean {
  const limit = Math.max(...runs.map(({ to }) => to));
  return commonBases([row], { limit, rounding })
    .some((own) => runs.some(({ from, to }) => own.from <= to && from <= own.to));
}
