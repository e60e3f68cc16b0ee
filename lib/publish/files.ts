/** Files and folders that are written whole or not at all. */
import { Buffer } from "node:buffer";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { shownPath } from "../workspace.ts";

/** The file's text, or undefined if there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Writes a file whole or not at all; of several that write at once the last one stands. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.${crypto.randomUUID()}.new`;
  try {
    if (typeof content === "string") Deno.writeTextFileSync(fresh, content);
    else Deno.writeFileSync(fresh, content);
    Deno.renameSync(fresh, path);
  } catch (error) {
    remove(fresh);
    throw error;
  }
}

/** Writes a file unless it already has this text; of several that write at once the last one stands. */
export function writeIfChanged(path: string, text: string): void {
  if (readIfThere(path) !== text) writeWhole(path, text);
}

/**
 * Fills a folder beside its final place and then puts it there, so that a reader finds the old
 * folder or the new one, never half of one. If `fill` throws, the old one stays. Of several that
 * replace folders in one place at once, each waits for its turn; the last one stands.
 *
 * @param folder where the content goes; what is there is replaced
 * @param fill writes the content into the folder it is given
 * @param tell hears, in a line of Chinese each, of what a run that was killed had left and is put right
 * @param stands whether what is there is to stay, asked when it is this one's turn
 * @returns whether the folder was replaced
 */
export async function replaceFolder(
  folder: string,
  fill: (fresh: string) => void | Promise<void>,
  tell: (line: string) => void = () => {},
  stands: () => boolean = () => false,
): Promise<boolean> {
  const { fresh, old } = aside(folder);
  Deno.mkdirSync(dirname(folder), { recursive: true });
  using _ = await turn(join(dirname(folder), LOCK));
  putRight(folder, tell);
  if (stands()) return false;
  try {
    Deno.mkdirSync(fresh);
    await fill(fresh);
    // Windows cannot rename onto a folder, so the old one steps aside first.
    if (existsSync(folder)) Deno.renameSync(folder, old);
    Deno.renameSync(fresh, folder);
  } catch (error) {
    putRight(folder, () => {});
    throw error;
  }
  remove(old);
  return true;
}

/**
 * Lets a folder hold certain files and nothing else, all of them or, if it fails, what was there. A
 * folder that holds just these already is left alone.
 *
 * @param files content by name
 * @param tell as for `replaceFolder`
 * @returns whether the folder was written
 */
export function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  tell?: (line: string) => void,
): Promise<boolean> {
  const encoder = new TextEncoder();
  const contents = new Map(
    [...files].map(([name, content]) => [
      name,
      typeof content === "string" ? encoder.encode(content) : content,
    ]),
  );
  const fill = (fresh: string) => {
    for (const [name, bytes] of contents) Deno.writeFileSync(join(fresh, name), bytes);
  };
  const stands = () => {
    const there = existsSync(folder) ? [...Deno.readDirSync(folder)] : [];
    return there.length === contents.size && there.every(({ name, isFile }) => {
      const bytes = contents.get(name);
      return isFile && bytes !== undefined &&
        Buffer.compare(Deno.readFileSync(join(folder, name)), bytes) === 0;
    });
  };
  return replaceFolder(folder, fill, tell, stands);
}

/** The file that whoever replaces a folder beside it holds; it stays, since another may wait for it. */
export const LOCK = ".lock";

/** Waits until nobody else holds a file. The system frees what a process held, however it ended. */
async function turn(path: string): Promise<Disposable> {
  const file = Deno.openSync(path, { create: true, write: true });
  try {
    await file.lock(true);
  } catch (error) {
    file.close();
    throw error;
  }
  return { [Symbol.dispose]: () => file.close() };
}

/** Where the content of a folder is while it is replaced. */
function aside(folder: string): { readonly fresh: string; readonly old: string } {
  const beside = (suffix: string) => join(dirname(folder), `.${basename(folder)}.${suffix}`);
  return { fresh: beside("new"), old: beside("old") };
}

/** Undoes what a replacement that did not come to its end has left behind. */
function putRight(folder: string, tell: (line: string) => void): void {
  const { fresh, old } = aside(folder);
  if (existsSync(old) && !existsSync(folder)) {
    Deno.renameSync(old, folder);
    tell(`上次运行中途停止，已放回原有的 ${shownPath(folder)}`);
  }
  for (const left of [fresh, old].filter((one) => existsSync(one))) {
    remove(left);
    tell(`上次运行中途停止，已清理留下的 ${shownPath(left)}`);
  }
}

function remove(path: string): void {
  if (existsSync(path)) Deno.removeSync(path, { recursive: true });
}
