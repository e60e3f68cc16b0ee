/** The earlier editions of a school on disk: another school's folder tells nothing of this one. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { editionFolder, editions } from "../workspace.ts";
import { GRADUATES } from "./graduates.ts";
import { plainName } from "./near_duplicates.ts";
import { schoolOf } from "./settings.ts";

/** An earlier edition of the same school. */
export interface EarlierEdition {
  readonly year: number;
  readonly folder: string;
  /** Whether its graduates are on disk; an edition may be kept for its settings or history alone. */
  readonly hasRecords: boolean;
}

/**
 * The editions of a school before a year, the latest first.
 *
 * @throws {DataError} if an `edition.json` cannot be read, so that nobody knows whose it is
 */
export function earlierEditions(
  { school, year }: { readonly school: string; readonly year: number },
): EarlierEdition[] {
  return editions().filter((one) => one < year).toReversed().flatMap((one) => {
    const folder = editionFolder(one);
    const other = schoolOf(folder);
    if (other === null || plainName(other) !== plainName(school)) return [];
    return [{ year: one, folder, hasRecords: existsSync(join(folder, GRADUATES)) }];
  });
}
