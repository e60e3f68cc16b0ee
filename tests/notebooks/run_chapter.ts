import { join } from "node:path";
import type { ChapterBlocks } from "lib/document/blocks.ts";
import { assemble, type Document, type Made, madeOf } from "lib/document/document.ts";
import type { Exhibit, Statement } from "lib/document/exhibit.ts";
import { readExhibitKeys } from "lib/edition/exhibit_keys.ts";
import { readFacts } from "lib/edition/published.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import { editionFolder, root } from "lib/workspace.ts";
import { environment } from "../temporary_data.ts";

/** Which edition a notebook runs on. */
interface Choice {
  readonly year?: number;
  /** A data folder other than the workspace's own. */
  readonly data?: string;
}

/**
 * What a notebook's own cells make of an edition.
 *
 * @param notebook file stem of the notebook
 */
export async function runChapter(notebook: string, choice: Choice = {}): Promise<Made> {
  return madeOf(await runChapters([notebook], choice));
}

/** A report of some notebooks, put together. */
export async function runChapters(
  notebooks: readonly string[],
  { year = 2023, data }: Choice = {},
): Promise<Document> {
  const restore = environment({ REPORT_YEAR: String(year), REPORT_DATA: data });
  try {
    const sources = [];
    for (const name of notebooks) {
      sources.push(await runInProcess(join(root(), "notebooks", `${name}.ipynb`)));
    }
    return assemble(sources, { facts: readFacts(join(editionFolder(year), "published")) });
  } finally {
    restore();
  }
}

/** The chapter that one notebook makes of an edition. */
export async function showChapter(notebook: string, choice: Choice = {}): Promise<ChapterBlocks> {
  const [chapter] = (await runChapters([notebook], choice)).chapters;
  if (chapter === undefined) throw new Error(`${notebook} made no chapter`);
  return chapter;
}

const keys = readExhibitKeys(join(root(), "data", "2023"));
const names = new Map([...keys].map(([name, key]) => [key, name]));

/** What the printed report of 2023 calls an exhibit, e.g. `图38`; its key where it has no print. */
export function printedName({ key }: Pick<Exhibit, "key">): string {
  return names.get(key) ?? key;
}

/** The number of an exhibit in the printed report of 2023. */
export function printedNumber(exhibit: Pick<Exhibit, "key">): number {
  return Number(printedName(exhibit).slice(1));
}

/** The exhibit that print calls so. @throws {Error} if it was not made */
export function exhibitOf({ exhibits }: Made, kind: Exhibit["kind"], number: number): Exhibit {
  const name = `${kind === "table" ? "表" : "图"}${number}`;
  const found = exhibits.find((one) => one.kind === kind && printedName(one) === name);
  if (found === undefined) throw new Error(`${name} was not made`);
  return found;
}

/** The statement with an id. @throws {Error} if it was not made */
export function statementOf({ statements }: Made, id: string): Statement {
  const found = statements.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No statement ${id} was made`);
  return found;
}
