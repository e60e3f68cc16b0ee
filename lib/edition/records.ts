import { join } from "node:path";
import type { Frame } from "../table/frame.ts";
import { type Dictionaries, dictionaryFiles, readDictionaries } from "./dictionaries.ts";
import { type Graduate, GRADUATES, readGraduates } from "./graduates.ts";
import { kept } from "./kept.ts";

/** What every chapter opens; chapters that run in one process read it once. */
export interface Records {
  readonly dictionaries: Dictionaries;
  readonly graduates: Frame<Graduate>;
}

const keep = kept<Records>();

/**
 * Reads the code lists and the graduates of an edition, once a process as long as the files stay.
 *
 * @throws {DataError} with what is wrong with them
 */
export function openRecords(folder: string): Records {
  return keep([join(folder, GRADUATES), ...dictionaryFiles(folder)], () => {
    const dictionaries = readDictionaries(folder);
    return { dictionaries, graduates: readGraduates(folder, dictionaries) };
  });
}
