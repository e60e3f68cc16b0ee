/** References to printed numbers, as the files under `published/audit/` write them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DataError } from "../table/faults.ts";
import { readRecords, readSheet, type Sheet } from "../table/csv.ts";
import { readWhole } from "./printed.ts";

/** The print of an edition, to look numbers up in. */
export interface Print {
  /** The value printed as a statement, by its 编号; undefined if there is none. */
  readonly statement: (id: string) => PrintedStatement | undefined;
  /** A printed table by its name, e.g. `表12`. */
  readonly table: (name: string) => Sheet;
  /** The whole number that a reference stands for; the reference's own fault is thrown. */
  readonly number: (reference: string) => number;
}

/** A printed number of the running text. */
export interface PrintedStatement {
  readonly id: string;
  readonly place: string;
  readonly subject: string;
  readonly measure: string;
  readonly value: string;
}

/**
 * Opens the folder `published/` of an edition.
 *
 * @throws {DataError} if `statements.csv` cannot be read
 */
export function openPrint(folder: string): Print {
  const records = readRecords(join(folder, "statements.csv"), [
    "编号",
    "位置",
    "对象",
    "指标",
    "数值",
  ]);
  const statements = new Map(records.map((record) => [record.编号, {
    id: record.编号,
    place: record.位置,
    subject: record.对象,
    measure: record.指标,
    value: record.数值,
  }]));
  const tables = new Map<string, Sheet>();
  const table = (name: string) => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    const sheet = readTable(folder, name);
    tables.set(name, sheet);
    return sheet;
  };
  const statement = (id: string) => statements.get(id);
  const number = (reference: string) =>
    termsOf(reference).reduce((sum, term) => sum + numberOf(term, { statement, table }), 0);
  return { statement, table, number };
}

/** The terms of a sum; a plus sign within a filter belongs to a name. */
export function termsOf(reference: string): string[] {
  return reference.split(/\+(?![^[]*\])/).map((term) => term.trim());
}

/**
 * The rows of a printed table by the header's names.
 *
 * @throws {DataError} naming the columns that the table has not
 */
export function cellsOf(sheet: Sheet, columns: readonly string[]): string[][] {
  const places = columns.map((column) => sheet.header.indexOf(column));
  const missing = columns.filter((_, i) => places[i] === -1);
  if (missing.length > 0) {
    throw new DataError(missing.map((column) => ({
      file: sheet.file,
      row: 1,
      column,
      expected: `缺少这一列；现有：${sheet.header.join("、")}`,
    })));
  }
  return sheet.rows.map(({ cells }) => places.map((place) => cells[place] ?? ""));
}

function readTable(folder: string, name: string): Sheet {
  const number = /^表(\d+)$/.exec(name)?.[1];
  const path = join(folder, `table-${(number ?? name).padStart(2, "0")}.csv`);
  if (number === undefined || !existsSync(path)) throw unknown(folder, name, "没有这张表");
  const sheet = readSheet(path);
  if (sheet.faults.length > 0) throw new DataError(sheet.faults);
  return sheet;
}

function numberOf(term: string, { statement, table }: Pick<Print, "statement" | "table">): number {
  const column = /^(表\d+)\.([^[\]]+)(?:\[([^=]+)=(.+)\])?$/.exec(term);
  if (column === null) {
    const value = readWhole(statement(term)?.value ?? "");
    if (value === null) throw unknown("statements.csv", term, "应为一个整数的编号");
    return value;
  }
  const [, name = "", summed = "", filter, wanted = ""] = column;
  const sheet = table(name);
  const cells = cellsOf(sheet, filter === undefined ? [summed] : [summed, filter]);
  const values = wanted.split("|");
  const chosen = cells.filter(([, key = ""]) => filter === undefined || values.includes(key));
  if (chosen.length === 0) throw unknown(sheet.file, term, "没有一行符合");
  return chosen.reduce((sum, [text = ""]) => {
    const value = readWhole(text);
    if (value === null) throw unknown(sheet.file, text, `“${summed}”应为整数`);
    return sum + value;
  }, 0);
}

function unknown(file: string, found: string, expected: string): DataError {
  return new DataError([{ file, found, expected }]);
}
