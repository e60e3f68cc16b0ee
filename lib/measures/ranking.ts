import { desc, Frame, type With } from "../table/frame.ts";
import { requireCount } from "./arguments.ts";

/**
 * The first rows of a ranking, and the rest gathered into one.
 *
 * @param ranked rows in order, each a label and a count; a row without a label is of those of whom
 *   nothing is known, and never stands by itself
 * @param most how many rows stand by themselves
 * @param rest label of the row that gathers the others; there is none where nothing is left
 * @param unknown label of a last row for those of whom nothing is known; without it they are
 *   gathered with the rest
 * @throws {TypeError} in Chinese, if `most` is no whole number from 0 up
 */
export function topAndRest<
  const L extends string,
  const C extends string,
  R extends { [K in L]: string } & { [K in C]: number },
>(
  ranked: Frame<R>,
  most: number,
  { label, count, rest, unknown = rest }: {
    readonly label: L;
    readonly count: C;
    readonly rest: string;
    readonly unknown?: string;
  },
): Frame<{ [K in L]: string } & { [K in C]: number }> {
  requireCount(most, "topAndRest(表, 单列几个, …) 的“单列几个”");
  type Row = { [K in L]: string } & { [K in C]: number };
  const row = (name: string, number: number) => ({ [label]: name, [count]: number }) as Row;
  const known = ranked.filter((one) => Boolean(one[label]));
  const sum = (rows: Frame<R>) => rows.column(count).reduce((total: number, n) => total + n, 0);
  const top = known.slice(0, most).rows().map((one) => row(one[label], one[count]));
  const others = new Map([[rest, sum(known.slice(most))]]);
  const nameless = sum(ranked.filter((one) => !one[label]));
  others.set(unknown, (others.get(unknown) ?? 0) + nameless);
  const rows = [...top, ...[...others].filter(([, n]) => n > 0).map(([name, n]) => row(name, n))];
  return Frame.fromRows<Row>(rows, [label, count] as (keyof Row & string)[]);
}

/**
 * Rows in the order that a list gives their labels; equal labels keep their order, labels that the
 * list lacks come last.
 *
 * @param column the column that holds the label
 * @param order labels in the wanted order
 */
export function inOrder<R extends object>(
  rows: Frame<R>,
  column: keyof R & string,
  order: readonly string[],
): Frame<R> {
  const position = (label: unknown) => {
    const at = order.indexOf(String(label));
    return at < 0 ? order.length : at;
  };
  const places = rows.column(column).map(position);
  const sorted = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const all = rows.rows();
  return Frame.fromRows(
    sorted.flatMap((i) => all[i] ?? []),
    rows.names as (keyof R & string)[],
  );
}

/** A place in a ranking. */
export interface Place {
  /** From 1; equals share a place, and the next ones follow after all of them (1, 1, 3). */
  readonly 名次: number;
  /** Whether another row of the ranking has the same value, shown or not. */
  readonly 并列: boolean;
}

/** The first rows of a ranking. */
export interface Foremost<R extends object> {
  readonly rows: Frame<With<R, Place>>;
  /** How many rows that are left out have the last shown row's value: 并列的还有 … 个. */
  readonly more: number;
}

/**
 * The first rows by a value, largest first; equals keep their order and are told as equals. Rows
 * without a label or with nothing to count are no part of a ranking, so that there may be fewer
 * than asked, or none.
 *
 * @param label the column that names a row
 * @param value the column of counts or shares to rank by
 * @param most how many rows at most
 * @throws {TypeError} in Chinese, if `most` is no whole number from 0 up
 */
export function foremost<R extends object>(
  rows: Frame<R>,
  { label, value, most }: {
    readonly label: keyof R & string;
    readonly value: keyof R & string;
    readonly most: number;
  },
): Foremost<R> {
  requireCount(most, "foremost(表, { …, most }) 的 most（列几个）");
  const of = (row: R) => Number(row[value]);
  const ranking = rows.filter((row) => Boolean(row[label]) && of(row) > 0).orderby(desc(value));
  const values = ranking.rows().map(of);
  const shown = ranking.slice(0, most).derive<Place>({
    名次: (row) => values.indexOf(of(row)) + 1,
    并列: (row) => values.indexOf(of(row)) !== values.lastIndexOf(of(row)),
  });
  const last = values[shown.size - 1];
  return { rows: shown, more: values.slice(shown.size).filter((one) => one === last).length };
}

/** Who stands first in a ranking. */
export interface Topmost<R extends object> {
  /** The first row; null where the ranking has fewer than two rows with something to count. */
  readonly row: R | null;
  /** Its name, or the names of all that share the first place. */
  readonly names: string | null;
  /** Whether several share it. */
  readonly tied: boolean;
}

/**
 * Who stands first by a value. A ranking of one has no first, nor has one of equals or of nothing but
 * zeros.
 *
 * @param label the column that names a row
 * @param value the column of counts or shares to rank by
 */
export function topmost<R extends object>(
  rows: Frame<R>,
  { label, value }: { readonly label: keyof R & string; readonly value: keyof R & string },
): Topmost<R> {
  const none = { row: null, names: null, tied: false };
  if (rows.filter((row) => Boolean(row[label])).size < 2) return none;
  const ranking = foremost(rows, { label, value, most: rows.size }).rows.rows();
  const first = ranking.filter(({ 名次 }) => 名次 === 1) as unknown as R[];
  const [row = null] = first;
  if (row === null || first.length === rows.size) return none;
  return { row, names: first.map((one) => String(one[label])).join("、"), tied: first.length > 1 };
}
