/**
 * What is likely but not printed (nurses are mostly women, soldiers have no registered place of
 * work): plain weights from `tendencies.csv`. They choose among the records that agree with print
 * and never change a margin, so a new edition may have none.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSheet } from "../table/csv.ts";
import { type Check, conform, optional, text } from "../table/schema.ts";
import type { Draft, DraftColumn } from "./draft.ts";

/** The likelihoods of an edition. */
export interface Tendencies {
  /** How readily a draft takes `value` in `column`: the product of all weights that apply, else 1. */
  weight(column: DraftColumn, value: string): (draft: Draft) => number;
  /** Values that print leaves out but that a column may take, with their weights. */
  candidates(column: DraftColumn): Map<string, number>;
}

interface Row {
  readonly 列: string;
  readonly 值: string;
  readonly 条件列: string;
  readonly 条件值: string;
  readonly 权重: number;
}

const weight: Check<number> = (cell) =>
  /^\d+(\.\d+)?$/.test(cell) ? { value: Number(cell) } : { expected: "应为不小于 0 的数" };

/**
 * Reads `tendencies.csv` of an edition: `列,值,条件列,条件值,权重`. A row without a condition names
 * a candidate of the column and its general weight.
 *
 * @throws {DataError} if the file is there and wrong
 */
export function readTendencies(folder: string): Tendencies {
  const path = join(folder, "tendencies.csv");
  if (!existsSync(path)) return tendencies([]);
  return tendencies(
    conform<Row>(readSheet(path), {
      列: text,
      值: optional(text),
      条件列: optional(text),
      条件值: optional(text),
      权重: weight,
    }).rows(),
  );
}

function tendencies(rows: readonly Row[]): Tendencies {
  const byValue = Map.groupBy(rows, (row) => `${row.列}\n${row.值}`);
  return {
    weight(column, value) {
      const some = byValue.get(`${column}\n${value}`) ?? [];
      return (draft) =>
        some
          .filter((row) => row.条件列 === "" || draft[row.条件列 as DraftColumn] === row.条件值)
          .reduce((product, row) => product * row.权重, 1);
    },
    candidates(column) {
      return new Map(
        rows.filter((row) => row.列 === column && row.条件列 === "").map((
          row,
        ) => [row.值, row.权重]),
      );
    },
  };
}
