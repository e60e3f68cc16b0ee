/** The pages of a report as they would be, from runs in this process: at once, and nothing is saved. */
import { join } from "node:path";
import { readFacts } from "../../edition/published.ts";
import { readEdition } from "../../edition/settings.ts";
import { editionFolder, root } from "../../workspace.ts";
import { compose } from "../composed.ts";
import { groundOf, runnerOf } from "../ground.ts";
import { chaptersOf } from "../jupyter/chapters.ts";
import { checkedBy } from "../jupyter/check.ts";
import type { Executed } from "../jupyter/execute.ts";
import { runInProcess } from "../jupyter/in_process.ts";
import { readNotebook } from "../jupyter/notebook.ts";
import { cellsOrigin, recallChapter } from "../jupyter/reuse.ts";
import { reportFiles } from "../report.ts";
import { storeOf } from "../store.ts";

/** A report's pages at a moment. */
export interface Preview {
  /** By file name. */
  readonly pages: ReadonlyMap<string, string>;
  /** The chapters that were run for it. */
  readonly ran: readonly string[];
}

/**
 * Opens a preview of a year's report, which remembers its chapters from one call to the next: only
 * those are run that have changed since, or since they last went through Jupyter. `REPORT_YEAR` must
 * say the same year, and calls must not overlap.
 *
 * @param check what checks the edition whenever it has changed, see `checkedBy`
 * @returns makes the pages
 * @throws {Error} in Chinese (the call), with what keeps the report from being made
 */
export function openPreview(year: number, check?: string): () => Promise<Preview> {
  const folder = join(root(), "notebooks");
  const store = storeOf(year);
  let known = new Map<string, Executed>();
  let checked = "";
  return async () => {
    const [ground, runner] = [groundOf(year), runnerOf()];
    if (ground !== checked && check !== undefined) await checkedBy(check);
    checked = ground;
    const { names } = chaptersOf(folder, year);
    const now = new Map<string, Executed>();
    const ran: string[] = [];
    for (const name of names) {
      const cells = cellsOrigin(folder, name, runner);
      const origin = `${cells} ${ground}`;
      const kept = recallChapter(store, name, cells);
      let chapter = known.get(origin) ?? (kept?.ground === ground ? kept : undefined);
      if (chapter === undefined) {
        const path = join(folder, `${name}.ipynb`);
        chapter = { name, notebook: readNotebook(path), source: await runInProcess(path) };
        ran.push(name);
      }
      now.set(origin, chapter);
      known.set(origin, chapter); // Should a later one fail, this one need not run again.
    }
    known = now;
    const chapters = [...now.values()];
    const edition = readEdition(editionFolder(year));
    const facts = readFacts(join(editionFolder(year), "published"));
    const sources = chapters.map(({ source }) => source);
    const { document, comparison } = compose(edition, facts, sources);
    const files = reportFiles(edition, chapters, document, comparison);
    return { pages: new Map([...files].filter(([name]) => name.endsWith(".html"))), ran };
  };
}
