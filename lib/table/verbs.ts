/**
 * A frame as the type checker sees it: Arquero's verbs, with the columns' names and types. What a
 * verb does is told in Arquero's documentation (https://idl.uw.edu/arquero/api/table); what is said
 * here is where a frame is stricter, or has a name of its own.
 */
import type * as aq from "arquero";
import type { Operation } from "./op.ts";

/** The names of a row's columns. */
export type Key<R> = keyof R & string;

/** A row with some further columns. A later column of the same name replaces the earlier one. */
export type With<R, N> = {
  [K in keyof R | keyof N]: K extends keyof N ? N[K] : K extends keyof R ? R[K] : never;
};

/** No columns at all. */
export type Nothing = Record<never, never>;

/** A row whose columns only the running table knows. */
export type Loose = Record<string, unknown>;

/** Sorts by a column or a function, largest first; made by `desc`. */
export interface Descending<K> {
  readonly [descending]: K;
}
declare const descending: unique symbol;

/** A function of a row and its position from 0. */
export type Of<R, V = unknown> = (row: R, index: number) => V;

/**
 * What a column is computed from: an ordinary function, in which `op` may be used, an op by a
 * column's name, or an Arquero expression. Ops that count, rank or gather have the type of what they
 * answer in a function, whence numbers and lists.
 */
export type Expression<R> =
  | Of<R>
  | Operation<unknown>
  | string
  | number
  | readonly unknown[];

/** Columns to be computed, by their names. */
export type Expressions<R> = Readonly<Record<string, Expression<R>>>;

type Value<E> = E extends (...args: never[]) => infer V ? V
  : E extends Operation<infer V> ? V
  : E extends number ? number
  : unknown;

/** The columns that expressions compute. */
export type Computed<N> = { -readonly [K in keyof N]: Value<N[K]> };

/** Columns by name, by position or by one of Arquero's helpers, e.g. `not("学号")`. */
export type Selection<R> = Key<R> | number | ((table: aq.Table) => unknown);

type Order<R> =
  | Key<R>
  | Of<R>
  | Descending<Key<R> | Of<R>>
  | Operation<unknown>;

type OneOrMore<T> = T | readonly T[];

type JoinKey<R> = Key<R> | Of<R>;

/** The keys of two tables: a column of both, or a key of each; what both name, unless said. */
type Keys<R, S> =
  | (Key<R> & Key<S>)
  | readonly [OneOrMore<Key<R> & Key<S>>]
  | readonly [OneOrMore<JoinKey<R>>, OneOrMore<JoinKey<S>>]
  | null
  | undefined;

/** What rows are joined by: keys, or a test of two rows. */
export type On<R, S> = Keys<R, S> | ((left: R, right: S) => boolean);

type NamesIn<K> = K extends readonly (infer E)[] ? E & string : K & string;

/** The columns that stand once in what is joined, since both rows have the same value there. */
type Merged<R, S, O> = O extends string ? O
  : O extends readonly [infer A, infer B] ? NamesIn<A> & NamesIn<B>
  : O extends readonly [infer A] ? NamesIn<A>
  : Key<R> & Key<S>;

/** Two rows side by side; a name that both have gets `_1` and `_2`. */
export type Joined<R, S, K> = With<
  { [C in keyof R as C extends K ? C : C extends keyof S & string ? `${C}_1` : C]: R[C] },
  { [C in keyof S as C extends K ? never : C extends keyof R & string ? `${C}_2` : C]: S[C] }
>;

type Maybe<R> = { [C in keyof R]: R[C] | null };

/** Which columns a join gives: of the left, of the right, and of both. */
export type JoinValues<R, S> =
  | readonly [OneOrMore<Selection<R> | Expressions<R>>]
  | readonly [
    OneOrMore<Selection<R> | Expressions<R>>,
    OneOrMore<Selection<S> | Expressions<S>>,
    Readonly<Record<string, (left: R, right: S) => unknown>>?,
  ]
  | Readonly<Record<string, (left: R, right: S) => unknown>>;

