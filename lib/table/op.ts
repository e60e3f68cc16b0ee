/**
 * Arquero's `op` inside ordinary functions. Arquero takes a function's text apart to find `op.mean(…)`
 * in it, so that its functions can use neither variables from around them nor JavaScript's own
 * methods. Here a function simply runs, row by row: when it first asks for an op, the op's arguments
 * are gathered from every row, Arquero computes the op over them, and the function runs again with
 * the answer.
 */
import * as aq from "arquero";
import type { Viewer } from "./row.ts";

/** An op by a column's name, as in `rollup({ 均分: op.mean("分") })`. */
export interface Operation<T> {
  readonly [operation]: T;
}
declare const operation: unique symbol;

type Unknown = null | undefined;
type Numbers = number | bigint | boolean | Unknown;
/** A value over a group, which is unknown only where the group's values may be. */
type Of<T, V = Exclude<T, Unknown>> =
  | V
  | (null extends T ? null : undefined extends T ? null : never);

interface Numeric {
  (column: string): Operation<number | null>;
  <T extends Numbers>(value: T): Of<T, number>;
}

interface Pairwise {
  (column1: string, column2: string): Operation<number | null>;
  <T extends Numbers>(value1: T, value2: T): Of<T, number>;
}

/** Arquero's aggregate functions: one value for a group of rows. */
interface Aggregates {
  count(): number;
  valid(value: unknown): number;
  invalid(value: unknown): number;
  distinct(value: unknown): number;
  any<T>(value: T): Of<T>;
  mode<T>(value: T): Of<T>;
  min<T>(value: T): Of<T>;
  max<T>(value: T): Of<T>;
  array_agg<T>(value: T): Exclude<T, Unknown>[];
  array_agg_distinct<T>(value: T): Exclude<T, Unknown>[];
  object_agg<T>(key: PropertyKey, value: T): Record<PropertyKey, T>;
  map_agg<K, T>(key: K, value: T): Map<K, T>;
  entries_agg<K, T>(key: K, value: T): [K, T][];
  readonly sum: Numeric;
  readonly product: Numeric;
  readonly mean: Numeric;
  readonly average: Numeric;
  readonly variance: Numeric;
  readonly variancep: Numeric;
  readonly stdev: Numeric;
  readonly stdevp: Numeric;
  readonly median: Numeric;
  quantile(column: string, share: number): Operation<number | null>;
  quantile<T extends Numbers>(value: T, share: number): Of<T, number>;
  readonly covariance: Pairwise;
  readonly covariancep: Pairwise;
  readonly corr: Pairwise;
  bins<T extends Numbers>(
    value: T,
    maxbins?: number,
    nice?: boolean,
    minstep?: number,
    step?: number,
  ): [number, number, number];
}

/** Arquero's window functions: a value for each row, out of the rows around it. */
interface Windows {
  row_number(): number;
  rank(): number;
  avg_rank(): number;
  dense_rank(): number;
  percent_rank(): number;
  cume_dist(): number;
  ntile(parts: number): number;
  lag<T, D = null>(value: T, offset?: number, otherwise?: D): T | D;
  lead<T, D = null>(value: T, offset?: number, otherwise?: D): T | D;
  first_value<T>(value: T): T;
  last_value<T>(value: T): T;
  nth_value<T>(value: T, nth: number): T | null;
  fill_down<T, D = null>(value: T, otherwise?: D): Exclude<T, Unknown> | D;
  fill_up<T, D = null>(value: T, otherwise?: D): Exclude<T, Unknown> | D;
}

/** Arquero's functions of single values, which are ordinary functions anyway. */
type Scalars = Omit<
  typeof aq.op,
  keyof Aggregates | keyof Windows | "row_object" | "parse_json" | "pluck" | "recode"
>;

/** How many of an aggregate function's arguments differ from row to row; the others are fixed. */
const AGGREGATES: { readonly [K in keyof Aggregates]: number } = {
  count: 0,
  valid: 1,
  invalid: 1,
  distinct: 1,
  any: 1,
  mode: 1,
  min: 1,
  max: 1,
  array_agg: 1,
  array_agg_distinct: 1,
  object_agg: 2,
  map_agg: 2,
  entries_agg: 2,
  sum: 1,
  product: 1,
  mean: 1,
  average: 1,
  variance: 1,
  variancep: 1,
  stdev: 1,
  stdevp: 1,
  median: 1,
  quantile: 1,
  covariance: 2,
  covariancep: 2,
  corr: 2,
  bins: 1,
};

