/** A thread that may write into one folder and nothing else, for cells, which may not write at all. */
import type { Wish } from "./writer_worker.ts";

/** Bytes for a refusal. */
const TOLD = 4096;
/** Longest that a file may take, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Starts the thread. It must be started while this process still has the right.
 *
 * @param folder the folder
 * @returns writes a text and waits until it is written; throws what the system refuses
 */
export function startWriter(folder: string): (path: string, text: string) => void {
  const worker = new Worker(new URL("writer_worker.ts", import.meta.url), {
    type: "module",
    deno: { permissions: { write: [folder], import: [] } },
  });
  return (path, text) => {
    const done = new Int32Array(new SharedArrayBuffer(4));
    const told = new Uint8Array(new SharedArrayBuffer(TOLD));
    worker.postMessage({ path, text, done, told } satisfies Wish);
    if (Atomics.wait(done, 0, 0, PATIENCE) === "timed-out") {
      throw new Error(`写不进 ${path}：等了太久`);
    }
    const refusal = new TextDecoder().decode(told.slice(0, told.indexOf(0)));
    if (refusal !== "") throw new Error(refusal);
  };
}
