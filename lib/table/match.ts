/** Which rows of two tables belong together. */
import type { Column } from "./column.ts";

/** For a row of the left table, the matching rows of the right, in order. */
export type Matches = (left: number) => readonly number[];

/** Positions in both tables, in the order of the left; -1 where one has no row. */
export interface Pairs {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Whether rows that have no match are kept. */
export interface Outer {
  readonly left?: boolean;
  readonly right?: boolean;
}

const NONE: readonly number[] = [];

/**
 * Matches rows whose keys are equal, dates by the time that they are. What is unknown (null, NaN)
 * matches nothing.
 *
 * @param left the left table's key columns
 * @param right the right table's, as many
 */
export function byKeys(left: readonly Column[], right: readonly Column[]): Matches {
  const rows = new Map<unknown, number[]>();
  for (let at = 0; at < (right[0]?.length ?? 0); at++) {
    const key = keyAt(right, at);
    const known = rows.get(key);
    if (known !== undefined) known.push(at);
    else if (key !== undefined) rows.set(key, [at]);
  }
  return (at) => rows.get(keyAt(left, at)) ?? NONE;
}

/** Matches rows by a test of both, which runs for every pair of rows. */
export function byTest(test: (left: number, right: number) => unknown, rows: number): Matches {
  const all = Array.from({ length: rows }, (_, right) => right);
  return (left) => all.filter((right) => test(left, right));
}

/** All pairs of rows that match, and the rows without a match that are wanted. */
export function pairs(
  matches: Matches,
  rows: { readonly left: number; readonly right: number },
  outer: Outer,
): Pairs {
  const left: number[] = [];
  const right: number[] = [];
  const pair = (l: number, r: number) => {
    left.push(l);
    right.push(r);
  };
  const matched = new Uint8Array(rows.right);
  for (let l = 0; l < rows.left; l++) {
    const found = matches(l);
    for (const r of found) {
      pair(l, r);
      matched[r] = 1;
    }
    if (outer.left && found.length === 0) pair(l, -1);
  }
  if (outer.right) matched.forEach((hit, r) => hit || pair(-1, r));
  return { left, right };
}

/** Whether a value is no value: nothing, no number, or a date that is none. */
export function isUnknown(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value) ||
    (value instanceof Date && Number.isNaN(value.getTime()));
}

/** What a row's key is compared by; undefined where a part of it is unknown. */
function keyAt(columns: readonly Column[], at: number): unknown {
  if (columns.length === 1) return comparable(columns[0]?.at(at));
  const parts = columns.map((column) => comparable(column.at(at)));
  return parts.includes(undefined) ? undefined : JSON.stringify(parts);
}

function comparable(value: unknown): unknown {
  if (typeof value === "string") return value;
  if (isUnknown(value)) return undefined;
  if (typeof value === "bigint") return `\0${value}`;
  if (typeof value !== "object") return value;
  // Objects are equal where what they hold is; no text of a file begins with this character.
  return value instanceof Date ? `\0date ${value.getTime()}` : `\0${JSON.stringify(value)}`;
}
