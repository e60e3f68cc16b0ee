import { existsSync } from "node:fs";
import { join } from "node:path";
import { readEdition } from "./settings.ts";
import { DataError, throwIfAny } from "../table/faults.ts";
import { readHistory } from "./history.ts";
import { readInitiatives } from "./initiatives.ts";
import { readProfile } from "./profile.ts";
import { readProvincialMajors } from "./provincial_majors.ts";
import { readSurvey } from "./survey.ts";
import { readUniversities } from "./universities.ts";
import { readFacts } from "./published.ts";
import { openRecords } from "./records.ts";
import { editionFolder } from "../workspace.ts";

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
