import { records } from "./records.ts";

/** How {@linkcode parse} reads its input. */
export interface ParseOptions {
  /** What stands between two fields; `","` by default. */
  separator?: string;
  /** Leave the first record out and take its fields for the keys of the others. */
  skipFirstRow?: boolean;
}

/** What {@linkcode parse} returns for options of type `T`. */
export type ParseResult<ParseOptions, T> = T extends ParseOptions & { skipFirstRow: true }
  ? Record<string, string>[]
  : T extends ParseOptions & { skipFirstRow?: false | undefined } ? string[][]
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
 * @returns Arrays of fields; objects if `skipFirstRow` is true.
 * @throws {SyntaxError} If a quote stands where none may.
 * @throws {TypeError} If `skipFirstRow` is asked of an input without records.
 * @throws {Error} If a record has more or fewer fields than there are keys, or if the separator is a
 * quote or a line end.
 */
export function parse<const T extends ParseOptions>(
  input: string,
  options: T,
): ParseResult<ParseOptions, T>;
export function parse(
  input: string,
  { separator = ",", skipFirstRow = false }: ParseOptions = {},
): string[][] | Record<string, string>[] {
  if (["\r", "\n", '"'].includes(separator)) {
    throw new Error("Cannot parse input: invalid delimiter");
  }
  const rows = [...records(input, separator)].filter((fields) => fields.length > 0);
  if (!skipFirstRow) return rows;
  const [keys, ...others] = rows;
  if (keys === undefined) throw new TypeError("Cannot parse input: headers must be defined");
  return others.map((row, index) => keyed(row, keys, index + 2));
}

function keyed(row: string[], keys: readonly string[], line: number): Record<string, string> {
  if (row.length !== keys.length) {
    throw new Error(
      `Syntax error on line ${line}: The record has ${row.length} fields, ` +
        `but the header has ${keys.length} fields`,
    );
  }
  const record: Record<string, string> = {};
  row.forEach((field, index) => record[keys[index] ?? ""] = field);
  return record;
}
