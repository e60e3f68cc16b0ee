/** Files and folders that are written whole or not at all. */
import { Buffer } from "node:buffer";
import { cpSync, existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { aside, root, shownPath } from "./workspace.ts";

/** The file's text, or undefined if there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Writes a file unless it already has this text; of several that write at once the last one stands. */
export function writeIfChanged(path: string, text: string): void {
  if (readIfThere(path) !== text) writeWhole(path, new TextEncoder().encode(text));
}

/** Writes a file whole or not at all; of several that write at once the last one stands. */
export function writeWhole(path: string, content: Uint8Array): void {
  removeLeft(path);
  const fresh = `${path}.${crypto.randomUUID()}.new`;
  try {
    Deno.writeFileSync(fresh, content);
    Deno.renameSync(fresh, path);
  } catch (error) {
    remove(fresh);
    throw error;
  }
}

/** How long nobody takes to write a file, in milliseconds: what is older was left by a killed run. */
const LONG = 60_000;

/** Removes what killed runs left beside a file that they were writing. */
function removeLeft(path: string): void {
  const name = basename(path);
  for (const entry of existsSync(dirname(path)) ? Deno.readDirSync(dirname(path)) : []) {
    if (!entry.name.startsWith(`${name}.`) || !/\.[\da-f-]{36}\.new$/.test(entry.name)) continue;
    const left = join(dirname(path), entry.name);
    const written = Deno.statSync(left).mtime?.getTime() ?? 0;
    if (Date.now() - written > LONG) removeIfFree(left);
  }
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
    Deno.mkdirSync(fresh, { recursive: true });
    await fill(fresh);
    // Windows cannot rename onto a folder, so the old one steps aside first.
    if (existsSync(folder)) Deno.renameSync(folder, old);
    Deno.renameSync(fresh, folder);
  } catch (error) {
    putRight(folder, () => {});
    throw error;
  }
  remove(old);
  remove(dirname(fresh));
  return true;
}

/**
 * Lets a folder hold certain files and nothing else, all of them or, if it fails, what was there. A
 * folder that holds just these already is left alone.
 *
 * @param files content by name
 * @param tell as for {@link replaceFolder}
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

/**
 * Puts files into a folder beside those that are there, as {@link replaceFolder} does: all of them
 * or none. The folder that `fill` is given holds what is there already and has the folder's name.
 */
export async function supplementFolder(
  folder: string,
  fill: (fresh: string) => void | Promise<void>,
  tell?: (line: string) => void,
): Promise<void> {
  await replaceFolder(folder, (fresh) => {
    if (existsSync(folder)) cpSync(folder, fresh, { recursive: true });
    return fill(fresh);
  }, tell);
}

/**
 * Puts right what a replacement of a folder that was killed has left, before the folder is read.
 *
 * @param tell hears, in a line of Chinese each, what is put right
 */
export async function mendFolder(folder: string, tell: (line: string) => void): Promise<void> {
  const { fresh, old } = aside(folder);
  if (![dirname(fresh), old].some((path) => existsSync(path))) return;
  using _ = await turn(join(dirname(folder), LOCK));
  putRight(folder, tell);
}

/** A folder for what exists only while something runs; disposing removes it. */
export interface WorkFolder extends Disposable {
  readonly path: string;
}

/**
 * Makes an empty folder below the workspace's `.cache`, and removes those of runs that were killed.
 *
 * @param tell hears, in a line of Chinese, that some were removed
 */
export async function workFolder(tell: (line: string) => void = () => {}): Promise<WorkFolder> {
  const runs = join(root(), ".cache", "runs");
  Deno.mkdirSync(runs, { recursive: true });
  using _ = await turn(join(runs, LOCK));
  const left = [...Deno.readDirSync(runs)].map(({ name }) => name)
    .filter((name) => name.endsWith(HELD) && !isHeld(join(runs, name)));
  for (const name of left) {
    if (removeIfFree(join(runs, name.slice(0, -HELD.length)))) remove(join(runs, name));
  }
  if (left.length > 0) {
    tell(`上次运行中途停止，已清理留下的 ${left.length} 个临时文件夹（${shownPath(runs)}）`);
  }
  const path = join(runs, crypto.randomUUID());
  const held = await turn(path + HELD);
  Deno.mkdirSync(path);
  return {
    path,
    [Symbol.dispose]: () => {
      const gone = removeIfFree(path);
      held[Symbol.dispose]();
      if (gone) remove(path + HELD);
    },
  };
}

/** What the name of a file ends in that is held as long as the folder beside it is used. */
const HELD = ".held";

/** Removes a folder, unless a program that has not ended yet holds a file; then the next run does. */
function removeIfFree(path: string): boolean {
  try {
    remove(path);
    return true;
  } catch {
    return false;
  }
}

function isHeld(path: string): boolean {
  using file = Deno.openSync(path, { write: true });
  return !file.tryLockSync(true);
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

/** Undoes what a replacement that did not come to its end has left behind. */
function putRight(folder: string, tell: (line: string) => void): void {
  const { fresh, old } = aside(folder);
  if (existsSync(old) && !existsSync(folder)) {
    Deno.renameSync(old, folder);
    tell(`上次运行中途停止，已放回原有的 ${shownPath(folder)}`);
  }
  for (const left of [dirname(fresh), old].filter((one) => existsSync(one))) {
    remove(left);
    tell(`上次运行中途停止，已清理留下的 ${shownPath(left)}`);
  }
}

function remove(path: string): void {
  if (existsSync(path)) Deno.removeSync(path, { recursive: true });
}
