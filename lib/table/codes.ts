/**
 * Columns on dictionary codes: each distinct value once, and a small whole number a row that tells
 * which. Counting, filtering and computing then look at numbers, and at a value once, however many
 * rows have it. Nobody else knows of codes: frames take such a column for any other, and ask here
 * how many rows there are of each combination.
 */
import {
  Counts,
  Grouping,
  Joint,
  type Numbers,
  passingOf,
  roomFor,
  rowsThatPass,
  type Sized,
} from "./blocks.ts";
import type { Column, Rows } from "./column.ts";
import { grown } from "./grown.ts";
import { type Viewer, viewer } from "./row.ts";

/** A code a row. */
export type Codes = Numbers;

/** A column of few distinct values; null is one of them. */
export class Coded<T = unknown> implements Column<T> {
  readonly length: number;
  /** The distinct values, some of which may not occur. */
  readonly values: Column<T>;
  #codes: Codes | (() => Codes) | null;
  /** The column whose values were mapped to this one's, and which became which. */
  #mapped: { readonly from: Coded; readonly code: Uint32Array } | undefined;
  #counts: Counts | undefined;

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
    let codes = this.#codes ?? inOrder(this.length);
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
    return this.#codes === null ? this.length : this.counts.numbers.length;
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
    if (results === undefined) return this;
    if (results.every(isPlain)) return this.to(results);
    return Array.from(this.codes, (code) => results[code] as V);
  }

  /** The same rows with other values: for each of this column's, in order, what takes its place. */
  to<V>(results: readonly V[]): Coded<V> {
    const places = new Map([...new Set(results)].map((value, place) => [value, place]));
    const values = [...places.keys()];
    if (values.length === results.length) {
      return new Coded(values, this.isKey ? null : () => this.codes, this.length);
    }
    const code = Uint32Array.from(results, (value) => places.get(value) ?? 0);
    const made = new Coded(values, () => {
      const codes = roomFor(values.length, this.length);
      const own = this.codes;
      for (let at = 0; at < codes.length; at++) codes[at] = code[own[at] ?? 0] ?? 0;
      return codes;
    }, this.length);
    made.#mapped = { from: this, code };
    return made;
  }

  /** The values of some rows. Their codes are gathered when somebody asks for them. */
  take(rows: Rows): Coded<T> {
    return new Coded(this.values, () => {
      const codes = this.codes;
      const room = roomFor(this.values.length, rows.length);
      if (rows instanceof Kept && rows.areMany) return rows.of(this, room);
      const { positions } = rows;
      for (let i = 0; i < room.length; i++) room[i] = codes[positions[i] ?? 0] ?? 0;
      return room;
    }, rows.length);
  }

  /** The rows whose value passes a test. */
  where(test: (value: T) => unknown): Rows {
    return this.#where(Uint8Array.from(this.values, (value) => test(value) ? 1 : 0));
  }

  #where(passes: Uint8Array): Rows {
    if (this.#mapped === undefined) return new Kept(this, passes);
    const { from, code } = this.#mapped;
    return from.#where(Uint8Array.from(code, (one) => passes[one] ?? 0));
  }

  /** How many rows have each value. */
  get counts(): Counts {
    return this.#counts ??= new Counts(new Joint(sized(this)));
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

/** Some columns, at least one. */
export type Several = readonly [Coded, ...Coded[]];

/** Rows grouped by some columns; groups in order of first appearance. */
export function grouped(columns: Several, names: readonly string[]): Groups {
  const { keys, rows } = new Grouping(jointly(columns));
  const get = columns.map((column) => (row: number) => column.at(row));
  return { names: [...names], get, rows, size: rows.length, keys };
}

/** How many rows there are of each combination of values. */
export interface Tally {
  /** A row of each combination, the first. */
  readonly rows: readonly number[];
  readonly counts: readonly number[];
}

/** Counts rows by some columns; combinations in order of first appearance. */
export function tallied(columns: Several): Tally {
  const counts = columns.length === 1 ? columns[0].counts : new Counts(jointly(columns));
  const { numbers } = counts;
  return {
    rows: numbers.map((one) => counts.firstOf(one)),
    counts: numbers.map((one) => counts.of(one)),
  };
}

function jointly([first, ...others]: Several): Joint {
  return new Joint(sized(first), ...others.map(sized));
}

function sized({ codes, values }: Coded): Sized {
  return { numbers: codes, size: values.length };
}

/** Up to how many rows are told by their positions, which take four bytes each. */
const MANY_ROWS = 2 ** 22;

/** The rows in which a column has one of some values. */
class Kept implements Rows {
  readonly length: number;
  readonly #column: Coded;
  readonly #passes: Uint8Array;
  #positions: Uint32Array | undefined;

  /** @param passes 1 or 0 for each of the column's values */
  constructor(column: Coded, passes: Uint8Array) {
    const { counts } = column;
    this.#column = column;
    this.#passes = passes;
    this.length = counts.numbers.reduce(
      (sum, code) => sum + (passes[code] ?? 0) * counts.of(code),
      0,
    );
  }

  /** Whether they are so many that their positions would take more room than they save time. */
  get areMany(): boolean {
    return this.length > MANY_ROWS;
  }

  /** What another column has in these rows. */
  of(column: Coded, room: Codes): Codes {
    return passingOf(sized(column), sized(this.#column), this.#passes, room);
  }

  get positions(): Uint32Array {
    return this.#positions ??= rowsThatPass(sized(this.#column), this.#passes, this.length);
  }
}

/** What a function gives where it reads some values. */
interface Case {
  /** The place of it among all that it gives. */
  readonly code: number;
  /** The columns that were read. */
  readonly path: readonly Coded[];
}

/** A case, or the codes of the column that tells which it is. */
interface Step {
  readonly found?: Case;
  readonly codes?: Codes;
  readonly next: (Step | undefined)[];
}

/** The cases of a function that depends on nothing but the values it reads; each runs once. */
class Cases {
  /** What it gives. */
  readonly values: unknown[] = [];
  /** How often it ran. */
  runs = 0;
  readonly #fn: (row: object) => unknown;
  readonly #row: Viewer;
  readonly #places = new Map<unknown, number>();
  #read: Column[] = [];
  #start: Step | undefined;

  constructor(fn: (row: object) => unknown, columns: ReadonlyMap<string, Column>) {
    this.#fn = fn;
    this.#row = viewer(columns, (column) => this.#read.push(column));
  }

  /**
   * The case of a row.
   *
   * @returns undefined where it reads a column that is not on codes, or gives an object
   */
  at(row: number): Case | undefined {
    let step = this.#start;
    while (step?.codes !== undefined) step = step.next[step.codes[row] ?? 0];
    return step?.found ?? this.#run(row);
  }

  #run(row: number): Case | undefined {
    this.#read = [];
    this.runs++;
    const value = this.#fn(this.#row(row)) ?? null;
    const path = [...new Set(this.#read)];
    if (!isPlain(value) || !areCoded(path)) return undefined;
    const code = this.#places.get(value) ?? this.values.push(value) - 1;
    this.#places.set(value, code);
    const found = { code, path };
    this.#start = taught(this.#start, path, { found, next: [] }, row);
    return found;
  }
}

function areCoded(columns: readonly Column[]): columns is readonly Coded[] {
  return columns.every((one) => one instanceof Coded);
}

/** The steps with a further way to a case: by what the columns of its path have at a row. */
function taught(start: Step | undefined, path: readonly Coded[], end: Step, row: number): Step {
  const [column, ...rest] = path;
  if (column === undefined) return end;
  const step = start ?? { codes: column.codes, next: [] };
  const code = column.codes[row] ?? 0;
  step.next[code] = taught(step.next[code], rest, end, row);
  return step;
}

/**
 * What a function that depends on nothing but the values it reads gives each row. It runs once for
 * each combination of them.
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
  const cases = new Cases(fn, columns);
  // Most functions look at one column and, for most of its values, at no other.
  const first = length > 0 ? cases.at(0)?.path[0] : undefined;
  const decided = new Int32Array(first?.values.length ?? 0).fill(-1);
  if (first !== undefined && decided.length * 2 <= length) {
    let alone = true;
    for (const code of first.counts.numbers) {
      const found = cases.at(first.counts.firstOf(code));
      if (found === undefined) return undefined;
      if (found.path.length === 1) decided[code] = found.code;
      else alone = false;
    }
    if (alone) return first.to(Array.from(decided, (code) => cases.values[code] ?? null));
  }
  const before = cases.runs;
  const soon = first?.codes ?? roomFor(0, length);
  let codes = roomFor(cases.values.length, length);
  for (let row = 0; row < length; row++) {
    let code = decided[soon[row] ?? 0] ?? -1;
    if (code < 0) {
      const found = cases.at(row);
      const runs = cases.runs - before;
      if (found === undefined || (runs > MANY && runs * 2 > row)) return undefined;
      code = found.code;
      codes = widened(codes, code);
    }
    codes[row] = code;
  }
  return new Coded(cases.values, codes, length);
}

/** After how many runs of a function it is asked whether that is less than one a row. */
const MANY = 1_000;

/** Gathers codes in as few bytes as they need; none at all while every row has one of its own. */
export class Coder {
  #codes: Codes = new Uint8Array();
  #length = 0;
  #isKey = true;
  /** What was added last, of one width whatever the codes are. */
  readonly #latest = new Uint32Array(LATEST);
  #count = 0;

  add(code: number): void {
    this.#latest[this.#count++] = code;
    if (this.#count === LATEST) this.#store();
  }

  #store(): void {
    const latest = this.#latest.subarray(0, this.#count);
    if (this.#isKey && !isRun(latest, this.#length)) {
      this.#isKey = false;
      this.#codes = inOrder(this.#length);
    }
    const length = this.#length + this.#count;
    if (!this.#isKey) {
      this.#codes = widened(this.#codes, largest(latest));
      if (length > this.#codes.length) this.#codes = grown(this.#codes, length);
      this.#codes.set(latest, this.#length);
    }
    this.#length = length;
    this.#count = 0;
  }

  /** All codes, null where each row has one of its own. No further one can be added then. */
  done(): Codes | null {
    this.#store();
    return this.#isKey ? null : this.#codes.subarray(0, this.#length);
  }
}

/** After how many codes they are stored. */
const LATEST = 1024;

/** Whether each number is the one before and one, from the first on. */
function isRun(numbers: Uint32Array, first: number): boolean {
  for (let at = 0; at < numbers.length; at++) if (numbers[at] !== first + at) return false;
  return true;
}

function largest(numbers: Uint32Array): number {
  let most = 0;
  for (let at = 0; at < numbers.length; at++) most = Math.max(most, numbers[at] ?? 0);
  return most;
}

/** Codes of rows that each have a value of their own, in order. */
function inOrder(length: number): Codes {
  return roomFor(length, length).map((_, at) => at) as Codes;
}

/** Codes with room for one more code. */
function widened(codes: Codes, code: number): Codes {
  const width = codes.BYTES_PER_ELEMENT;
  if (code < 2 ** 8 || width === 4 || (width === 2 && code < 2 ** 16)) return codes;
  const wider = roomFor(code + 1, codes.length);
  wider.set(codes);
  return wider;
}

/** Whether a value is equal to another only if it is the same. */
function isPlain(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
