/**
 * Loops over a small whole number a row, such as codes are. Rows are looked at a block at a time,
 * which stays in the processor's cache, and always as numbers of one width: a loop that meets
 * several kinds of arrays takes twice as long.
 */

/** A number a row, in as few bytes as the numbers need. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** The numbers of some rows. They are good until the next block is asked for. */
export interface Block {
  readonly numbers: Int32Array;
  /** The position of the first of these rows. */
  readonly from: number;
}

/** How many rows are looked at together. */
const BLOCK = 1024;

/** Up to how many combinations are numbered whether they occur or not. */
const FEW = 2 ** 20;

/** Room for numbers below a size. */
export function roomFor(size: number, length: number): Numbers {
  if (size <= 2 ** 8) return new Uint8Array(length);
  return size <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/** A column's numbers, all of which are below a size. */
export interface Sized {
  readonly numbers: Numbers;
  readonly size: number;
}

/** What stands in several columns, as one number a row. */
export class Joint {
  /** How many rows there are. */
  readonly length: number;
  /** All numbers are below this. */
  readonly size: number;
  readonly #first: Numbers;
  readonly #others: (Sized & { readonly known: Map<number, number> | undefined })[] = [];

  constructor([first, ...others]: readonly Sized[]) {
    this.#first = first?.numbers ?? new Uint8Array();
    this.length = this.#first.length;
    let size = first?.size ?? 0;
    for (const other of others) {
      const few = size * other.size <= FEW;
      this.#others.push({ ...other, known: few ? undefined : new Map() });
      size = few ? size * other.size : Math.min(size * other.size, this.length);
    }
    this.size = size;
  }

  *[Symbol.iterator](): Generator<Block> {
    const [block, more] = [new Int32Array(BLOCK), new Int32Array(BLOCK)];
    for (let from = 0; from < this.length; from += BLOCK) {
      const numbers = copied(this.#first, from, block);
      for (const other of this.#others) {
        combine(numbers, copied(other.numbers, from, more), other.size, other.known);
      }
      yield { numbers, from };
    }
  }
}

/** The numbers from a position on, as many as there is room for. */
function copied(all: Numbers, from: number, room: Int32Array): Int32Array {
  const part = all.subarray(from, from + room.length);
  room.set(part);
  return part.length < room.length ? room.subarray(0, part.length) : room;
}

/** Makes each number one of itself and another: by their places, or in order of first appearance. */
function combine(
  numbers: Int32Array,
  others: Int32Array,
  size: number,
  known: Map<number, number> | undefined,
): void {
  if (known === undefined) {
    for (let i = 0; i < numbers.length; i++) {
      numbers[i] = Math.imul(numbers[i] ?? 0, size) + (others[i] ?? 0);
    }
    return;
  }
  for (let i = 0; i < numbers.length; i++) {
    const pair = (numbers[i] ?? 0) * size + (others[i] ?? 0);
    const place = known.get(pair) ?? known.size;
    if (place === known.size) known.set(pair, place);
    numbers[i] = place;
  }
}

/** Counts of numbers, in order of first appearance. */
export class Counts {
  readonly #counts: Uint32Array;
  /** The numbers that occur. */
  readonly numbers: number[] = [];
  /** The first row of each. */
  readonly rows: number[] = [];

  constructor(joint: Joint) {
    this.#counts = new Uint32Array(joint.size);
    for (const block of joint) this.#add(block);
  }

  /** How many rows have a number. */
  of(number: number): number {
    return this.#counts[number] ?? 0;
  }

  #add({ numbers, from }: Block): void {
    const counts = this.#counts;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] ?? 0;
      const before = counts[number] ?? 0;
      if (before === 0) {
        this.numbers.push(number);
        this.rows.push(from + i);
      }
      counts[number] = before + 1;
    }
  }
}

/** A group for each number that occurs, in order of first appearance. */
export class Grouping {
  /** The group of each row. */
  readonly keys: Uint32Array;
  /** The first row of each group. */
  readonly rows: number[] = [];

  constructor(joint: Joint) {
    this.keys = new Uint32Array(joint.length);
    const groups = new Int32Array(joint.size).fill(-1);
    for (const block of joint) this.#add(block, groups);
  }

  #add({ numbers, from }: Block, groups: Int32Array): void {
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] ?? 0;
      let group = groups[number] ?? -1;
      if (group < 0) group = groups[number] = this.rows.push(from + i) - 1;
      this.keys[from + i] = group;
    }
  }
}

/**
 * The rows that pass.
 *
 * @param numbers a number a row
 * @param passes 1 or 0 for each number that may occur
 * @param count how many rows pass
 */
export function rowsThatPass(numbers: Sized, passes: Uint8Array, count: number): Uint32Array {
  // There is room for one more: a row that does not pass is written too, and then written over.
  const rows = new Uint32Array(count + 1);
  let place = 0;
  for (const block of new Joint([numbers])) place = write(block, passes, rows, place);
  return rows.subarray(0, count);
}

/** Writes the rows of a block that pass. @returns the place behind them */
function write(
  { numbers, from }: Block,
  passes: Uint8Array,
  rows: Uint32Array,
  start: number,
): number {
  let place = start;
  for (let i = 0; i < numbers.length; i++) {
    rows[place] = from + i;
    place += passes[numbers[i] ?? 0] ?? 0;
  }
  return place;
}
