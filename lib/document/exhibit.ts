/**
 * What a reader of the report sees: tables, figures and computed numbers in prose, as plain data.
 * The shapes are the contract of `reports/<year>/exhibits.json`.
 */

import type { Coverage } from "../edition/coverage.ts";

export type { Coverage };

/** A shown value: counts are integers, percentages the text "45.74", unknown is null. */
export type Cell = string | number | null;

/** A numbered table or figure with the rows that it shows. */
export interface Exhibit {
  readonly kind: "table" | "figure";
  /** Names it for good, e.g. `专业落实情况`; its number is only its place in the report. */
  readonly key: string;
  /** Null until the report that it belongs to is put together. */
  readonly number: number | null;
  /** How a reader finds it: `表 3`, or `表 1-2` where an edition numbers by chapter. */
  readonly label: string;
  readonly title: string;
  /** e.g. `一、毕业生就业基本情况` */
  readonly chapter: string;
  /** The section's number as the report's contents have it, e.g. `一（一）1`. */
  readonly section: string;
  /** File stem of the notebook that made it. */
  readonly notebook: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that add others up; none where nothing is to be added. They are no rows of their own. */
  readonly sums?: readonly Sum[];
  /** What its shares are shares of, in words and as a headcount. */
  readonly base: Base | null;
  readonly coverage: Coverage;
  readonly note: string | null;
}

/** A row that adds up rows above it. */
export interface Sum {
  /** After how many of the exhibit's rows it stands. */
  readonly after: number;
  /** A cell a column; empty text where there is nothing to add. */
  readonly cells: readonly Cell[];
}

/** The base of an exhibit's percentages. */
export interface Base {
  readonly label: string;
  readonly count: number;
  /** What is counted; 人 where it is not said. */
  readonly unit?: string;
}

/** A computed number (or label) in prose. */
export interface Statement {
  readonly id: string;
  /** `subject·measure`: of whom it says what. */
  readonly key: string;
  /** Number of the section that it stands in, e.g. `一（一）1`; empty until the report is put together. */
  readonly place: string;
  readonly subject: string;
  readonly measure: string;
  readonly value: Cell;
  readonly unit: string;
  /** The words that stand for it where a sentence says it together with others of the same value. */
  readonly said?: string;
  readonly coverage: Coverage;
  /** Of a share: how many, of how many; null for what is no share. */
  readonly of: readonly [count: number, base: number] | null;
  readonly chapter: string;
  readonly notebook: string;
  /** Number of the code cell that computes it; null until the report is put together. */
  readonly cell: number | null;
}
