/** `deno task report` as an analyst meets it: from nothing, with nothing changed, with one chapter changed. */
import { join } from "node:path";
import { chapterNames } from "lib/publish/jupyter/chapters.ts";
import { chosenYear, editionFolder, root } from "lib/workspace.ts";
import { copyFolder } from "../temporary_data.ts";
import { outputOf, workspace } from "../trust/workspace.ts";

/** The seconds of each run of the command. */
export interface Reports {
  readonly fresh: readonly number[];
  readonly unchanged: readonly number[];
  readonly oneChapter: readonly number[];
}

/** Runs the command in a copy of the workspace, so that no report of its own is touched. */
export async function reportTimes(runs: number): Promise<Reports> {
  const year = chosenYear();
  using own = workspace(chapterNames(join(root(), "notebooks")));
  copyFolder(editionFolder(year), join(own.folder, "data", String(year)));
  const took = async (...args: string[]) => {
    const start = performance.now();
    await outputOf(own.start("report", ["--year", String(year), ...args]));
    return (performance.now() - start) / 1000;
  };
  const times: Record<keyof Reports, number[]> = { fresh: [], unchanged: [], oneChapter: [] };
  for (let run = 0; run < runs; run++) {
    times.fresh.push(await took("--fresh"));
    times.unchanged.push(await took());
    changeChapter(join(own.folder, "notebooks", "01-employment.ipynb"), run);
    times.oneChapter.push(await took());
  }
  return times;
}

/** Adds a line to a notebook's first cell of code, as one does who works on it. */
function changeChapter(path: string, run: number): void {
  const notebook = JSON.parse(Deno.readTextFileSync(path)) as {
    readonly cells: readonly { readonly cell_type: string; readonly source: string[] }[];
  };
  notebook.cells.find((cell) => cell.cell_type === "code")?.source.push(`\n// ${run}`);
  Deno.writeTextFileSync(path, JSON.stringify(notebook));
}
