/** The headline numbers of a school's earlier cohorts, whose records need not be on disk. */
import { join } from "node:path";
import { Bound, parseBound } from "../table/bound.ts";
import type { Frame } from "../table/frame.ts";
import { type Check, conformIfAny, optional } from "../table/schema.ts";

/**
 * A cohort's headline numbers: exact, a bound such as `≥84` where only that is known, or empty where
 * nothing is. The rates are in per cent.
 */
export interface Headline {
  readonly 届: number;
  readonly 毕业生人数: number | Bound | "";
  readonly 毕业去向落实率: Bound | "";
  readonly 升学率: Bound | "";
}

const year: Check<number> = (cell) =>
  /^\d{4}$/.test(cell) ? { value: Number(cell) } : { expected: "应为四位年份，如 2023" };

const headcount: Check<number | Bound> = (cell) => {
  const bound = parseBound(cell);
  return bound === null || bound.side === "beside" || !/^\d+$/.test(bound.limit)
    ? { expected: "应为整数、带 < > ≤ ≥ 的范围，或留空表示未知" }
    : { value: bound.side === "at" ? Number(bound.limit) : bound };
};

const [NONE, ALL, ONE] = [new Bound("≥", "0"), new Bound("≤", "100"), new Bound("≤", "1")];

/**
 * A percentage, with or without its sign. A spreadsheet keeps 84.20% as 0.842 and shows what it
 * likes, so that a fraction of one must have the sign to be believed.
 */
const rate: Check<Bound> = (cell) => {
  const written = cell.replace(/%$/, "");
  const bound = parseBound(written);
  if (bound === null || bound.side === "beside") {
    return { expected: "应为百分数（如 84.20）、带 < > ≤ ≥ 的范围，或留空表示未知" };
  }
  const { exact, limit } = bound;
  if (!NONE.admits(exact) || !ALL.admits(exact)) {
    return { expected: "应在 0 到 100 之间" };
  }
  const fraction = limit.includes(".") && exact[0] !== 0n && ONE.admits(exact);
  if (fraction && written === cell) {
    const sign = cell.slice(0, -limit.length);
    return {
      expected: `应写成百分数：若是 ${percentOf(limit)}%，应写作 ${sign}${percentOf(limit)}；` +
        `若确是 ${limit}%，请写作 ${sign}${limit}%`,
    };
  }
  return { value: bound };
};

/** A fraction of one as a percentage, its digits kept: `0.8420` is `84.20`. */
function percentOf(fraction: string): string {
  const [whole = "", digits = ""] = fraction.split(".");
  const moved = digits.padEnd(2, "0");
  const rest = moved.slice(2);
  return String(Number(whole + moved.slice(0, 2))) + (rest === "" ? "" : `.${rest}`);
}

/**
 * Reads `history.csv`: the headline numbers of cohorts whose records are not on disk.
 *
 * @param folder the edition's folder; without the file there is no history, which is no fault
 * @throws {DataError} with every fault of the file
 */
export function readHistory(folder: string): Frame<Headline> {
  return conformIfAny<Headline>(join(folder, "history.csv"), {
    届: year,
    毕业生人数: optional(headcount),
    毕业去向落实率: optional(rate),
    升学率: optional(rate),
  }, { key: "届" });
}

/**
 * What several `history.csv` say of a cohort together: of each number what the first says that knows
 * it.
 *
 * @param histories what each edition knows, the one to be believed first
 */
export function recalled(histories: readonly Frame<Headline>[], year: number): Headline {
  const rows = histories.flatMap((history) => history.filter((row) => row.届 === year).rows());
  const first = <K extends "毕业生人数" | "毕业去向落实率" | "升学率">(column: K) =>
    rows.map((row) => row[column]).find((value) => value !== "") ?? "";
  return {
    届: year,
    毕业生人数: first("毕业生人数"),
    毕业去向落实率: first("毕业去向落实率"),
    升学率: first("升学率"),
  };
}

/** A headcount that is known exactly, or null where there is only a bound or nothing. */
export function exactCount(headcount: Headline["毕业生人数"] | undefined): number | null {
  return typeof headcount === "number" ? headcount : null;
}