/** How columns of the same name are told apart. */
export interface JoinOptions {
  readonly suffix?: readonly [string, string];
}

type If<T, R> = T extends true ? Maybe<R> : R;

/**
 * A join of rows `R` with others. A column is null where there is no row to give it.
 *
 * @typeParam L whether there may be no left row
 * @typeParam M whether there may be no right row
 */
interface Join<R extends object, L extends boolean, M extends boolean> {
  <S extends object, const O extends Keys<R, S> = undefined>(
    other: Frame<S>,
    keys?: O,
  ): Frame<Joined<If<L, R>, If<M, S>, Merged<R, S, O>>>;
  <S extends object>(
    other: Frame<S>,
    on:
      | ((left: R, right: S) => boolean)
      | readonly [OneOrMore<JoinKey<R>>, OneOrMore<JoinKey<S>>],
  ): Frame<Joined<If<L, R>, If<M, S>, never>>;
  <S extends object>(
    other: Frame<S>,
    on: On<R, S>,
    values: JoinValues<R, S> | null | undefined,
    options?: JoinOptions & { readonly left?: boolean; readonly right?: boolean },
  ): Frame<Loose>;
}

/** Where columns are to stand. */
export type Anchor<R> = { readonly before: Selection<R> } | { readonly after: Selection<R> };

type Element<T> = T extends readonly (infer E)[] ? E : T;

/**
 * An immutable table of rows `R`, grouped by the columns `G` if at all: an Arquero table. Its verbs
 * take ordinary functions over a row, and a misspelt column is an error that lists the columns there
 * are, in a name and in a function alike. A value that is not known is null.
 *
 * A frame is only ever read, so one with more columns can stand where one with fewer is asked for.
 */
// @ts-expect-error: that is what `out` says, which the checker cannot follow through `With`.
export interface Frame<out R extends object, out G extends object = Nothing> {
  /** The columns' names in order. */
  readonly names: string[];
  /** How many rows there are. */
  readonly size: number;
  /** Whether each row tells of one person; see `ofPersons`. */
  readonly ofPersons: boolean;
  /** One column's values, in row order. */
  column<K extends Key<R>>(name: K): R[K][];
  /** All rows as objects, in order. */
  rows(): R[];
  /** The only row. @throws {RangeError} if there is not exactly one */
  only(): R;

  columnNames(): string[];
  columnName(index: number): string | undefined;
  columnIndex(name: string): number;
  numCols(): number;
  numRows(): number;
  totalRows(): number;
  isFiltered(): boolean;
  isGrouped(): boolean;
  isOrdered(): boolean;
  array<K extends Key<R>>(name: K): R[K][];
  values<K extends Key<R>>(name: K): Iterable<R[K]>;
  get<K extends Key<R>>(name: K, row?: number): R[K] | undefined;
  getter<K extends Key<R>>(name: K): (row: number) => R[K] | undefined;
  object(row?: number): R;
  objects(options?: { readonly limit?: number; readonly offset?: number }): R[];
  [Symbol.iterator](): Iterator<R>;
  indices(): Uint32Array;
  toCSV(options?: Readonly<Record<string, unknown>>): string;
  toJSON(options?: Readonly<Record<string, unknown>>): string;
  toHTML(options?: Readonly<Record<string, unknown>>): string;
  toMarkdown(options?: Readonly<Record<string, unknown>>): string;
  toArrowIPC(options?: Readonly<Record<string, unknown>>): Uint8Array;
  /** Writes to the console what a cell would display. */
  print(): Frame<R, G>;

