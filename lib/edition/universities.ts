import { join } from "node:path";
import type { Frame } from "../table/frame.ts";
import { conformIfAny, optional, text } from "../table/schema.ts";

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
  return conformIfAny<University>(join(folder, "universities.csv"), {
    升学院校: text,
    省份: optional(text),
  }, {
    key: "升学院校",
  });
}
