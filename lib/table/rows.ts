/** The rows of a CSV text (RFC 4180), numbered as a spreadsheet numbers them. */

/** A row as it stands. */
export interface Row {
  /** The header is 1; blank lines count, line breaks within quotes do not. */
  readonly number: number;
  /** How many lines of the file it takes. */
  readonly lines: number;
  readonly cells: readonly string[];
}

/** Quotes that cannot be paired: from here on nobody can say where a cell ends. */
export class QuoteError extends Error {
  override readonly name = "QuoteError";

  /**
   * @param row the row in which the cell opens
   * @param expected what is wrong with it, in plain Chinese
   */
  constructor(readonly row: number, readonly expected: string) {
    super(`第 ${row} 行：${expected}`);
  }
}

/** The text with every kind of line end, a lone CR too, as a line feed. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/**
 * The rows of a text, one at a time, in one pass; a blank line is a row of one empty cell.
 *
 * @param text with line feeds only
 * @param first the number of its first row
 * @throws {QuoteError} where a quote stands that may not
 */
export function* rowsOf(text: string, first = 1): Generator<Row> {
  for (let number = first, at = 0; at < text.length; number++) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, end);
    if (line.includes('"')) {
      const { cells, next, lines } = quotedRow(text, at, number);
      yield { number, lines, cells };
      at = next;
    } else {
      // Most rows hold no quote, and splitting one is many times faster than walking it.
      yield { number, lines: 1, cells: line.split(",") };
      at = end + 1;
    }
  }
}

/** Reads the row that begins at `start`, over as many lines as its quoted cells hold. */
function quotedRow(text: string, start: number, number: number) {
  const cells: string[] = [];
  let lines = 1;
  for (let at = start;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    const place = `第 ${cells.length + 1} 格`;
    if (cell.fault !== undefined) throw new QuoteError(number, place + cell.fault);
    cells.push(cell.value);
    lines += breaksIn(cell.value);
    at = cell.end + 1;
    if (text[cell.end] !== ",") return { cells, next: at, lines };
  }
}

/** A cell, where it ends, and what is wrong with its quotes. */
interface Cell {
  readonly value: string;
  readonly end: number;
  readonly fault?: string;
}

const BARE = "中间有引号；含引号的格应整格用引号括起，里面的引号写成两个";

function plainCell(text: string, at: number): Cell {
  let end = at;
  while (end < text.length && text[end] !== "," && text[end] !== "\n") {
    if (text[end] === '"') return { value: "", end, fault: BARE };
    end++;
  }
  return { value: text.slice(at, end), end };
}

function quotedCell(text: string, at: number): Cell {
  for (let from = at + 1;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      const swallowed = breaksIn(text.slice(at).trimEnd());
      return { value: "", end: text.length, fault: `的引号没有成对${rowsAfter(swallowed)}` };
    }
    const next = text[quote + 1];
    if (next === '"') {
      from = quote + 2;
      continue;
    }
    const value = text.slice(at + 1, quote).replaceAll('""', '"');
    if (next === undefined || next === "," || next === "\n") return { value, end: quote + 1 };
    const fault = `的引号没有成对：下一个引号之后还有文字${rowsAfter(breaksIn(value))}`;
    return { value, end: quote + 1, fault };
  }
}

/** What a stray quote did to the rows below; empty where it did nothing. */
export function rowsAfter(count: number): string {
  return count === 0 ? "" : `，其后 ${count.toLocaleString("en-US")} 行被并入这一格`;
}

/** How many line breaks a text holds. */
export function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
