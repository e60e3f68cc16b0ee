/** Graduates out of one or several sheets, column by column, each row with where it came from. */

/** Rows as columns of equal length; texts are shared between rows, which keeps long files small. */
export interface Rows {
  readonly size: number;
  /** The file (and sheet) that each row came from. */
  readonly file: readonly string[];
  /** The number that each row has there. */
  readonly row: readonly number[];
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** Stands for a text that could not be read as a value, which has been reported; never written. */
export const UNREAD = "\uFFFD";

/** A cell; the empty text where the column is not there. */
export function cell(rows: Rows, column: string, i: number): string {
  return rows.columns.get(column)?.[i] ?? "";
}

/** Whether a column is there and any of its cells is filled. */
export function isFilled(rows: Rows, column: string): boolean {
  return rows.columns.get(column)?.some((text) => text !== "") ?? false;
}

/** Where a row is from, as a finding tells it. */
export function whereOf(
  rows: Rows,
  i: number,
): { readonly file: string; readonly row?: number } {
  const row = rows.row[i];
  return { file: rows.file[i] ?? "", ...(row === undefined ? {} : { row }) };
}

/** The same rows with some columns in place of, or beside, those they had. */
export function withColumns(
  rows: Rows,
  added: Iterable<readonly [string, readonly string[]]>,
): Rows {
  return { ...rows, columns: new Map([...rows.columns, ...added]) };
}

/** The rows of all, one after the other; a column that some lack is empty there. */
export function concat(all: readonly Rows[]): Rows {
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  const names = new Set(all.flatMap((rows) => [...rows.columns.keys()]));
  return {
    size: all.reduce((sum, { size }) => sum + size, 0),
    file: all.flatMap(({ file }) => file),
    row: all.flatMap(({ row }) => row),
    columns: new Map(
      [...names].map((name) => [
        name,
        all.flatMap((rows) => rows.columns.get(name) ?? new Array<string>(rows.size).fill("")),
      ]),
    ),
  };
}
