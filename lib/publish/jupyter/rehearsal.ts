/** Runs notebooks without Jupyter and beside everything else, so that a cell without end can be ended. */
import type { Source } from "../../document/document.ts";
import { CellFailure } from "./failure.ts";
import type { Answer, Asked } from "./rehearsal_worker.ts";

/**
 * Runs notebooks one after another in a thread of their own.
 *
 * @param signal ends the run, whatever a cell is doing; the promise then fails with its reason
 * @throws {CellFailure} if a cell fails
 */
export function rehearse(asked: Asked, signal: AbortSignal): Promise<readonly Source[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Source[]>();
  const worker = new Worker(new URL("rehearsal_worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if ("sources" in data) resolve(data.sources);
    else if ("error" in data) reject(new Error(data.error));
    else {
      const { notebook, cell, source, reason } = data.failed;
      reject(new CellFailure(notebook, cell, source, reason));
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    reject(new Error(event.message));
  };
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  worker.postMessage(asked);
  return promise.finally(() => worker.terminate());
}
