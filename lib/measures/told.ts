/** Columns that an edition may lack: what is counted by them comes out empty instead of failing. */
import type { Frame } from "../table/frame.ts";

/**
 * All rows of a table that has a column; of a table without it none (the column is there all the
 * same).
 *
 * @param rows one row a person
 * @param column e.g. 单位行业
 */
export function having<R extends object>(rows: Frame<R>, column: keyof R & string): Frame<R> {
  if (rows.names.includes(column)) return rows;
  return rows.slice(0, 0).derive({ [column]: (): string => "" }) as unknown as Frame<R>;
}

/**
 * The rows in which a column is filled in; of a table without the column none.
 *
 * @param rows one row a person
 * @param column e.g. 单位行业
 */
export function told<R extends object>(rows: Frame<R>, column: keyof R & string): Frame<R> {
  return having(rows, column).filter((row) => row[column] !== "" && row[column] !== null);
}
