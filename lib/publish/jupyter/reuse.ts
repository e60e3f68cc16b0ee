/** Chapters that ran through Jupyter once, and whose run stands until they would show something else. */
import { join } from "node:path";
import { BLOCKS_MIME } from "../../document/blocks.ts";
import type { Source } from "../../document/document.ts";
import { groundOf, runnerOf } from "../ground.ts";
import { hashOf } from "../hashes.ts";
import { decoded, encoded, type Store } from "../store.ts";
import { type Chapters, chaptersOf } from "./chapters.ts";
import { checkedBy } from "./check.ts";
import { execute, type Executed, type Execution, firstDifference } from "./execute.ts";
import { canonicalText, type Notebook, readNotebook, shownBlocks, sourceFor } from "./notebook.ts";
import type { Screen } from "./progress.ts";
import { rehearse } from "./rehearsal.ts";
import type { RunTimes } from "./run.ts";
import type { Jupyter } from "./setup.ts";

/** What a run begins with. */
export interface Beginning {
  /** What the check of the edition had to tell. */
  readonly checked: readonly string[];
  /** Chapters that the edition lacks the data for. */
  readonly skipped: Chapters["skipped"];
  /** Chapters that are made of what they were made of when they last ran. */
  readonly unchanged: readonly string[];
  /** Chapters that are made of something else now, and were found to show the same. */
  readonly same: readonly string[];
  /** Chapters that run through Jupyter. */
  readonly stale: readonly string[];
}

/** What is to be run where it must be, and who is told of it on the way. */
export interface ReuseRequest {
  readonly folder: string;
  /** The edition; `REPORT_YEAR` must say the same. */
  readonly year: number;
  /** Sets Jupyter up; called only if a chapter must run. */
  readonly jupyter: () => Promise<Jupyter>;
  readonly screen: Screen;
  /** What checks the edition while kernels start, see `checkedBy`. */
  readonly check?: string | undefined;
  readonly store: Store;
  /** Given what is run, before anything is told of it. */
  readonly begun: (beginning: Beginning) => void;
  /** Given the sources of the whole report, as soon as it is known what they will be. */
  readonly rehearsed: (sources: readonly Source[]) => void;
}

/** What the check of the edition told. */
const CHECKED = "checked.json";

/**
 * Makes sure that what every chapter of an edition's report would show has come through Jupyter. A
 * chapter is recalled if it is made of what it was made of, or if, run in this process, it shows what
 * it showed; else it is run through Jupyter too.
 *
 * @returns all chapters, in the order of the report
 * @throws {Error} as `execute` does, and as the check does
 */
