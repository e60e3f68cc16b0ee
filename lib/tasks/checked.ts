/** The check of an edition with which every task begins that computes one. */
import { join } from "node:path";
import { auditEdition } from "../audit/edition.ts";
import { preflight } from "../edition/preflight.ts";
import { openRecords } from "../edition/records.ts";
import { chosenYear, editionFolder } from "../workspace.ts";

/**
 * Reads every file of the edition that `REPORT_YEAR` says.
 *
 * @returns how much was read and what may be wrong, a line of Chinese each
 * @throws {DataError} with all that is wrong
 */
export default function checked(): string[] {
  const year = chosenYear();
  const doubts = preflight(year, [(folder) => auditEdition(join(folder, "published"))]);
  const { extent } = openRecords(editionFolder(year));
  return [extent, ...doubts.map((line) => `请核对：${line}`)];
}
