/** Files by the hash of what they hold: whether two are the same, and which of them changed. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Files by name, with their SHA-256. */
export type Hashes = Readonly<Record<string, string>>;

/** The SHA-256 of a text or of bytes, in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The files of a folder, or the file itself, with forward slashes; none where there is nothing. */
export function filesIn(base: string, name: string): string[] {
  const path = join(base, name);
  if (!existsSync(path)) return [];
  if (Deno.statSync(path).isFile) return [name];
  return [...Deno.readDirSync(path)]
    // What an operating system or Python leaves behind for itself.
    .filter((entry) => !/^(\.|__pycache__$)/.test(entry.name))
    .flatMap((entry) => filesIn(base, `${name}/${entry.name}`)).sort();
}

/** The hashes of files that stand below a folder. */
export function hashesOf(base: string, names: readonly string[]): Hashes {
  const piece = new Uint8Array(PIECE);
  return Object.fromEntries(names.map((name) => [name, hashOfFile(join(base, name), piece)]));
}

/** How much of a file is read at once: a register may be larger than memory. */
const PIECE = 1 << 20;

/** @param piece where to read, a part at a time */
function hashOfFile(path: string, piece: Uint8Array): string {
  const hash = createHash("sha256");
  using file = Deno.openSync(path);
  for (let read = file.readSync(piece); read !== null; read = file.readSync(piece)) {
    hash.update(piece.subarray(0, read));
  }
  return hash.digest("hex");
}
