/** What checks find, gathered by cause: one entry for each check, file, column and value. */
import type { Persons } from "./personal.ts";

/** How grave a finding is: `fail` stops the intake, `warn` is for the analyst to decide on. */
export type Level = "warn" | "fail";

/** A cause, with how often and where it was met. */
export interface Finding {
  readonly check: string;
  readonly level: Level;
  /** The original file's name, with its sheet where there are several; empty if it is about all. */
  readonly file: string;
  readonly column: string;
  /** What was found, masked where it may be personal; empty where the check is not about a value. */
  readonly value: string;
  readonly count: number;
  /** The first rows concerned, as the file's own program numbers them. */
  readonly rows: readonly number[];
  /** What to do, in plain Chinese. */
  readonly advice: string;
}

/** One place where something was found. */
export type Place = Omit<Finding, "count" | "rows"> & {
  readonly row?: number;
  /** Whether the value stands where it does not belong, so that it may be anything. */
  readonly stray?: boolean;
};

/** How many rows an entry names. */
const ROWS = 20;

/** How many values of a column a check names; a column that is all wrong says so in one line more. */
const VALUES = 200;
export const FURTHER = "（其余各种写法）";

/** Gathers places into findings; it holds one entry a cause, however long the files are. */
export class Findings {
  readonly #entries = new Map<string, Finding & { count: number; rows: number[] }>();
  /** How many entries each check, file and column has. */
  readonly #kinds = new Map<string, number>();
  readonly #persons: Persons;

  /** @param persons those whose names no finding may repeat */
  constructor(persons: Persons) {
    this.#persons = persons;
  }

  /** Adds a place. */
  add({ row, stray = false, ...place }: Place): void {
    const kind = [place.check, place.level, place.file, place.column].join("\u0000");
    const id = (value: string) => [kind, value, place.advice].join("\u0000");
    // What is masked is one cause, however many values it hides.
    let value = stray ? this.#persons.shownStray(place.value) : this.#persons.shown(place.value);
    let entry = this.#entries.get(id(value));
    if (entry === undefined) {
      const named = this.#kinds.get(kind) ?? 0;
      this.#kinds.set(kind, named + 1);
      if (named >= VALUES) {
        value = FURTHER;
        place = { ...place, advice: "写法太多，多半是整列错位或读错了列，请先看这一列" };
      }
      entry = this.#entries.get(id(value)) ?? { ...place, value, count: 0, rows: [] };
      this.#entries.set(id(value), entry);
    }
    entry.count += 1;
    if (row !== undefined && entry.rows.length < ROWS) entry.rows.push(row);
  }

  /** All findings: those that stop the intake first, then by how many rows they concern. */
  list(): readonly Finding[] {
    return [...this.#entries.values()].toSorted((a, b) =>
      Number(b.level === "fail") - Number(a.level === "fail") || b.count - a.count
    );
  }
}

/** A finding as a sentence: `登记表.xlsx 毕业去向：“灵活就业” 412 处，第 3、9、17 行……：应为……`. */
export function sentence({ file, column, value, count, rows, advice }: Finding): string {
  const where = [file, column].filter((part) => part !== "").join(" ");
  const what = value === "" ? "" : `“${value}”`;
  const often = rows.length === 0
    ? ""
    : ` ${count} 处，第 ${rows.slice(0, 5).join("、")} 行${
      count > Math.min(5, rows.length) ? "等" : ""
    }`;
  return `${where}${where === "" ? "" : "："}${what}${often}${
    what + often === "" ? "" : "。"
  }${advice}`;
}
