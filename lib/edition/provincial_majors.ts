import { join } from "node:path";
import type { Frame } from "../table/frame.ts";
import { conformIfAny, text, whole } from "../table/schema.ts";

/** How many graduates of a major the whole province has. */
export interface ProvincialMajor {
  readonly 专业: string;
  readonly 全省人数: number;
}

/**
 * Reads `provincial-majors.csv`.
 *
 * @param folder the edition's folder; without the file nothing is known of the province
 * @throws {DataError} with every fault of the file
 */
export function readProvincialMajors(folder: string): Frame<ProvincialMajor> {
  return conformIfAny<ProvincialMajor>(join(folder, "provincial-majors.csv"), {
    专业: text,
    全省人数: whole,
  }, { key: "专业" });
}
