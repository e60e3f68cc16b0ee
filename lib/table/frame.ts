/**
 * A typed Arquero table. This file is the house's only door to Arquero: the verbs keep Arquero's
 * names, take ordinary functions over a row, and know the columns, so that a misspelt column is
 * an error that lists the columns there are, for the type checker and in a running cell alike.
 */
import * as aq from "arquero";

/** A column to sort by, largest first; made by {@link desc}. */
export interface Descending<K> {
  readonly descending: K;
}

/** Sorts by `column`, largest first. */
export function desc<const K extends string>(column: K): Descending<K> {
  return { descending: column };
}

type Key<R> = keyof R & string;

/** A row with some further columns. A later column of the same name replaces the earlier one. */
export type With<R, N> = {
  [K in keyof R | keyof N]: K extends keyof N ? N[K] : K extends keyof R ? R[K] : never;
};

/** An immutable table of rows `R`. Every verb returns a new frame. */
export class Frame<R extends object> {
  readonly #table: aq.ColumnTable;

  private constructor(table: aq.ColumnTable) {
    this.#table = table;
  }

  /**
   * A frame from columns of equal length.
   *
   * @throws {RangeError} if the columns differ in length
   */
  static fromColumns<R extends object>(
    columns: { readonly [K in keyof R]: readonly R[K][] },
  ): Frame<R> {
    const lengths = new Set(Object.values<readonly unknown[]>(columns).map((c) => c.length));
    if (lengths.size > 1) {
      throw new RangeError(`Cannot make a frame: columns differ in length (${[...lengths]})`);
    }
    return new Frame(aq.table({ ...columns }));
  }

