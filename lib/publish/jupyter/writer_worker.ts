/** Writes files for `writer.ts`. */
import { writeHere } from "../exports.ts";

/** A file to be written. */
export interface Wish {
  readonly path: string;
  readonly text: string;
  /** Becomes 1 when it is written, or refused. */
  readonly done: Int32Array;
  /** Why it was refused, in UTF-8 that ends in a zero. */
  readonly told: Uint8Array;
}

/** A worker's own side, which the types of a page do not know. */
const scope = globalThis as unknown as { onmessage: (event: MessageEvent<Wish>) => void };

scope.onmessage = ({ data: { path, text, done, told } }) => {
  try {
    writeHere(path, text);
  } catch (error) {
    const bytes = new TextEncoder().encode(error instanceof Error ? error.message : String(error));
    told.set(bytes.subarray(0, told.length - 1));
  }
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
};
