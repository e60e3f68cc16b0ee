/** References to printed numbers, as the files under `published/audit/` write them. */
import { type Fact, printedRows, readFacts } from "../edition/published.ts";
import { DataError } from "../table/faults.ts";
import { shownPath } from "../workspace.ts";
import { readWhole } from "./printed.ts";

/** The print of an edition, to look numbers up in. */
export interface Print {
  /** The value printed as a statement, by its 编号; undefined if there is none. */
  statement(id: string): Fact | undefined;
  /** The columns of a printed table by its name, e.g. `表12`. */
  columns(table: string): readonly string[];
  /** The cells of a printed table, in the asked columns. */
  cells(table: string, columns: readonly string[]): string[][];
  /** The whole number that a reference stands for; the reference's own fault is thrown. */
  number(reference: string): number;
}

/**
 * Opens the folder `published/` of an edition.
 *
 * @throws {DataError} with the faults of its files; when asked, if there is no such table or column
 */
export function openPrint(folder: string): Print {
  const facts = readFacts(folder);
  const ids = new Map(facts.statements.map((fact) => [fact.id, fact]));
  const numberOfTable = (name: string) => {
    const number = Number(/^表(\d+)$/.exec(name)?.[1]);
    if (facts.tables.some((one) => one.number === number)) return number;
    throw unknown(shownPath(folder), name, "没有这张表");
  };
  const print: Print = {
    statement: (id) => ids.get(id),
    columns: (name) => {
      const number = numberOfTable(name);
      return facts.tables.find((one) => one.number === number)?.columns ?? [];
    },
    cells: (name, columns) =>
      printedRows(folder, facts, numberOfTable(name), columns)
        .map((row) => columns.map((column) => row[column] ?? "")),
    number: (reference) => termsOf(reference).reduce((sum, term) => sum + numberOf(term, print), 0),
  };
  return print;
}

/** The terms of a sum; a plus sign within a filter belongs to a name. */
export function termsOf(reference: string): string[] {
  return reference.split(/\+(?![^[]*\])/).map((term) => term.trim());
}

function numberOf(term: string, { statement, cells }: Print): number {
  const column = /^(表\d+)\.([^[\]]+)(?:\[([^=]+)=(.+)\])?$/.exec(term);
  if (column === null) {
    const value = readWhole(statement(term)?.value ?? "");
    if (value === null) throw unknown("statements.csv", term, "应为一个整数的编号");
    return value;
  }
  const [, name = "", summed = "", filter, wanted = ""] = column;
  const rows = cells(name, filter === undefined ? [summed] : [summed, filter]);
  const values = wanted.split("|");
  const chosen = rows.filter(([, key = ""]) => filter === undefined || values.includes(key));
  if (chosen.length === 0) throw unknown(name, term, "没有一行符合");
  return chosen.reduce((sum, [text = ""]) => {
    const value = readWhole(text);
    if (value === null) throw unknown(name, text, `“${summed}”应为整数`);
    return sum + value;
  }, 0);
}

function unknown(file: string, found: string, expected: string): DataError {
  return new DataError([{ file, found, expected }]);
}