  /**
   * A frame from rows. `names` gives the columns, which an empty list of rows cannot tell.
   */
  static fromRows<R extends object>(rows: readonly R[], names: readonly Key<R>[]): Frame<R> {
    return new Frame(
      aq.table(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]))),
    );
  }

  /** The Arquero table itself, for a verb that is not offered here. */
  get table(): aq.ColumnTable {
    return this.#table;
  }

  /** The columns' names in order. */
  get names(): string[] {
    return this.#table.columnNames();
  }

  /** How many rows there are. */
  get size(): number {
    return this.#table.numRows();
  }

  /** One column's values, in row order. */
  column<K extends Key<R>>(name: K): R[K][] {
    this.#require([name]);
    return [...(this.#table.array(name) as Iterable<R[K]>)];
  }

  /** All rows as objects, in order. */
  rows(): R[] {
    return this.#table.objects({ limit: Infinity }) as R[];
  }

  /** The only row. @throws {RangeError} if there is not exactly one */
  only(): R {
    const [row, second] = this.rows();
    if (row === undefined || second !== undefined) {
      throw new RangeError(`Expected exactly one row: there are ${this.size}`);
    }
    return row;
  }

  /** The rows that pass `test`. */
  filter(test: (row: R) => boolean): Frame<R> {
    const row = this.#reader();
    const kept: number[] = [];
    for (let i = 0; i < this.size; i++) if (test(row(i))) kept.push(i);
    return new Frame(this.#table.reify(kept));
  }

  /** Adds (or replaces) columns, each computed from its row and the row's position from 0. */
  derive<N extends object>(
    columns: { readonly [K in keyof N]: (row: R, index: number) => N[K] },
  ): Frame<With<R, N>> {
    const row = this.#reader();
    const made = Object.entries<(row: R, index: number) => unknown>(columns)
      .map((
        [name, value],
      ) => [name, Array.from({ length: this.size }, (_, i) => value(row(i), i))]);
    return new Frame(this.#table.assign(aq.table(Object.fromEntries(made))));
  }

  /** Keeps the named columns, in that order. */
  select<K extends Key<R>>(...names: readonly K[]): Frame<Pick<R, K>> {
    this.#require(names);
    return new Frame(this.#table.select(...names));
  }

  /**
   * Renames columns: `{ old: "new" }`.
   *
   * @throws {TypeError} if a new name is taken, since the column that has it would be lost
   */
  rename<const M extends { readonly [K in Key<R>]?: string }>(
    names: M,
  ): Frame<{ [K in Key<R> as K extends keyof M ? (M[K] extends string ? M[K] : K) : K]: R[K] }> {
    this.#require(Object.keys(names));
    this.#requireFree(
      Object.values<string | undefined>(names),
      this.names.filter((name) => !(name in names)),
    );
    return new Frame(this.#table.rename(names as Record<string, string>));
  }

  /** Sorts rows; equal rows keep their order. What is unknown (null, NaN) counts as the least. */
  orderby(...keys: readonly (Key<R> | Descending<Key<R>>)[]): Frame<R> {
    this.#require(keys.map((key) => (typeof key === "string" ? key : key.descending)));
    // Arquero compares objects by `<` alone, which leaves an unknown share (NaN) anywhere.
    const value = (name: Key<R>) => aq.escape((row: R) => row[name]?.valueOf());
    const order = keys.map((key) =>
      typeof key === "string" ? value(key) : aq.desc(value(key.descending))
    );
    return new Frame(this.#table.orderby(...order).reify());
  }

  /** The rows from position `start` up to and without `end`. */
  slice(start: number, end?: number): Frame<R> {
    return new Frame(this.#table.slice(start, end).reify());
  }

  /** The rows of this frame, then those of another with the same columns. */
  concat(other: Frame<R>): Frame<R> {
    other.#require(this.names);
    return new Frame(this.#table.concat(other.#table));
  }

  /** One row for each combination of values, in order of first appearance, with its count. */
  count<K extends Key<R>, const A extends string>(
    by: readonly K[],
    as: A,
  ): Frame<With<Pick<R, K>, { [P in A]: number }>> {
    this.#require(by);
    const grouped = by.length === 0 ? this.#table : this.#table.groupby(...by);
    return new Frame(grouped.count({ as }).reify());
  }

  /**
   * Looks each row's `key` up in `other` and adds its columns; rows keep their number and order.
   * Rows without a match get null.
   *
   * @throws {RangeError} if a key stands twice in `other`, which would multiply rows
   * @throws {TypeError} if a column to be added is there already
   */
  lookup<K extends Key<R>, S extends { [P in K]: R[K] }>(
    other: Frame<S>,
    key: K,
  ): Frame<With<R, { [C in Exclude<keyof S, K>]: S[C] | null }>> {
    this.#require([key]);
    const keys = other.column(key as unknown as Key<S>);
    const twice = keys.find((value, i) => keys.indexOf(value) !== i);
    if (twice !== undefined) {
      throw new RangeError(`Cannot look up by ${key}: "${twice}" stands twice`);
    }
    this.#requireFree(other.names.filter((name) => name !== key), this.names);
    const at = new Map<unknown, number>(keys.map((value, i) => [value, i]));
    const found = this.column(key).map((value) => at.get(value));
    const added = other.names.filter((name) => name !== key).map((name) => {
      const values = other.column(name as Key<S>);
      return [name, found.map((i) => (i === undefined ? null : values[i]))];
    });
    return new Frame(this.#table.assign(aq.table(Object.fromEntries(added))));
  }

  /** A function from a row's position to a view of it; the view is reused, so take what you need. */
  #reader(): (index: number) => R {
    let at = 0;
    const names = this.names;
    const guard = new Proxy({}, {
      get(_, name) {
        if (typeof name === "symbol") return undefined;
        throw unknownColumn(name, names);
      },
    });
    const view = Object.create(guard);
    for (const name of names) {
      // Taking a column out of the table costs time, and a function looks at one or two of many.
      let values: ArrayLike<unknown> | undefined;
      const get = () => (values ??= this.#table.array(name) as ArrayLike<unknown>)[at];
      Object.defineProperty(view, name, { get, enumerable: true });
    }
    return (index) => {
      at = index;
      return view;
    };
  }

  #requireFree(names: readonly (string | undefined)[], taken: readonly string[]): void {
    const clash = names.find((name) => name !== undefined && taken.includes(name));
    if (clash !== undefined) throw new TypeError(`“${clash}”列已经有了；请先改名或去掉一列`);
  }

  #require(names: readonly string[]): void {
    const present = this.names;
    const missing = names.find((name) => !present.includes(name));
    if (missing !== undefined) throw unknownColumn(missing, present);
  }
}

function unknownColumn(name: string, present: readonly string[]): TypeError {
  return new TypeError(`没有“${name}”列；现有：${present.join("、")}`);
}
