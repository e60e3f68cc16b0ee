/**
 * What stands in a table's column. Frames and Arquero alike take a value by `at` and all of them in
 * order, so that a column need not be an array; see `codes.ts`.
 */

/** Some rows of a table, in some order. */
export interface Rows {
  readonly length: number;
  readonly positions: ArrayLike<number>;
}

/** A column: an array, or whatever else gives a value for a position and all of them in order. */
export interface Column<T = unknown> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
  /** The values of some rows, where the column has its own way to gather them. */
  take?(rows: Rows): Column<T>;
  /** The rows whose value passes a test, likewise. */
  where?(test: (value: T) => unknown): Rows;
}

/** A column with null for what is undefined: a value that is not known has one name only. */
export function known(column: Column): Column {
  return Array.isArray(column) && column.includes(undefined)
    ? Array.from(column, (value) => value ?? null)
    : column;
}

/** A column's values in some rows. */
export function taken(column: Column, rows: Rows): Column {
  return column.take?.(rows) ?? Array.from(rows.positions, (at) => column.at(at));
}

/** The rows in which a column is true, or counts as true. */
export function passing(column: Column): Rows {
  if (column.where !== undefined) return column.where(Boolean);
  const positions: number[] = [];
  for (let at = 0; at < column.length; at++) if (column.at(at)) positions.push(at);
  return rowsAt(positions);
}

/** The rows at some positions. */
export function rowsAt(positions: ArrayLike<number>): Rows {
  return { length: positions.length, positions };
}

/** A column's values at some positions; null at -1. */
export function gathered(column: Column, rows: readonly number[]): unknown[] {
  return rows.map((at) => at < 0 ? null : column.at(at));
}

/** The error of a misspelt column, which lists the columns there are. */
export function unknownColumn(name: string, present: readonly string[]): TypeError {
  return new TypeError(`没有“${name}”列；现有：${present.join("、")}`);
}
