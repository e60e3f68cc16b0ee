/**
 * Columns on dictionary codes: each distinct value once, and a small whole number a row that tells
 * which. Counting, filtering and computing then look at numbers, and at a value once, however many
 * rows have it. Nobody else knows of codes: frames take such a column for any other, and ask here
 * how many rows there are of each combination.
 */
import type { Column } from "./column.ts";
import { grown } from "./grown.ts";
import { viewer } from "./row.ts";

/** A code a row. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A column of few distinct values; null is one of them. */
export class Coded<T = unknown> implements Column<T> {
  readonly length: number;
  /** The distinct values, some of which may not occur. */
  readonly values: Column<T>;
  #codes: Codes | (() => Codes) | null;

  /**
   * @param values distinct ones
   * @param codes for each row the place of its value, or how to get them when they are asked for;
   *   null where each row has a value of its own, in order
   * @param length how many rows there are
   */
  constructor(values: Column<T>, codes: Codes | (() => Codes) | null, length: number) {
    this.values = values;
    this.length = length;
    this.#codes = codes;
  }

  /**
   * A column on codes.
   *
   * @returns undefined where a value is an object, which may be equal to another without being it
   */
  static of(column: Column): Coded | undefined {
    if (column instanceof Coded) return column;
    const [values, known, codes] = [[] as unknown[], new Map<unknown, number>(), new Coder()];
    for (const value of column) {
      let code = known.get(value);
      if (code === undefined) {
        if (!isPlain(value)) return undefined;
        code = values.push(value) - 1;
        known.set(value, code);
      }
      codes.add(code);
    }
    return new Coded(values, codes.done(), column.length);
  }

  get codes(): Codes {
    let codes = this.#codes ?? codesFor(this.length, this.length).map((_, at) => at) as Codes;
    if (typeof codes === "function") codes = codes();
    return this.#codes = codes;
  }

  /** Whether each row has a value of its own, in order, so that nobody needs codes. */
  get isKey(): boolean {
    return this.#codes === null;
  }

