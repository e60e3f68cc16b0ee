/** Likely reasons why one number is not what its count and base give, the strongest first. */
import { basesOfCount, includesBase } from "./bases.ts";
import { expectedOver, explains, roundingName, shown } from "./finding.ts";
import { roundedParts, stretchBehind } from "./parts.ts";
import { unitsInWhole, writeUnits } from "./printed.ts";
import { holds, roundedUnits, type Rounding, ROUNDINGS, windowOf } from "./rounding.ts";
import type { AuditRow } from "./rows.ts";
import { isOneDigitOff, transposed } from "./slips.ts";

/** The row in its surroundings. */
export interface Scene {
  readonly row: AuditRow;
  /** The base that it was measured against and does not fit. */
  readonly base: number;
  /** All rows of its family in printed order, itself included. */
  readonly family: readonly AuditRow[];
  readonly rounding: Rounding;
}

/** The reasons that keep the base and blame the number, each a Chinese clause. */
export function slipsBehind(scene: Scene): string[] {
  return [
    countOffByOne(scene),
    otherRounding(scene, "truncate"),
    digitsSwapped(scene),
    countSwapped(scene),
    sumOfNeighbours(scene),
    sumOfUnknownParts(scene),
    otherRounding(scene, "half-even"),
    otherRounding(scene, "ceiling"),
    oneDigit(scene),
  ].filter((reason) => reason !== null);
}

/** A base named elsewhere in print that would make the row right, and how it is named. */
export interface NamedBase {
  readonly base: number;
  readonly how: string;
}

/**
 * Bases in evidence: another base of the same table, the base with two digits swapped, the base
 * without (or with) a group that is counted over it somewhere in the file, and the table's total.
 */
export function namedBases(
  base: number,
  family: readonly AuditRow[],
  all: readonly AuditRow[],
): NamedBase[] {
  const others = family.flatMap((row) =>
    row.base === null || row.base === base
      ? []
      : [{ base: row.base, how: `本表“${row.item}”的基数` }]
  );
  const swapped = transposed(base).map((each) => ({ base: each, how: `${base} 的两位数字对调` }));
  const groups = all.filter((row) => row.base === base && row.count !== null && row.count > 0)
    .flatMap(({ count, table, item }) => {
      const group = count ?? 0;
      const name = `${group}（${table} ${item}）`;
      return [
        { base: base - group, how: `${base} − ${name}` },
        { base: base + group, how: `${base} + ${name}` },
      ];
    });
  return [...others, ...swapped, ...groups].filter((each) => each.base > 0);
}

/** The named base that makes a row with a count right, if there is one. */
export function namedBaseFor(row: AuditRow, named: readonly NamedBase[], rounding: Rounding) {
  const run = row.count === null ? null : basesOfCount(row.printed, row.count, rounding);
  return run === null ? undefined : named.find(({ base }) => includesBase([run], base));
}

function otherRounding({ row, base, rounding }: Scene, other: Rounding): string | null {
  if (row.count === null || other === rounding || !ROUNDINGS.includes(other)) return null;
  if (!explains(base, row, other)) return null;
  return `像是${roundingName(other)}而不是${roundingName(rounding)}`;
}

function countOffByOne({ row, base, rounding }: Scene): string | null {
  const { count, printed } = row;
  if (count === null) return null;
  const window = windowOf(printed, rounding);
  const near = [count - 1, count + 1].filter((each) => each >= 0 && holds(window, each, base));
  if (near.length === 0) return null;
  return `人数若为 ${near.join(" 或 ")} 则相符，像是人数差 1`;
}

function digitsSwapped(scene: Scene): string | null {
  const { row, base, rounding } = scene;
  const { units, decimals } = row.printed;
  if (row.count !== null) {
    const expected = roundedUnits(row.count, base, decimals, rounding);
    if (!transposed(expected).includes(units) && !transposed(units).includes(expected)) return null;
    return `像是 ${writeUnits(expected, decimals)} 的两位数字对调`;
  }
  // Over a large base a swap makes something possible anyway, so that it proves nothing.
  if (base * 10 > unitsInWhole(decimals)) return null;
  const right = transposed(units).find((each) =>
    explains(base, { ...row, printed: { units: each, decimals } }, rounding)
  );
  return right === undefined ? null : `像是 ${writeUnits(right, decimals)} 的两位数字对调`;
}

function countSwapped({ row, base, rounding }: Scene): string | null {
  if (row.count === null) return null;
  const window = windowOf(row.printed, rounding);
  const right = transposed(row.count).find((each) => holds(window, each, base));
  return right === undefined ? null : `人数若为 ${right} 则相符，像是人数的两位数字对调`;
}

function sumOfNeighbours({ row, base, family }: Scene): string | null {
  const index = family.indexOf(row);
  const stretch = index < 0 ? null : stretchBehind(family, index, base);
  if (stretch === null) return null;
  const rows = family.slice(stretch.first, stretch.last + 1);
  const sum = rows.map(shown).join("+");
  return stretch.complement
    ? `像是用 100% 减去已取整的各项（100%−${rows.map(shown).join("−")}）`
    : `像是把已取整的各项相加（${sum}）`;
}

function sumOfUnknownParts({ row, base, rounding }: Scene): string | null {
  if (row.count !== null || rounding !== "half-up") return null;
  const found = roundedParts(row.printed, base);
  if (found === null) return null;
  const { decimals } = row.printed;
  const parts = found.parts.map((part) =>
    writeUnits(roundedUnits(part, base, decimals, rounding), decimals)
  );
  return `可由几个选项先各自取整再相加得到（如 ${found.parts.join("+")} 人即 ${parts.join("+")}，` +
    `而 ${found.count} 人应为 ${expectedOver(base, { ...row, count: found.count }, rounding)}%）`;
}

function oneDigit({ row, base, rounding }: Scene): string | null {
  if (row.count === null) return null;
  const { units, decimals } = row.printed;
  const expected = roundedUnits(row.count, base, decimals, rounding);
  return isOneDigitOff(units, expected) ? "与应有值只差一位数字" : null;
}