  filter(test: Of<R> | string): Frame<R, G>;
  derive<N extends object>(
    columns: { readonly [K in keyof N]: Of<R, N[K]> },
    options?: Anchor<R>,
  ): Frame<With<R, N>, G>;
  derive<const N extends Expressions<R>>(
    columns: N,
    options?: Anchor<R>,
  ): Frame<With<R, Computed<N>>, G>;
  derive<const N extends Expressions<R>>(
    columns: N,
    options: { readonly drop: true },
  ): Frame<Computed<N>, G>;
  /** Each function is of the whole group, e.g. `row => op.sum(row.人数) / op.count()`. */
  rollup<N extends object = Nothing>(
    columns?: { readonly [K in keyof N]: Of<R, N[K]> },
  ): Frame<With<G, N>>;
  rollup<const N extends Expressions<R>>(columns: N): Frame<With<G, Computed<N>>>;
  groupby<K extends Key<R>>(...names: readonly OneOrMore<K>[]): Frame<R, Pick<R, K>>;
  groupby<N extends object, K extends Key<R> = never>(
    ...keys: readonly [...names: K[], columns: { readonly [P in keyof N]: Of<R, N[P]> }]
  ): Frame<R, With<Pick<R, K>, N>>;
  ungroup(): Frame<R>;
  /** One row for each combination of values, in order of first appearance, with its count. */
  count<K extends Key<R>, const A extends string>(
    by: readonly K[],
    as: A,
  ): Frame<With<Pick<R, K>, { [P in A]: number }>>;
  count<const A extends string = "count">(
    options?: { readonly as?: A },
  ): Frame<With<G, { [P in A]: number }>>;
  /**
   * Sorts rows; equal rows keep their order. What is unknown (null, NaN) counts as the least, and a
   * share stands by its value.
   */
  orderby(...keys: readonly OneOrMore<Order<R>>[]): Frame<R, G>;
  /** Puts sorted rows back where they stood. */
  unorder(): Frame<R, G>;
  /** The rows from position `start` up to and without `end`; of each group, where there are groups. */
  slice(start?: number, end?: number): Frame<R, G>;
  sample(
    size: number | Of<R, number> | string,
    options?: {
      readonly replace?: boolean;
      readonly shuffle?: boolean;
      readonly weight?: Key<R> | Of<R, number>;
    },
  ): Frame<R, G>;
  /** Rows that differ, the first of each kind. */
  dedupe(...keys: readonly OneOrMore<Selection<R> | Expressions<R>>[]): Frame<R>;

  /** Keeps the named columns, in that order. */
  select<K extends Key<R>>(...names: readonly OneOrMore<K>[]): Frame<Pick<R, K>, G>;
  select(
    ...columns: readonly OneOrMore<Selection<R> | { readonly [K in Key<R>]?: string }>[]
  ): Frame<Loose, G>;
  /**
   * Renames columns: `{ old: "new" }`.
   *
   * @throws {TypeError} if a new name is taken, since the column that has it would be lost
   */
  rename<const M extends { readonly [K in Key<R>]?: string }>(
    names: M,
  ): Frame<{ [K in Key<R> as K extends keyof M ? (M[K] extends string ? M[K] : K) : K]: R[K] }, G>;
  relocate(columns: OneOrMore<Selection<R>>, anchor: Anchor<R>): Frame<R, G>;
  assign<S extends object>(
    other: Frame<S> | { readonly [K in keyof S]: readonly S[K][] },
  ): Frame<With<R, S>, G>;
  impute(
    columns: { readonly [K in Key<R>]?: Expression<R> },
    options?: { readonly expand?: OneOrMore<Key<R> | Expressions<R>> },
  ): Frame<R, G>;

