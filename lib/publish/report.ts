/** Writes `reports/<year>/`: pages for readers and analysts, and the numbers as data. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { exhibitOf, statementsOf } from "../document/blocks.ts";
import type { Comparison } from "../document/compare.ts";
import { type Document, madeOf, signed, type Source } from "../document/document.ts";
import { readFacts } from "../edition/published.ts";
import { type Edition, readEdition } from "../edition/settings.ts";
import { editionFolder, root } from "../workspace.ts";
import { compose } from "./composed.ts";
import { writeFolder } from "../files.ts";
import { chapterPage } from "./html/analyst.ts";
import { filesReadBy } from "./html/explained.ts";
import { anchorOf, pageFaults } from "./html/page.ts";
import { annotatedPage, indexPage } from "./html/reader.ts";
import { skippedLines } from "./jupyter/chapters.ts";
import type { Executed } from "./jupyter/execute.ts";
import type { Screen } from "./jupyter/progress.ts";
import { executeChanged } from "./jupyter/reuse.ts";
import type { RunTimes } from "./jupyter/run.ts";
import type { Jupyter } from "./jupyter/setup.ts";
import { keepLabels } from "./labels.ts";
import { type OfficeFiles, officeFiles } from "./office.ts";
import { storeOf } from "./store.ts";

/** How a report is to be made. */
export interface Making {
  /** Sets Jupyter up; called only if a chapter must run. */
  readonly jupyter: () => Promise<Jupyter>;
  readonly screen: Screen;
  /** What checks the edition before anything is made of it, see `checkedBy`. */
  readonly check?: string;
  /** Whether everything is made anew, be it unchanged. */
  readonly fresh?: boolean;
}

/** A report that was made. */
export interface Written {
  readonly edition: Edition;
  readonly folder: string;
  /** Whether it was written: one that is there already, byte for byte, is left as it is. */
  readonly written: boolean;
  readonly comparison: Comparison;
  /** What could not be done on this computer, in Chinese. */
  readonly remarks: readonly string[];
  /** How long its stages took, in seconds; what is exported after the cells have run ends it. */
  readonly seconds: RunTimes & { readonly export: number };
}

/**
 * Writes an edition's report, whole or not at all. Notebooks run, and files are made, unless what
 * they are made of is what it was when they last did. `REPORT_YEAR` must say the same year.
 *
 * @throws {CellFailure} if a cell fails
 * @throws {DataError} if the edition or its published facts cannot be read
 * @throws {Error} if the check fails, a page would not stand alone, or an output was lost
 */
export async function writeReport(
  year: number,
  { jupyter, screen, check, fresh }: Making,
): Promise<Written> {
  const started = performance.now();
  const say = (line: string) => screen.write(`${line}\n`);
  const notebooks = join(root(), "notebooks");
  const store = storeOf(year, fresh);
  const put = (sources: readonly Source[]) => {
    const edition = readEdition(editionFolder(year));
    const facts = readFacts(join(editionFolder(year), "published"));
    return { edition, ...compose(edition, facts, sources) };
  };
  const stop = new AbortController();
  const office = Promise.withResolvers<OfficeFiles>();
  office.promise.catch(() => {}); // Nobody waits for it before the chapters have run.
  try {
    const { chapters, seconds } = await executeChanged({
      folder: notebooks,
      year,
      jupyter,
      screen,
      check,
      store,
      begun: ({ checked, skipped, unchanged, same, stale }) => {
        for (const line of [...checked, ...skippedLines(skipped)]) say(line);
        if (unchanged.length > 0) say(`未改动，沿用上次的运行：${unchanged.join("、")}`);
        if (same.length > 0) say(`已重算，与上次一样，沿用上次的运行：${same.join("、")}`);
        if (stale.length > 0) say(`${year} 年报告：运行笔记本`);
      },
      // While Jupyter is still busy, what it will show is printed.
      rehearsed: (sources) => {
        const { edition, document } = put(sources);
        const means = { store, signal: stop.signal };
        office.resolve(officeFiles(edition, document.chapters, means));
      },
    });
    const { edition, document, comparison } = put(chapters.map(({ source }) => source));
    const pages = reportFiles(edition, chapters, document, comparison);
    const { files, remarks } = await office.promise;
    const folder = join(root(), "reports", String(year));
    const all = new Map<string, string | Uint8Array>([...pages, ...files]);
    const written = await writeFolder(folder, all, say);
    keepLabels(year, document.labels);
    const total = (performance.now() - started) / 1000;
    const { kernels, cells } = seconds;
    const after = { ...seconds, export: total - kernels - cells };
    return { edition, folder, written, comparison, remarks, seconds: after };
  } catch (error) {
    stop.abort();
    office.reject(error);
    await office.promise.catch(() => {}); // A browser that prints is waited for.
    throw error;
  }
}

/**
 * The pages and data of a report, by name.
 *
 * @throws {Error} in Chinese, if a page would not stand alone
 */
export function reportFiles(
  edition: Edition,
  chapters: readonly Pick<Executed, "name" | "notebook">[],
  document: Document,
  comparison: Comparison,
): Map<string, string> {
  const { year, school, asOf } = edition;
  const shown = new Set(
    signed(document).flatMap(({ blocks }) => blocks).flatMap(({ block }) => {
      const exhibit = exhibitOf(block);
      return [...(exhibit === null ? [] : [exhibit]), ...statementsOf(block)].map(anchorOf);
    }),
  );
  const there = new Set(namesIn(editionFolder(year)));
  const read = new Map(
    chapters.map(({ name, notebook }) => [name, filesReadBy(notebook, there)] as const),
  );
  const files = new Map([
    ["index.html", indexPage(edition, document)],
    ["annotated.html", annotatedPage(edition, document, { comparison, files: read })],
  ]);
  const notebooks = document.chapters.filter(({ notebook }) => notebook !== "");
  for (const chapter of notebooks) {
    const ran = chapters.find(({ name }) => name === chapter.notebook);
    if (ran === undefined) continue;
    const html = chapterPage(edition, ran.notebook, chapter, shown, notebooks);
    files.set(`${chapter.notebook}.html`, html);
  }
  for (const [name, html] of files) {
    const [fault] = pageFaults(html);
    if (fault !== undefined) throw new Error(`${name} 不能单独成页：${fault}`);
  }
  const { exhibits, statements } = madeOf(document);
  files.set("exhibits.json", json({ edition: { year, school, asOf }, exhibits, statements }));
  files.set("check.json", json(comparison));
  return files;
}

/** The names of an edition's files. */
function namesIn(folder: string): string[] {
  return existsSync(folder) ? [...Deno.readDirSync(folder)].map(({ name }) => name) : [];
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 1) + "\n";
}
