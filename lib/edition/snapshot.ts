/**
 * What was read of a large register, kept beside it, so that the next notebook or run need not read
 * it again. A register of ordinary size is read in a few hundredths of a second and not kept. What is
 * kept are rows of persons: it stands in the edition's own folder, for nobody else to read, goes where
 * that goes, and git passes over it.
 */
import { createHash, type Hash } from "node:crypto";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Frame } from "../table/frame.ts";
import { pack, type Packing, unpack } from "../table/packed.ts";
import { stateOf } from "./kept.ts";

/** From how many bytes on a register is worth keeping: to read it takes longer than a glance. */
const LEAST = 2 ** 24;

/** What is kept of a register. */
export interface Snapshot<R extends object> {
  readonly frame: Frame<R>;
  /** Whatever else was found out while reading. */
  readonly told: string;
}

/**
 * Gives what was kept of a register, or else reads it and keeps that. What is kept counts only as
 * long as the register, the code lists and the code that reads them are the same to the last byte;
 * what is damaged or foreign does not count. Where nothing can be kept, the register is just read.
 *
 * @param register the file
 * @param lists the other files that decide how it reads
 * @param least from how many bytes on it is kept
 */
export function snapshot<R extends object>(
  register: string,
  lists: readonly string[],
  read: () => Snapshot<R>,
  least: number = LEAST,
): Snapshot<R> {
  const size = statSync(register, { throwIfNoEntry: false })?.size ?? 0;
  if (size < least) return read();
  const files = [register, ...lists];
  const before = stateOf(files);
  const of = hashOf([...files, ...reader()]);
  const path = join(dirname(register), ".cache", "graduates");
  const known = recalled<R>(path, of);
  if (known !== undefined) return known;
  const made = read();
  if (stateOf(files) === before) keep(path, of, made);
  return made;
}

/** The code on which it depends how a register is read. */
function reader(): string[] {
  return ["../table", "."].flatMap((folder) => {
    const path = fileURLToPath(new URL(`${folder}/`, import.meta.url));
    return [...Deno.readDirSync(path)].map(({ name }) => join(path, name))
      .filter((name) => name.endsWith(".ts")).sort();
  });
}

/** A line of hashes: what it was made of, and all that follows. */
const HEAD = 2 * 64 + 2;

function recalled<R extends object>(path: string, of: string): Snapshot<R> | undefined {
  const bytes = bytesIfThere(path);
  if (bytes === undefined) return undefined;
  const rest = bytes.subarray(HEAD);
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  if (head !== headOf(of, createHash("sha256").update(rest))) return undefined;
  const end = rest.indexOf(10);
  const { told, ...packing } = JSON.parse(new TextDecoder().decode(rest.subarray(0, end))) as
    & Packing
    & { readonly told: string };
  return { frame: unpack<R>(packing, rest.subarray(end + 1)), told };
}

function keep<R extends object>(path: string, of: string, { frame, told }: Snapshot<R>): void {
  const packed = pack(frame);
  if (packed === null) return;
  const [packing, parts] = packed;
  const line = new TextEncoder().encode(JSON.stringify({ told, ...packing }));
  // What follows begins where numbers of any width may begin.
  const gap = new Uint8Array(-(HEAD + line.length + 1) & 7).fill(32);
  const rest = [line, gap, Uint8Array.of(10), ...parts];
  const hash = createHash("sha256");
  for (const part of rest) hash.update(part);
  const fresh = `${path}.new`;
  try {
    Deno.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    write(fresh, [new TextEncoder().encode(headOf(of, hash)), ...rest]);
    Deno.renameSync(fresh, path);
  } catch {
    // A folder that may not be written to or a full disk is no reason to stop: all is read.
    if (bytesIfThere(fresh) !== undefined) Deno.removeSync(fresh);
  }
}

function headOf(of: string, rest: Hash): string {
  return `${of} ${rest.digest("hex")}\n`;
}

function write(path: string, parts: readonly Uint8Array[]): void {
  using file = Deno.openSync(path, { write: true, create: true, truncate: true, mode: 0o600 });
  for (const part of parts) {
    for (let at = 0; at < part.length;) at += file.writeSync(part.subarray(at));
  }
}

/** The hash of files, by their places and what they hold. */
function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  const piece = new Uint8Array(2 ** 20);
  for (const path of files) {
    hash.update(`\0${path}\0`);
    using file = Deno.openSync(path);
    for (let read = file.readSync(piece); read !== null; read = file.readSync(piece)) {
      hash.update(piece.subarray(0, read));
    }
  }
  return hash.digest("hex");
}

function bytesIfThere(path: string): Uint8Array | undefined {
  try {
    using file = Deno.openSync(path);
    const bytes = new Uint8Array(file.statSync().size);
    let at = 0;
    while (at < bytes.length) {
      const read = file.readSync(bytes.subarray(at));
      if (read === null) return undefined;
      at += read;
    }
    return bytes;
  } catch {
    // Whatever the reason, the register itself can still be read.
    return undefined;
  }
}
