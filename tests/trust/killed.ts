/** Faults put into the replacing of a folder: processes that are killed, and many at once. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { LOCK, replaceFolder } from "lib/files.ts";
import { root } from "lib/workspace.ts";

/** How many files a folder is filled with, each with the same mark, so that half a folder is seen. */
const FILES = 24;

function fill(folder: string, mark: string): void {
  for (let i = 0; i < FILES; i++) Deno.writeTextFileSync(join(folder, `${i}.html`), mark);
}

/** The mark of a folder's files. @throws {AssertionError} if the folder is not whole */
function markOf(folder: string): string {
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
  assertEquals(names.length, FILES);
  const marks = new Set(names.map((name) => Deno.readTextFileSync(join(folder, name))));
  assertEquals(marks.size, 1);
  return [...marks].join();
}

const names = (folder: string) =>
  [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => name !== LOCK).sort();

/** A process that replaces a folder so many times and writes a letter when it begins. */
function replacing(folder: string, times: number): Deno.ChildProcess {
  const files = pathToFileURL(join(root(), "lib", "files.ts"));
  const code = `
    import { join } from "node:path";
    const { replaceFolder } = await import("${files}");
    console.log("begun");
    for (let n = 0; n < ${times}; n++) {
      await replaceFolder(${JSON.stringify(folder)}, (fresh) => {
        for (let i = 0; i < ${FILES}; i++) Deno.writeTextFileSync(join(fresh, i + ".html"), Deno.pid + "." + n);
      });
    }`;
  return new Deno.Command(Deno.execPath(), {
    args: ["eval", code],
    cwd: root(),
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** What became of killed replacements. */
export interface Killed {
  readonly killed: number;
  /** How many had left something that the next run put right. */
  readonly mended: number;
}

/**
 * Kills a process that replaces a folder again and again, at moments spread over some
 * replacements, and makes sure each time that the folder is whole at once or after the next run, be
 * that one a failure, and that nothing else is left.
 */
export async function killReplacing(times: number): Promise<Killed> {
  const temp = Deno.makeTempDirSync();
  const folder = join(temp, "2024");
  let mended = 0;
  try {
    await replaceFolder(folder, (fresh) => fill(fresh, "first"));
    for (let i = 0; i < times; i++) {
      const child = replacing(folder, 1_000_000);
      const begun = child.stdout.getReader();
      await begun.read();
      // A replacement takes about two milliseconds: moments of all parts of it come up.
      await new Promise((done) => setTimeout(done, 3 + (i * 7) % 20));
      child.kill("SIGKILL");
      await begun.cancel();
      await child.stderr.cancel();
      await child.status;
      const told: string[] = [];
      const failing = replaceFolder(folder, () => {
        throw new Error("stop");
      }, (line) => void told.push(line));
      await assertRejects(() => failing, Error, "stop");
      if (told.length > 0) mended++;
      for (const line of told) assert(line.startsWith("上次运行中途停止，已"), line);
      markOf(folder);
      assertEquals(names(temp), ["2024"]);
    }
    return { killed: times, mended };
  } finally {
    Deno.removeSync(temp, { recursive: true });
  }
}

/**
 * Lets several processes replace one folder at once.
 *
 * @returns how many replacements there were, none of which failed
 */
export async function replaceAtOnce(processes: number, times: number): Promise<number> {
  const temp = Deno.makeTempDirSync();
  const folder = join(temp, "2024");
  try {
    const outputs = await Promise.all(
      Array.from({ length: processes }, () => replacing(folder, times).output()),
    );
    for (const { code, stderr } of outputs) assertEquals(code, 0, new TextDecoder().decode(stderr));
    markOf(folder);
    assertEquals(names(temp), ["2024"]);
    return processes * times;
  } finally {
    Deno.removeSync(temp, { recursive: true });
  }
}
