import { join } from "node:path";
import type { Dictionaries } from "./edition/dictionaries.ts";
import { type Edition, readEdition } from "./edition/settings.ts";
import type { Bound } from "./table/bound.ts";
import type { Frame } from "./table/frame.ts";
import type { Graduate } from "./edition/graduates.ts";
import { earlierEditions } from "./edition/earlier.ts";
import { type Headline, readHistory, recalled } from "./edition/history.ts";
import { openRecords } from "./edition/records.ts";
import { placement } from "./measures/placement.ts";
import { type Ratio, ratio } from "./measures/ratio.ts";
import { type Chapter, openChapter } from "./document/chapter.ts";
import { type Facts, readFacts } from "./edition/published.ts";
import { readLabels } from "./publish/labels.ts";
import { chosenYear, editionFolder } from "./workspace.ts";

/** A cohort's headline numbers; those counted from records are exact. */
export interface Cohort extends Omit<Headline, "毕业去向落实率" | "升学率"> {
  readonly 毕业去向落实率: Ratio | Bound | "";
  readonly 升学率: Ratio | Bound | "";
}

/** One edition, opened: its settings, code lists and records, and what print says of it. */
export interface Report {
  readonly edition: Edition;
  readonly dictionaries: Dictionaries;
  readonly graduates: Frame<Graduate>;
  /** Whether the graduates' records have a column; a section on an optional one asks this first. */
  has(column: keyof Graduate): boolean;
  readonly facts: Facts;
  /** The edition's folder, for what only one chapter reads. */
  readonly folder: string;
  /**
   * The headline numbers of the latest cohorts up to this one, oldest first. An edition of the same
   * school speaks for its year where its records are on disk; for others the `history.csv` of this
   * edition does, then those of earlier ones; what none of them knows is empty.
   *
   * @param count how many cohorts, this one included
   */
  cohorts(count: number): Cohort[];
  /** The graduates of the cohort before this one, where the school's edition of it is on disk. */
  lastYear(): Frame<Graduate> | null;
  /**
   * Opens a chapter.
   *
   * @param notebook file stem of the notebook
   * @param subject of whom its sentences speak where a number does not say so itself
   */
  chapter(notebook: string, subject?: string): Chapter;
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
  const facts = readFacts(join(folder, "published"));
  const { dictionaries, graduates } = openRecords(folder);
  return {
    edition,
    dictionaries,
    graduates,
    has: (column) => graduates.names.includes(column),
    facts,
    folder,
    cohorts: (count) => {
      const earlier = earlierEditions(edition);
      const histories = [folder, ...earlier.map((one) => one.folder)].map(readHistory);
      return Array.from({ length: count }, (_, i) => chosen - count + 1 + i).map((year) => {
        if (year === chosen) return headline(year, graduates);
        const own = earlier.find((one) => one.year === year && one.hasRecords);
        return own === undefined
          ? recalled(histories, year)
          : headline(year, openRecords(own.folder).graduates);
      });
    },
    lastYear: () => {
      const last = earlierEditions(edition)
        .find(({ year, hasRecords }) => year === chosen - 1 && hasRecords);
      return last === undefined ? null : openRecords(last.folder).graduates;
    },
    chapter: (notebook, subject = "毕业生") => {
      const { coverage, errata } = edition;
      return openChapter(
        { notebook, facts, coverage, errata, labels: readLabels(chosen) },
        subject,
      );
    },
  };
}

function headline(year: number, graduates: Frame<Graduate>): Cohort {
  const { 生源人数, 升学, 落实率 } = placement(graduates).only();
  return {
    届: year,
    毕业生人数: 生源人数,
    毕业去向落实率: 落实率,
    升学率: ratio(升学, 生源人数),
  };
}
