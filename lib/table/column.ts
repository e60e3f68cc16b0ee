/**
 * What stands in a table's column. Frames and Arquero alike take a value by `at` and all of them in
 * order, so that a column need not be an array; see `codes.ts`.
 */

/** A column: an array, or whatever else gives a value for a position and all of them in order. */
export interface Column<T = unknown> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
  /** The values at some positions, where the column has its own way to gather them. */
  take?(rows: ArrayLike<number>): Column<T>;
  /** The positions of the values that pass a test, likewise. */
  where?(test: (value: T) => unknown): ArrayLike<number>;
}

/** A column with null for what is undefined: a value that is not known has one name only. */
export function known(column: Column): Column {
  return Array.isArray(column) && column.includes(undefined)
    ? Array.from(column, (value) => value ?? null)
    : column;
}

/** A column's values at some positions, all of which it has. */
export function taken(column: Column, rows: ArrayLike<number>): Column {
  return column.take?.(rows) ?? Array.from(rows, (at) => column.at(at));
}

/** The positions of a column's values that are true, or count as true. */
export function passing(column: Column): ArrayLike<number> {
  if (column.where !== undefined) return column.where(Boolean);
  const rows: number[] = [];
  for (let at = 0; at < column.length; at++) if (column.at(at)) rows.push(at);
  return rows;
}

/** A column's values at some positions; null at -1. */
export function gathered(column: Column, rows: readonly number[]): unknown[] {
  return rows.map((at) => at < 0 ? null : column.at(at));
}

/** The error of a misspelt column, which lists the columns there are. */
export function unknownColumn(name: string, present: readonly string[]): TypeError {
  return new TypeError(`没有“${name}”列；现有：${present.join("、")}`);
}
