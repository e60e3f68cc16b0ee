/** Shown values as a spreadsheet counts with them. */
import type { Cell } from "../../document/exhibit.ts";

/** What stands in a cell of a sheet: a number with its format, or text that stays text. */
export type Value =
  | { readonly number: number; readonly format: string }
  | { readonly text: string };

/**
 * A shown value. A percentage (`45.74` under `比例%`) is 0.4574 and looks like 45.74%; another
 * decimal keeps its places. A bound (`≥97`) is text, and so are digits without a decimal point: they
 * may be a code, which loses its first nought as a number.
 *
 * @param share whether the value is a percentage
 * @returns null where the value is unknown
 */
export function valueOf(cell: Cell, share: boolean): Value | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") {
    return { number: cell, format: Number.isInteger(cell) ? "0" : "General" };
  }
  const [whole, places = ""] = /^-?\d+(?:\.(\d+))?$/.exec(cell) ?? [];
  if (whole === undefined || (!share && places === "")) return { text: cell };
  const format = places === "" ? "0" : `0.${"0".repeat(places.length)}`;
  // The point is moved in the text: 45.74 / 100 is 0.45740000000000003.
  return share
    ? { number: Number(`${cell}e-2`), format: `${format}%` }
    : { number: Number(cell), format };
}

/** Whether a column's values are percentages, as its header tells. */
export function isShare(column: string): boolean {
  return /[%％]$/.test(column.trimEnd());
}
