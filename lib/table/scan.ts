/** A CSV file's rows in one pass over its bytes, of which only a part is held at a time. */
import { type Bytes, bytesOf, COMMA, signFrom } from "./bytes.ts";
import { type Row, rowsOf, withLineFeeds } from "./rows.ts";
import { decoded, type Dictionary } from "./texts.ts";

/** A row of which nothing need be said: its cells are in the dictionaries. */
export const PLAIN = Symbol("plain row");

const [QUOTE, FEED, RETURN] = [0x22, 0x0a, 0x0d];

/** How many bytes are read at a time. */
const PART = 2 ** 20;

/** The longest row that is held to find the end of a quoted cell; V8 holds no longer text. */
const LONGEST_ROW = 2 ** 29 - 24;

/** Reads rows from an open file, one at a time. */
export class Scanner {
  readonly #file: { readSync(into: Uint8Array): number | null };
  #bytes: Bytes;
  /** What of the bytes is not yet read, and whether there are no more in the file. */
  #at = 0;
  #end = 0;
  #all = false;
  /** The row that was read last, as a spreadsheet numbers it. */
  number = 0;
  /** How many lines have ended so far. */
  breaks = 0;
  /** Whether the last line read has its end. */
  ended = true;

  /** @param part how many bytes are read at a time */
  constructor(file: { readSync(into: Uint8Array): number | null }, part: number = PART) {
    this.#file = file;
    this.#bytes = bytesOf(new Uint8Array(part));
  }

  /** The file's first bytes. */
  head(): Uint8Array {
    this.#more();
    return this.#bytes.each.subarray(0, this.#end);
  }

  /** Passes over a byte-order mark. */
  skipMark(): void {
    if ([0xef, 0xbb, 0xbf].every((byte, i) => this.#bytes.each[i] === byte)) this.#at = 3;
  }

  /**
   * The next row: {@link PLAIN}, without the spaces and tabs around its cells, where it has a cell for
   * each dictionary, not all of them empty and none odd, else its text; undefined where there is none.
   *
   * @param codes is given the number of each cell of a plain row
   * @throws {EncodingError} if a text is no UTF-8
   * @throws {QuoteError} where a quote stands that may not
   */
  next(
    dictionaries: readonly Dictionary[],
    codes: Uint32Array,
  ): typeof PLAIN | Row | undefined {
    if (this.#isOver()) return undefined;
    this.number++;
    let [column, start] = [0, this.#at];
    let [odd, filled, quotes] = [false, false, false];
    let [bytes, end] = [this.#bytes, this.#end];
    for (let at = this.#at;; at++) {
      at = signFrom(bytes, at, end);
      if (at === end && !this.#all) {
        const moved = this.#more();
        // The same place is looked at again.
        at -= moved + 1;
        start -= moved;
        [bytes, end] = [this.#bytes, this.#end];
        continue;
      }
      let byte = at < end ? bytes.each[at] ?? 0 : FEED;
      if (byte !== COMMA && byte !== FEED && byte !== RETURN && byte !== QUOTE) continue;
      let [from, to] = [start, at];
      if (byte === QUOTE) {
        // A quoted cell of one line without a quote in it is a cell like any other.
        if (at !== start) return this.#quoted();
        const close = closing(bytes.each, at + 1, end);
        byte = bytes.each[close + 1] ?? 0;
        if (close < 0 || (byte !== COMMA && byte !== FEED && byte !== RETURN)) {
          return this.#quoted();
        }
        [from, to, at, quotes] = [start + 1, close, close + 1, true];
      }
      while (from < to && isSpace(bytes.each[from])) from++;
      while (from < to && isSpace(bytes.each[to - 1])) to--;
      const dictionary = dictionaries[column];
      if (dictionary === undefined) odd = true;
      else {
        const code = dictionary.code(bytes, from, to);
        codes[column] = code;
        if (dictionary.isOdd(code)) odd = true;
      }
      if (to > from) filled = true;
      column++;
      if (byte !== COMMA) {
        const plain = filled && !odd && column === dictionaries.length;
        if (quotes && !plain) return this.#quoted();
        const row = plain ? PLAIN : this.#row(bytes.each.subarray(this.#at, at));
        this.#pass(at);
        return row;
      }
      start = at + 1;
    }
  }

  /** Whether all that was not yet read is UTF-8. Nothing can be read then. */
  restIsText(): boolean {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    try {
      while (!this.#isOver()) {
        decoder.decode(this.#bytes.each.subarray(this.#at, this.#end), { stream: true });
        this.#at = this.#end;
      }
      decoder.decode();
      return true;
    } catch {
      return false;
    }
  }

  /** Goes on behind a line's end, which may be a carriage return, a line feed or both. */
  #pass(end: number): void {
    this.#at = end;
    this.ended = end < this.#end;
    if (!this.ended) return;
    const returns = this.#bytes.each[end] === RETURN;
    this.#at++;
    this.breaks++;
    if (returns && !this.#isOver() && this.#bytes.each[this.#at] === FEED) this.#at++;
  }

  #row(line: Uint8Array): Row {
    return { number: this.number, lines: 1, cells: decoded(line).split(",") };
  }

  /** A row that holds quotes, over as many lines as they do. */
  #quoted(): Row {
    let inside = false;
    let at = this.#at;
    for (;; at++) {
      if (at === this.#end) {
        if (at - this.#at > LONGEST_ROW) break;
        at -= this.#more();
        if (at === this.#end) break;
      }
      const byte = this.#bytes.each[at];
      if (byte === QUOTE) inside = !inside;
      else if (!inside && (byte === FEED || byte === RETURN)) break;
    }
    const text = withLineFeeds(decoded(this.#bytes.each, this.#at, at));
    const [row] = rowsOf(text, this.number);
    if (row === undefined) throw new RangeError("A row that begins has an end");
    this.breaks += row.lines - 1;
    this.#pass(at);
    return row;
  }

  #isOver(): boolean {
    if (this.#at === this.#end) this.#more();
    return this.#at === this.#end;
  }

  /** Reads on. @returns by how many places what was held has moved to the front */
  #more(): number {
    if (this.#all) return 0;
    const moved = this.#at;
    const held = this.#end - moved;
    this.#bytes.each.copyWithin(0, moved, this.#end);
    if (held === this.#bytes.each.length) {
      const wider = new Uint8Array(held * 2);
      wider.set(this.#bytes.each);
      this.#bytes = bytesOf(wider);
    }
    const read = this.#file.readSync(this.#bytes.each.subarray(held)) ?? 0;
    [this.#at, this.#end] = [0, held + read];
    this.#all = read === 0;
    return moved;
  }
}

/** Where a quoted cell ends that begins here, if it does so in this line and holds no quote; or -2. */
function closing(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at + 1 < end; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === FEED || byte === RETURN) break;
  }
  return -2;
}

/** Whether a byte is white space that is no matter around a cell. */
function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}
