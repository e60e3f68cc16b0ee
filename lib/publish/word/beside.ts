/** Writes a Word document beside everything else: its library lays out every page to number them. */
import type { ChapterBlocks } from "../../document/blocks.ts";
import type { Cover } from "../cover.ts";
import type { Answer, Written } from "./beside_worker.ts";
import type { FontFamily } from "./fonts.ts";
import type { Bitmaps } from "./picture.ts";

/** What `writeWord` is given. */
export interface Asked {
  readonly edition: Cover;
  readonly chapters: readonly ChapterBlocks[];
  readonly font: FontFamily | null;
  /** Bitmaps of the last report with this font. */
  readonly known: Bitmaps["known"];
}

/**
 * As `writeWord`, in a thread of its own.
 *
 * @param signal ends it; the promise then fails with its reason
 * @throws {Error} if the document cannot be written
 */
export function writeWordBeside(asked: Asked, signal?: AbortSignal): Promise<Written> {
  const { promise, resolve, reject } = Promise.withResolvers<Written>();
  const worker = new Worker(new URL("beside_worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if ("bytes" in data) resolve(data);
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
