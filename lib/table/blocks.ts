/**
 * Loops over small whole numbers, of which every row has one a column, such as codes. Rows are looked
 * at a block at a time, which stays in the processor's cache, and always as numbers of one width: a
 * loop that meets several kinds of arrays takes twice as long, and so does one that calls something.
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

/** Up to how many combinations, or as many as rows, are numbered whether they occur or not. */
const FEW = 2 ** 16;

/** Room for numbers below a size. */
export function roomFor(size: number, length: number): Numbers {
  if (size <= 2 ** 8) return new Uint8Array(length);
  return size <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/**
 * One number a row for the combination of what it has in several columns. It stands at one block of
 * the rows after the other: `while (joint.next()) …`. (As a generator it would be nicer to read, but
 * V8 compiles what loops over one to half the speed.)
 */
export class Joint {
  /** How many rows there are. */
  readonly length: number;
  /** All numbers are below this. */
  readonly size: number;
  readonly #first: Sized;
  /** The others, each with the combinations met so far where these are too many to be told by place. */
  readonly #others: (Sized & { readonly known: Map<number, number> | undefined })[] = [];

  /** The number of the row at a place in the block is `high × width + low` there. */
  readonly high = new Int32Array(BLOCK);
  readonly low = new Int32Array(BLOCK);
  readonly width: number;
  /** How many rows the block has; what stands behind them in both arrays is no matter. */
  rows = 0;
  /** The position of the first of them. */
  from = 0;

  constructor(first: Sized, ...others: readonly Sized[]) {
    this.#first = first;
    this.length = first.numbers.length;
    let size = first.size;
    for (const other of others) {
      const few = size * other.size <= Math.max(FEW, this.length);
      this.#others.push({ ...other, known: few ? undefined : new Map() });
      size = few ? size * other.size : Math.min(size * other.size, this.length);
    }
    this.size = size;
    const last = this.#others.at(-1);
    this.width = last === undefined || last.known !== undefined ? 1 : last.size;
  }

  /** Goes on to the next block. @returns whether there is one */
  next(): boolean {
    const { high, low } = this;
    this.from += this.rows;
    if (this.from === this.length) return false;
    const last = this.#others.at(-1);
    this.rows = copy(this.#first, this.from, last === undefined ? low : high);
    for (const other of this.#others) {
      copy(other, this.from, low);
      if (other !== last || other.known !== undefined) join(high, low, this.rows, other);
    }
    if (last?.known !== undefined) low.fill(0);
    return true;
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

/** How many rows have each number. */
export class Counts {
  readonly #counts: Uint32Array;
  readonly #first: Uint32Array;
  /** The numbers that occur, in order of first appearance. */
  readonly numbers: readonly number[];

  constructor(joint: Joint) {
    this.#counts = new Uint32Array(joint.size);
    this.#first = new Uint32Array(joint.size);
    while (joint.next()) this.#add(joint);
    this.numbers = [...this.#counts.keys()].filter((number) => this.of(number) > 0)
      .sort((one, other) => this.firstOf(one) - this.firstOf(other));
  }

  /** How many rows have a number. */
  of(number: number): number {
    return this.#counts[number] ?? 0;
  }

  /** The first row that has it. */
  firstOf(number: number): number {
    return this.#first[number] ?? 0;
  }

  #add({ high, low, width, rows, from }: Joint): void {
    const [counts, first] = [this.#counts, this.#first];
    for (let i = 0; i < rows; i++) {
      const number = Math.imul(high[i] ?? 0, width) + (low[i] ?? 0);
      const before = counts[number] ?? 0;
      if (before === 0) first[number] = from + i;
      counts[number] = before + 1;
    }
  }
}

/** A group for each number that occurs, in order of first appearance. */
export class Grouping {
  /** The group of each row. */
  readonly keys: Uint32Array;
  readonly #groups: Int32Array;
  readonly #first: Uint32Array;
  #count = 0;

  constructor(joint: Joint) {
    this.keys = new Uint32Array(joint.length);
    this.#groups = new Int32Array(joint.size).fill(-1);
    this.#first = new Uint32Array(joint.size);
    while (joint.next()) this.#add(joint);
  }

  /** The first row of each group. */
  get rows(): number[] {
    return [...this.#first.subarray(0, this.#count)];
  }

  #add({ high, low, width, rows, from }: Joint): void {
    const [keys, groups, first] = [this.keys, this.#groups, this.#first];
    let count = this.#count;
    for (let i = 0; i < rows; i++) {
      const number = Math.imul(high[i] ?? 0, width) + (low[i] ?? 0);
      let group = groups[number] ?? 0;
      if (group < 0) {
        group = groups[number] = count++;
        first[group] = from + i;
      }
      keys[from + i] = group;
    }
    this.#count = count;
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
  const positions = new Uint32Array(count + 1);
  let place = 0;
  const joint = new Joint(column);
  while (joint.next()) place = write(joint, passes, positions, place);
  return positions.subarray(0, count);
}

/** Writes the positions of a block's rows that pass. @returns the place behind them */
function write(
  { low, rows, from }: Joint,
  passes: Uint8Array,
  positions: Uint32Array,
  start: number,
): number {
  let place = start;
  for (let i = 0; i < rows; i++) {
    positions[place] = from + i;
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
