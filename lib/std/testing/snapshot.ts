/**
 * Stand-in for `jsr:@std/testing/snapshot`: values held against what they were when a person last
 * looked at them and said `deno test -A -- --update`. The files are those of the real package.
 *
 * @module
 */
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AssertionError } from "../assert/mod.ts";
import { difference } from "./difference.ts";
import { type SnapshotFile, snapshotFile } from "./snapshot_file.ts";

/** Whether snapshots are compared or written anew. */
export type SnapshotMode = "assert" | "update";

/** How a snapshot is taken. */
export interface SnapshotOptions<T = unknown> {
  /** The folder of the snapshot files, from that of the test; `__snapshots__` by default. */
  dir?: string;
  /** `update` if the tests are run with `--update` or `-u`, else `assert`. */
  mode?: SnapshotMode;
  /** The message of a failure, in place of the difference. */
  msg?: string;
  /** The name of the snapshot, in place of the test's. */
  name?: string;
  /** The snapshot file, from the folder of the test; goes before `dir`. */
  path?: string;
  /** Writes the value as text; `serialize` by default. */
  serializer?: (actual: T) => string;
}

/**
 * Writes a value as text, whole and with its keys in order.
 *
 * @param actual The value.
 * @returns The text.
 */
export function serialize(actual: unknown): string {
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

/**
 * Asserts that a value is what its snapshot says; in update mode makes the snapshot say so.
 *
 * @param context The test, whose name and place in the file say which snapshot is meant.
 * @param actual The value.
 * @param options See {@linkcode SnapshotOptions}.
 * @throws {AssertionError} If the value differs, or there is no such snapshot.
 */
export function assertSnapshot<T>(
  context: Deno.TestContext,
  actual: T,
  options: SnapshotOptions<T>,
): Promise<void>;
/**
 * Asserts that a value is what its snapshot says; in update mode makes the snapshot say so.
 *
 * @param context The test, whose name and place in the file say which snapshot is meant.
 * @param actual The value.
 * @param message The message of a failure, in place of the difference.
 * @throws {AssertionError} If the value differs, or there is no such snapshot.
 */
export function assertSnapshot<T>(
  context: Deno.TestContext,
  actual: T,
  message?: string,
): Promise<void>;
export async function assertSnapshot<T>(
  context: Deno.TestContext,
  actual: T,
  given: string | SnapshotOptions<T> = {},
): Promise<void> {
  const options: SnapshotOptions<T> = typeof given === "string" ? { msg: given } : given;
  const file: SnapshotFile = snapshotFile(pathOf(context, options));
  const updating = (options.mode ?? defaultMode()) === "update";
  const name = file.number(options.name ?? fullName(context));
  const text = (options.serializer ?? serialize)(actual);
  if (updating) return await file.update(name, text);

  const stored = await file.stored();
  if (stored === undefined) throw new AssertionError(options.msg ?? "Missing snapshot file.");
  const expected = stored.get(name);
  if (expected === undefined) {
    throw new AssertionError(options.msg ?? `Missing snapshot: ${name}`);
  }
  if (text !== expected) {
    throw new AssertionError(options.msg ?? mismatch(text, expected));
  }
}

/**
 * Makes an `assertSnapshot` with options of its own, which those of a call go before.
 *
 * @param options The options.
 * @param baseAssertSnapshot What it goes on from; the plain `assertSnapshot` by default.
 * @returns The function.
 */
export function createAssertSnapshot<T>(
  options: SnapshotOptions<T>,
  baseAssertSnapshot: typeof assertSnapshot = assertSnapshot,
): typeof assertSnapshot {
  return (context: Deno.TestContext, actual: T, given: string | SnapshotOptions<T> = {}) =>
    baseAssertSnapshot(context, actual, {
      ...options,
      ...(typeof given === "string" ? { msg: given } : given),
    });
}

function pathOf<T>(context: Deno.TestContext, options: SnapshotOptions<T>): string {
  const test = fileURLToPath(context.origin);
  if (options.path) return resolve(dirname(test), options.path);
  return resolve(dirname(test), options.dir ?? "__snapshots__", `${basename(test)}.snap`);
}

function defaultMode(): SnapshotMode {
  return Deno.args.includes("--update") || Deno.args.includes("-u") ? "update" : "assert";
}

function fullName(context: Deno.TestContext): string {
  return context.parent ? `${fullName(context.parent)} > ${context.name}` : context.name;
}

function mismatch(actual: string, expected: string): string {
  return `Snapshot does not match:\n${difference(actual, expected)}\n` +
    "To update snapshots, run\n" +
    "    deno test --allow-read --allow-write [files]... -- --update\n";
}
