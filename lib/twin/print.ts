/** The printed report as files: its tables and the numbers in its text, looked up by their names. */
import { join } from "node:path";
import { DataError } from "../table/faults.ts";
import { printedRows, readFacts } from "../edition/published.ts";
import { shownPath } from "../workspace.ts";
import type { Quota } from "./quota.ts";

/** The folder `published/` of an edition, ready to be asked. */
export interface Print {
  /** The rows of a numbered table, with the asked columns as printed. */
  table<const K extends string>(number: number, columns: readonly K[]): Record<K, string>[];
  /** Two columns of a table: a name and its headcount, in printed order. */
  quota(number: number, name: string, count?: string): Quota;
  /** A value in the text: of what (对象), which measure (指标). */
  fact(subject: string, measure: string): string;
  /** A headcount in the text. */
  count(subject: string, measure: string): number;
  /** The names that the text puts in places 1, 2, 3 … of a ranking, e.g. of 就业行业 by 流向. */
  ranked(subject: string, measure: string): string[];
}

/**
 * Opens the printed report of an edition.
 *
 * @throws {DataError} here or when asked, if a file, a column or a number is missing or no number
 */
export function openPrint(folder: string): Print {
  const published = join(folder, "published");
  const facts = readFacts(published);
  const { statements } = facts;
  const file = shownPath(join(published, "statements.csv"));

  const fact = (subject: string, measure: string) => {
    const found = statements.find((one) => one.subject === subject && one.measure === measure);
    if (found !== undefined) return found.value;
    throw new DataError([{ file, expected: `缺少一行：对象“${subject}”、指标“${measure}”` }]);
  };
  const table = <const K extends string>(number: number, columns: readonly K[]) =>
    printedRows(published, facts, number, columns);
  return {
    table,
    fact,
    quota: (number, name, count = "毕业生人数") =>
      new Map(
        table(number, [name, count]).map((row) => [
          row[name] ?? "",
          whole(row[count] ?? "", `${shownPath(published)} 表${number}`, count),
        ]),
      ),
    count: (subject, measure) => whole(fact(subject, measure), file, `${subject}·${measure}`),
    ranked: (subject, measure) => {
      const place = new RegExp(`^${measure}第(\\d+)位$`);
      return statements
        .filter((one) => one.subject === subject && place.test(one.measure))
        .sort((a, b) => Number(place.exec(a.measure)?.[1]) - Number(place.exec(b.measure)?.[1]))
        .map((one) => one.value);
    },
  };
}

/** Turns printed text into a headcount. @throws {DataError} if it is none */
export function whole(found: string, file: string, column: string): number {
  if (/^\d+$/.test(found)) return Number(found);
  throw new DataError([{ file, column, found, expected: "应为整数" }]);
}
