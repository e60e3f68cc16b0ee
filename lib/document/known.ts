import type { Coverage, CoverageRow } from "../edition/coverage.ts";

/**
 * How firmly a part of an exhibit is known, by the part's name (e.g. an option, or an item of a
 * battery); without a name, the exhibit as a whole.
 */
export type Known = (item?: string) => Coverage;

/**
 * What an edition says of an exhibit. Where it says nothing a number counts as known: it is simply
 * counted from records, and only a reconstructed edition has parts that are not.
 *
 * @param rows the edition's `coverage.csv`
 * @param key the exhibit's key
 */
export function knowledge(rows: readonly CoverageRow[], key: string): Known {
  const own = rows.filter((row) => row.图表 === key);
  return (item = "") => own.find((row) => row.项目 === item)?.依据 ?? "derived";
}

/** Whether a number is known for certain, not only a bound of it or a sum that it is part of. */
export function isFirm(coverage: Coverage): boolean {
  return coverage === "published" || coverage === "derived";
}
