import { type Dialect, records } from "./records.ts";

/** How {@linkcode parse} reads its input. */
export interface ParseOptions {
  /** What stands between two fields; `","` by default. */
  separator?: string;
  /** A line that begins with this character is left out. By default no line is a comment. */
  comment?: string;
  /** Drop white space before each field; `false` by default. */
  trimLeadingSpace?: boolean;
  /** Take a stray quote as it stands instead of throwing; `false` by default. */
  lazyQuotes?: boolean;
  /**
   * How many fields each record must have: a positive number means just that many, 0 as many as
   * the first record has, a negative number or nothing any number.
   */
  fieldsPerRecord?: number;
  /**
   * Leave the first record out. Its fields become the keys of the records, unless `columns` gives
   * them.
   */
  skipFirstRow?: boolean;
  /** The keys of the records. */
  columns?: readonly string[];
}

/** A record keyed by column: by the names themselves where they are known to the type checker. */
export type RecordWithColumn<C extends string> = string extends C ? Record<string, string>
  : Record<C, string>;

/** What {@linkcode parse} returns for options of type `T`. */
export type ParseResult<ParseOptions, T> = T extends
  ParseOptions & { columns: readonly (infer C extends string)[] } ? RecordWithColumn<C>[]
  : T extends ParseOptions & { skipFirstRow: true } ? Record<string, string>[]
  : T extends ParseOptions & { columns?: undefined; skipFirstRow?: false | undefined } ? string[][]
  : Record<string, string>[] | string[][];

/**
 * Reads CSV text (RFC 4180). Lines end with LF or CRLF, either of which is an LF inside a quoted
 * field; a leading byte-order mark and blank lines are left out.
 *
 * @param input The text.
 * @returns The records, each an array of its fields.
 * @throws {SyntaxError} If a quote stands where none may.
 */
export function parse(input: string): string[][];
/**
 * Reads CSV text (RFC 4180) as the options say.
 *
 * @param input The text.
 * @param options See {@linkcode ParseOptions}.
 * @returns Arrays of fields; objects if `skipFirstRow` or `columns` is given.
 * @throws {SyntaxError} If a quote stands where none may, or `fieldsPerRecord` is not met.
 * @throws {TypeError} If `skipFirstRow` is asked of an input without records.
 * @throws {Error} If a record has more or fewer fields than there are keys, or if separator and
 * comment cannot be told apart from each other, a quote or a line end.
 */
export function parse<const T extends ParseOptions>(
  input: string,
  options: T,
): ParseResult<ParseOptions, T>;
export function parse(
  input: string,
  options: ParseOptions = {},
): string[][] | Record<string, string>[] {
  const { fieldsPerRecord = -1, skipFirstRow = false, columns } = options;
  const rows = read(input, dialect(options), fieldsPerRecord);
  if (!skipFirstRow && columns === undefined) return rows;

  const first = skipFirstRow ? rows.shift() : [];
  if (first === undefined) {
    throw new TypeError("Cannot parse input: headers must be defined");
  }
  const keys = columns ?? first;
  return rows.map((row, index) => keyed(row, keys, index + (skipFirstRow ? 2 : 1)));
}

function dialect(options: ParseOptions): Dialect {
  const {
    separator = ",",
    comment,
    trimLeadingSpace = false,
    lazyQuotes = false,
  } = options;
  const reserved = ["\r", "\n", '"'];
  if (
    reserved.includes(separator) || separator === comment ||
    (comment !== undefined && reserved.includes(comment))
  ) {
    throw new Error("Cannot parse input: invalid delimiter");
  }
  return { separator, comment, trimLeadingSpace, lazyQuotes };
}

function read(
  input: string,
  dialect: Dialect,
  fieldsPerRecord: number,
): string[][] {
  const rows: string[][] = [];
  let expected = fieldsPerRecord;
  let number = 0;
  for (const fields of records(input, dialect)) {
    number++;
    // 0 asks for the width of the first record, even where that is a blank line or a comment.
    if (fieldsPerRecord === 0 && number === 1) expected = fields.length;
    if (fields.length === 0) continue;
    if (fieldsPerRecord >= 0 && fields.length !== expected) {
      throw new SyntaxError(
        `Syntax error on line ${number}: expected ${expected} fields but got ${fields.length}`,
      );
    }
    rows.push(fields);
  }
  return rows;
}

function keyed(
  row: string[],
  keys: readonly string[],
  line: number,
): Record<string, string> {
  if (row.length !== keys.length) {
    throw new Error(
      `Syntax error on line ${line}: The record has ${row.length} fields, but the header has ${keys.length} fields`,
    );
  }
  const record: Record<string, string> = {};
  row.forEach((field, index) => record[keys[index] ?? ""] = field);
  return record;
}