  fold<K extends Key<R>, const A extends readonly [string, string] = readonly ["key", "value"]>(
    columns: OneOrMore<K>,
    options?: { readonly as?: A },
  ): Frame<With<Omit<R, K>, { [P in A[0]]: K } & { [P in A[1]]: R[K] }>>;
  fold(
    columns: OneOrMore<Selection<R> | Expressions<R>>,
    options?: { readonly as?: readonly [string, string] },
  ): Frame<Loose>;
  /**
   * The values of a column become columns; say which as `pivot<{ 男: number; 女: number }>(…)` if
   * the type checker is to know them.
   *
   * @throws {RangeError} in Chinese, where rows have no such value, since they would be lost
   */
  pivot<C extends object = Loose>(
    keys: OneOrMore<Key<R> | Expressions<R>>,
    values: OneOrMore<Key<R> | Expressions<R>>,
    options?: {
      readonly limit?: number;
      readonly keySeparator?: string;
      readonly valueSeparator?: string;
      readonly sort?: boolean;
    },
  ): Frame<string extends keyof C ? G & C : With<G, Maybe<C>>>;
  spread<K extends Key<R>>(
    column: K,
    options?: { readonly drop?: boolean; readonly limit?: number; readonly as?: readonly string[] },
  ): Frame<Omit<R, K> & Loose, G>;
  spread(
    columns: OneOrMore<Selection<R> | Expressions<R>>,
    options?: { readonly drop?: boolean; readonly limit?: number; readonly as?: readonly string[] },
  ): Frame<R & Loose, G>;
  unroll<K extends Key<R>>(
    columns: OneOrMore<K>,
    options?: { readonly limit?: number; readonly drop?: OneOrMore<Selection<R>> },
  ): Frame<With<R, { [P in K]: Element<R[P]> }>>;
  unroll(
    columns: OneOrMore<Selection<R> | Expressions<R>>,
    options?: {
      readonly limit?: number;
      readonly index?: boolean | string;
      readonly drop?: OneOrMore<Selection<R>>;
    },
  ): Frame<Loose>;

  /**
   * Looks each row's `key` up in `other` and adds its columns, all or the named ones; rows keep their
   * number and order. Rows without a match get null, and a key that is unknown matches none.
   *
   * @throws {RangeError} if a key stands twice in `other`, which would multiply rows
   * @throws {TypeError} if a column to be added is there already
   */
  lookup<K extends Key<R>, S extends { [P in K]: R[K] }>(
    other: Frame<S>,
    key: K,
  ): Frame<With<R, { [C in Exclude<keyof S, K>]: S[C] | null }>, G>;
  lookup<S extends object, V extends Key<S>>(
    other: Frame<S>,
    on: (Key<R> & Key<S>) | readonly [OneOrMore<JoinKey<R>>, OneOrMore<JoinKey<S>>],
    ...values: readonly OneOrMore<V>[]
  ): Frame<With<R, { [C in V]: S[C] | null }>, G>;
  readonly join: Join<R, false, false>;
  readonly join_left: Join<R, false, true>;
  readonly join_right: Join<R, true, false>;
  readonly join_full: Join<R, true, true>;
  cross<S extends object>(other: Frame<S>): Frame<Joined<R, S, never>>;
  cross<S extends object>(
    other: Frame<S>,
    values: JoinValues<R, S>,
    options?: JoinOptions,
  ): Frame<Loose>;
  semijoin<S extends object>(other: Frame<S>, on?: On<R, S>): Frame<R, G>;
  antijoin<S extends object>(other: Frame<S>, on?: On<R, S>): Frame<R, G>;

  /** The rows of this frame, then those of others with the same columns. */
  concat(...others: readonly OneOrMore<Frame<R>>[]): Frame<R>;
  union(...others: readonly OneOrMore<Frame<R>>[]): Frame<R>;
  intersect(...others: readonly OneOrMore<Frame<R>>[]): Frame<R>;
  except(...others: readonly OneOrMore<Frame<R>>[]): Frame<R>;
}

/** How frames are made. */
export interface FrameMaker {
  /** Tells whether a value is a frame. */
  [Symbol.hasInstance](value: unknown): value is Frame<object>;
  /**
   * A frame from columns of equal length. `names` gives their order, for names that look like
   * numbers: an object puts those first.
   *
   * @throws {RangeError} if the columns differ in length
   */
  fromColumns<R extends object>(
    columns: { readonly [K in keyof R]: readonly R[K][] },
    names?: readonly Key<R>[],
  ): Frame<R>;
  /**
   * A frame from rows. `names` gives the columns and their order, which an empty list of rows cannot
   * tell.
   */
  fromRows<R extends object>(rows: readonly R[], names: readonly Key<R>[]): Frame<R>;
}
