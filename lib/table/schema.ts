/** What a column's cells must be; reading a sheet against it finds every fault at once. */
import { distance } from "fastest-levenshtein";
import { existsSync } from "node:fs";
import { missingColumns, readSheet, type Sheet } from "./csv.ts";
import { type Fault, throwIfAny } from "./faults.ts";
import { Frame } from "./frame.ts";

/** Turns a cell's text into a value, or says (in Chinese) what it should have been. */
export type Check<T> = (text: string) => { readonly value: T } | { readonly expected: string };

/** The checks of a file's columns. */
export type Schema<R> = { readonly [K in keyof R]: Check<R[K]> };

/** Any text but the empty one. */
export const text: Check<string> = (cell) =>
  cell === "" ? { expected: "不应为空" } : { value: cell };

/** A whole number, zero or more. */
export const whole: Check<number> = (cell) =>
  /^\d+$/.test(cell) && Number.isSafeInteger(Number(cell))
    ? { value: Number(cell) }
    : { expected: "应为整数" };

/** One of a list; a refusal names the nearest, and the whole list where it is short. */
export function oneOf<const L extends string>(allowed: readonly L[]): Check<L> {
  const known = new Map<string, L>(allowed.map((value) => [value, value]));
  return (cell) => {
    const value = known.get(cell);
    if (value !== undefined) return { value };
    const near = cell === "" ? "" : `，最接近的是“${nearest(cell, allowed)}”`;
    const list = allowed.length <= 15 ? `应为${allowed.join("、")}之一` : "不在代码表中";
    return { expected: `${list}${near}` };
  };
}

/** Fewest edits apart, where a shared character makes up for one: 国企 means 国有企业, not 机关. */
function nearest(cell: string, allowed: readonly string[]): string {
  const apart = (one: string) =>
    distance(cell, one) - [...new Set(cell)].filter((character) => one.includes(character)).length;
  return allowed.reduce((best, one) => (apart(one) < apart(best) ? one : best), allowed[0] ?? "");
}

/** Like `check`, but the cell may be empty; the value is then the empty text. */
export function optional<T>(check: Check<T>): Check<T | ""> {
  return (cell) => (cell === "" ? { value: "" } : check(cell));
}

/**
 * A frame of the schema's columns out of a sheet; further columns are left aside.
 *
 * @param key a column whose values must all differ, or several such columns
 * @param optional columns that the sheet may lack; the frame then lacks them too, so that whoever
 *   asks for one is told that it is not there
 * @throws {DataError} with every fault of the file: missing columns, ragged rows, refused cells,
 *   repeated keys
 */
export function conform<R extends object>(
  sheet: Sheet,
  schema: Schema<R>,
  { key = [], optional = [] }: {
    readonly key?: (keyof R & string) | readonly (keyof R & string)[];
    readonly optional?: readonly string[];
  } = {},
): Frame<R> {
  const names = (Object.keys(schema) as (keyof R & string)[])
    .filter((name) => sheet.header.includes(name) || !optional.includes(name));
  const faults: Fault[] = missingColumns(sheet, names);
  const present = names.filter((name) => sheet.header.includes(name));
  const columns = Object.fromEntries(present.map((name) => {
    const place = sheet.header.indexOf(name);
    return [
      name,
      sheet.rows.map(({ number, cells }) => {
        const found = cells[place] ?? "";
        const result = schema[name](found);
        if ("value" in result) return result.value;
        faults.push({ file: sheet.file, row: number, column: name, found, ...result });
        return found;
      }),
    ];
  })) as { [K in keyof R]: R[K][] };
  const keys = typeof key === "string" ? [key] : key;
  faults.push(
    ...keys.filter((name) => present.includes(name)).flatMap((name) => repeated(sheet, name)),
  );
  throwIfAny([...sheet.faults, ...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return Frame.fromColumns<R>(columns);
}

/**
 * Reads a file that an edition may do without: {@link conform} where it is there, an empty frame of
 * the schema's columns where it is not, which is no fault.
 *
 * @throws {DataError} with every fault of the file
 */
export function conformIfAny<R extends object>(
  path: string,
  schema: Schema<R>,
  options: { readonly key?: (keyof R & string) | readonly (keyof R & string)[] } = {},
): Frame<R> {
  if (existsSync(path)) return conform(readSheet(path), schema, options);
  return Frame.fromRows<R>([], Object.keys(schema) as (keyof R & string)[]);
}

function repeated(sheet: Sheet, column: string): Fault[] {
  const place = sheet.header.indexOf(column);
  const first = new Map<string, number>();
  return sheet.rows.flatMap(({ number, cells }) => {
    const found = cells[place] ?? "";
    const earlier = first.get(found);
    if (earlier === undefined) first.set(found, number);
    return earlier === undefined
      ? []
      : [{ file: sheet.file, row: number, column, found, expected: `与第 ${earlier} 行重复` }];
  });
}