export async function executeChanged(request: ReuseRequest): Promise<Execution> {
  const { folder, year, jupyter, screen, store, begun, rehearsed } = request;
  const { names, skipped } = chaptersOf(folder, year);
  const [ground, runner] = [groundOf(year), runnerOf()];
  const originOf = (name: string) => cellsOrigin(folder, name, runner);
  const origins = new Map(names.map((name) => [name, originOf(name)]));
  const kept = names.flatMap((name) => recallChapter(store, name, origins.get(name) ?? "") ?? []);
  const unchanged = kept.filter((one) => one.ground === ground);
  const doubtful = kept.filter((one) => one.ground !== ground && !isPrinting(one.notebook));
  const changed = names.filter((name) => unchanged.every((one) => one.name !== name));
  const before = store.recall(CHECKED, ground);
  const check = before === undefined ? request.check : undefined;

  const begin = (lines: readonly string[], same: readonly Executed[], stale: readonly string[]) => {
    // What changed while it was read was read as nobody knows what.
    if (before === undefined && groundOf(year) === ground) {
      store.keep(CHECKED, ground, encoded(lines));
    }
    const checked = before === undefined ? lines : decoded(before) as string[];
    begun({ checked, skipped, unchanged: unchanged.map(nameOf), same: same.map(nameOf), stale });
  };
  const whole = (fresh: readonly Source[]) => {
    const sources = [...unchanged.map(({ source }) => source), ...fresh];
    rehearsed(names.flatMap((name) => sources.filter(({ notebook }) => notebook === name)));
    return fresh;
  };
  const inOrder = (all: readonly Executed[]) =>
    names.flatMap((name) => all.filter((one) => one.name === name));
  if (changed.length === 0) {
    begin(check === undefined ? [] : await checkedBy(check), [], []);
    whole([]);
    return { chapters: inOrder(unchanged), seconds: NO_TIME };
  }

  const stop = new AbortController();
  try {
    const rehearsal = rehearse({ folder, names: changed, check }, stop.signal);
    const sources = rehearsal.sources.then(whole);
    sources.catch(() => {}); // Below, whoever waits for it is told.
    const same = doubtful.length === 0 ? [] : await showingTheSame(doubtful, sources);
    const stale = changed.filter((name) => same.every((one) => one.name !== name));
    const told = rehearsal.checked.then((lines) => begin(lines, same, stale));
    told.catch(() => {});
    const run = { folder, year, names: stale, screen, told, rehearsal: { sources } };
    const { chapters: fresh, seconds } = stale.length === 0
      ? { chapters: [], seconds: NO_TIME }
      : await execute({ ...run, jupyter: jupyter() });
    await told;
    const stands = groundOf(year) === ground && runnerOf() === runner;
    for (const one of stands ? [...same, ...fresh] : []) {
      const origin = originOf(one.name);
      if (origin === origins.get(one.name)) keepChapter(store, one, origin, ground);
    }
    return { chapters: inOrder([...unchanged, ...same, ...fresh]), seconds };
  } finally {
    stop.abort();
  }
}

const NO_TIME: RunTimes = { kernels: 0, cells: 0 };

function nameOf({ name }: Executed): string {
  return name;
}

/** Those of some chapters that showed what their cells show now, run in this process. */
async function showingTheSame(
  chapters: readonly Executed[],
  now: Promise<readonly Source[]>,
): Promise<Executed[]> {
  const sources = await now;
  return chapters.filter(({ name, source }) =>
    sources.some((one) => one.notebook === name && firstDifference(source, one) === null)
  );
}

/** Whether a cell printed something, which no run in this process can vouch for. */
function isPrinting({ cells }: Notebook): boolean {
  return cells.some(({ outputs = [] }) => outputs.some(isStream));
}

function isStream({ output_type }: { readonly output_type: string }): boolean {
  return output_type === "stream";
}

/**
 * A chapter's cells and what runs them, as a hash. What running and saving leaves in a notebook does
 * not count.
 *
 * @param runner what runs them, see `runnerOf`
 */
export function cellsOrigin(folder: string, name: string, runner: string): string {
  return hashOf(runner + canonicalText(readNotebook(join(folder, `${name}.ipynb`))));
}

/** A chapter's kept run. */
interface Kept extends Executed {
  /** What it was made of besides its cells, see `groundOf`. */
  readonly ground: string;
}

/** The last run of a chapter's cells; undefined where they never ran. */
export function recallChapter(store: Store, name: string, origin: string): Kept | undefined {
  const content = store.recall(pieceOf(name), origin);
  if (content === undefined) return undefined;
  const { ground, notebook } = decoded(content) as Pick<Kept, "ground" | "notebook">;
  const source = sourceFor(name, notebook, shownBlocks(notebook));
  return { name, ground, notebook, source };
}

/** Keeps a chapter's run, as far as a report shows it: blocks, and what cells printed. */
function keepChapter(
  store: Store,
  { name, notebook }: Executed,
  origin: string,
  ground: string,
): void {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    outputs: (cell.outputs ?? []).flatMap((output) => {
      if (isStream(output)) return [output];
      const blocks = output.data?.[BLOCKS_MIME];
      return blocks === undefined ? [] : [{ ...output, data: { [BLOCKS_MIME]: blocks } }];
    }),
  }));
  store.keep(pieceOf(name), origin, encoded({ ground, notebook: { ...notebook, cells } }));
}

function pieceOf(name: string): string {
  return `${name}.chapter`;
}
