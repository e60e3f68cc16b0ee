/**
 * A frozen edition: what it was computed from, kept beside what it published, so that a number that
 * comes out otherwise later can be traced to what has changed since.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type InferOutput, number, object, optional, record, safeParse, string } from "valibot";
import { type Comparison, holds } from "../document/compare.ts";
import { summary } from "../document/summary.ts";
import { earlierEditions } from "../edition/earlier.ts";
import { OPTIONAL_FILES, REQUIRED_FILES } from "../edition/files.ts";
import { isPublishedFile } from "../edition/published_files.ts";
import type { Edition } from "../edition/settings.ts";
import { DataError } from "../table/faults.ts";
import { dataFolder, editionFolder, root, shownPath } from "../workspace.ts";
import { filesIn, type Hashes, hashesOf, hashOf } from "./hashes.ts";
import { chapterNames } from "./jupyter/chapters.ts";
import { canonicalText, readNotebook } from "./jupyter/notebook.ts";

/** The file of `published/` that says that its facts were computed and not transcribed. */
export const FREEZE = "freeze.json";

const HASHES = record(string(), string());
const SCHEMA = object({
  frozen: string(),
  /** Why what was published before was replaced. */
  because: optional(string()),
  facts: number(),
  versions: record(string(), string()),
  published: HASHES,
  data: HASHES,
  lib: HASHES,
  notebooks: HASHES,
});

/** When and from what an edition's published facts were computed; files by their SHA-256. */
export type Freeze = InferOutput<typeof SCHEMA>;

const PARTS = ["published", "data", "lib", "notebooks"] as const;

/** The hashes of all that an edition's numbers come from. */
export function origins(edition: Edition): Pick<Freeze, "data" | "lib" | "notebooks"> {
  const notebooks = join(root(), "notebooks");
  return {
    data: hashesOf(dataFolder(), dataFiles(edition)),
    lib: hashesOf(root(), [...filesIn(root(), "lib"), "deno.json", "deno.lock"]),
    // Only what is computed counts: running and saving a notebook changes no number.
    notebooks: Object.fromEntries(
      chapterNames(notebooks).map((name) => {
        const path = join(notebooks, `${name}.ipynb`);
        return [`${name}.ipynb`, hashOf(canonicalText(readNotebook(path)))];
      }),
    ),
  };
}

/** The versions of Deno and of the libraries that are asked for by their version. */
export function versions(): Freeze["versions"] {
  const { imports } = JSON.parse(Deno.readTextFileSync(join(root(), "deno.json"))) as {
    readonly imports: Readonly<Record<string, string>>;
  };
  const libraries = Object.entries(imports).flatMap(([name, from]) => {
    const version = /^npm:.+@([^@/]+)\/?$/.exec(from)?.[1];
    return version === undefined ? [] : [[name.replace(/\/$/, ""), version]];
  });
  return { deno: Deno.version.deno, ...Object.fromEntries(libraries) };
}

/**
 * How an edition was frozen; null where it was not.
 *
 * @throws {DataError} if the file is not as it should be
 */
export function readFreeze(year: number): Freeze | null {
  const path = join(editionFolder(year), "published", FREEZE);
  if (!existsSync(path)) return null;
  const fault = (expected: string) => new DataError([{ file: shownPath(path), expected }]);
  let json: unknown;
  try {
    json = JSON.parse(Deno.readTextFileSync(path));
  } catch (error) {
    if (error instanceof SyntaxError) throw fault("不是规范的 JSON");
    throw error;
  }
  const { success, output } = safeParse(SCHEMA, json);
  if (!success) throw fault("不是 deno task freeze 写的样子，请从备份里取回");
  return output;
}

/** What a run says at its end of how it compares with print, and whether all is right. */
export interface Verdict {
  /** In plain Chinese. */
  readonly lines: readonly string[];
  readonly right: boolean;
}

/**
 * Judges a comparison. In a frozen edition the published files must be those that were frozen, and
 * where a number differs, what has changed since the freeze is said.
 */
export function verdict(edition: Edition, comparison: Comparison): Verdict {
  const lines = summary(comparison);
  const freeze = readFreeze(edition.year);
  if (freeze === null) return { lines, right: holds(comparison) };
  const { published, ...other } = changes(freeze, edition);
  const right = holds(comparison) && published.length === 0;
  const day = freeze.frozen.slice(0, 10);
  return {
    right,
    lines: right ? lines : [
      ...lines,
      ...(published.length === 0 ? [] : [
        `  ✗ 冻结（${day}）之后有人改过 published/：${published.join("、")}。` +
        "公布的数不能改，要更正请记入 errata.csv",
      ]),
      `冻结（${day}）以来变过的：` +
      Object.entries(other).map(([part, files]) =>
        `${part} ${files.length === 0 ? "无" : named(files)}`
      ).join("；"),
      ...(comparison.differ.length === 0
        ? []
        : ["新算出的数若是对的，请逐项记入 errata.csv；若不对，请从上面变过的文件找起。"]),
    ],
  };
}

/** At most this many files are named. */
const NAMED = 5;

function named(files: readonly string[]): string {
  const shown = files.slice(0, NAMED).join("、");
  return files.length > NAMED ? `${shown} 等 ${files.length} 个文件` : shown;
}

/** The files that came, went or became others since a freeze. */
function changes(freeze: Freeze, edition: Edition): Record<(typeof PARTS)[number], string[]> {
  const folder = join(editionFolder(edition.year), "published");
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).filter(isPublishedFile);
  const now = { ...origins(edition), published: hashesOf(folder, names) };
  const changed = (before: Hashes, after: Hashes) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => before[name] !== after[name]).sort();
  return {
    published: changed(freeze.published, now.published),
    data: changed(freeze.data, now.data),
    lib: changed(freeze.lib, now.lib),
    notebooks: changed(freeze.notebooks, now.notebooks),
  };
}

/**
 * The files that an edition's numbers are read from: its own, the shared dictionaries, and what its
 * trends read of earlier years. Print is no source, nor is the ledger of what is wrong with it.
 */
function dataFiles(edition: Edition): string[] {
  const folder = dataFolder();
  const own = [
    ...REQUIRED_FILES,
    ...OPTIONAL_FILES.flatMap(({ name, beside = [] }) => [name.replace(/\/$/, ""), beside].flat()),
  ].filter((name) => name !== "published" && name !== "errata.csv");
  const earlier = earlierEditions(edition).flatMap(({ year }) =>
    [...REQUIRED_FILES, "history.csv"].map((name) => `${year}/${name}`)
  );
  return ["dictionaries", ...own.map((name) => `${edition.year}/${name}`), ...earlier]
    .flatMap((name) => filesIn(folder, name));
}
