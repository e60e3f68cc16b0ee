/** Rows as files show them that have nothing to hide a gap behind. */
import type { Cell, Exhibit, Sum } from "../document/exhibit.ts";
import { footLines } from "../document/html.ts";

/** A head and its rows. */
export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly sums?: readonly Sum[];
}

/** The columns of which something is known: one that is empty from top to bottom says nothing. */
export function knownColumns({ columns, rows, sums }: Grid): Grid {
  const known = columns.map((_, i) => rows.length === 0 || rows.some((row) => isKnown(row[i])));
  const keep = <T>(cells: readonly T[]) => cells.filter((_, i) => known[i]);
  return {
    columns: keep(columns),
    rows: rows.map((row) => keep(row)),
    ...(sums === undefined ? {} : {
      sums: sums.map(({ after, cells }) => ({ after, cells: keep(cells) })),
    }),
  };
}

/** What stands with an exhibit's rows: its base, its note, and what an empty cell means. */
export function remarksOn(exhibit: Exhibit, { rows }: Grid): string[] {
  const gaps = rows.some((row) => row.some((cell) => !isKnown(cell)));
  return [...footLines(exhibit), ...(gaps ? [GAPS] : [])];
}

/** A grid's rows in their order, those that add up among them. */
export function shownRows(
  { rows, sums = [] }: Grid,
): (readonly [cells: Sum["cells"], sum: boolean])[] {
  return rows.flatMap((row, i) => [
    [row, false] as const,
    ...sums.filter(({ after }) => after === i + 1).map(({ cells }) => [cells, true] as const),
  ]);
}

/** What an empty cell means. */
export const GAPS = "空白单元格：没有这一数值，或数值未知。";

function isKnown(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== "";
}
