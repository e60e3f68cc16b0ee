/** What DuckDB is asked about Parquet files. */
import { SCHOOL, type Source, type Told } from "./sources.ts";

/** Asks for the names of a file's columns. */
export function describing({ path }: Source): string {
  return `DESCRIBE FROM read_parquet(${text(path)})`;
}

/** The names of the columns out of what {@link describing} gave. */
export function described(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map(([name]) => String(name));
}

/**
 * Asks for some columns of all files as one CSV file with a header, in the files' order. A value is
 * written as text, an unknown one as an empty cell; the result is the number of rows.
 */
export function writing(
  sources: readonly Told[],
  columns: readonly string[],
  target: string,
): string {
  const selects = sources.map(({ path, school, columns: own }) => {
    const cells = columns.map((name) =>
      name === SCHOOL && school !== undefined && !own.includes(SCHOOL)
        ? `${text(school)} AS ${quoted(name)}`
        : `nullif(CAST(${quoted(name)} AS VARCHAR), '') AS ${quoted(name)}`
    );
    return `SELECT ${cells.join(", ")} FROM read_parquet(${text(path)})`;
  });
  return `COPY (${selects.join(" UNION ALL ")}) TO ${text(target)} (FORMAT csv, HEADER true)`;
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
