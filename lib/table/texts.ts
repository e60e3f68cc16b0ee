/** Many texts in little room: each distinct one once, as the bytes in which it was read. */
import { areSame, type Bytes, bytesOf, compare, hashOf } from "./bytes.ts";
import type { Column } from "./column.ts";
import { grown } from "./grown.ts";

/** Texts that stand one behind another in UTF-8; one is decoded when somebody asks for it. */
export class Texts implements Column<string> {
  readonly length: number;
  /**
   * Whether they hold nothing but ASCII that is seen and Chinese characters, so that two of them
   * look different where they are.
   */
  readonly plain: boolean;
  readonly bytes: Uint8Array;
  /** Where each begins, and where the last ends. */
  readonly bounds: Uint32Array;

  constructor(bytes: Uint8Array, bounds: Uint32Array, plain: boolean) {
    this.length = bounds.length - 1;
    this.plain = plain;
    this.bytes = bytes.subarray(0, bounds[this.length]);
    this.bounds = bounds;
  }

  at(index: number): string | undefined {
    const [start, end] = [this.bounds[index], this.bounds[index + 1]];
    if (start === undefined || end === undefined) return undefined;
    return decoded(this.bytes, start, end);
  }

  /** All in order. Many are decoded at once, which takes far less than each by itself. */
  *[Symbol.iterator](): Generator<string> {
    for (let first = 0; first < this.length; first += MANY) {
      const last = Math.min(first + MANY, this.length);
      const start = this.bounds[first] ?? 0;
      const all = decoded(this.bytes, start, this.bounds[last]);
      let begin = 0;
      for (let at = first; at < last; at++) {
        const end = begin + unitsIn(this.bytes, this.bounds[at] ?? 0, this.bounds[at + 1] ?? 0);
        yield all.slice(begin, end);
        begin = end;
      }
    }
  }
}

/** How many texts are decoded at once. */
const MANY = 1024;

/** How long a text is in UTF-16: a byte goes on with a character, or begins one of one unit or two. */
function unitsIn(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    units += (byte & 0xc0) === 0x80 ? 0 : byte < 0xf0 ? 1 : 2;
  }
  return units;
}

/** Bytes that are no UTF-8. */
export class EncodingError extends Error {
  override readonly name = "EncodingError";
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * A text out of its bytes; a byte-order mark is a character like any other.
 *
 * @throws {EncodingError} if they are no UTF-8
 */
export function decoded(bytes: Uint8Array, start = 0, end = bytes.length): string {
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch {
    throw new EncodingError("These bytes are no UTF-8");
  }
}

/** Up to how many texts are worth having decoded at once. */
const FEW = 2 ** 16;

/** The longest text that is not looked at, in bytes; no cell is allowed more characters. */
const LONGEST = 2 ** 15 - 1;

/** How full a table may be until it gets more room. */
const FULL = 0.75;

/** Gives each text that it meets a number, in order of first appearance. */
export class Dictionary {
  readonly #isOdd: (text: string) => boolean;
  readonly #marked: Bytes | undefined;
  /** The numbers of texts that need a look at each of their rows. */
  readonly #odd = new Set<number>();
  #plain = true;
  #count = 0;
  #bytes = bytesOf(new Uint8Array(1 << 12));
  #bounds = new Uint32Array(1 << 8);
  /**
   * Open addressing by hash: a text's number and one, or 0. There is none as long as each new text
   * comes behind all others, as identifiers mostly do: then it is the last one, or new.
   */
  #table: Uint32Array | undefined;

  /**
   * @param isOdd tells which texts need a look at each of their rows; it is asked once of each
   * @param marked a text that needs one too
   */
  constructor(isOdd: (text: string) => boolean, marked?: string) {
    this.#isOdd = isOdd;
    this.#marked = marked === undefined ? undefined : bytesOf(encoder.encode(marked));
  }

