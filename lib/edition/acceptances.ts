/** Checks of an intake that failed and were accepted: a report says so and why. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DataError } from "../table/faults.ts";
import { shownPath } from "../workspace.ts";

/** The file of an edition that remembers its intake. */
export const INTAKE = "intake.json";

/** A check that failed and was accepted, with the reason that the edition records. */
export interface Acceptance {
  readonly check: string;
  readonly because: string;
}

/**
 * Reads what was accepted when an edition's files were taken in.
 *
 * @param folder the edition's folder; without `intake.json` nothing was accepted
 * @throws {DataError} if the file is not JSON or `accepted` is no list of checks with reasons
 */
export function readAcceptances(folder: string): readonly Acceptance[] {
  const path = join(folder, INTAKE);
  if (!existsSync(path)) return [];
  let accepted: unknown;
  try {
    accepted = JSON.parse(Deno.readTextFileSync(path).replace(/^\uFEFF/, "")).accepted ?? [];
  } catch {
    accepted = undefined;
  }
  if (isAccepted(accepted)) return accepted;
  const expected = `应为 JSON，其中 accepted 应写成 [{ "check": "检查名", "because": "理由" }]`;
  throw new DataError([{ file: shownPath(path), expected }]);
}

/** Whether a value is a list of checks with reasons. */
export function isAccepted(value: unknown): value is readonly Acceptance[] {
  return Array.isArray(value) &&
    value.every((one) => typeof one?.check === "string" && typeof one?.because === "string");
}
