/** Runs notebooks without Jupyter and beside everything else, so that a cell without end can be ended. */
import { join } from "node:path";
import type { Source } from "../../document/document.ts";
import { root } from "../../workspace.ts";
import { CellFailure } from "./failure.ts";
import { CELLS } from "./in_process.ts";
import type { Answer, Asked } from "./rehearsal_worker.ts";

/** A run that has begun in a thread of its own; where it fails, so does what it has not yet told. */
export interface Rehearsal {
  /** What a check of the edition had to tell, before the first notebook; nothing where none was asked for. */
  readonly checked: Promise<readonly string[]>;
  /** What the notebooks show. */
  readonly sources: Promise<readonly Source[]>;
}

/** What cells may do: as in the kernel (`prelude.ts`), but for the modules made of them. */
export function rights(): Deno.PermissionOptionsObject {
  const modules = join(root(), CELLS);
  return { read: "inherit", env: "inherit", sys: "inherit", write: [modules], import: [] };
}

/**
 * Runs notebooks one after another in a thread of their own. Both promises fail with a
 * {@link CellFailure} if a cell fails, and with the check's message if the check does.
 *
 * @param signal ends the run, whatever a cell is doing; the promises then fail with its reason
 */
export function rehearse(asked: Asked, signal: AbortSignal): Rehearsal {
  const checked = Promise.withResolvers<readonly string[]>();
  const sources = Promise.withResolvers<readonly Source[]>();
  const fail = (reason: unknown) => {
    checked.reject(reason);
    sources.reject(reason);
  };
  const module = new URL("rehearsal_worker.ts", import.meta.url);
  const worker = new Worker(module, { type: "module", deno: { permissions: rights() } });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if ("checked" in data) checked.resolve(data.checked);
    else if ("sources" in data) sources.resolve(data.sources);
    else if ("error" in data) fail(new Error(data.error));
    else {
      const { notebook, cell, source, reason } = data.failed;
      fail(new CellFailure(notebook, cell, source, reason));
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail(new Error(event.message));
  };
  signal.addEventListener("abort", () => fail(signal.reason), { once: true });
  worker.postMessage(asked);
  checked.promise.catch(() => {}); // Who waits for one of them need not wait for both.
  sources.promise.catch(() => {}).finally(() => worker.terminate());
  return { checked: checked.promise, sources: sources.promise };
}
