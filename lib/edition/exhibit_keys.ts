/** The stable keys of printed tables and figures: an exhibit is known by its key, not by its number. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readRecords } from "../table/csv.ts";

/** What print calls an exhibit (`表7`) → its key (`专业落实情况`). */
export type ExhibitKeys = ReadonlyMap<string, string>;

/**
 * Reads the keys from an edition's `published/titles.csv` (columns 图表 and 键).
 *
 * @param folder the edition's folder; without the file nothing was printed, and no number has a key
 * @throws {DataError} with the file's faults
 */
export function readExhibitKeys(folder: string): ExhibitKeys {
  const path = join(folder, "published", "titles.csv");
  if (!existsSync(path)) return new Map();
  return new Map(readRecords(path, ["图表", "键"]).map(({ 图表, 键 }) => [图表, 键 || 图表]));
}

/** An exhibit's key, whether it is named by it or by its printed number. */
export function keyOf(name: string, keys: ExhibitKeys): string {
  return keys.get(name) ?? name;
}
