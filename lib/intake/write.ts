/** The edition's folder with what was taken in: whole, or as it was. */
import { stringify } from "@std/csv";
import { basename, dirname, join } from "node:path";
import { readEdition } from "../edition/settings.ts";
import { openRecords } from "../edition/records.ts";
import { readSurveys } from "../edition/survey.ts";
import { readUniversities } from "../edition/universities.ts";
import { supplementFolder } from "../files.ts";
import { type Fault, gather, throwIfAny } from "../table/faults.ts";
import { dataFolder, editionFolder } from "../workspace.ts";
import { written } from "./graduates.ts";
import { cell, type Rows } from "./rows.ts";

/** Where an intake works and leaves what is no part of an edition: beside the data, never in them. */
export function workshop(year: number): string {
  const data = dataFolder();
  return join(dirname(data), `${basename(data)}-intake`, String(year));
}

/** What goes into the edition's folder: file name → text, or a writer for what is long. */
export type Files = ReadonlyMap<string, string | ((path: string) => void)>;

/**
 * Puts files into an edition's folder beside those that are there, and reads it once as a report would
 * read it, before it takes the folder's place; if that fails, or the machine stops, the folder is as
 * it was.
 *
 * @throws {DataError} if the edition could not be read afterwards
 */
export function writeEdition(year: number, files: Files): Promise<void> {
  return supplementFolder(editionFolder(year), (fresh) => {
    for (const [name, content] of files) {
      const path = join(fresh, name);
      if (typeof content === "string") Deno.writeTextFileSync(path, content);
      else content(path);
    }
    const faults: Fault[] = [];
    for (const read of [readEdition, openRecords, readUniversities, readSurveys]) {
      gather(faults, () => read(fresh));
    }
    throwIfAny(faults);
  });
}

/** How many rows are written at a time. */
const PORTION = 5000;

/** Writes `graduates.csv` a portion at a time. */
export function writeGraduates(graduates: Rows): (path: string) => void {
  return (path) => {
    const columns = written(graduates);
    using out = Deno.openSync(path, { write: true, create: true, truncate: true });
    const encoder = new TextEncoder();
    const write = (rows: readonly string[][]) => {
      const text = stringify(rows).replaceAll("\r\n", "\n");
      for (let left = encoder.encode(text); left.length > 0;) {
        left = left.subarray(out.writeSync(left));
      }
    };
    write([columns]);
    for (let from = 0; from < graduates.size; from += PORTION) {
      const count = Math.min(PORTION, graduates.size - from);
      write(Array.from(
        { length: count },
        (_, k) => columns.map((name) => cell(graduates, name, from + k)),
      ));
    }
  };
}
