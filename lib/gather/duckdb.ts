import { fileURLToPath } from "node:url";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What DuckDB said when it refused a statement: what and where, without a cell. */
export class QueryError extends Error {
  override readonly name = "QueryError";
}

/**
 * Runs statements in DuckDB, one after another, in one process.
 *
 * @param cached whether only to use it where it has been fetched before
 * @returns the rows of each statement
 * @throws {QueryError} with DuckDB's own words
 * @throws {Error} in Chinese, where DuckDB is not there and cannot be fetched
 */
export async function query(
  statements: readonly string[],
  { cached = false }: { readonly cached?: boolean } = {},
): Promise<unknown[][][]> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--config", here("deno.json")],
      ...(cached ? ["--cached-only"] : []),
      // A program of machine code is bound by nothing anyway.
      ...[
        "--allow-read",
        "--allow-write",
        "--allow-env",
        "--allow-sys",
        "--allow-ffi",
      ],
      here("run.ts"),
    ],
    env: { NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(statements)));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  if (success) {
    return JSON.parse(new TextDecoder().decode(stdout)) as unknown[][][];
  }
  const said = new TextDecoder().decode(stderr).trim();
  const [, refusal] = /Uncaught \(in promise\) Error: ((?:.|\n)*?)(?=\n\s+at |$)/.exec(said) ??
    [];
  if (refusal !== undefined && /\b\w+ Error: /.test(refusal)) {
    throw new QueryError(refusal.trim());
  }
  throw new Error(
    "读 Parquet 要用 DuckDB，第一次用时下载（约 45 MB，装好 140 MB）；现在没有，也没能下载。" +
      `请接通能访问 npm（或其镜像）的网络后重新运行。\n（${said.split("\n")[0] ?? ""}）`,
  );
}

/** Whether DuckDB has been fetched. */
export async function hasDuckDb(): Promise<boolean> {
  return await query(["SELECT 1"], { cached: true }).then(
    () => true,
    () => false,
  );
}
