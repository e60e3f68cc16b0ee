/** Which columns could stand at the cursor of a cell that is being written. */
import { Frame } from "../../table/frame.ts";

/** What completion offers, in the kernel's terms: positions count characters. */
export interface Completion {
  readonly matches: readonly string[];
  readonly cursor_start: number;
  readonly cursor_end: number;
}

/** A string that has begun: its quote, and what of it is written. */
const OPEN_STRING = /^(?:[^"'`\n]|"[^"\n]*"|'[^'\n]*'|`[^`]*`)*(["'])([^"'`\n]*)$/;
/** A property of a name, the property's beginning last. */
const PROPERTY = /(?<![\w$\p{L}.])([\p{L}_$][\p{L}\p{N}_$]*)\.([\p{L}\p{N}_$]*)$/u;
const NAME = /(?<![\w$\p{L}.])[\p{L}_$][\p{L}\p{N}_$]*/gu;
const WORD_IN_QUOTES = /(["'])([^"'\n]+)\1/g;

/**
 * The columns that could come next: inside a string anywhere in a statement that speaks of a table,
 * and after the dot of a row (`(row) => row.`). Names that the statement itself has given in quotes
 * are offered too, since `tally` and `derive` make columns of them.
 *
 * @param code the cell's text
 * @param position where the cursor is, in characters
 * @param valueOf what a name means in the notebook; undefined for one that means nothing
 * @returns undefined where no column can stand, which leaves the answer to the kernel
 */
export function columnsAt(
  code: string,
  position: number,
  valueOf: (name: string) => unknown,
): Completion | undefined {
  const before = [...code].slice(0, position).join("");
  const statement = before.slice(statementStart(before));
  const line = before.slice(before.lastIndexOf("\n") + 1);

  const written = OPEN_STRING.exec(line)?.[2] ?? rowProperty(statement);
  if (written === undefined) return undefined;
  const matches = columnsIn(statement, valueOf).filter((name) => name.startsWith(written));
  if (matches.length === 0) return undefined;
  return { matches, cursor_start: position - [...written].length, cursor_end: position };
}

/** A statement begins at the last line that is not indented; formatted cells are written so. */
function statementStart(text: string): number {
  return Math.max(0, ...[...text.matchAll(/^[^\s)}\]]/gm)].map(({ index }) => index));
}

/** What is written of a property, if what it belongs to is the parameter of a function. */
function rowProperty(statement: string): string | undefined {
  const [, name, written] = PROPERTY.exec(statement) ?? [];
  if (name === undefined) return undefined;
  const parameter = new RegExp(`[(,]\\s*${name.replaceAll("$", "\\$")}\\s*\\)?\\s*=>`, "u");
  return parameter.test(statement) ? written : undefined;
}

function columnsIn(statement: string, valueOf: (name: string) => unknown): string[] {
  const names = new Set([...statement.matchAll(NAME)].map(([name]) => name));
  const tables = [...names].map(valueOf).filter((value) => value instanceof Frame);
  if (tables.length === 0) return [];
  const given = [...statement.matchAll(WORD_IN_QUOTES)].map(([, , word]) => word ?? "");
  return [...new Set([...tables.flatMap((table) => table.names), ...given])];
}
