/** The printed report as files: its tables and the numbers in its text, looked up by their names. */
import { join } from "node:path";
import { readRecords } from "../table/csv.ts";
import { DataError } from "../table/faults.ts";
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
  const path = join(folder, "published", "statements.csv");
  const file = shownPath(path);
  const statements = readRecords(path, ["对象", "指标", "数值"]);

  const fact = (subject: string, measure: string) => {
    const found = statements.find((row) => row.对象 === subject && row.指标 === measure);
    if (found !== undefined) return found.数值;
    throw new DataError([{ file, expected: `缺少一行：对象“${subject}”、指标“${measure}”` }]);
  };
  const table = <const K extends string>(number: number, columns: readonly K[]) =>
    readRecords(tablePath(folder, number), columns);
  return {
    table,
    fact,
    quota: (number, name, count = "毕业生人数") =>
      new Map(
        table(number, [name, count]).map((row) => [
          row[name] ?? "",
          whole(row[count] ?? "", shownPath(tablePath(folder, number)), count),
        ]),
      ),
    count: (subject, measure) => whole(fact(subject, measure), file, `${subject}·${measure}`),
    ranked: (subject, measure) => {
      const place = new RegExp(`^${measure}第(\\d+)位$`);
      return statements
        .filter((row) => row.对象 === subject && place.test(row.指标))
        .sort((a, b) => Number(place.exec(a.指标)?.[1]) - Number(place.exec(b.指标)?.[1]))
        .map((row) => row.数值);
    },
  };
}

/** Turns printed text into a headcount. @throws {DataError} if it is none */
export function whole(found: string, file: string, column: string): number {
  if (/^\d+$/.test(found)) return Number(found);
  throw new DataError([{ file, column, found, expected: "应为整数" }]);
}

function tablePath(folder: string, number: number): string {
  return join(folder, "published", `table-${String(number).padStart(2, "0")}.csv`);
}
