/** Runs all notebooks of the workspace for one edition and makes sure that nothing was lost. */
import { join } from "node:path";
import type { Source } from "../../document/document.ts";
import { blockText } from "../../document/plain.ts";
import { workFolder } from "../../files.ts";
import { sortKeys } from "../sort_keys.ts";
import { chaptersOf } from "./chapters.ts";
import { type Notebook, readNotebook, shownBlocks, sourceFor } from "./notebook.ts";
import { type Screen, showProgress } from "./progress.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
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

/** Notebooks, run. */
export interface Execution {
  readonly chapters: readonly Executed[];
  /** Of all runs, should one have been repeated. */
  readonly seconds: RunTimes;
}

/** What is to be run, and who is told of it on the way. */
export interface ExecuteRequest {
  readonly folder: string;
  /** The edition; `REPORT_YEAR` must say the same, for the run in this process. */
  readonly year: number;
  /** File stems of the notebooks; by default of all that the edition has the data for. */
  readonly names?: readonly string[];
  /** Jupyter, which may be still in the making. */
  readonly jupyter: Jupyter | Promise<Jupyter>;
  readonly screen: Screen;
  /** The run in this process, where it has begun already; it may be of more notebooks. */
  readonly rehearsal?: Pick<Rehearsal, "sources">;
  /** Nothing is told of the run before this is settled. */
  readonly told?: Promise<unknown>;
}

/**
 * Runs notebooks through Jupyter, and once more in this process, where no output can get lost on its
 * way. A notebook whose blocks are not those of the second run is run again.
 *
 * @throws {CellFailure} if a cell fails
 * @throws {Error} if outputs of the two runs still differ, naming the notebook; and as the run in
 *   this process does
 */
export async function execute(request: ExecuteRequest): Promise<Execution> {
  const { folder, year, names = chaptersOf(folder, year).names, jupyter, screen } = request;
  using work = await workFolder((line) => screen.write(`${line}\n`));
  const out = work.path;
  const stop = new AbortController();
  const { signal } = stop;
  const { rehearsal = rehearse({ folder, names }, signal), told = Promise.resolve() } = request;
  let seconds: RunTimes = { kernels: 0, cells: 0 };
  const runAll = async (some: readonly string[]) => {
    const progress = showProgress(some, screen);
    const run = { jupyter: await jupyter, folder, names: some, year, out, progress, told, signal };
    const { kernels, cells } = await runNotebooks(run);
    seconds = { kernels: seconds.kernels + kernels, cells: seconds.cells + cells };
  };
  const executed = (name: string): Executed => {
    const notebook = readNotebook(join(out, `${name}.ipynb`));
    return { name, notebook, source: sourceFor(name, notebook, shownBlocks(notebook)) };
  };
  const lost = (expected: readonly Source[]) =>
    expected.filter(({ notebook }) => names.includes(notebook)).flatMap((source) => {
      const difference = firstDifference(executed(source.notebook).source, source);
      return difference === null ? [] : [{ name: source.notebook, ...difference }];
    });

  const run = runAll(names);
  try {
    // The second run is much faster, so what fails in it ends the first one early.
    const [expected] = await Promise.all([rehearsal.sources, run]);
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
  return JSON.stringify(sortKeys(one)) === JSON.stringify(sortKeys(other));
}

function lossMessage({ name, cell, text }: Loss & { readonly name: string }): string {
  return `notebooks/${name}.ipynb 第 [${cell}] 个代码单元的输出（${text}）两次运行都与核对运行不同：` +
    "或者在传送中丢失，或者每次运行的结果不一样（例如用到了当前时间或随机数）。";
}
