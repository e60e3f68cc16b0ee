/** Judges rows whose base print states. */
import type { Run } from "./candidates.ts";
import { basesOfCount, bestBases, commonBases, firstOf, howMany, includesBase } from "./bases.ts";
import { countsFor, teethAround } from "./candidates.ts";
import {
  describeBases,
  expectedOver,
  explains,
  type Finding,
  findingOf,
  roundingName,
  shown,
} from "./finding.ts";
import { unitsInWhole, writeUnits } from "./printed.ts";
import { type Rounding, ROUNDINGS } from "./rounding.ts";
import type { AuditRow } from "./rows.ts";
import { namedBaseFor, namedBases, slipsBehind } from "./suspicion.ts";

/** Rows that share a stated base, in their surroundings. */
export interface StatedGroup {
  readonly base: number;
  readonly rows: readonly AuditRow[];
  readonly family: readonly AuditRow[];
  readonly all: readonly AuditRow[];
  readonly rounding: Rounding;
  /** A rounding other than the declared one under which the whole table is right over its bases. */
  readonly tableRounding: Rounding | null;
}

/**
 * Judges each row against the stated base. A row that the base explains is never accused. The rest:
 * 1. the whole table is right under another rounding → impossible, saying so
 * 2. another base explains most rows, at least two more than the stated one → other-base
 * 3. the number alone has a likely slip → impossible
 * 4. a base in evidence elsewhere makes it right, or the row stands alone and some base does
 *    → other-base
 * 5. otherwise → impossible
 */
export function judgeStated(group: StatedGroup): Map<AuditRow, Finding> {
  const other = otherBase(group);
  return new Map(group.rows.map((row) => [row, findingOf(row, judge(row, group, other))]));
}

/** A rounding under which all these rows fit their stated bases although at least two do not now. */
export function roundingOfTable(rows: readonly AuditRow[], declared: Rounding): Rounding | null {
  const fits = (row: AuditRow, rounding: Rounding) =>
    row.base === null || explains(row.base, row, rounding);
  if (rows.filter((row) => !fits(row, declared)).length < 2) return null;
  return ROUNDINGS.find((each) => each !== declared && rows.every((row) => fits(row, each))) ??
    null;
}

/** Bases that explain a group better than the stated one. */
interface OtherBase {
  readonly runs: readonly Run[];
  readonly hits: number;
}

function judge(row: AuditRow, group: StatedGroup, other: OtherBase | null) {
  const { base, rounding, tableRounding, rows } = group;
  const expected = expectedOver(base, row, rounding);
  if (explains(base, row, rounding)) {
    const note = other === null
      ? ""
      : `；但本表多数数字的基数是 ${describeBases(other.runs)}，不是 ${base}`;
    return {
      verdict: "consistent",
      expected,
      runs: [{ from: base, to: base }],
      why: fit(row, base, rounding) + note + "。",
    } as const;
  }
  const wrong = misfit(row, base, rounding, expected);
  if (tableRounding !== null) {
    const why = `${wrong}；全表若按${roundingName(tableRounding)}则都相符。`;
    return { verdict: "impossible", expected, why } as const;
  }
  if (other !== null && other.runs.some((run) => explainsWithin(run, row, rounding))) {
    const share = other.hits === rows.length ? "全部" : `${rows.length} 个数中 ${other.hits} 个`;
    const why = `${wrong}；本表${share}只有以 ${describeBases(other.runs)} 为基数才能解释` +
      `${namedAmong(other.runs, group)}。`;
    return { verdict: "other-base", expected, runs: other.runs, why } as const;
  }
  const [slip] = slipsBehind({ row, base, family: group.family, rounding });
  if (slip !== undefined) {
    return { verdict: "impossible", expected, why: `${wrong}；${slip}。` } as const;
  }
  const named = namedBaseFor(row, namedBases(base, group.family, group.all), rounding);
  if (named !== undefined) {
    const why = `${wrong}；以 ${named.base} 为基数则相符，即${named.how}。`;
    return {
      verdict: "other-base",
      expected,
      runs: [{ from: named.base, to: named.base }],
      why,
    } as const;
  }
  const own = row.count === null ? null : basesOfCount(row.printed, row.count, rounding);
  if (own === null) return { verdict: "impossible", expected, why: `${wrong}。` } as const;
  const why = `${wrong}；该人数与百分比要求基数为 ${describeBases([own])}`;
  return rows.length === 1
    ? { verdict: "other-base", expected, runs: [own], why: `${why}。` } as const
    : { verdict: "impossible", expected, why: `${why}，与本表其余数字不合。` } as const;
}

