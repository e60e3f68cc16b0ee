import { join } from "node:path";
import { type Dictionaries, readDictionaries } from "./frames/dictionaries.ts";
import { type Edition, readEdition } from "./frames/edition.ts";
import type { Frame } from "./frames/frame.ts";
import { type Graduate, readGraduates } from "./frames/graduates.ts";
import { openSection, type Section } from "./exhibits/section.ts";
import { type Facts, readFacts } from "./published/facts.ts";
import { chosenYear, editionFolder } from "./workspace.ts";

/** One edition, opened: its settings, code lists and records, and what print says of it. */
export interface Report {
  readonly edition: Edition;
  readonly dictionaries: Dictionaries;
  readonly graduates: Frame<Graduate>;
  readonly facts: Facts;
  /** The edition's folder, for what only one chapter reads. */
  readonly folder: string;
  /**
   * Opens a chapter.
   *
   * @param notebook file stem of the notebook
   * @param title the chapter's title
   * @returns a function that opens a section by its number, e.g. `section("一（一）")`
   */
  chapter(notebook: string, title: string): (place: string) => Section;
}

/**
 * Opens an edition.
 *
 * @param year the edition; by default `REPORT_YEAR`, else the newest on disk
 * @throws {DataError} with what is wrong with its files
 * @throws {Error} if there is no such edition
 */
export function openReport(year?: number): Report {
  const chosen = chosenYear(year);
  const folder = editionFolder(chosen);
  const edition = readEdition(folder);
  const dictionaries = readDictionaries();
  const facts = readFacts(join(folder, "published"));
  return {
    edition,
    dictionaries,
    graduates: readGraduates(folder, dictionaries),
    facts,
    folder,
    chapter: (notebook, title) => (place) =>
      openSection({ notebook, chapter: title, facts, coverage: edition.coverage }, place),
  };
}