/** The same for window functions. */
const WINDOWS: { readonly [K in keyof Windows]: number } = {
  row_number: 0,
  rank: 0,
  avg_rank: 0,
  dense_rank: 0,
  percent_rank: 0,
  cume_dist: 0,
  ntile: 0,
  lag: 1,
  lead: 1,
  first_value: 1,
  last_value: 1,
  nth_value: 1,
  fill_down: 1,
  fill_up: 1,
};

type Ask = (...args: readonly unknown[]) => unknown;
/** Arquero's ops as it made them: what they return stands for a computation. */
const ARQUERO = { ...aq.op } as unknown as Readonly<Record<string, Ask | undefined>>;

/** An op over columns by their names, even while a function runs. */
export function byName(name: string, ...args: readonly unknown[]): unknown {
  return ARQUERO[name]?.(...args);
}

/** What is running now, if anything: ops are asked of it. */
let running: Run | undefined;

// Also `import { op } from "arquero"` must work in a function, where its answer would be NaN.
Object.assign(
  aq.op,
  Object.fromEntries(
    Object.keys({ ...AGGREGATES, ...WINDOWS }).map((name) => [
      name,
      (...args: readonly unknown[]) =>
        running === undefined ? byName(name, ...args) : running.ask(name, args),
    ]),
  ),
);

/** Arquero's functions for table expressions, by a column's name or inside an ordinary function. */
export const op = aq.op as unknown as Aggregates & Windows & Scalars;

/** A function over a row and its position (or Arquero's `$`, where a table has parameters). */
export type RowFunction = (row: object, second: unknown) => unknown;

/** The rows over which functions run, and how they are grouped and sorted. */
export interface Ground {
  readonly size: number;
  readonly view: Viewer;
  readonly groups: ReturnType<aq.ColumnTable["groups"]>;
  readonly order: ReturnType<aq.ColumnTable["comparator"]>;
  /** The function's second argument. */
  readonly second: (at: number) => unknown;
}

/** The frame of a rolling window: how many rows before and after, and whether ties belong to it. */
export interface Window {
  readonly frame: readonly [number, number];
  readonly peers: boolean;
}

/**
 * The function's value for each row.
 *
 * @throws {TypeError} in Chinese, where some rows ask for an op and others do not
 */
export function eachRow(fn: RowFunction, ground: Ground, window?: Window): unknown[] {
  return new Run(fn, ground, window).values(ground.size);
}

/**
 * The function's value for each group; there is one group where rows are not grouped.
 *
 * @param name the column that is made, for the message
 * @throws {TypeError} in Chinese, where rows of a group give different values
 */
export function eachGroup(fn: RowFunction, ground: Ground, name: string): unknown[] {
  const { size, groups } = ground;
  // No rows are one group too, of which ops know something, e.g. its count.
  if (groups === null && size === 0) return new Run(fn, ground).values(1);
  const values = eachRow(fn, ground);
  const first: unknown[] = [];
  for (let at = 0; at < size; at++) {
    const group = groups?.keys[at] ?? 0;
    const value = values[at];
    if (!(group in first)) first[group] = value;
    else if (!isSame(first[group], value)) {
      throw new TypeError(
        `“${name}”在同一组的各行里不是同一个值；请用 op 汇总，如 op.sum(…)、op.mean(…)、op.max(…)`,
      );
    }
  }
  return first;
}

function isSame(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (a ?? null) === (b ?? null) ||
    (typeof a === "object" && typeof b === "object" && aq.op.equal(a, b));
}

/** One op that was asked for, and what it answers each row. */
interface Answer {
  readonly name: string;
  readonly value: (at: number) => unknown;
}

