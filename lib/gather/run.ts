/**
 * Runs statements in DuckDB, in a process and with packages of its own (`deno.json` beside it): only
 * who gathers Parquet files fetches those. Takes a JSON list of statements from standard input and
 * prints the rows of each as JSON.
 */

/** What is used of `@duckdb/node-api`. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<Connection> }>;
  };
}

interface Connection {
  runAndReadAll(statement: string): Promise<{ getRowsJson(): unknown[][] }>;
}

// The workspace's own packages do not have it, so its name must not be seen when they are checked.
const name: string = "@duckdb/node-api";
const { DuckDBInstance } = await import(name) as DuckDb;
const statements = JSON.parse(
  await new Response(Deno.stdin.readable).text(),
) as string[];
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const results: unknown[][][] = [];
for (const statement of statements) {
  results.push((await connection.runAndReadAll(statement)).getRowsJson());
}
console.log(JSON.stringify(results));
