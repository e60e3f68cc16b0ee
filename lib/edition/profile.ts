import { join } from "node:path";
import type { Frame } from "../table/frame.ts";
import { conformIfAny, optional, text } from "../table/schema.ts";

/** Something that the school says of itself: of whom, what, the value and its unit. */
export interface ProfileRow {
  readonly 对象: string;
  readonly 指标: string;
  readonly 数值: string;
  readonly 单位: string;
}

/**
 * Reads `profile.csv`, the school's own key facts, which no record of graduates can give.
 *
 * @param folder the edition's folder; without the file the profile is empty, which is no fault
 * @throws {DataError} with every fault of the file
 */
export function readProfile(folder: string): Frame<ProfileRow> {
  return conformIfAny<ProfileRow>(join(folder, "profile.csv"), {
    对象: text,
    指标: text,
    数值: text,
    单位: optional(text),
  });
}