  /** Whether a text needs a look at each of its rows. */
  isOdd(code: number): boolean {
    return this.#odd.size > 0 && this.#odd.has(code);
  }

  /** The number of a text. */
  codeOf(text: string): number {
    const bytes = encoder.encode(text);
    return this.code(bytesOf(bytes), 0, bytes.length);
  }

  /**
   * The number of a text by its bytes.
   *
   * @throws {EncodingError} if they are no UTF-8
   */
  code(from: Bytes, start: number, end: number): number {
    if (this.#table === undefined) {
      const behind = this.#count === 0 ? 1 : this.#behindLast(from, start, end);
      if (behind > 0) return this.#add(from, start, end);
      if (behind === 0) return this.#count - 1;
      this.#table = this.#spread(1 << 9);
    }
    const table = this.#table;
    const mask = table.length - 1;
    for (let slot = hashOf(from, start, end) & mask;; slot = (slot + 1) & mask) {
      const code = (table[slot] ?? 0) - 1;
      if (code < 0) {
        const added = this.#add(from, start, end);
        table[slot] = added + 1;
        if (this.#count > table.length * FULL) this.#table = this.#spread(table.length * 2);
        return added;
      }
      const at = this.#bounds[code] ?? 0;
      const isAsLong = (this.#bounds[code + 1] ?? 0) - at === end - start;
      if (isAsLong && areSame(this.#bytes, at, from, start, end - start)) return code;
    }
  }

  /** More than 0 where a text comes behind the last one, 0 where it is the same. */
  #behindLast(from: Bytes, start: number, end: number): number {
    const last = this.#bounds[this.#count - 1] ?? 0;
    return compare(from, start, end, this.#bytes, last, this.#bounds[this.#count] ?? 0);
  }

  #add(from: Bytes, start: number, end: number): number {
    const code = this.#count;
    const length = end - start;
    if (!isPlain(from.each, start, end)) {
      this.#plain = false;
      if (this.#isOdd(decoded(from.each, start, end))) this.#odd.add(code);
    }
    if (this.#marked?.each.length === length && areSame(this.#marked, 0, from, start, length)) {
      this.#odd.add(code);
    }
    const at = this.#bounds[code] ?? 0;
    const next = at + length;
    if (next > this.#bytes.each.length) this.#bytes = bytesOf(grown(this.#bytes.each, next));
    if (code + 2 > this.#bounds.length) this.#bounds = grown(this.#bounds, code + 2);
    this.#bytes.each.set(from.each.subarray(start, end), at);
    this.#bounds[code + 1] = next;
    this.#count++;
    return code;
  }

  /** All texts so far by their hashes, with some room to find them in, or as much as they need. */
  #spread(least: number): Uint32Array {
    let room = least;
    while (this.#count > room * FULL) room *= 2;
    const table = new Uint32Array(room);
    const mask = room - 1;
    for (let code = 0; code < this.#count; code++) {
      const hash = hashOf(this.#bytes, this.#bounds[code] ?? 0, this.#bounds[code + 1] ?? 0);
      let slot = hash & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = code + 1;
    }
    return table;
  }

  /** The texts by their numbers. No further one can be met then. */
  done(): Column<string> {
    const bounds = this.#bounds.subarray(0, this.#count + 1);
    const texts = new Texts(this.#bytes.each, bounds, this.#plain);
    this.#table = undefined;
    this.#bytes = bytesOf(new Uint8Array(0));
    return texts.length <= FEW ? [...texts] : texts;
  }
}

/** Whether bytes are nothing but ASCII that is seen and Chinese characters (U+4E00 to U+9FFF). */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x20 && byte < 0x7f) continue;
    const [second, third] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
    const isHan = byte >= 0xe4 && byte <= 0xe9 && at + 2 < end &&
      second >= (byte === 0xe4 ? 0xb8 : 0x80) && second < 0xc0 && third >= 0x80 && third < 0xc0;
    if (!isHan) return false;
    at += 2;
  }
  return true;
}
