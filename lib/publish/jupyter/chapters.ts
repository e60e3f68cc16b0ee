/** Which notebooks there are, and which of them an edition has the data for. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { editionFolder } from "../../workspace.ts";
import { type Notebook, readNotebook } from "./notebook.ts";

/** The notebooks that an edition's report is made of. */
export interface Chapters {
  /** By file stem, in the order of the report. */
  readonly names: readonly string[];
  /** Those that the edition lacks the data for, each with the files that are missing. */
  readonly skipped: readonly { readonly name: string; readonly missing: readonly string[] }[];
}

/** All notebooks in a folder, by file stem, in the order of the report. */
export function notebookNames(folder: string): string[] {
  return [...Deno.readDirSync(folder)]
    .filter(({ isFile, name }) => isFile && name.endsWith(".ipynb"))
    .map(({ name }) => name.slice(0, -".ipynb".length))
    .sort();
}

/** Those that are chapters; an analyst's own are none, whatever they show. */
export function chapterNames(folder: string): string[] {
  return notebookNames(folder)
    .filter((name) => metadataOf(folder, name).audience !== "analyst");
}

/**
 * The chapters in a folder that an edition can be told by: a notebook's metadata say which files
 * it `requires`, and without one of them its chapter is left out (a school may have no survey).
 */
export function chaptersOf(folder: string, year: number): Chapters {
  const edition = editionFolder(year);
  const wanted = chapterNames(folder).map((name) => {
    const { requires = [] } = metadataOf(folder, name);
    return { name, missing: requires.filter((file) => !existsSync(join(edition, file))) };
  });
  return {
    names: wanted.filter(({ missing }) => missing.length === 0).map(({ name }) => name),
    skipped: wanted.filter(({ missing }) => missing.length > 0),
  };
}

function metadataOf(folder: string, name: string): NonNullable<Notebook["metadata"]> {
  return readNotebook(join(folder, `${name}.ipynb`)).metadata ?? {};
}

/** A line for each chapter that is left out. */
export function skippedLines(skipped: Chapters["skipped"]): string[] {
  return skipped.map(({ name, missing }) => `略过 ${name}：本版次没有 ${missing.join("、")}`);
}
