/** A column of shares as print or a spreadsheet has it: percentages, or fractions that Excel made of them. */
import { type Printed, readPrinted } from "./printed.ts";
import { isBlank } from "./rows.ts";

/** A column and how to read it. */
export interface Reading {
  readonly texts: readonly string[];
  /** Which of them are of a row 合计. */
  readonly isTotal: readonly boolean[];
  /** Whether 45.70 is still written so; a cell of a workbook that holds a number says 45.7. */
  readonly keepsZeros: boolean;
  /** What numbers up to 1 are where nothing tells. */
  readonly as?: "fraction" | "percent" | undefined;
}

/** A cell that is not audited, and why. */
export interface Doubt {
  readonly row: number;
  readonly why: string;
}

/** Decimals of a percentage where a spreadsheet has kept all digits of a division. */
const USUAL = 2;
/** More decimals than this nobody prints. */
const MOST = 4;

/**
 * Reads a column. Cells that say that there is no number are null.
 *
 * @returns a question where the numbers could be fractions or percentages and nothing tells which
 */
export function readShares(
  { texts, isTotal, keepsZeros, as }: Reading,
): { readonly printed: readonly (Printed | null)[]; readonly doubts: readonly Doubt[] } | {
  readonly question: string;
} {
  const doubts: Doubt[] = [];
  const cells = texts.map((text, row) => {
    if (isBlank(text)) return null;
    const printed = readPrinted(text);
    if (printed === null) {
      const negative = /^[-−]\s*[\d.]+\s*%?$/.test(text);
      doubts.push({ row, why: negative ? `${text} 是负数，不是比例` : `“${text}”不是比例` });
      return null;
    }
    const value = printed.units / 10 ** printed.decimals;
    return { row, printed, value, signed: text.includes("%") };
  }).filter((cell) => cell !== null);

  const bare = cells.filter(({ signed, value }) => !signed && value > 0);
  const small = bare.filter(({ value }) => value <= 1);
  // 0.8420 among 84.20 and 15.80: no percentage is printed with two digits more than its neighbours.
  const usual = Math.max(
    0,
    ...bare.filter(({ value }) => value > 1).map((one) => one.printed.decimals),
  );
  const slips = small.filter(({ printed }) => printed.decimals >= Math.min(usual, USUAL) + 2);
  let fractions = false;
  if (bare.length > 0 && small.length === bare.length) {
    const sum = bare.filter(({ row }) => !isTotal[row]).reduce((all, { value }) => all + value, 0);
    const whole = bare.some(({ row, value }) => isTotal[row] && value === 1);
    if (whole || (bare.length > 1 && Math.abs(sum - 1) < 0.02)) fractions = true;
    else if (cells.some(({ signed }) => signed)) fractions = false;
    else if (as === undefined) {
      return {
        question: "里的数都不到 1：是小数（0.5638 即 56.38%）还是百分数？" +
          "请加上 --as fraction（小数）或 --as percent（百分数）再运行",
      };
    } else fractions = as === "fraction";
  } else fractions = slips.length > bare.length / 2;

  const odd = fractions
    ? bare.filter(({ value }) => value > 1)
    : small.length < bare.length
    ? slips
    : [];
  for (const { row } of odd) {
    const [most, one] = fractions ? ["小数", "百分数"] : ["百分数", "小数"];
    doubts.push({ row, why: `${texts[row]} 像是${one}，同一列别的都是${most}` });
  }
  const read = cells.filter((cell) => !odd.includes(cell)).flatMap(
    ({ row, printed, value, signed }) => {
      if (value > (fractions && !signed ? 1 : 100)) {
        doubts.push({ row, why: `${texts[row]} 超过 100%` });
        return [];
      }
      return [{ row, printed: fractions && !signed ? times100(printed) : printed }];
    },
  );
  const kept = read.map(({ printed: { decimals } }) => decimals).filter((count) => count <= MOST);
  const decimals = Math.max(0, ...kept) || (read.length > kept.length ? USUAL : 0);
  const printed: (Printed | null)[] = texts.map(() => null);
  for (const { row, printed: one } of read) {
    if (one.decimals > MOST) printed[row] = rounded(one, kept.length === 0 ? USUAL : decimals);
    else printed[row] = keepsZeros && !fractions ? one : padded(one, decimals);
  }
  return { printed, doubts: doubts.sort((a, b) => a.row - b.row) };
}

/** A fraction as a percentage. */
function times100({ units, decimals }: Printed): Printed {
  return decimals >= 2
    ? { units, decimals: decimals - 2 }
    : { units: units * 10 ** (2 - decimals), decimals: 0 };
}

/** With the zeros that a spreadsheet dropped. */
function padded({ units, decimals }: Printed, to: number): Printed {
  return decimals >= to
    ? { units, decimals }
    : { units: units * 10 ** (to - decimals), decimals: to };
}

function rounded({ units, decimals }: Printed, to: number): Printed {
  return { units: Math.round(units / 10 ** (decimals - to)), decimals: to };
}
