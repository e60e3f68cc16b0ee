/**
 * Base inference for a table of fifty percentages without counts, against the plain scan that tries
 * every base.
 */
import { type Clue, commonBases, howMany } from "lib/audit/bases.ts";
import { countsFor } from "lib/audit/candidates.ts";
import { roundedUnits } from "lib/audit/rounding.ts";
import { coldAndWarm } from "./timing.ts";

const LIMITS = [10_000, 100_000, 1_000_000];

/** Fifty percentages of one base, spread over the whole range. */
const BASE = 4_999;
const clues: readonly Clue[] = Array.from({ length: 50 }, (_, i) => ({
  printed: { units: roundedUnits((i * 97 + 13) % BASE, BASE, 2, "half-up"), decimals: 2 },
  count: null,
}));

/** Every base up to the limit, given up at the first percentage that it does not allow. */
function plainScan(limit: number): number {
  let found = 0;
  for (let base = 1; base <= limit; base++) {
    if (clues.every(({ printed }) => countsFor(printed, base) !== null)) found++;
  }
  return found;
}

const inferred = (limit: number) => howMany(commonBases(clues, { limit }));

/** Medians of warm runs, in milliseconds, for each size of the search. */
export function inferenceTimes() {
  // The first size would else be timed before the compiler has done its work, the others after.
  for (let i = 0; i < 30; i++) if (plainScan(BASE) !== inferred(BASE)) throw new Error("Differ");
  return LIMITS.map((limit) => {
    if (plainScan(limit) !== inferred(limit)) throw new Error(`The two ways differ up to ${limit}`);
    return {
      limit,
      inference: coldAndWarm(() => inferred(limit)).warm,
      scan: coldAndWarm(() => plainScan(limit)).warm,
    };
  });
}
