import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  basesOfCount,
  bestBases,
  type Clue,
  commonBases,
  firstOf,
  howMany,
  includesBase,
} from "lib/audit/bases.ts";
import { holds, type Rounding, ROUNDINGS, windowOf } from "lib/audit/rounding.ts";

const LIMIT = 120;

/** The obvious way: every base, every count. */
function scan(clues: readonly Clue[], rounding: Rounding): number[] {
  const fits = (base: number) =>
    clues.every(({ printed, count }) => {
      const window = windowOf(printed, rounding);
      const isShare = printed.units <= window.whole;
      if (count !== null) return holds(window, count, base) && !(isShare && count > base);
      for (let k = 0; k <= 2 * base; k++) if (holds(window, k, base)) return true;
      return false;
    });
  return Array.from({ length: LIMIT }, (_, i) => i + 1).filter(fits);
}

const printedShare = fc.record({
  share: fc.oneof(
    fc.integer({ min: 0, max: 10_000 }),
    fc.constantFrom(0, 1, 9_999, 10_000, 12_500),
  ),
  decimals: fc.integer({ min: 0, max: 2 }),
}).map(({ share, decimals }) => ({ units: Math.floor(share / 10 ** (2 - decimals)), decimals }));

Deno.test("commonBases agrees with trying every base and every count", () => {
  const clue = fc.record({
    printed: printedShare,
    count: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 1 }),
  });
  const cases = fc.tuple(
    fc.array(clue, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(...ROUNDINGS),
  );
  fc.assert(
    fc.property(cases, ([clues, rounding]) => {
      const runs = commonBases(clues, { limit: LIMIT, rounding });
      assertEquals(firstOf(runs, LIMIT), scan(clues, rounding));
      assertEquals(howMany(runs), firstOf(runs, LIMIT).length);
    }),
    { numRuns: 1_500 },
  );
});

Deno.test("commonBases finds the base that made the percentages", () => {
  const cases = fc.integer({ min: 1, max: LIMIT }).chain((base) =>
    fc.tuple(
      fc.constant(base),
      fc.array(fc.integer({ min: 0, max: base }), { minLength: 1, maxLength: 6 }),
    )
  );
  fc.assert(
    fc.property(cases, ([base, counts]) => {
      const clues = counts.map((count) => ({
        printed: { units: Math.floor((20_000 * count + base) / (2 * base)), decimals: 2 },
        count: null,
      }));
      assertEquals(firstOf(commonBases(clues, { limit: LIMIT }), LIMIT), scan(clues, "half-up"));
      assert(includesBase(commonBases(clues, { limit: LIMIT }), base));
    }),
    { numRuns: 500 },
  );
});

Deno.test("without counts, every base is possible from 10^(decimals + 2) on, and no search is needed", () => {
  const runs = commonBases([
    { printed: { units: 9474, decimals: 2 }, count: null },
    { printed: { units: 3158, decimals: 2 }, count: null },
  ]);
  assertEquals(runs.at(-1)?.to, Infinity);
  assert((runs.at(-1)?.from ?? Infinity) <= 10_000);
  assertEquals(runs[0], { from: 19, to: 19 });
});

Deno.test("basesOfCount is an interval, empty where no base prints so", () => {
  assertEquals(basesOfCount({ units: 1239, decimals: 2 }, 41), { from: 331, to: 331 });
  assertEquals(basesOfCount({ units: 300, decimals: 2 }, 0), null);
  assertEquals(basesOfCount({ units: 0, decimals: 2 }, 0), { from: 1, to: Infinity });
  assertEquals(basesOfCount({ units: 10_000, decimals: 2 }, 6), { from: 6, to: 6 });
});

Deno.test("bestBases names the base of most clues and how far the next is behind", () => {
  const clue = (count: number, units: number) => ({ count, printed: { units, decimals: 2 } });
  const right = [clue(313, 3139), clue(211, 2116), clue(97, 973), clue(61, 612)];
  assertEquals(bestBases([...right, clue(40, 421)]), {
    hits: 4,
    runs: [{ from: 997, to: 997 }],
    runnerUp: 1,
  });
  assertEquals(bestBases([clue(0, 300)]), null);
});
