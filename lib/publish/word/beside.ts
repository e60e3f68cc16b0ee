/** Writes a Word document beside everything else: its library lays out every page to number them. */
import type { writeWord } from "./document.ts";
import type { Answer } from "./beside_worker.ts";

/**
 * As `writeWord`, in a thread of its own.
 *
 * @param signal ends it; the promise then fails with its reason
 * @throws {Error} if the document cannot be written
 */
export function writeWordBeside(
  asked: Parameters<typeof writeWord>,
  signal?: AbortSignal,
): ReturnType<typeof writeWord> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const worker = new Worker(new URL("beside_worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if ("bytes" in data) resolve(data.bytes);
    else reject(new Error(data.error));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    reject(new Error(event.message));
  };
  signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  worker.postMessage(asked);
  return promise.finally(() => worker.terminate());
}
