/** Made-up editions as files: what a data folder would hold, path → content. */
export type Files = { readonly [path: string]: string };

/** A made-up edition and what a recount needs to know of it beside its records. */
export interface MadeUp {
  readonly files: Files;
  readonly year: number;
  readonly home: string;
}

/** A record to be written; a column that no record has is not written at all. */
export type Record = { readonly [column: string]: string };

/** The text of a CSV file with some columns of records. */
export function csv(columns: readonly string[], records: readonly Record[]): string {
  const lines = records.map((one) => columns.map((column) => one[column] ?? "").join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}
