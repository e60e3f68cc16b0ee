/** Chapters that ran through Jupyter once, and whose run stands until something they are made of changes. */
import { join } from "node:path";
import { BLOCKS_MIME } from "../../document/blocks.ts";
import type { Source } from "../../document/document.ts";
import { groundOf } from "../ground.ts";
import { hashOf } from "../hashes.ts";
import { decoded, encoded, type Store } from "../store.ts";
import { type Chapters, chaptersOf } from "./chapters.ts";
import { checkedBy } from "./check.ts";
import { execute, type Executed, type ExecuteRequest, type Execution } from "./execute.ts";
import { canonicalText, type Notebook, readNotebook, shownBlocks, sourceFor } from "./notebook.ts";
import type { RunTimes } from "./run.ts";
import type { Jupyter } from "./setup.ts";

/** What a run begins with. */
export interface Beginning {
  /** What the check of the edition had to tell. */
  readonly checked: readonly string[];
  /** Chapters that the edition lacks the data for. */
  readonly skipped: Chapters["skipped"];
  /** Chapters whose last run stands. */
  readonly known: readonly string[];
  /** Chapters that are run. */
  readonly stale: readonly string[];
}

/** What is to be run where it must be, and who is told of it on the way. */
export interface ReuseRequest
  extends Pick<ExecuteRequest, "folder" | "year" | "screen" | "check" | "rehearsed"> {
  /** Sets Jupyter up; called only if a chapter must run. */
  readonly jupyter: () => Promise<Jupyter>;
  readonly store: Store;
  readonly begun: (beginning: Beginning) => void;
}

/** What the check of the edition told. */
const CHECKED = "checked.json";

/**
 * Makes sure that every chapter of an edition's report has been run as it is now: runs those that
 * have changed or never ran, and recalls the others.
 *
 * @param request its `rehearsed` is given the sources of the whole report
 * @returns all chapters, in the order of the report
 * @throws {Error} as `execute` does
 */
export async function executeChanged(request: ReuseRequest): Promise<Execution> {
  const { folder, year, jupyter, screen, store, begun, rehearsed = () => {} } = request;
  const { names, skipped } = chaptersOf(folder, year);
  const ground = groundOf(year);
  const originOf = (name: string) => chapterOrigin(folder, name, ground);
  const origins = new Map(names.map((name) => [name, originOf(name)]));
  const known = names.flatMap((name) => recallChapter(store, name, origins.get(name) ?? "") ?? []);
  const sources = new Map(known.map(({ name, source }) => [name, source]));
  const stale = names.filter((name) => !sources.has(name));
  const told = store.recall(CHECKED, ground);
  const check = told === undefined ? request.check : undefined;

  let checked: readonly string[] = told === undefined ? [] : decoded(told) as string[];
  const begin = (lines: readonly string[]) => {
    if (told === undefined) checked = lines;
    begun({ checked, skipped, known: [...sources.keys()], stale });
  };
  const whole = (fresh: readonly Source[]) => {
    for (const source of fresh) sources.set(source.notebook, source);
    rehearsed(names.flatMap((name) => sources.get(name) ?? []));
  };
  let [fresh, seconds]: [readonly Executed[], RunTimes] = [[], { kernels: 0, cells: 0 }];
  if (stale.length === 0) {
    begin(check === undefined ? [] : await checkedBy(check));
    whole([]);
  } else {
    const run = { folder, year, names: stale, jupyter: jupyter(), screen, check };
    ({ chapters: fresh, seconds } = await execute({ ...run, checked: begin, rehearsed: whole }));
  }
  // What changed while it was run was run as nobody knows what.
  if (groundOf(year) === ground) {
    if (told === undefined) store.keep(CHECKED, ground, encoded(checked));
    for (const one of fresh) {
      const origin = originOf(one.name);
      if (origin === origins.get(one.name)) keepChapter(store, one, origin);
    }
  }
  const all = [...known, ...fresh];
  return { chapters: names.flatMap((name) => all.find((one) => one.name === name) ?? []), seconds };
}

/** What a chapter is made of, as a hash. What running and saving leaves in a notebook does not count. */
export function chapterOrigin(folder: string, name: string, ground: string): string {
  return hashOf(ground + canonicalText(readNotebook(join(folder, `${name}.ipynb`))));
}

/** A chapter's kept run; undefined where it must run anew. */
export function recallChapter(store: Store, name: string, origin: string): Executed | undefined {
  const content = store.recall(pieceOf(name), origin);
  if (content === undefined) return undefined;
  const notebook = decoded(content) as Notebook;
  return { name, notebook, source: sourceFor(name, notebook, shownBlocks(notebook)) };
}

/** Keeps a chapter's run, as far as a report shows it: blocks, and what cells printed. */
function keepChapter(store: Store, { name, notebook }: Executed, origin: string): void {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    outputs: (cell.outputs ?? []).flatMap((output) => {
      if (output.output_type === "stream") return [output];
      const blocks = output.data?.[BLOCKS_MIME];
      return blocks === undefined ? [] : [{ ...output, data: { [BLOCKS_MIME]: blocks } }];
    }),
  }));
  store.keep(pieceOf(name), origin, encoded({ ...notebook, cells }));
}

function pieceOf(name: string): string {
  return `${name}.chapter`;
}
