/** Writes `reports/<year>/`: pages for readers and analysts, and the numbers as data. */
import { join } from "node:path";
import { exhibitOf, statementsOf } from "../document/blocks.ts";
import type { Comparison } from "../document/compare.ts";
import { type Document, madeOf, signed } from "../document/document.ts";
import { readFacts } from "../edition/published.ts";
import { type Edition, readEdition } from "../edition/settings.ts";
import { editionFolder, root } from "../workspace.ts";
import { compose } from "./composed.ts";
import { replaceFolder } from "../files.ts";
import { chapterPage } from "./html/analyst.ts";
import { anchorOf, pageFaults } from "./html/page.ts";
import { annotatedPage, indexPage } from "./html/reader.ts";
import { execute, type Executed } from "./jupyter/execute.ts";
import type { Screen } from "./jupyter/progress.ts";
import type { RunTimes } from "./jupyter/run.ts";
import type { Jupyter } from "./jupyter/setup.ts";
import { keepLabels } from "./labels.ts";
import { officeFiles } from "./office.ts";

/** A report that was written. */
export interface Written {
  readonly edition: Edition;
  readonly folder: string;
  readonly comparison: Comparison;
  /** What could not be done on this computer, in Chinese. */
  readonly remarks: readonly string[];
  /** How long its stages took, in seconds; to export is to put the report together and write it. */
  readonly seconds: RunTimes & { readonly export: number };
}

/**
 * Runs all notebooks on an edition and writes its report, whole or not at all.
 *
 * @throws {CellFailure} if a cell fails
 * @throws {DataError} if the edition or its published facts cannot be read
 * @throws {Error} if a page would not stand alone, or an output was lost
 */
export async function writeReport(
  year: number,
  jupyter: Jupyter,
  screen: Screen,
): Promise<Written> {
  const started = performance.now();
  const edition = readEdition(editionFolder(year));
  const facts = readFacts(join(editionFolder(year), "published"));
  const { chapters, seconds } = await execute(join(root(), "notebooks"), year, jupyter, screen);
  const sources = chapters.map(({ source }) => source);
  const { document, comparison } = compose(edition, facts, sources);
  const folder = join(root(), "reports", String(year));
  const office = await officeFiles(edition, document.chapters);
  const files = new Map<string, string | Uint8Array>([
    ...reportFiles(edition, chapters, document, comparison),
    ...office.files,
  ]);
  const fill = (fresh: string) => {
    for (const [name, content] of files) {
      if (typeof content === "string") Deno.writeTextFileSync(join(fresh, name), content);
      else Deno.writeFileSync(join(fresh, name), content);
    }
  };
  await replaceFolder(folder, fill, (line) => screen.write(`${line}\n`));
  keepLabels(year, document.labels);
  const total = (performance.now() - started) / 1000;
  const { kernels, cells } = seconds;
  const { remarks } = office;
  return {
    edition,
    folder,
    comparison,
    remarks,
    seconds: { kernels, cells, export: total - kernels - cells },
  };
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
  const files = new Map([
    ["index.html", indexPage(edition, document)],
    ["annotated.html", annotatedPage(edition, document)],
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

function json(value: unknown): string {
  return JSON.stringify(value, null, 1) + "\n";
}
