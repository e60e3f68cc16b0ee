import { join } from "node:path";
import { type Check, conformIfAny, optional, text } from "../table/schema.ts";

/** The file of `published/` that holds titles, and its columns. */
export const TITLES = "titles.csv";
export const TITLE_COLUMNS = ["图表", "键", "正文题名", "目录题名"] as const;

/** What print calls a table or a figure. */
export interface PrintedTitle {
  /** Its printed number, e.g. `表7`. */
  readonly 图表: string;
  /** Its stable key, e.g. `专业落实情况`. */
  readonly 键: string;
  /** As the text has it, and as the list of tables and figures has it; may be empty. */
  readonly 正文题名: string;
  readonly 目录题名: string;
}

const numbered: Check<string> = (cell) =>
  /^[表图]\d+$/.test(cell) ? { value: cell } : { expected: "应为印刷的表号或图号，如 表7、图14" };

/**
 * Reads `published/titles.csv`.
 *
 * @param folder the edition's folder; without the file nothing is known to be printed
 * @throws {DataError} with every fault of the file; a number or a key that stands twice is one
 */
export function readTitles(folder: string): readonly PrintedTitle[] {
  return conformIfAny<PrintedTitle>(join(folder, "published", TITLES), {
    图表: numbered,
    键: text,
    正文题名: optional(text),
    目录题名: optional(text),
  }, { key: ["图表", "键"] }).rows();
}
