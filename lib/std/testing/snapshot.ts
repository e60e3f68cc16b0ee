/**
 * Stand-in for `jsr:@std/testing/snapshot`: values held against what they were when a person last
 * looked at them and said `deno test -P -- --update`. The files are those of the real package; of its
 * options none is here, since no test uses one.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AssertionError } from "../assert/assertion_error.ts";
import { difference } from "../assert/message.ts";

/**
 * Asserts that a value is what its snapshot says; with `--update` makes the snapshot say so.
 *
 * @param context The test, whose name and place in the file say which snapshot is meant.
 * @param actual The value.
 * @throws {AssertionError} If the value differs, or there is no such snapshot.
 */
export async function assertSnapshot<T>(context: Deno.TestContext, actual: T): Promise<void> {
  const test = fileURLToPath(context.origin);
  const file = fileAt(join(dirname(test), "__snapshots__", `${basename(test)}.snap`));
  const name = numbered(file, fullName(context));
  const text = serialize(actual);
  const stored = await (file.stored ??= load(file.path));
  if (Deno.args.includes("--update") || Deno.args.includes("-u")) {
    if (file.updated.size === 0) {
      globalThis.addEventListener("unload", () => save(file, stored ?? new Map()));
    }
    file.updated.set(name, text);
    return;
  }
  if (stored === undefined) throw new AssertionError("Missing snapshot file.");
  const expected = stored.get(name);
  if (expected === undefined) throw new AssertionError(`Missing snapshot: ${name}`);
  if (text === expected) return;
  throw new AssertionError(
    `Snapshot does not match:\n${difference(text, expected)}\nTo update snapshots, run\n` +
      "    deno test --allow-read --allow-write [files]... -- --update\n",
  );
}

/** A value as text, whole and with its keys in order. */
function serialize(actual: unknown): string {
  return Deno.inspect(actual, {
    depth: Infinity,
    sorted: true,
    trailingComma: true,
    compact: false,
    iterableLimit: Infinity,
    strAbbreviateSize: Infinity,
    breakLength: Infinity,
    escapeSequences: false,
  }).replaceAll("\r", "\\r");
}

function fullName({ name, parent }: Deno.TestContext): string {
  return parent ? `${fullName(parent)} > ${name}` : name;
}

/** The snapshots of a test file in this run. */
interface SnapshotFile {
  readonly path: string;
  /** How many snapshots each test has asked for. */
  readonly counts: Map<string, number>;
  /** The names asked for, in order. */
  readonly asked: string[];
  readonly updated: Map<string, string>;
  /** What is on disk by name; undefined if there is no file. */
  stored?: Promise<ReadonlyMap<string, string> | undefined>;
}

const files = new Map<string, SnapshotFile>();

function fileAt(path: string): SnapshotFile {
  const file = files.get(path) ?? { path, counts: new Map(), asked: [], updated: new Map() };
  files.set(path, file);
  return file;
}

/** The first, second, … snapshot of a test. */
function numbered({ counts, asked }: SnapshotFile, test: string): string {
  const count = (counts.get(test) ?? 0) + 1;
  counts.set(test, count);
  asked.push(`${test} ${count}`);
  return `${test} ${count}`;
}

async function load(path: string): Promise<ReadonlyMap<string, string> | undefined> {
  const module = await import(pathToFileURL(path).href).catch((error: unknown) => {
    if (error instanceof TypeError && error.message.startsWith("Module not found")) return;
    throw error;
  });
  if (module === undefined) return undefined;
  // A text of several lines stands on lines of its own.
  return new Map(
    Object.entries<string>(module.snapshot)
      .map(([name, text]) => [name, text.includes("\n") ? text.slice(1, -1) : text]),
  );
}

/** Writes the snapshots that were asked for; those of tests that are gone go with them. */
function save({ path, asked, updated }: SnapshotFile, before: ReadonlyMap<string, string>): void {
  const entries = asked.map((name) => {
    const text = updated.get(name) ?? before.get(name) ?? "";
    const body = text.includes("\n") ? `\n${literal(text)}\n` : literal(text);
    return `\nsnapshot[\`${literal(name)}\`] = \`${body}\`;`;
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, ["export const snapshot = {};", ...entries].join("\n") + "\n");
  const changed = [...updated].filter(([name, text]) => before.get(name) !== text).length;
  const removed = [...before.keys()].filter((name) => !asked.includes(name)).length;
  if (changed > 0) console.log(`\n > ${counted(changed)} updated.`);
  if (removed > 0) console.log(`\n > ${counted(removed)} removed.`);
}

function literal(text: string): string {
  return text.replace(/[\\`$]/g, "\\$&");
}

function counted(count: number): string {
  return count === 1 ? "1 snapshot" : `${count} snapshots`;
}
