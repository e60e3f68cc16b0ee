/** Runs all notebooks of the workspace for one edition and makes sure that nothing was lost. */
import { join } from "node:path";
import type { Source } from "../../document/document.ts";
import { blockText } from "../../document/plain.ts";
import { workFolder } from "../../files.ts";
import { chaptersOf } from "./chapters.ts";
import { type Notebook, readNotebook, shownBlocks, sourceFor } from "./notebook.ts";
import { type Screen, showProgress } from "./progress.ts";
import { rehearse } from "./rehearsal.ts";
import { runNotebooks, type RunTimes } from "./run.ts";
import type { Jupyter } from "./setup.ts";

/** A notebook that ran through Jupyter. */
export interface Executed {
  /** File stem. */
  readonly name: string;
  /** With its outputs. */
  readonly notebook: Notebook;
  /** The blocks that its cells showed. */
  readonly source: Source;
}

/** All notebooks, run. */
export interface Execution {
  readonly chapters: readonly Executed[];
  /** Of all runs, should one have been repeated. */
  readonly seconds: RunTimes;
}

/**
 * Runs the notebooks of an edition's chapters through Jupyter, and once more in this process, where no output
 * can get lost on its way. A notebook whose blocks are not those of the second run is run again.
 *
 * @param year the edition; `REPORT_YEAR` must say the same, for the run in this process
 * @throws {CellFailure} if a cell fails
 * @throws {Error} if outputs of the two runs still differ, naming the notebook
 */
export async function execute(
  folder: string,
  year: number,
  jupyter: Jupyter,
  screen: Screen,
): Promise<Execution> {
  const { names } = chaptersOf(folder, year);
  using work = await workFolder((line) => screen.write(`${line}\n`));
  const out = work.path;
  const stop = new AbortController();
  let seconds: RunTimes = { kernels: 0, cells: 0 };
  const runAll = async (some: readonly string[]) => {
    const progress = showProgress(some, screen);
    const { signal } = stop;
    const request = { jupyter, folder, names: some, year, out, progress, signal };
    const { kernels, cells } = await runNotebooks(request);
    seconds = { kernels: seconds.kernels + kernels, cells: seconds.cells + cells };
  };
  const executed = (name: string): Executed => {
    const notebook = readNotebook(join(out, `${name}.ipynb`));
    return { name, notebook, source: sourceFor(name, notebook, shownBlocks(notebook)) };
  };
  const lost = (expected: readonly Source[]) =>
    expected.flatMap((source) => {
      const difference = firstDifference(executed(source.notebook).source, source);
      return difference === null ? [] : [{ name: source.notebook, ...difference }];
    });

  const run = runAll(names);
  try {
    // The second run is much faster, so what fails in it ends the first one early.
    const [expected] = await Promise.all([rehearse({ folder, names }, stop.signal), run]);
    const again = lost(expected);
    if (again.length > 0) {
      screen.write(`有输出丢失，重新运行：${again.map(({ name }) => name).join("、")}\n`);
      await runAll(again.map(({ name }) => name));
      const [still] = lost(expected);
      if (still !== undefined) throw new Error(lossMessage(still));
    }
    return { chapters: names.map(executed), seconds };
  } finally {
    stop.abort();
    await run.catch(() => {});
  }
}

/** A cell that showed something else in the one run than in the other. */
interface Loss {
  readonly cell: number;
  /** What it should have shown, in a few words. */
  readonly text: string;
}

/** The first cell that Jupyter shows otherwise than the run in this process; null where none is. */
export function firstDifference(found: Source, expected: Source): Loss | null {
  for (const [i, cell] of expected.cells.entries()) {
    if (!("code" in cell)) continue;
    const other = found.cells[i];
    if (other !== undefined && "code" in other && alike(other.blocks, cell.blocks)) continue;
    const [block] = cell.blocks;
    const text = block === undefined ? "" : blockText(block).split("\n")[0] ?? "";
    return { cell: cell.code, text };
  }
  return null;
}

/** Whether two values are the same JSON, whatever the order of their keys. */
function alike(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}

function lossMessage({ name, cell, text }: Loss & { readonly name: string }): string {
  return `notebooks/${name}.ipynb 第 [${cell}] 个代码单元的输出（${text}）两次运行都与核对运行不同：` +
    "或者在传送中丢失，或者每次运行的结果不一样（例如用到了当前时间或随机数）。";
}
