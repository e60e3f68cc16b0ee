/** Files and folders that are written whole or not at all. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The file's text, or undefined if there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Writes a file unless it already has this text. */
export function writeIfChanged(path: string, text: string): void {
  if (readIfThere(path) === text) return;
  const fresh = `${path}.new`;
  Deno.writeTextFileSync(fresh, text);
  Deno.renameSync(fresh, path);
}

/**
 * Fills a folder beside its final place and then puts it there, so that a reader finds the old
 * folder or the new one, never half of one. If `fill` throws, the old one stays.
 *
 * @param folder where the content goes; what is there is replaced
 * @param fill writes the content into the folder it is given
 */
export async function replaceFolder(
  folder: string,
  fill: (fresh: string) => void | Promise<void>,
): Promise<void> {
  const beside = (suffix: string) => join(dirname(folder), `.${basename(folder)}.${suffix}`);
  const fresh = beside("new");
  const old = beside("old");
  remove(fresh);
  Deno.mkdirSync(fresh, { recursive: true });
  try {
    await fill(fresh);
  } catch (error) {
    remove(fresh);
    throw error;
  }
  // Windows cannot rename onto a folder, so the old one steps aside first.
  remove(old);
  if (existsSync(folder)) Deno.renameSync(folder, old);
  try {
    Deno.renameSync(fresh, folder);
  } catch (error) {
    if (existsSync(old)) Deno.renameSync(old, folder);
    throw error;
  }
  remove(old);
}

function remove(path: string): void {
  if (existsSync(path)) Deno.removeSync(path, { recursive: true });
}
