/**
 * Loops over small whole numbers, of which every row has one a column, such as codes. Rows are looked
 * at a block at a time, which stays in the processor's cache, and always as numbers of one width: a
 * loop that meets several kinds of arrays takes twice as long.
 */

/** A number a row, in as few bytes as the numbers need. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A column of numbers, all of which are below a size. */
export interface Sized {
  readonly numbers: Numbers;
  readonly size: number;
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

/** Some rows. The number of the one at a place is `high × width + low` there. */
interface Block {
  readonly high: Int32Array;
  readonly low: Int32Array;
  readonly width: number;
  /** How many rows there are; what stands behind them in both arrays is no matter. */
  readonly length: number;
  /** The position of the first. */
  readonly from: number;
}

/** One number a row for the combination of what it has in several columns. */
export class Joint {
  /** How many rows there are. */
  readonly length: number;
  /** All numbers are below this. */
  readonly size: number;
  readonly #first: Sized;
  /** The others, each with the combinations met so far where these are too many to be told by place. */
  readonly #others: (Sized & { readonly known: Map<number, number> | undefined })[] = [];

  constructor(first: Sized, ...others: readonly Sized[]) {
    this.#first = first;
    this.length = first.numbers.length;
    let size = first.size;
    for (const other of others) {
      const few = size * other.size <= FEW;
      this.#others.push({ ...other, known: few ? undefined : new Map() });
      size = few ? size * other.size : Math.min(size * other.size, this.length);
    }
    this.size = size;
  }

  /**
   * Visits the rows in order. (A generator would be nicer to read, but V8 compiles what loops over one
   * to half the speed.)
   *
   * @param visit is given a block, which is good until it returns
   */
  each(visit: (block: Block) => void): void {
    const [high, low] = [new Int32Array(BLOCK), new Int32Array(BLOCK)];
    const last = this.#others.at(-1);
    const isSplit = last !== undefined && last.known === undefined;
    const width = isSplit ? last.size : 1;
    for (let from = 0; from < this.length; from += BLOCK) {
      const length = copy(this.#first, from, last === undefined ? low : high);
      for (const other of this.#others) {
        copy(other, from, low);
        if (other !== last || !isSplit) join(high, low, length, other);
      }
      if (last !== undefined && !isSplit) low.fill(0);
      visit({ high, low, width, length, from });
    }
  }
}

/** Copies a block's numbers. @returns how many there are */
function copy({ numbers }: Sized, from: number, block: Int32Array): number {
  const part = numbers.subarray(from, from + BLOCK);
  block.set(part);
  return part.length;
}

/** Makes each high number one of both: by their places, or in order of first appearance. */
function join(
  high: Int32Array,
  low: Int32Array,
  length: number,
  { size, known }: { readonly size: number; readonly known: Map<number, number> | undefined },
): void {
  for (let i = 0; i < length; i++) {
    const both = (high[i] ?? 0) * size + (low[i] ?? 0);
    high[i] = known === undefined ? both : numberIn(known, both);
  }
}

/** The number of something, which is the next one if it is new. */
function numberIn(known: Map<number, number>, one: number): number {
  const number = known.get(one) ?? known.size;
  if (number === known.size) known.set(one, number);
  return number;
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
    joint.each((block) => this.#add(block));
  }

  /** How many rows have a number. */
  of(number: number): number {
    return this.#counts[number] ?? 0;
  }

  #add({ high, low, width, length, from }: Block): void {
    const counts = this.#counts;
    for (let i = 0; i < length; i++) {
      const number = Math.imul(high[i] ?? 0, width) + (low[i] ?? 0);
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
  readonly #groups: Int32Array;

  constructor(joint: Joint) {
    this.keys = new Uint32Array(joint.length);
    this.#groups = new Int32Array(joint.size).fill(-1);
    joint.each((block) => this.#add(block));
  }

  #add({ high, low, width, length, from }: Block): void {
    for (let i = 0; i < length; i++) {
      const number = Math.imul(high[i] ?? 0, width) + (low[i] ?? 0);
      let group = this.#groups[number] ?? -1;
      if (group < 0) group = this.#groups[number] = this.rows.push(from + i) - 1;
      this.keys[from + i] = group;
    }
  }
}

/**
 * The rows of a column whose numbers pass.
 *
 * @param passes 1 or 0 for each number that may occur
 * @param count how many rows pass
 */
export function rowsThatPass(column: Sized, passes: Uint8Array, count: number): Uint32Array {
  // There is room for one more: a row that does not pass is written too, and then written over.
  const rows = new Uint32Array(count + 1);
  let place = 0;
  new Joint(column).each((block) => {
    place = write(block, passes, rows, place);
  });
  return rows.subarray(0, count);
}

/** Writes the rows of a block that pass. @returns the place behind them */
function write(
  { low, length, from }: Block,
  passes: Uint8Array,
  rows: Uint32Array,
  start: number,
): number {
  let place = start;
  for (let i = 0; i < length; i++) {
    rows[place] = from + i;
    place += passes[low[i] ?? 0] ?? 0;
  }
  return place;
}

/**
 * The numbers of those rows of a column that pass by another.
 *
 * @param by the other column
 * @param passes 1 or 0 for each of its numbers
 * @param room as long as rows pass
 */
export function passingOf<N extends Numbers>(
  column: Sized,
  by: Sized,
  passes: Uint8Array,
  room: N,
): N {
  const [block, test] = [new Int32Array(BLOCK), new Int32Array(BLOCK)];
  let place = 0;
  for (let from = 0; from < by.numbers.length; from += BLOCK) {
    copy(column, from, block);
    const length = compact(block, test, copy(by, from, test), passes);
    room.set(block.subarray(0, length), place);
    place += length;
  }
  return room;
}

/** Moves those of a block's numbers to its front that pass. @returns how many do */
function compact(block: Int32Array, test: Int32Array, length: number, passes: Uint8Array): number {
  let place = 0;
  for (let i = 0; i < length; i++) {
    block[place] = block[i] ?? 0;
    place += passes[test[i] ?? 0] ?? 0;
  }
  return place;
}
