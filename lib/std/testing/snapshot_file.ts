import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { AssertionError } from "../assert/mod.ts";

/** The snapshots of a test file: those on disk and those that are to replace them. */
export interface SnapshotFile {
  /** A name with its number: the first, second, … snapshot of that name in this run. */
  number(name: string): string;
  /** The snapshots on disk by name; undefined if there is no file. */
  stored(): Promise<ReadonlyMap<string, string> | undefined>;
  /** Has the file written with this text under this name, once the tests are through. */
  update(name: string, text: string): Promise<void>;
}

const files = new Map<string, SnapshotFile>();

/**
 * The snapshot file at a path; one and the same for all who ask.
 *
 * @param path Where it lies.
 * @returns The file, which need not exist yet.
 */
export function snapshotFile(path: string): SnapshotFile {
  const known = files.get(path);
  if (known) return known;
  const file = open(path);
  files.set(path, file);
  return file;
}

function open(path: string): SnapshotFile {
  const counts = new Map<string, number>();
  const asked: string[] = [];
  const updated = new Map<string, string>();
  let read: Promise<ReadonlyMap<string, string> | undefined> | undefined;
  const stored = () => read ??= load(path);

  return {
    number(name) {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      asked.push(`${name} ${count}`);
      return `${name} ${count}`;
    },
    stored,
    async update(name, text) {
      const before: ReadonlyMap<string, string> = await stored() ?? new Map();
      if (updated.size === 0) {
        globalThis.addEventListener("unload", () => save(path, asked, before, updated));
      }
      updated.set(name, text);
    },
  };
}

async function load(path: string): Promise<ReadonlyMap<string, string> | undefined> {
  const url = pathToFileURL(path).href;
  const module = await import(url).catch((error: unknown) => {
    if (error instanceof TypeError && error.message.startsWith("Module not found")) return;
    throw error;
  });
  if (module === undefined) return undefined;
  return new Map(
    Object.entries<unknown>(module.snapshot ?? {}).map(([name, text]) => {
      if (typeof text !== "string") {
        throw new AssertionError(`Corrupt snapshot:\n\t(${name})\n\t${url}`);
      }
      // A text of several lines stands on lines of its own.
      return [name, text.includes("\n") ? text.slice(1, -1) : text];
    }),
  );
}

function save(
  path: string,
  names: readonly string[],
  before: ReadonlyMap<string, string>,
  updated: ReadonlyMap<string, string>,
): void {
  const entries = names.flatMap((name) => {
    const text = updated.get(name) ?? before.get(name);
    if (text === undefined) return [];
    const body = text.includes("\n") ? `\n${literal(text)}\n` : literal(text);
    return [`\nsnapshot[\`${literal(name)}\`] = \`${body}\`;`];
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, ["export const snapshot = {};", ...entries].join("\n") + "\n");

  const changed = [...updated].filter(([name, text]) => before.get(name) !== text).length;
  const removed = [...before.keys()].filter((name) => !names.includes(name));
  if (changed > 0) console.log(`\n > ${counted(changed)} updated.`);
  if (removed.length > 0) {
    console.log(`\n > ${counted(removed.length)} removed.`);
    for (const name of removed) console.log(`   • ${name}`);
  }
}

function literal(text: string): string {
  return text.replace(/[\\`$]/g, "\\$&");
}

function counted(count: number): string {
  return count === 1 ? "1 snapshot" : `${count} snapshots`;
}