  at(index: number): T | undefined {
    if (this.#codes === null) return this.values.at(index);
    const code = this.codes[index];
    return code === undefined ? undefined : this.values.at(code);
  }

  /** All values in order. */
  array(): T[] {
    if (this.#codes === null) return [...this.values];
    const [values, codes] = [this.values, this.codes];
    const all = Array<T>(codes.length);
    for (let at = 0; at < all.length; at++) all[at] = values.at(codes[at] ?? 0) as T;
    return all;
  }

  [Symbol.iterator](): ArrayIterator<T> {
    return this.array().values();
  }

  /** How many of the values occur. */
  get distinct(): number {
    if (this.#codes === null) return this.length;
    const occurs = new Uint8Array(this.values.length);
    const codes = this.codes;
    for (let at = 0; at < codes.length; at++) occurs[codes[at] ?? 0] = 1;
    return occurs.reduce((sum, one) => sum + one, 0);
  }

  /** What a function makes of each value, for which it runs once; an array where it makes objects. */
  map<V>(fn: (value: T) => V): Column<T | V> {
    // Where all values stay what they are, as identifiers do, they need no room of their own.
    let results: V[] | undefined;
    let at = 0;
    for (const value of this.values) {
      const result = fn(value);
      if (results !== undefined || !Object.is(result, value)) {
        results ??= [...this.values].slice(0, at) as unknown[] as V[];
        results.push(result);
      }
      at++;
    }
    return results === undefined ? this : this.#with(results);
  }

  #with<V>(results: readonly V[]): Column<V> {
    if (!results.every(isPlain)) return Array.from(this.codes, (code) => results[code] as V);
    const places = new Map([...new Set(results)].map((value, place) => [value, place]));
    const values = [...places.keys()];
    if (values.length === results.length) {
      return new Coded(values, this.isKey ? null : () => this.codes, this.length);
    }
    return new Coded(values, () => {
      const codes = codesFor(values.length, this.length);
      const code = results.map((value) => places.get(value) ?? 0);
      const own = this.codes;
      for (let at = 0; at < codes.length; at++) codes[at] = code[own[at] ?? 0] ?? 0;
      return codes;
    }, this.length);
  }

  /** The values at some positions. Their codes are gathered when somebody asks for them. */
  take(rows: ArrayLike<number>): Coded<T> {
    return new Coded(this.values, () => {
      const codes = this.codes;
      const taken = codesFor(this.values.length, rows.length);
      for (let i = 0; i < taken.length; i++) taken[i] = codes[rows[i] ?? 0] ?? 0;
      return taken;
    }, rows.length);
  }

  /** The positions of the rows whose value passes a test. */
  where(test: (value: T) => unknown): Uint32Array {
    const codes = this.codes;
    const passes = new Uint8Array(this.values.length);
    let code = 0;
    for (const value of this.values) passes[code++] = test(value) ? 1 : 0;
    const rows = new Uint32Array(codes.length + 1);
    let count = 0;
    for (let at = 0; at < codes.length; at++) {
      rows[count] = at;
      count += passes[codes[at] ?? 0] ?? 0;
    }
    return rows.slice(0, count);
  }

  /** How Arquero asks a column for its groups. */
  groups(names: readonly string[]): Groups {
    return grouped([this], names);
  }
}

/** Groups of rows as Arquero has them. */
export interface Groups {
  readonly names: string[];
  /** How to get each key's value for a row. */
  readonly get: ((row: number) => unknown)[];
  /** A row of each group, the first. */
  readonly rows: number[];
  readonly size: number;
  /** The group of each row. */
  readonly keys: Uint32Array;
}

/** Rows grouped by some columns, at least one; groups in order of first appearance. */
export function grouped(columns: readonly Coded[], names: readonly string[]): Groups {
  const { codes, size } = combined(columns);
  const keys = new Uint32Array(codes.length);
  const groups = new Int32Array(size).fill(-1);
  const rows: number[] = [];
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    let group = groups[code] ?? -1;
    if (group < 0) group = groups[code] = rows.push(at) - 1;
    keys[at] = group;
  }
  const get = columns.map((column) => (row: number) => column.at(row));
  return { names: [...names], get, rows, size: rows.length, keys };
}

/** How many rows there are of each combination of values. */
export interface Tally {
  /** A row of each combination, the first. */
  readonly rows: readonly number[];
  readonly counts: readonly number[];
}

/** Counts rows by some columns, at least one; combinations in order of first appearance. */
export function tallied(columns: readonly Coded[]): Tally {
  const { codes, size } = combined(columns);
  const counts = new Uint32Array(size);
  const rows: number[] = [];
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    const before = counts[code] ?? 0;
    if (before === 0) rows.push(at);
    counts[code] = before + 1;
  }
  return { rows, counts: rows.map((at) => counts[codes[at] ?? 0] ?? 0) };
}

/** Up to how many combinations of values are numbered whether they occur or not. */
const FEW = 2 ** 20;

/** One code a row for what stands in several columns. */
function combined([first, ...others]: readonly Coded[]): { codes: Codes; size: number } {
  let codes: Codes = first?.codes ?? new Uint8Array();
  let size = first?.values.length ?? 0;
  for (const { codes: more, values: { length: width } } of others) {
    const joint = new Uint32Array(codes.length);
    if (size * width <= FEW) {
      for (let at = 0; at < joint.length; at++) {
        joint[at] = (codes[at] ?? 0) * width + (more[at] ?? 0);
      }
      size *= width;
    } else {
      const known = new Map<number, number>();
      for (let at = 0; at < joint.length; at++) {
        const pair = (codes[at] ?? 0) * width + (more[at] ?? 0);
        const code = known.get(pair) ?? known.size;
        if (code === known.size) known.set(pair, code);
        joint[at] = code;
      }
      size = known.size;
    }
    codes = joint;
  }
  return { codes, size };
}

/** A value that a row has, or the column that tells what to look at next. */
interface Step {
  readonly code: number;
  readonly column?: Coded;
  readonly codes?: Codes;
  readonly next: (Step | undefined)[];
}

