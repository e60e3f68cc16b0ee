import { stringify } from "@std/csv";
import { dirname } from "node:path";
import { existsSync } from "node:fs";
import { readSheet, type Sheet } from "../table/csv.ts";
import { DataError, type Fault, throwIfAny } from "../table/faults.ts";
import { query } from "./duckdb.ts";
import { described, describing, writing } from "./parquet.ts";
import { SCHOOL, shared, type Source, sourcesIn, type Told } from "./sources.ts";

/** What was gathered. */
export interface Gathered {
  readonly files: number;
  readonly graduates: number;
  readonly columns: readonly string[];
  /** Columns that only some of the files have; they were left, since an empty cell would say something. */
  readonly left: readonly string[];
}

/**
 * Gathers registers into one `graduates.csv`, whole or not at all: Parquet files by DuckDB, after them
 * CSV files by the reader of editions. What the cells say is left to who reads the result.
 *
 * @param names files and folders, see {@link sourcesIn}
 * @param year of the schools' editions in a folder of schools
 * @param target the file to write
 * @throws {DataError} with what is wrong with the CSV files' rows
 * @throws {QueryError} if a Parquet file cannot be read
 * @throws {Error} in Chinese, if there is nothing to gather or DuckDB cannot be had
 */
export async function gather(
  names: readonly string[],
  year: number,
  target: string,
): Promise<Gathered> {
  const sources = names.flatMap((name) => sourcesIn(name, year));
  const parquets = await columnsOfParquet(
    sources.filter(({ format }) => format === "parquet"),
  );
  const csvs = columnsOfCsv(sources.filter(({ format }) => format === "csv"));
  const { columns, left } = shared([...parquets, ...csvs]);
  if (columns.length === 0) {
    throw new Error(`${sources.length} 个文件没有一列是共同的`);
  }
  const fresh = `${target}.${crypto.randomUUID()}.new`;
  Deno.mkdirSync(dirname(target), { recursive: true });
  try {
    let graduates = 0;
    if (parquets.length > 0) {
      const [[[written] = []] = []] = await query([
        writing(parquets, columns, fresh),
      ]);
      graduates += Number(written);
    } else {
      Deno.writeTextFileSync(fresh, lines([columns]));
    }
    for (const csv of csvs) graduates += append(fresh, csv, columns);
    Deno.renameSync(fresh, target);
    return { files: sources.length, graduates, columns, left };
  } finally {
    if (existsSync(fresh)) Deno.removeSync(fresh);
  }
}

async function columnsOfParquet(sources: readonly Source[]): Promise<Told[]> {
  if (sources.length === 0) return [];
  const answers = await query(sources.map(describing));
  return sources.map((source, i) => ({
    ...source,
    columns: described(answers[i] ?? []),
  }));
}

/** Looks through all files first, so that all that is wrong is told at once. */
function columnsOfCsv(sources: readonly Source[]): Told[] {
  const faults: Fault[] = [];
  const told = sources.map((source): Told => {
    try {
      const sheet = readSheet(source.path);
      faults.push(...sheet.faults);
      return { ...source, columns: sheet.header };
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      faults.push(...error.faults);
      return { ...source, columns: [] };
    }
  });
  throwIfAny(faults);
  return told;
}

/** Adds a file's rows to those that were gathered. */
function append(
  path: string,
  { path: from, school = "" }: Told,
  columns: readonly string[],
): number {
  const { header, rows }: Sheet = readSheet(from);
  const places = columns.map((name) => header.indexOf(name));
  const cell = (cells: readonly string[], place: number, column: string) =>
    place < 0 && column === SCHOOL ? school : cells[place] ?? "";
  for (let first = 0; first < rows.length; first += PIECE) {
    const piece = rows.slice(first, first + PIECE).map(({ cells }) =>
      places.map((place, i) => cell(cells, place, columns[i] ?? ""))
    );
    Deno.writeTextFileSync(path, lines(piece), { append: true });
  }
  return rows.length;
}

/** How many rows are written at once. */
const PIECE = 20_000;

function lines(rows: readonly (readonly string[])[]): string {
  return stringify(rows).replaceAll("\r\n", "\n");
}
