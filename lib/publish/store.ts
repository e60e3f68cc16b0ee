/** What a report is put together from, kept from one run to the next with what it was made of. */
import { join } from "node:path";
import { root } from "../workspace.ts";
import { writeWhole } from "../files.ts";
import { hashOf } from "./hashes.ts";

/** Pieces by name. Each stands as long as it would be made of the same. */
export interface Store {
  /**
   * What is kept under a name.
   *
   * @param of what it would be made of now, as a hash
   * @returns undefined where it was made of something else or never, or where its file is damaged
   */
  recall(name: string, of: string): Uint8Array<ArrayBuffer> | undefined;
  /** Keeps a piece in place of the last one of its name, whole or not at all. */
  keep(name: string, of: string, content: Uint8Array): void;
}

/** The store of a year's report; `fresh` recalls nothing, so that everything is made and kept anew. */
export function storeOf(year: number, fresh = false): Store {
  return openStore(join(root(), ".cache", "made", String(year)), fresh);
}

/**
 * Opens a folder of pieces. A piece's file begins with a line that says what it was made of and what
 * follows, as two hashes: a file that was cut off, or changed, says so itself.
 */
export function openStore(folder: string, fresh = false): Store {
  const head = (of: string, content: Uint8Array) =>
    new TextEncoder().encode(`${of} ${hashOf(content)}\n`);
  return {
    recall: (name, of) => {
      if (fresh) return undefined;
      const bytes = bytesIfThere(join(folder, name));
      if (bytes === undefined) return undefined;
      const content = bytes.subarray(bytes.indexOf(LINE_END) + 1);
      const expected = head(of, content);
      const isSame = bytes.length - content.length === expected.length &&
        expected.every((byte, i) => byte === bytes[i]);
      return isSame ? content : undefined;
    },
    keep: (name, of, content) => {
      Deno.mkdirSync(folder, { recursive: true });
      const begin = head(of, content);
      const bytes = new Uint8Array(begin.length + content.length);
      bytes.set(begin);
      bytes.set(content, begin.length);
      writeWhole(join(folder, name), bytes);
    },
  };
}

const LINE_END = 10;

function bytesIfThere(path: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Deno.readFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Keeps nothing. */
export const NO_STORE: Store = { recall: () => undefined, keep: () => {} };

/** A piece that is recalled or, failing that, made and kept. */
export async function recalledOrMade(
  store: Store,
  name: string,
  of: string,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const known = store.recall(name, of);
  if (known !== undefined) return known;
  const made = await make();
  store.keep(name, of, made);
  return made;
}

/** A value as a store keeps it. */
export function encoded(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** A value that a store kept; whoever kept it knows of what type it is. */
export function decoded(content: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(content));
}
