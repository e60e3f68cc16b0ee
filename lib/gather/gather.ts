import { dirname } from "node:path";
import { existsSync } from "node:fs";
import { query } from "./duckdb.ts";
import { columnsOf, describing, planOf, sourcesIn } from "./sources.ts";

/** What was gathered. */
export interface Gathered {
  readonly files: number;
  readonly graduates: number;
  readonly columns: readonly string[];
  /** Columns that only some of the files have, which were left out. */
  readonly left: readonly string[];
}

/**
 * Gathers registers out of Parquet and CSV files into one `graduates.csv`, whole or not at all. It
 * checks nothing: what reads an edition does.
 *
 * @param names files and folders, see {@link sourcesIn}
 * @param year of the schools' editions in a folder of schools
 * @param target the file to write
 * @throws {Error} in Chinese, if there is nothing to gather or DuckDB cannot be had
 * @throws {QueryError} if a file cannot be read
 */
export async function gather(
  names: readonly string[],
  year: number,
  target: string,
): Promise<Gathered> {
  const sources = names.flatMap((name) => sourcesIn(name, year));
  const described = (await query(sources.map(describing))).map(columnsOf);
  const fresh = `${target}.${crypto.randomUUID()}.new`;
  const { statement, columns, left } = planOf(sources, described, fresh);
  if (columns.length === 0) {
    throw new Error(`${sources.length} 个文件没有一列是共同的`);
  }
  Deno.mkdirSync(dirname(target), { recursive: true });
  try {
    const [[[graduates] = []] = []] = await query([statement]);
    Deno.renameSync(fresh, target);
    return {
      files: sources.length,
      graduates: Number(graduates),
      columns,
      left,
    };
  } finally {
    if (existsSync(fresh)) Deno.removeSync(fresh);
  }
}
