/** Writes `reports/<year>/`: pages for readers and analysts, and the numbers as data. */
import { join } from "node:path";
import type { Exhibit, Made, Statement } from "../document/exhibit.ts";
import { type Edition, readEdition } from "../edition/settings.ts";
import { compare, type Comparison } from "../document/compare.ts";
import { readFacts } from "../edition/published.ts";
import { editionFolder, root } from "../workspace.ts";
import { execute, type Executed } from "./jupyter/execute.ts";
import { replaceFolder } from "./files.ts";
import { chapterPage, indexPage, pageFaults } from "./html/pages.ts";
import type { Screen } from "./jupyter/progress.ts";
import type { RunTimes } from "./jupyter/run.ts";
import type { Jupyter } from "./jupyter/setup.ts";

/** A report that was written. */
export interface Written {
  readonly folder: string;
  readonly comparison: Comparison;
  /** How long its stages took, in seconds; to export is to render the notebooks and write pages. */
  readonly seconds: RunTimes;
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
  const notebooks = join(root(), "notebooks");
  const { chapters, seconds } = await execute(notebooks, year, jupyter, screen);
  const made = together(chapters.flatMap((chapter) => chapter.made));
  const comparison = compare(made, facts, edition.errata);
  const folder = join(root(), "reports", String(year));
  await replaceFolder(folder, (fresh) => {
    for (const [name, text] of reportFiles(edition, chapters, made, comparison)) {
      Deno.writeTextFileSync(join(fresh, name), text);
    }
  });
  const total = (performance.now() - started) / 1000;
  const { kernels, cells } = seconds;
  return { folder, comparison, seconds: { kernels, cells, export: total - kernels - cells } };
}

/**
 * The files of a report, by name.
 *
 * @throws {Error} in Chinese, if a page would not stand alone
 */
export function reportFiles(
  edition: Edition,
  chapters: readonly Pick<Executed, "name" | "code" | "reader">[],
  made: Made,
  comparison: Comparison,
): Map<string, string> {
  const { year, school, asOf } = edition;
  const files = new Map([
    ["index.html", indexPage(edition, chapters, made.exhibits)],
    ...chapters.map((chapter) => [`${chapter.name}.html`, chapterPage(edition, chapter)] as const),
  ]);
  for (const [name, html] of files) {
    const [fault] = pageFaults(html);
    if (fault !== undefined) throw new Error(`${name} 不能单独成页：${fault}`);
  }
  files.set("exhibits.json", json({ edition: { year, school, asOf }, ...made }));
  files.set("check.json", json(comparison));
  return files;
}

/** What several outputs contribute, as one; a number shown twice counts once, where it stood first. */
export function together(made: readonly Made[]): Made {
  const exhibits = new Map<string, Exhibit>();
  const statements = new Map<string, Statement>();
  for (const one of made) {
    for (const exhibit of one.exhibits) {
      const key = `${exhibit.kind}-${exhibit.number}`;
      if (!exhibits.has(key)) exhibits.set(key, exhibit);
    }
    for (const statement of one.statements) {
      if (!statements.has(statement.id)) statements.set(statement.id, statement);
    }
  }
  return { exhibits: [...exhibits.values()], statements: [...statements.values()] };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 1) + "\n";
}
