import { join } from "node:path";
import type { Made } from "lib/document/document.ts";
import { root } from "lib/workspace.ts";
import { copyFolder } from "../temporary_data.ts";
import { runChapter } from "./run_chapter.ts";

/**
 * Runs a notebook's cells on a changed copy of the data folder.
 *
 * @param change changes the copy, given its path
 */
export function runOnCopy(
  notebook: string,
  change: (folder: string) => void,
  { year = 2023 }: { readonly year?: number } = {},
): Promise<Made> {
  return withCopy(change, (data) => runChapter(notebook, { year, data }));
}

/** Uses a changed copy of the data folder, which is then removed. */
export async function withCopy<T>(
  change: (folder: string) => void,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = Deno.makeTempDirSync();
  try {
    copyFolder(join(root(), "data", "dictionaries"), join(folder, "dictionaries"));
    copyFolder(join(root(), "data", "2023"), join(folder, "2023"));
    change(folder);
    return await use(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** Rewrites a text file line by line. */
export function rewriteLines(path: string, rewrite: (line: string, index: number) => string): void {
  const lines = Deno.readTextFileSync(path).split("\n");
  Deno.writeTextFileSync(path, lines.map(rewrite).join("\n"));
}
