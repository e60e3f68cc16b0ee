import { join } from "node:path";
import { conformIfAny, oneOf, optional, text } from "../table/schema.ts";
import { type ExhibitKeys, exhibitNamed } from "./exhibit_keys.ts";

/** The kinds of {@link Coverage}. */
const COVERAGES = ["published", "derived", "partial", "bounded"] as const;

/**
 * How firmly a shown value is known (in a reconstructed edition):
 * - `published`: the printed report says it
 * - `derived`: it follows uniquely from what is printed, or from real records
 * - `partial`: some rows are printed, the rest is one bucket 报告未列出
 * - `bounded`: only a bound is printed, the value is one that respects it
 */
export type Coverage = typeof COVERAGES[number];

/** A row of `coverage.csv`: how firmly an exhibit, or one of its rows, is known. */
export interface CoverageRow {
  /** The exhibit's key, even where the file has its printed number; or the name of a file. */
  readonly 图表: string;
  /** The row; empty for the exhibit as a whole. */
  readonly 项目: string;
  readonly 依据: Coverage;
  readonly 说明: string;
}

/**
 * Reads `coverage.csv`.
 *
 * @param folder the edition's folder; without the file nothing is said to be less than known
 * @throws {DataError} with every fault of the file
 */
export function readCoverage(folder: string, keys: ExhibitKeys): readonly CoverageRow[] {
  return conformIfAny<CoverageRow>(join(folder, "coverage.csv"), {
    图表: exhibitNamed(keys),
    项目: optional(text),
    依据: oneOf(COVERAGES),
    说明: optional(text),
  }).rows();
}
