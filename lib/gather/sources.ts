/** Where registers of one school or of many lie, and which columns they share. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";

/** A file with graduates. */
export interface Source {
  readonly path: string;
  readonly format: "parquet" | "csv";
  /** Whose folder it lies in (`<school>/<year>/graduates.csv`), where it lies so. */
  readonly school?: string;
}

/** The column that says whose a graduate is. */
export const SCHOOL = "学校";

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
    existsSync(name) ? `${name} 里没有 ${wanted}` : `没有 ${name}；应为 ${wanted}`,
  );
}

function filesIn(name: string, year: number): Source[] {
  if (!Deno.statSync(name).isDirectory) return sourceOf(name);
  const entries = [...Deno.readDirSync(name)].map((entry) => entry.name)
    .filter((entry) => !entry.startsWith("."))
    .sort();
  const ofSchools = entries.flatMap((school) => {
    const files = ["parquet", "csv"].map((format) =>
      join(name, school, String(year), `graduates.${format}`)
    );
    return files.filter((path) => existsSync(path)).slice(0, 1)
      .flatMap((path) => sourceOf(path).map((source) => ({ ...source, school })));
  });
  if (ofSchools.length > 0) return ofSchools;
  return entries.flatMap((entry) => filesIn(join(name, entry), year));
}

function sourceOf(path: string): Source[] {
  const [, format] = /\.(parquet|csv)$/i.exec(basename(path)) ?? [];
  if (format === undefined) return [];
  return [{ path, format: format.toLowerCase() as Source["format"] }];
}

/** A source and the columns that its file has. */
export interface Told extends Source {
  readonly columns: readonly string[];
}

/** The columns that all sources have or can say, in the order of the first, and those only some have. */
export function shared(
  sources: readonly Told[],
): { readonly columns: readonly string[]; readonly left: readonly string[] } {
  const has = sources.map(({ columns, school }) =>
    school === undefined || columns.includes(SCHOOL) ? columns : [SCHOOL, ...columns]
  );
  const all = [...new Set(has.flat())];
  const columns = all.filter((name) => has.every((own) => own.includes(name)));
  return { columns, left: all.filter((name) => !columns.includes(name)) };
}
