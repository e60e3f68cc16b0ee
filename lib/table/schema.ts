/** What a column's cells must be; reading a sheet against it finds every fault at once. */
import { existsSync } from "node:fs";
import { plain } from "./characters.ts";
import { Coded } from "./codes.ts";
import type { Column } from "./column.ts";
import { missingColumns, readSheet, type Sheet } from "./csv.ts";
import { type Fault, throwIfAny } from "./faults.ts";
import { Frame } from "./frame.ts";
import { nearest } from "./nearest.ts";
import { Texts } from "./texts.ts";

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

/** A number or code that tells one record from another, as it was before Excel took it for a number. */
export const identifier: Check<string> = (cell) =>
  /^\d+(\.\d+)?E\+\d+$/i.test(cell)
    ? {
      expected: "被 Excel 改成了科学记数法，末几位已经丢失；请从原系统重新导出，这一列按文本打开",
    }
    : text(cell);

/** What a refusal may name besides the allowed values themselves. */
export interface Suggestions<V extends string> {
  /** Other ways to write a value → the value, e.g. 新疆 → 新疆维吾尔自治区. */
  readonly spellings?: Iterable<readonly [spelling: string, value: V]>;
  /** What a suggestion must never change, e.g. the outcome that a destination belongs to. */
  readonly groupOf?: (value: V) => string;
}

/** One of a list; a refusal names the list where it is short, and the value that is surely meant. */
export function oneOf<const L extends string>(
  allowed: readonly L[],
  { spellings = [], groupOf }: Suggestions<L> = {},
): Check<L> {
  const known = new Map<string, L>(allowed.map((value) => [value, value]));
  const all = [...known, ...spellings];
  const list = allowed.length <= 15 ? `应为${allowed.join("、")}之一` : "不在代码表中";
  return (cell) => {
    const value = known.get(cell);
    if (value !== undefined) return { value };
    const near = nearest(cell, all, groupOf);
    return { expected: near === undefined ? list : `${list}，最接近的是“${near}”` };
  };
}

/** Like `check`, but the cell may be empty; the value is then the empty text. */
export function optional<T>(check: Check<T>): Check<T | ""> {
  return (cell) => (cell === "" ? { value: "" } : check(cell));
}

/**
 * A frame of the schema's columns out of a sheet; further columns are left aside.
 *
 * @param key a column whose values must all differ, even to the eye, or several such columns
 * @param hidden columns that tell a person: a fault says where, never what stands there
 * @param optional columns that the sheet may lack; the frame then lacks them too, so that whoever
 *   asks for one is told that it is not there
 * @throws {DataError} with every fault of the file: missing columns, ragged rows, refused cells,
 *   repeated keys
 */
export function conform<R extends object>(
  sheet: Sheet,
  schema: Schema<R>,
  { key = [], hidden = [], optional = [] }: {
    readonly key?: (keyof R & string) | readonly (keyof R & string)[];
    readonly hidden?: readonly string[];
    readonly optional?: readonly string[];
  } = {},
): Frame<R> {
  const names = (Object.keys(schema) as (keyof R & string)[])
    .filter((name) => sheet.header.includes(name) || !optional.includes(name));
  const faults: Fault[] = missingColumns(sheet, names);
  const present = names.filter((name) => sheet.header.includes(name));
  const known = new Set(sheet.faults.map(({ row, column }) => `${row} ${column}`));
  const columns = Object.fromEntries(present.map((name) => {
    const cells = cellsOf(sheet, name);
    // A value is checked once, however many rows have it.
    const refusals = new Map<string, string>();
    const column = cells.map((found) => {
      const result = schema[name](found);
      if ("value" in result) return result.value;
      refusals.set(found, result.expected);
      return found;
    });
    const wrong: ArrayLike<number> = refusals.size === 0
      ? []
      : cells.where((found) => refusals.has(found)).positions;
    for (const at of Array.from(wrong)) {
      const [found = "", row] = [cells.at(at), numberOf(sheet, at)];
      if (known.has(`${row} ${name}`)) continue;
      const expected = refusals.get(found) ?? "";
      faults.push({ file: sheet.file, row, column: name, found, expected });
    }
    return [name, column];
  })) as unknown as { [K in keyof R]: R[K][] };
  const keys = typeof key === "string" ? [key] : key;
  for (const one of keys.filter((name) => present.includes(name))) {
    // What is no key at all is not blamed for standing twice.
    const refused = new Set(faults.flatMap(({ row, column }) => column === one ? [row] : []));
    faults.push(...repeated(sheet, one).filter(({ row }) => !refused.has(row)));
  }
  throwIfAny(
    [...sheet.faults, ...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
      .map(({ found, ...fault }) =>
        found === undefined || hidden.includes(fault.column ?? "") ? fault : { ...fault, found }
      ),
  );
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

/** A column's cells. */
function cellsOf(sheet: Sheet, column: string): Coded<string> {
  const place = sheet.header.indexOf(column);
  return sheet.columns?.cells[place] ??
    Coded.of(sheet.rows.map(({ cells }) => cells[place] ?? "")) as Coded<string>;
}

/** The number of the row at a position. */
function numberOf(sheet: Sheet, at: number): number {
  return sheet.columns?.numberAt(at) ?? sheet.rows[at]?.number ?? 0;
}

/** A fault for each cell that stands in an earlier row too, or looks as if it did. */
function repeated(sheet: Sheet, column: string): Fault[] {
  const cells = cellsOf(sheet, column);
  if (cells.distinct === cells.length && lookDifferent(cells.values)) return [];
  const first = new Map<string, { readonly cell: string; readonly row: number }>();
  return [...cells].flatMap((cell, at) => {
    const row = numberOf(sheet, at);
    const looks = plain(cell);
    const earlier = first.get(looks);
    if (earlier === undefined) first.set(looks, { cell, row });
    if (earlier === undefined) return [];
    const expected = earlier.cell === cell ? "重复" : "重复，只是全角、半角或看不见的字符不同";
    return { file: sheet.file, row, column, found: cell, against: earlier.row, expected };
  });
}

/** Whether texts that differ look different too. */
function lookDifferent(texts: Column<string>): boolean {
  if (texts instanceof Texts && texts.plain) return true;
  return new Set(Array.from(texts, plain)).size === texts.length;
}
