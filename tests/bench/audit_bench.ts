/**
 * Base inference for a table of fifty percentages without counts, against the plain scan that tries
 * every base. Run with `deno bench -A tests/bench/audit_bench.ts`; the ratios are printed first.
 */
import { type Clue, commonBases, howMany } from "lib/published/audit/bases.ts";
import { countsFor } from "lib/published/audit/candidates.ts";
import { roundedUnits } from "lib/published/audit/rounding.ts";

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

/** Median of some runs, in milliseconds. */
function median(run: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[3] ?? NaN;
}

for (const limit of LIMITS) {
  if (plainScan(limit) !== inferred(limit)) throw new Error(`The two ways differ up to ${limit}`);
  const [scan, inference] = [median(() => plainScan(limit)), median(() => inferred(limit))];
  console.log(
    `up to ${limit}: inference ${inference.toFixed(2)} ms, plain scan ${scan.toFixed(2)} ms, ` +
      `${(scan / inference).toFixed(0)} times faster`,
  );
  Deno.bench(`inference up to ${limit}`, { group: String(limit), baseline: true }, () => {
    inferred(limit);
  });
  Deno.bench(`plain scan up to ${limit}`, { group: String(limit) }, () => {
    plainScan(limit);
  });
}
