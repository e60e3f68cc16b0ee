import { existsSync } from "node:fs";
import { join } from "node:path";
import { readEdition } from "./frames/edition.ts";
import { DataError, throwIfAny } from "./frames/faults.ts";
import { readHistory } from "./frames/history.ts";
import { readInitiatives } from "./frames/initiatives.ts";
import { readProfile } from "./frames/profile.ts";
import { readProvincialMajors } from "./frames/provincial_majors.ts";
import { readSurvey } from "./frames/survey.ts";
import { readUniversities } from "./frames/universities.ts";
import { readFacts } from "./published/facts.ts";
import { openRecords } from "./report.ts";
import { editionFolder } from "./workspace.ts";

/** The surveys that an edition may have. */
const SURVEYS = ["graduate-survey", "employer-survey"] as const;

/**
 * Reads every file of an edition before a report is begun, so that an analyst sees all that is
 * wrong at once, whichever chapter would have come upon it.
 *
 * @throws {DataError} with the faults of all files
 */
export function preflight(year: number): void {
  const folder = editionFolder(year);
  const readers: readonly (() => unknown)[] = [
    () => readEdition(folder),
    () => openRecords(folder),
    () => readHistory(folder),
    () => readProfile(folder),
    () => readProvincialMajors(folder),
    () => readUniversities(folder),
    () => readInitiatives(folder),
    ...SURVEYS.filter((name) => existsSync(join(folder, `${name}.csv`)))
      .map((name) => () => readSurvey(folder, name)),
    () => readFacts(join(folder, "published")),
  ];
  throwIfAny(readers.flatMap(faultsOf));
}

function faultsOf(read: () => unknown): DataError["faults"] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof DataError) return error.faults;
    throw error;
  }
}
