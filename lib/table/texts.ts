/** Many texts in little room: each distinct one once, as the bytes in which it was read. */
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

  *[Symbol.iterator](): Generator<string> {
    for (let at = 0; at < this.length; at++) yield this.at(at) ?? "";
  }
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

/** Begins and continues the hash by which texts are found; see {@link Dictionary.code}. */
export const HASH = { seed: 0x811c9dc5 | 0, prime: 0x01000193 } as const;

/** The hash of a part of some bytes. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash: number = HASH.seed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), HASH.prime);
  return hash;
}

/** Up to how many texts are worth having decoded at once. */
const FEW = 2 ** 16;

/** The longest text that is not looked at, in bytes; no cell is allowed more characters. */
const LONGEST = 2 ** 15 - 1;

/** Gives each text that it meets a number, in order of first appearance. */
export class Dictionary {
  readonly #isOdd: (text: string) => boolean;
  /** The numbers of texts that need a look at each of their rows. */
  readonly #odd = new Set<number>();
  #plain = true;
  #count = 0;
  #bytes = new Uint8Array(1 << 12);
  #bounds = new Uint32Array(1 << 8);
  /** Open addressing by hash: a text's number and one, or 0. */
  #table = new Uint32Array(1 << 9);

  /** @param isOdd tells which texts need a look at each of their rows; it is asked once of each */
  constructor(isOdd: (text: string) => boolean) {
    this.#isOdd = isOdd;
  }

  get size(): number {
    return this.#count;
  }

  /** Whether a text needs a look at each of its rows. */
  isOdd(code: number): boolean {
    return this.#odd.size > 0 && this.#odd.has(code);
  }

  /** From now on a text is odd. */
  mark(text: string): void {
    this.#odd.add(this.codeOf(text));
  }

  /** The number of a text. */
  codeOf(text: string): number {
    const bytes = encoder.encode(text);
    return this.code(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
  }

  /**
   * The number of a text by its bytes.
   *
   * @param hash the FNV-1a hash of these bytes
   * @throws {EncodingError} if they are no UTF-8
   */
  code(from: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#table.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask;; slot = (slot + 1) & mask) {
      const code = (this.#table[slot] ?? 0) - 1;
      if (code < 0) return this.#add(from, start, end, slot);
      if (this.#is(code, from, start, end)) return code;
    }
  }

  #is(code: number, from: Uint8Array, start: number, end: number): boolean {
    const bytes = this.#bytes;
    let at = this.#bounds[code] ?? 0;
    if ((this.#bounds[code + 1] ?? 0) - at !== end - start) return false;
    for (let i = start; i < end; i++) if (bytes[at++] !== from[i]) return false;
    return true;
  }

  #add(from: Uint8Array, start: number, end: number, slot: number): number {
    const code = this.#count;
    if (!isPlain(from, start, end)) {
      this.#plain = false;
      if (this.#isOdd(decoded(from, start, end))) this.#odd.add(code);
    }
    const at = this.#bounds[code] ?? 0;
    const next = at + end - start;
    if (next > this.#bytes.length) this.#bytes = grown(this.#bytes, next);
    if (code + 2 > this.#bounds.length) this.#bounds = grown(this.#bounds, code + 2);
    this.#bytes.set(from.subarray(start, end), at);
    this.#bounds[code + 1] = next;
    this.#table[slot] = ++this.#count;
    if (this.#count > this.#table.length * 0.7) this.#spread();
    return code;
  }

  /** Twice the room to find texts in. */
  #spread(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let code = 0; code < this.#count; code++) {
      const hash = hashOf(this.#bytes, this.#bounds[code] ?? 0, this.#bounds[code + 1] ?? 0);
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = code + 1;
    }
    this.#table = table;
  }

  /** The texts by their numbers. No further one can be met then. */
  done(): Column<string> {
    const bounds = this.#bounds.subarray(0, this.#count + 1);
    const texts = new Texts(this.#bytes, bounds, this.#plain);
    this.#table = new Uint32Array(0);
    this.#bytes = new Uint8Array(0);
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
