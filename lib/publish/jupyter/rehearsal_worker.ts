/** Runs notebooks for `rehearsal.ts`, which can end it where a cell never ends. */
import { join } from "node:path";
import type { Source } from "../../document/document.ts";
import { checkedBy } from "./check.ts";
import { CellFailure } from "./failure.ts";
import { runInProcess } from "./in_process.ts";

/** What is to be run. */
export interface Asked {
  /** The folder of the notebooks. */
  readonly folder: string;
  /** Their file stems. */
  readonly names: readonly string[];
  /** What first checks the edition, see `checkedBy`. */
  readonly check?: string | undefined;
}

/** What came of it. */
export type Answer =
  | { readonly checked: readonly string[] }
  | { readonly sources: readonly Source[] }
  | { readonly failed: Pick<CellFailure, "notebook" | "cell" | "source" | "reason"> }
  | { readonly error: string };

/** A worker's own side, which the types of a page do not know. */
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Asked>) => void;
  postMessage(answer: Answer): void;
};

scope.onmessage = async ({ data: { folder, names, check } }) => {
  const answer = (one: Answer) => scope.postMessage(one);
  try {
    answer({ checked: check === undefined ? [] : await checkedBy(check) });
    const sources: Source[] = [];
    for (const name of names) sources.push(await runInProcess(join(folder, `${name}.ipynb`)));
    answer({ sources });
  } catch (error) {
    if (error instanceof CellFailure) {
      const { notebook, cell, source, reason } = error;
      answer({ failed: { notebook, cell, source, reason } });
    } else answer({ error: error instanceof Error ? error.message : String(error) });
  }
};
