/** Runs notebooks without Jupyter and beside everything else, so that a cell without end can be ended. */
import { join } from "node:path";
import type { Source } from "../../document/document.ts";
import { root } from "../../workspace.ts";
import { CellFailure } from "./failure.ts";
import { CELLS } from "./in_process.ts";
import type { Answer, Asked } from "./rehearsal_worker.ts";

/** What cells may do: as in the kernel (`prelude.ts`), but for the modules made of them. */
function rights(): Deno.PermissionOptionsObject {
  const modules = join(root(), CELLS);
  return { read: "inherit", env: "inherit", sys: "inherit", write: [modules], import: [] };
}

/**
 * Runs notebooks one after another in a thread of their own.
 *
 * @param signal ends the run, whatever a cell is doing; the promise then fails with its reason
 * @throws {CellFailure} if a cell fails
 */
export function rehearse(asked: Asked, signal: AbortSignal): Promise<readonly Source[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Source[]>();
  const module = new URL("rehearsal_worker.ts", import.meta.url);
  const worker = new Worker(module, { type: "module", deno: { permissions: rights() } });
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
