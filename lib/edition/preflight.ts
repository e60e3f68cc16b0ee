import { distance } from "fastest-levenshtein";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Fault, gather, throwIfAny } from "../table/faults.ts";
import { editionFolder, shownPath } from "../workspace.ts";
import { earlierEditions } from "./earlier.ts";
import { OPTIONAL_FILES, presentFiles, REQUIRED_FILES } from "./files.ts";
import { columnsOf, isUsual } from "./groups.ts";
import { readHistory } from "./history.ts";
import { contradictions } from "./contradictions.ts";
import { GRADUATES } from "./graduates.ts";
import { nearDuplicates } from "./near_duplicates.ts";
import { openRecords, type Records } from "./records.ts";
import { doubtsAbout, type Edition, readEdition, SETTINGS } from "./settings.ts";

/**
 * Reads every file of an edition before a report is begun, so that an analyst sees all that is
 * wrong at once, whichever chapter would have come upon it.
 *
 * @param more what else is read from the edition's folder
 * @returns what may be right and is probably not, a line of Chinese each
 * @throws {DataError} with the faults of all files
 */
export function preflight(
  year: number,
  more: readonly ((folder: string) => unknown)[] = [],
): string[] {
  const folder = editionFolder(year);
  const faults = misnamed(folder);
  const edition = gather(faults, () => readEdition(folder));
  const records = gather(faults, () => openRecords(folder));
  for (const { read } of presentFiles(folder)) gather(faults, () => read(folder));
  for (const read of more) gather(faults, () => read(folder));
  if (edition !== undefined) {
    if (records !== undefined) {
      faults.push(...groupFaults(edition, records.graduates.names, folder));
    }
    faults.push(...faultsBefore(edition));
  }
  throwIfAny(distinct(faults));
  return edition === undefined || records === undefined
    ? []
    : [...doubtsAbout(folder, edition), ...doubtsInRecords(records, folder)];
}

function doubtsInRecords({ graduates, dictionaries }: Records, folder: string): string[] {
  const file = shownPath(join(folder, GRADUATES));
  return [
    ...contradictions(graduates, dictionaries).map(({ 情形, 列, 人数 }) =>
      `${file} 有 ${人数} 人${情形}（看${列.join("、")}）`
    ),
    ...nearDuplicates(graduates).map(({ 列, 写法 }) =>
      `${file} 的“${列}”列有相近的写法，是否同一个：${
        写法.map(({ 名称, 人数 }) => `“${名称}”${人数} 人`).join("、")
      }`
    ),
  ];
}

/** Files whose names are a slip away from one that the edition lacks: they would not be read. */
function misnamed(folder: string): Fault[] {
  const known = [
    ...REQUIRED_FILES,
    ...OPTIONAL_FILES.flatMap(({ name, beside = [] }) => [name.replace(/\/$/, ""), beside].flat()),
  ];
  const lacking = known.filter((name) => !existsSync(join(folder, name)));
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  // Names such as ~$graduates.csv are an office program's own.
  return names.filter((name) => !known.includes(name) && !/^[.~]/.test(name)).flatMap((name) => {
    const meant = lacking.find((one) => distance(name.toLowerCase(), one) <= 2);
    const file = shownPath(join(folder, name));
    return meant === undefined ? [] : [{ file, expected: `不会读这个文件；文件名应为“${meant}”` }];
  });
}

/** Special groups that the edition asks for and that its records cannot tell of. */
function groupFaults(edition: Edition, names: readonly string[], folder: string): Fault[] {
  return edition.groups.filter((group) => !isUsual(group)).flatMap((group) =>
    columnsOf(group).filter((column) => !names.includes(column)).map((column) => ({
      file: shownPath(join(folder, SETTINGS)),
      column: "groups",
      found: group.name,
      expected: `graduates.csv 没有“${column}”列；请补上这一列，或删去这个群体`,
    }))
  );
}

/** What is wrong with the earlier cohorts that the report will look at. */
function faultsBefore(edition: Edition): Fault[] {
  const faults: Fault[] = [];
  for (const { year, folder, hasRecords } of gather(faults, () => earlierEditions(edition)) ?? []) {
    gather(faults, () => readHistory(folder));
    if (hasRecords && year > edition.year - edition.cohorts) {
      gather(faults, () => openRecords(folder));
    }
  }
  return faults;
}

/** Several readers may come upon the same fault. */
function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
