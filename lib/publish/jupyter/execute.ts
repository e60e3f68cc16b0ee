/** Runs all notebooks of the workspace for one edition and makes sure that nothing was lost. */
import { join } from "node:path";
import { type Made, MADE_MIME } from "../../document/exhibit.ts";
import { chaptersOf } from "./chapters.ts";
import { runInProcess, type Shown } from "./in_process.ts";
import { madeBy, type Notebook, readNotebook, withOutputs } from "./notebook.ts";
import type { Chapter } from "../html/pages.ts";
import { type Screen, showProgress } from "./progress.ts";
import { runNotebooks, type RunTimes } from "./run.ts";
import type { Jupyter } from "./setup.ts";

/** A notebook that ran through Jupyter. */
export interface Executed extends Chapter {
  readonly notebook: Notebook;
  readonly made: readonly Made[];
}

/** All notebooks, run. */
export interface Execution {
  readonly chapters: readonly Executed[];
  /** Of all runs, should one have been repeated. */
  readonly seconds: RunTimes;
}

/**
 * Runs the notebooks of an edition's chapters through Jupyter, and once more in this process, where no output
 * can get lost on its way. A notebook whose outputs are not those of the second run is run again.
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
  const out = Deno.makeTempDirSync({ prefix: "report-" });
  const stop = new AbortController();
  let seconds: RunTimes = { kernels: 0, cells: 0, export: 0 };
  const runAll = async (some: readonly string[]) => {
    const progress = showProgress(some, screen);
    const { signal } = stop;
    const request = { jupyter, folder, names: some, year, out, progress, signal };
    const { kernels, cells, export: rendering } = await runNotebooks(request);
    seconds = {
      kernels: seconds.kernels + kernels,
      cells: seconds.cells + cells,
      export: seconds.export + rendering,
    };
  };
  const rehearse = async () => {
    const shown = new Map<string, readonly Shown[]>();
    for (const name of names) shown.set(name, await runInProcess(join(folder, `${name}.ipynb`)));
    return shown;
  };
  const lost = (expected: ReadonlyMap<string, readonly Shown[]>) =>
    names.filter((name) =>
      firstDifference(readExecuted(out, name), expected.get(name) ?? []) !== undefined
    );

  const run = runAll(names);
  try {
    // The second run is much faster, so what fails in it ends the first one early.
    const [expected] = await Promise.all([rehearse(), run]);
    const again = lost(expected);
    if (again.length > 0) {
      screen.write(`有输出丢失，重新运行：${again.join("、")}\n`);
      await runAll(again);
      const [name] = lost(expected);
      if (name !== undefined) throw new Error(lossMessage(name, out, expected.get(name) ?? []));
    }
    const chapters = names.map((name) => {
      const executed = readExecuted(out, name);
      return {
        name,
        notebook: withOutputs(readNotebook(join(folder, `${name}.ipynb`)), executed),
        made: madeBy(executed),
        code: Deno.readTextFileSync(join(out, `${name}.code.html`)),
        reader: Deno.readTextFileSync(join(out, `${name}.reader.html`)),
      };
    });
    return { chapters, seconds };
  } finally {
    stop.abort();
    await run.catch(() => {});
    Deno.removeSync(out, { recursive: true });
  }
}

/** The number (from 0) of the first output that Jupyter has otherwise than the run in this process. */
export function firstDifference(
  executed: Notebook,
  expected: readonly Shown[],
): number | undefined {
  const found = executed.cells.flatMap((cell) => cell.outputs ?? [])
    .filter(({ output_type }) => output_type === "display_data")
    .map(({ data }) => spelled(data ?? {}));
  const wanted = expected.map(({ bundle }) => spelled(bundle));
  const at = Array.from({ length: Math.max(found.length, wanted.length) }, (_, i) => i)
    .find((i) => found[i] !== wanted[i]);
  return at;
}

/** An output's formats as one text that does not hang on the order of its keys. */
function spelled(bundle: Readonly<Record<string, unknown>>): string {
  const text = (value: unknown) => Array.isArray(value) ? value.join("") : value;
  return JSON.stringify([
    text(bundle["text/html"]),
    text(bundle["text/plain"]),
    sorted(bundle[MADE_MIME]),
  ]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}

function readExecuted(out: string, name: string): Notebook {
  return readNotebook(join(out, `${name}.ipynb`));
}

function lossMessage(name: string, out: string, expected: readonly Shown[]): string {
  const at = firstDifference(readExecuted(out, name), expected) ?? 0;
  const text = String(expected[at]?.bundle["text/plain"] ?? "").split("\n")[0];
  return `notebooks/${name}.ipynb 的第 ${at + 1} 个输出（${text}）两次运行都与核对运行不同：` +
    "或者在传送中丢失，或者每次运行的结果不一样（例如用到了当前时间或随机数）。";
}