/** A base that explains at least two rows more than the stated one, and most of the group. */
function otherBase({ base, rows, rounding }: StatedGroup): OtherBase | null {
  const fitting = rows.filter((row) => explains(base, row, rounding)).length;
  const enough = (hits: number) => hits >= fitting + 2 && 2 * hits > rows.length;
  if (!enough(rows.length)) return null;
  const known = rows.filter((row) => row.count !== null);
  const common = commonBases(rows, { rounding });
  const telling = known.length > 0 ? common : tellingBases(rows, common, rounding);
  if (telling.length > 0) return { runs: telling, hits: rows.length };
  const best = bestBases(known, rounding);
  return best !== null && enough(best.hits) ? best : null;
}

/** How many accidental bases are too many to believe in one. */
const ACCIDENTS = 0.05;

/**
 * Of the bases that explain percentages without counts, those that chance does not: as many bases
 * as up to here would be expected to fit by accident, given how often each value occurs, are few.
 */
function tellingBases(
  rows: readonly AuditRow[],
  common: readonly Run[],
  rounding: Rounding,
): Run[] {
  const distinct = [...new Map(rows.map((row) => [shown(row), row])).values()];
  const believable = (base: number) => {
    const frequencies = distinct.map((row) =>
      howMany(commonBases([row], { limit: base, rounding })) / base
    );
    return frequencies.reduce((product, each) => product * each, base) < ACCIDENTS;
  };
  const smallest = Math.min(...rows.map(({ printed }) => unitsInWhole(printed.decimals)));
  const bases: number[] = [];
  for (const base of firstOf(common, LONGEST_LIST)) {
    if (base >= smallest || !believable(base)) break;
    bases.push(base);
  }
  return bases.map((base) => ({ from: base, to: base }));
}

/** Beyond so many fitting bases none of them tells anything. */
const LONGEST_LIST = 20;

function explainsWithin({ from, to }: Run, row: AuditRow, rounding: Rounding): boolean {
  if (row.count === null) return explains(from, row, rounding);
  const own = basesOfCount(row.printed, row.count, rounding);
  return own !== null && own.from <= to && from <= own.to;
}

/** How print names one of the bases, or that a single one stands nowhere else. */
function namedAmong(runs: readonly Run[], { base, family, all }: StatedGroup): string {
  const named = namedBases(base, family, all).find((each) => includesBase(runs, each.base));
  if (named !== undefined) return `，其中 ${named.base} = ${named.how}`;
  const printed = all.some((row) =>
    [row.base, row.count].some((each) => each !== null && includesBase(runs, each))
  );
  return printed ? "" : "，所审各数中别处未见";
}

function fit(row: AuditRow, base: number, rounding: Rounding): string {
  if (row.count !== null) {
    const note = row.count > base ? `（人数多于基数，是比率而不是占比）` : "";
    return `${row.count}÷${base} ${roundingName(rounding)}即 ${shown(row)}${note}`;
  }
  const counts = countsFor(row.printed, base, rounding);
  if (counts === null) throw new Error(`Cannot describe the fit of ${shown(row)} over ${base}`);
  return counts.from === counts.to
    ? `${base} 人中只有 ${counts.from} 人印作 ${shown(row)}`
    : `${base} 人中 ${counts.from}–${counts.to} 人都印作 ${shown(row)}`;
}

function misfit(row: AuditRow, base: number, rounding: Rounding, expected: string): string {
  if (row.count !== null) return `${row.count}÷${base} 应为 ${expected}%，印作 ${shown(row)}`;
  const { below, above } = teethAround(row.printed, base, rounding);
  const tooth = ({ count, units }: { count: number; units: number }) =>
    `${count} 人为 ${writeUnits(units, row.printed.decimals)}%`;
  const between = [below, above].flatMap((each) => each === null ? [] : [tooth(each)]).join("、");
  return `以 ${base} 为基数没有整数人数能印作 ${shown(row)}（${between}）`;
}
