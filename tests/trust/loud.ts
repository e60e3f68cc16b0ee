/** A notebook that shows without end: whether all of it comes through Jupyter, and in order. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { type NotebookCell, readNotebook } from "lib/publish/jupyter/notebook.ts";
import { showProgress } from "lib/publish/jupyter/progress.ts";
import { runNotebooks } from "lib/publish/jupyter/run.ts";
import type { Jupyter } from "lib/publish/jupyter/setup.ts";
import { withNotebook } from "../publish/jupyter/unruly.ts";

/** How many pieces a cell puts out: through `show`, the console, and a display that nobody awaits. */
const PIECES = 6;

function cellOf(number: number): string {
  return Array.from({ length: PIECES }, (_, i) => {
    const text = JSON.stringify(`${number}.${i}`);
    return [
      `await show(${text});`,
      `console.log(${text});`,
      `Deno.jupyter.broadcast("display_data", {
        data: { "text/plain": ${text} }, metadata: {}, transient: {},
      });`,
    ][i % 3];
  }).join("\n");
}

/** The texts that a cell put out. */
function textsOf({ outputs = [] }: NotebookCell): string[] {
  return outputs.map(({ data, text }) => [text ?? data?.["text/plain"]].flat().join("").trim());
}

/** Runs so many loud cells through Jupyter, and fails where one has lost or moved a piece. */
export async function loud(jupyter: Jupyter, cells: number): Promise<{ readonly pieces: number }> {
  const numbers = Array.from({ length: cells }, (_, i) => i + 1);
  const sources = ['import { show } from "lib/mod.ts";', ...numbers.map(cellOf)];
  await withNotebook(sources, async (folder) => {
    const progress = showProgress(["trial"], { rewritable: false, write: () => {} });
    await runNotebooks({ jupyter, folder, names: ["trial"], year: 2023, out: folder, progress });
    const [, ...executed] = readNotebook(join(folder, "trial.ipynb")).cells;
    assertEquals(
      executed.map(textsOf),
      numbers.map((number) => Array.from({ length: PIECES }, (_, i) => `${number}.${i}`)),
    );
  });
  return { pieces: cells * PIECES };
}
