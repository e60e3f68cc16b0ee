/** The rows of a table that add others up: 小计 after each group of rows, 合计 after all. */
import { Ratio, ratio } from "../measures/ratio.ts";
import type { Frame } from "../table/frame.ts";
import { toCell } from "./cell.ts";
import type { Cell, Sum } from "./exhibit.ts";

/** What a table adds up. */
export interface Adding {
  /**
   * The columns that are added up: counts, and shares of one whole; or the row of all itself, where
   * it is more than a sum (a rate of all is none of its groups' rates). Other columns stay empty.
   */
  readonly total?: readonly string[] | Frame<object>;
  /** Rows that follow one another and are alike in this column are added up too. */
  readonly subtotals?: string;
}

/**
 * The rows that add up a table's rows; none of a single row, which is its own sum.
 *
 * @param rows as they are shown
 * @throws {RangeError} for a column that the table does not have, or shares of different wholes
 */
export function sumsOf(rows: Frame<object>, { total, subtotals }: Adding): Sum[] {
  if (total === undefined || rows.size < 2) return [];
  const { names } = rows;
  const all = rows.rows() as Readonly<Record<string, unknown>>[];
  if (!isList(total)) {
    const whole = total.only() as Readonly<Record<string, unknown>>;
    const named = names.find((name) => !(name in whole));
    const cells = names.map((
      name,
    ) => (name === named ? "合计" : name in whole ? toCell(whole[name]) : ""));
    return [{ after: rows.size, cells }];
  }
  const unknown = [...total, subtotals ?? total[0]].find((name) => !names.includes(name ?? ""));
  if (unknown !== undefined) throw new RangeError(`Cannot add up "${unknown}": no such column`);
  const add = (from: number, to: number, label: string): Sum => {
    const part = all.slice(from, to);
    const free = names.filter((name) =>
      !total.includes(name) && (label === "合计" || name !== subtotals)
    );
    const cells = names.map((name): Cell => {
      if (total.includes(name)) return added(part.map((row) => row[name]));
      if (name === free[0]) return label;
      return label === "小计" && name === subtotals ? toCell(part[0]?.[name]) : "";
    });
    return { after: to, cells };
  };
  const parts = subtotals === undefined ? [] : groups(all.map((row) => row[subtotals]))
    .filter(([from, to]) => to - from > 1)
    .map(([from, to]) => add(from, to, "小计"));
  return [...parts, add(0, rows.size, "合计")];
}

function isList(total: NonNullable<Adding["total"]>): total is readonly string[] {
  return Array.isArray(total);
}

/** Counts, or shares of one whole, added up; empty where one is neither or not known. */
function added(values: readonly unknown[]): Cell {
  if (values.every((value) => typeof value === "number")) {
    return values.reduce((sum, value) => sum + value, 0);
  }
  const shares = values.filter((value) => value instanceof Ratio);
  if (shares.length < values.length) return "";
  const base = shares[0]?.base ?? 0;
  if (shares.some((share) => share.base !== base)) {
    throw new RangeError("Cannot add up shares of different wholes");
  }
  return toCell(ratio(shares.reduce((sum, share) => sum + share.count, 0), base));
}

/** Where values that follow one another and are equal begin, and where they end. */
function groups(values: readonly unknown[]): (readonly [from: number, to: number])[] {
  const starts = values.flatMap((value, i) => (i === 0 || value !== values[i - 1] ? [i] : []));
  return starts.map((from, i) => [from, starts[i + 1] ?? values.length]);
}
