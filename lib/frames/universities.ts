import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSheet } from "./csv.ts";
import { Frame } from "./frame.ts";
import { conform, optional, text } from "./schema.ts";

/** A university that graduates went on to, and its province (empty where not known). */
export interface University {
  readonly 升学院校: string;
  readonly 省份: string;
}

/**
 * Reads `universities.csv`, which says in which province each 升学院校 of the records lies.
 *
 * @param folder the edition's folder; without the file no province is known
 * @throws {DataError} with every fault of the file
 */
export function readUniversities(folder: string): Frame<University> {
  const path = join(folder, "universities.csv");
  return existsSync(path)
    ? conform<University>(readSheet(path), { 升学院校: text, 省份: optional(text) }, {
      key: "升学院校",
    })
    : Frame.fromRows<University>([], ["升学院校", "省份"]);
}
