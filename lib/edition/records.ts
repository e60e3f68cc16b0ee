import { join } from "node:path";
import { readSheet, type Sheet } from "../table/csv.ts";
import { type Frame, ofPersons } from "../table/frame.ts";
import { type Dictionaries, dictionaryFiles, readDictionaries } from "./dictionaries.ts";
import { type Graduate, GRADUATES, graduatesOf } from "./graduates.ts";
import { kept } from "./kept.ts";
import { snapshot } from "./snapshot.ts";

/** What every chapter opens; chapters that run in one process read it once. */
export interface Records {
  readonly dictionaries: Dictionaries;
  readonly graduates: Frame<Graduate>;
  /** How much of the file was read, in a sentence for whoever runs a task. */
  readonly extent: string;
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
    const register = join(folder, GRADUATES);
    const { frame, told } = snapshot(register, dictionaryFiles(folder), () => {
      const sheet = readSheet(register);
      const frame = graduatesOf(sheet, dictionaries);
      return { frame, told: extentOf(sheet, frame.size) };
    });
    return { dictionaries, graduates: ofPersons(frame), extent: told };
  });
}

/**
 * How many graduates were read of how many lines: all that can tell a person that a file was cut off
 * at a line's end, since what is left of it is a sound file.
 */
function extentOf({ file, lines, blank, ended }: Sheet, size: number): string {
  const number = (count: number) => count.toLocaleString("en-US");
  const rest = blank === 0 ? "" : `、空行 ${number(blank)}`;
  const doubt = ended ? "" : "；最后一行没有换行，请确认文件是完整的";
  return `${file} 共 ${number(lines)} 行：表头 1${rest}、毕业生 ${number(size)} 名${doubt}`;
}