/**
 * What a function that depends on nothing but the values it reads gives each row. It runs once for
 * each combination of them, when that first occurs.
 *
 * @param columns the columns by their names
 * @returns undefined where nothing is to be gained: it reads a column that is not on codes, or gives
 *   objects, or almost every row is a case of its own
 */
export function perCombination(
  fn: (row: object) => unknown,
  columns: ReadonlyMap<string, Column>,
): Coded | undefined {
  const length = columns.values().next().value?.length ?? 0;
  const [values, known] = [[] as unknown[], new Map<unknown, number>()];
  let codes = codesFor(0, length);
  let start: Step | undefined;
  // What the first column alone decides, as most do, is looked up in one step: 1 + code, or 0.
  let [first, decided] = [codes, new Uint32Array(1)];
  let read: Column[] = [];
  const row = viewer(columns, (column) => read.push(column));
  let runs = 0;
  for (let at = 0; at < length; at++) {
    const soon = decided[first[at] ?? 0] ?? 0;
    if (soon > 0) {
      codes[at] = soon - 1;
      continue;
    }
    let step = start;
    while (step?.codes !== undefined) step = step.next[step.codes[at] ?? 0];
    if (step === undefined) {
      read = [];
      const value = fn(row(at)) ?? null;
      const path = [...new Set(read)];
      runs++;
      if (!isPlain(value) || !path.every((one) => one instanceof Coded)) return undefined;
      if (runs > MANY && runs * 2 > at) return undefined;
      const code = known.get(value) ?? values.push(value) - 1;
      known.set(value, code);
      codes = roomFor(code, codes);
      step = { code, next: [] };
      start = taught(start, path as Coded[], step, at);
      if (runs === 1 && path[0] !== undefined) {
        first = (path[0] as Coded).codes;
        decided = new Uint32Array((path[0] as Coded).values.length);
      }
      if (path.length === 1) decided[first[at] ?? 0] = code + 1;
    }
    codes[at] = step.code;
  }
  return new Coded(values, codes, length);
}

/** After how many runs of a function it is asked whether that is less than one a row. */
const MANY = 1_000;

/** The steps with a further way to a value: by what the columns of a path have at a row. */
function taught(start: Step | undefined, path: readonly Coded[], end: Step, at: number): Step {
  const [column, ...rest] = path;
  if (column === undefined) return end;
  const step = start ?? { code: -1, column, codes: column.codes, next: [] };
  const code = column.codes[at] ?? 0;
  step.next[code] = taught(step.next[code], rest, end, at);
  return step;
}

/** Gathers codes in as few bytes as they need; none at all while every row has one of its own. */
export class Coder {
  #codes: Codes = new Uint8Array(1 << 8);
  #length = 0;
  #isKey = true;

  add(code: number): void {
    if (this.#isKey && code !== this.#length) {
      this.#isKey = false;
      const length = this.#length;
      this.#length = 0;
      for (let one = 0; one < length; one++) this.#put(one);
    }
    if (this.#isKey) this.#length++;
    else this.#put(code);
  }

  #put(code: number): void {
    this.#codes = roomFor(code, this.#codes);
    if (this.#length === this.#codes.length) this.#codes = grown(this.#codes, this.#length + 1);
    this.#codes[this.#length++] = code;
  }

  /** All codes, null where each row has one of its own. No further one can be added then. */
  done(): Codes | null {
    return this.#isKey ? null : this.#codes.subarray(0, this.#length);
  }
}

/** Room for codes below a size. */
function codesFor(size: number, length: number): Codes {
  if (size <= 2 ** 8) return new Uint8Array(length);
  return size <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/** Codes with room for one more code. */
function roomFor(code: number, codes: Codes): Codes {
  const width = codes.BYTES_PER_ELEMENT;
  if (code < 2 ** 8 || width === 4 || (width === 2 && code < 2 ** 16)) return codes;
  const wider = codesFor(code + 1, codes.length);
  wider.set(codes);
  return wider;
}

/** Whether a value is equal to another only if it is the same. */
function isPlain(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
