/** Registers in Parquet or CSV files, of one school or of many, as DuckDB is asked for them. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";

/** A file with graduates. */
export interface Source {
  readonly path: string;
  readonly format: "parquet" | "csv";
  /** Whether it lies in a folder of its school: `<school>/<year>/graduates.parquet`. */
  readonly inSchool: boolean;
}

/** The column that says whose a graduate is. */
const SCHOOL = "学校";

/**
 * The files that are meant by a file's or a folder's name: the file; of a folder that has schools'
 * folders with this year's edition the registers of those, else all Parquet and CSV files below it.
 *
 * @param year of the schools' editions
 * @throws {Error} in Chinese, if there is none
 */
export function sourcesIn(name: string, year: number): Source[] {
  const found = existsSync(name) ? filesIn(name, year) : [];
  if (found.length > 0) return found;
  const wanted = `Parquet（.parquet）或 CSV（.csv）文件，或 <学校>/${year}/graduates.parquet`;
  throw new Error(
    existsSync(name) ? `${name} 里没有 ${wanted}` : `没有 ${name}；应为${wanted}`,
  );
}

function filesIn(name: string, year: number): Source[] {
  if (!Deno.statSync(name).isDirectory) return sourceOf(name, false);
  const entries = [...Deno.readDirSync(name)]
    .filter((entry) => !entry.name.startsWith("."))
    .sort((a, b) => a.name < b.name ? -1 : 1);
  const ofSchools = entries.flatMap((entry) => {
    const files = ["parquet", "csv"].map((format) =>
      join(name, entry.name, String(year), `graduates.${format}`)
    );
    return files.filter((path) => existsSync(path)).slice(0, 1);
  });
  if (ofSchools.length > 0) {
    return ofSchools.flatMap((path) => sourceOf(path, true));
  }
  return entries.flatMap((entry) => filesIn(join(name, entry.name), year));
}

function sourceOf(path: string, inSchool: boolean): Source[] {
  const [, format] = /\.(parquet|csv)$/i.exec(basename(path)) ?? [];
  if (format === undefined) return [];
  return [{ path, format: format.toLowerCase() as Source["format"], inSchool }];
}

/** Asks for the names of a file's columns. */
export function describing(source: Source): string {
  return `DESCRIBE SELECT * FROM ${reader([source])}`;
}

/** What is gathered, and what is left behind. */
export interface Plan {
  /** The statement that writes the file. */
  readonly statement: string;
  readonly columns: readonly string[];
  /** Columns that only some of the files have: to leave their cells empty would say something. */
  readonly left: readonly string[];
}

/**
 * How to write all graduates into one CSV file: the columns that all files have, in the order of the
 * first; a graduate's 学校 is the school's folder where the file does not tell it.
 *
 * @param sources the files
 * @param columns what each file has
 * @param target the CSV file
 */
export function planOf(
  sources: readonly Source[],
  columns: readonly (readonly string[])[],
  target: string,
): Plan {
  const has = sources.map(({ inSchool }, i) => {
    const own = columns[i] ?? [];
    return inSchool && !own.includes(SCHOOL) ? [...own, SCHOOL] : own;
  });
  const all = [...new Set(has.flat())];
  const common = all.filter((name) => has.every((own) => own.includes(name)));
  const alike = Map.groupBy(
    sources.map((source, i) => ({
      source,
      told: columns[i]?.includes(SCHOOL) ?? false,
    })),
    ({ source, told }) => `${source.format} ${source.inSchool && !told}`,
  );
  const selects = [...alike.values()].map((files) => {
    const byFolder = files.some(({ source, told }) => source.inSchool && !told);
    const cells = common.map((name) =>
      name === SCHOOL && byFolder
        ? `parse_path(filename)[-3] AS ${quoted(SCHOOL)}`
        : `nullif(CAST(${quoted(name)} AS VARCHAR), '') AS ${quoted(name)}`
    );
    return `SELECT ${cells.join(", ")} FROM ${reader(files.map(({ source }) => source))}`;
  });
  return {
    statement: `COPY (${selects.join(" UNION ALL ")}) TO ${text(target)} (FORMAT csv, HEADER true)`,
    columns: common,
    left: all.filter((name) => !common.includes(name)),
  };
}

/** A table of some files of one format. */
function reader(sources: readonly Source[]): string {
  const files = `[${sources.map(({ path }) => text(path)).join(", ")}]`;
  const options = "filename = true, union_by_name = true";
  return sources[0]?.format === "csv"
    ? `read_csv(${files}, header = true, all_varchar = true, ${options})`
    : `read_parquet(${files}, ${options})`;
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A file's columns out of what {@link describing} gave. */
export function columnsOf(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map(([name]) => String(name)).filter((name) => name !== "filename");
}
