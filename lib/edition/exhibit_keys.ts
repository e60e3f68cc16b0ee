/** The stable keys of printed tables and figures: an exhibit is known by its key, not by its number. */
import type { Check } from "../table/schema.ts";
import { readTitles } from "./titles.ts";

/** What print calls an exhibit (`表7`) → its key (`专业落实情况`). */
export type ExhibitKeys = ReadonlyMap<string, string>;

/**
 * Reads the keys from an edition's `published/titles.csv`.
 *
 * @param folder the edition's folder; without the file nothing was printed, and no number has a key
 * @throws {DataError} with the file's faults
 */
export function readExhibitKeys(folder: string): ExhibitKeys {
  return new Map(readTitles(folder).map(({ 图表, 键 }) => [图表, 键]));
}

/** An exhibit's key, whether it is named by it or by its printed number. */
export function keyOf(name: string, keys: ExhibitKeys): string {
  return keys.get(name) ?? name;
}

/**
 * A check that reads a cell as the name of an exhibit, or of anything else that has no number, and
 * gives its key. A number that print has not got is refused; where nothing is printed, none means
 * anything.
 */
export function exhibitNamed(keys: ExhibitKeys): Check<string> {
  return (cell) => {
    if (cell === "") return { expected: "不应为空" };
    const known = keys.size === 0 || keys.has(cell) || !/^[表图]\s*\d+$/.test(cell);
    return known
      ? { value: keyOf(cell, keys) }
      : { expected: "published/titles.csv 中没有这个图表" };
  };
}