/** A function running over all rows, once more for each op that it asks for. */
class Run {
  readonly #fn: RowFunction;
  readonly #ground: Ground;
  readonly #window: Window | undefined;
  readonly #answers: Answer[] = [];
  /** The op whose arguments are being gathered: its name, and its arguments row by row. */
  #asked: { readonly name: string; readonly args: (readonly unknown[])[] } | undefined;
  #at = 0;
  /** How many ops the function has asked for on this row. */
  #count = 0;

  constructor(fn: RowFunction, ground: Ground, window?: Window) {
    this.#fn = fn;
    this.#ground = ground;
    this.#window = window;
  }

  /** @param rows how many rows to run over; one where there is none runs over nothing known */
  values(rows: number): unknown[] {
    const outer = running;
    running = this;
    try {
      for (;;) {
        const values = this.#pass(rows);
        if (this.#asked === undefined) return values;
        // The function's own calls of frames' verbs are over; Arquero's are not the function's.
        running = outer;
        this.#answers.push(this.#answer(this.#asked));
        running = this;
        this.#asked = undefined;
      }
    } finally {
      running = outer;
    }
  }

  /** What an op answers the row on which the function runs. */
  ask(name: string, args: readonly unknown[]): unknown {
    const answer = this.#answers[this.#count++];
    if (answer !== undefined) {
      if (answer.name !== name) throw unsteady(name);
      return answer.value(this.#at);
    }
    if (this.#count === this.#answers.length + 1) {
      if (this.#at === 0) this.#asked ??= { name, args: [] };
      if (this.#asked?.name !== name) throw unsteady(name);
      this.#asked.args.push(args);
    }
    return null;
  }

  #pass(rows: number): unknown[] {
    const { view, second } = this.#ground;
    const fn = this.#fn;
    const values = Array<unknown>(rows);
    for (let at = 0; at < rows; at++) {
      // Where neither the first row nor an earlier pass asked for an op, none may: nothing to keep.
      if (at > 0 && this.#asked === undefined && this.#answers.length === 0) {
        values[at] = fn(view(at), second(at));
      } else {
        values[at] = this.#row(at);
      }
    }
    return values;
  }

  /** The function's value for a row, with what it asks on the way. */
  #row(at: number): unknown {
    const { view, second } = this.#ground;
    this.#at = at;
    this.#count = 0;
    let value: unknown;
    try {
      value = this.#fn(view(at), second(at));
    } catch (error) {
      // What comes after an op without its answer may well fail, and does not count.
      if (this.#count <= this.#answers.length || error instanceof UnsteadyError) throw error;
    }
    const asked = this.#asked;
    if (asked === undefined ? this.#count < this.#answers.length : asked.args.length !== at + 1) {
      throw unsteady(asked?.name ?? this.#answers.at(-1)?.name ?? "");
    }
    return value;
  }

  #answer(
    { name, args }: { readonly name: string; readonly args: readonly (readonly unknown[])[] },
  ): Answer {
    const { size, groups, order } = this.#ground;
    const fields = { ...AGGREGATES, ...WINDOWS }[name as keyof (Aggregates & Windows)];
    // One column more than there are arguments tells how many rows there are.
    const names = Array.from({ length: fields + 1 }, (_, i) => String(i));
    const data = Object.fromEntries(
      names.map((column, i) => [column, Array.from({ length: size }, (_, at) => args[at]?.[i])]),
    );
    const table = new aq.ColumnTable(
      data,
      names,
      undefined,
      groups ?? undefined,
      order ?? undefined,
    );
    const computed = byName(name, ...names.slice(0, fields), ...(args[0]?.slice(fields) ?? []));
    const { frame, peers } = this.#window ?? {};
    if (name in WINDOWS || frame !== undefined) {
      const value = frame === undefined
        ? computed
        : aq.rolling(computed as object, [...frame], peers);
      const column = table.derive({ value } as never, { drop: true }).getter("value");
      return { name, value: (at) => column(at) ?? null };
    }
    const column = table.rollup({ value: computed } as never).getter("value");
    return { name, value: (at) => column(groups?.keys[at] ?? 0) ?? null };
  }
}

class UnsteadyError extends TypeError {}

function unsteady(name: string): UnsteadyError {
  return new UnsteadyError(
    `op.${name}(…) 要对每一行都求：请先写 const x = op.${name}(…)，再用 x 判断`,
  );
}
