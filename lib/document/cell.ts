import { Ratio } from "../measures/ratio.ts";
import type { Cell } from "./exhibit.ts";

/** A value of a frame as it is shown: a share as its percentage, null where that is unknown. */
export function toCell(value: unknown): Cell {
  if (value instanceof Ratio) return value.percent();
  if (value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "string" ? value : String(value);
}
