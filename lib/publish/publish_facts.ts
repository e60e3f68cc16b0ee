/** Writing an edition's `published/` from what was computed, whole or not at all. */
import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { holds } from "../document/compare.ts";
import { published } from "../document/publishing.ts";
import { summary } from "../document/summary.ts";
import { type Facts, readFacts } from "../edition/published.ts";
import { isPublishedFile, publishedFiles } from "../edition/published_files.ts";
import { editionFolder, shownPath } from "../workspace.ts";
import { type Calculated, compose } from "./composed.ts";
import { replaceFolder, workFolder } from "../files.ts";
import { FREEZE, type Freeze, origins, versions } from "./freeze.ts";
import { hashOf } from "./hashes.ts";

/** What was written: where, and how many facts. */
export interface Publication {
  readonly folder: string;
  readonly facts: number;
}

/**
 * Publishes an edition as it was computed. What is written is read again and held against what was
 * computed before anything is put in its place.
 *
 * @param because why facts that are published already are replaced; without, they never are
 * @throws {Error} in Chinese, if there are some, or what was written does not agree
 */
export async function freeze(
  calculated: Calculated,
  { because, now = new Date() }: { readonly because?: string | undefined; readonly now?: Date } =
    {},
): Promise<Publication> {
  const { edition, facts: before, sources } = calculated;
  const folder = folderFor(edition.year, because !== undefined);
  const { facts, titles } = published(calculated.document, before);
  const files = publishedFiles(facts, titles);
  const { comparison } = compose(edition, await readAgain(files), sources);
  if (!holds(comparison)) {
    throw new Error(
      ["没有冻结：写出来再读回去，与算出的不符", ...summary(comparison)].join("\n"),
    );
  }
  const record: Freeze = {
    frozen: now.toISOString(),
    ...(because === undefined ? {} : { because }),
    facts: comparison.facts,
    versions: versions(),
    published: Object.fromEntries([...files].map(([name, text]) => [name, hashOf(text)])),
    ...origins(edition),
  };
  files.set(FREEZE, JSON.stringify(record, null, 1) + "\n");
  await write(folder, files);
  return { folder, facts: comparison.facts };
}

/**
 * Drafts an edition's published facts from what was computed, for someone to hold them against the
 * printed copy; until a row's mark is taken away it counts neither as right nor as wrong.
 *
 * @throws {Error} in Chinese, if something is published already
 */
export async function draft(
  { edition, document, facts: before }: Calculated,
): Promise<Publication> {
  const folder = folderFor(edition.year, false);
  const { facts, titles } = published(document, before);
  const files = publishedFiles(facts, titles, { draft: true });
  const { tables, figures = [], statements } = await readAgain(files);
  const cells = [...tables, ...figures].map(({ columns, rows }) => columns.length * rows.length);
  await write(folder, files);
  return { folder, facts: cells.reduce((sum, each) => sum + each, 0) + statements.length };
}

function folderFor(year: number, mayReplace: boolean): string {
  const folder = join(editionFolder(year), "published");
  if (!existsSync(folder) || mayReplace) return folder;
  throw new Error(
    `${shownPath(folder)}/ 已经有了：公布的数不会被悄悄换掉。` +
      "个别数要更正，请记入 errata.csv；" +
      '整份重新冻结，请用 deno task freeze --force "原因"（原因记入 freeze.json）',
  );
}

/** The facts of files, as a reader of the folder gets them. */
async function readAgain(files: ReadonlyMap<string, string>): Promise<Facts> {
  using work = await workFolder();
  const folder = join(work.path, "published");
  Deno.mkdirSync(folder);
  for (const [name, text] of files) Deno.writeTextFileSync(join(folder, name), text);
  return readFacts(folder);
}

/** What others keep in the folder, such as a README, stays. */
async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await replaceFolder(folder, async (fresh) => {
    for (const { name } of existsSync(folder) ? Deno.readDirSync(folder) : []) {
      if (isPublishedFile(name) || name === FREEZE) continue;
      await cp(join(folder, name), join(fresh, name), { recursive: true });
    }
    for (const [name, text] of files) Deno.writeTextFileSync(join(fresh, name), text);
  });
}
