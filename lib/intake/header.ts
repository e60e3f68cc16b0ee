/** Where a sheet's header is: below titles, in one row or in two. */
import type { Headers, Meaning } from "./columns.ts";
import type { Row } from "../table/sheets/sheets.ts";
import { clean } from "./text.ts";

/** A sheet's header. */
export interface Header {
  /** The columns' names from left to right; empty where a column has none. */
  readonly names: readonly string[];
  /** What each means; undefined where nobody has told. */
  readonly meanings: readonly (Meaning | undefined)[];
  /** The number of its last row; data begin below. */
  readonly lastRow: number;
  /** The titles above, joined. */
  readonly title: string;
}

/** How far down a header may stand. */
const DEPTH = 15;

/**
 * Finds the header among a sheet's first rows: the row, or two rows one above the other, in which
 * most names have a known meaning. Of two rows the lower names the column and the upper the group
 * (生源地 over 省 and 市). Without any known name the first filled row is taken.
 *
 * @returns undefined if there is no filled row
 */
export function findHeader(first: readonly Row[], headers: Headers): Header | undefined {
  const rows = first.slice(0, DEPTH)
    .map(({ number, cells }) => ({ number, cells: cells.map((cell) => clean(cell).text) }));
  const alone = rows.map(({ number, cells }, i) => candidate(cells, number, i, headers));
  const pairs = rows.slice(1).map(({ number, cells }, i) =>
    candidate(paired(rows[i]?.cells ?? [], cells, headers), number, i, headers)
  );
  // A pair has to find more than its rows do alone, and the topmost of equals is meant.
  const best = [...alone, ...pairs].filter(({ names }) => names.some((name) => name !== ""))
    .reduce<Candidate | undefined>(
      (found, one) => (found === undefined || one.known > found.known ? one : found),
      undefined,
    );
  if (best === undefined) return undefined;
  const { names, meanings, lastRow, from } = best;
  const title = [...new Set(rows.slice(0, from).flatMap(({ cells }) => cells))].join(" ").trim();
  return { names, meanings, lastRow, title };
}

interface Candidate {
  readonly names: readonly string[];
  readonly meanings: readonly (Meaning | undefined)[];
  readonly lastRow: number;
  /** Place of its first row among those looked at. */
  readonly from: number;
  /** How many different meanings it has. */
  readonly known: number;
}

function candidate(
  names: readonly string[],
  lastRow: number,
  from: number,
  headers: Headers,
): Candidate {
  const meanings = names.map((name) => (name === "" ? undefined : headers(name)));
  const known = new Set(meanings.flatMap((one) => one === undefined ? [] : [one.含义 + one.用途]));
  return { names, meanings, lastRow, from, known: known.size };
}

/** Names out of two rows: the group with its part if that is known, else the part, else the group. */
function paired(upper: readonly string[], lower: readonly string[], headers: Headers): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const group = upper[i] ?? "";
    const part = lower[i] ?? "";
    if (part === "" || part === group) return group;
    const whole = headers(group + part);
    // A group called 个人信息 makes nothing personal that is a key or a value by itself.
    return whole === undefined || whole.用途 === "个人" ? part : group + part;
  });
}
