import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { countsFor, nearestPossible, teethAround } from "lib/audit/candidates.ts";
import { holds, roundedUnits, ROUNDINGS, windowOf } from "lib/audit/rounding.ts";

Deno.test("countsFor finds the one count behind a percentage over a small base", () => {
  assertEquals(countsFor({ units: 8947, decimals: 2 }, 19), { from: 17, to: 17 });
});

Deno.test("89.48 falls between the teeth of base 19", () => {
  const printed = { units: 8948, decimals: 2 };
  assertEquals(countsFor(printed, 19), null);
  assertEquals(teethAround(printed, 19), {
    below: { count: 17, units: 8947 },
    above: { count: 18, units: 9474 },
  });
  assertEquals(nearestPossible(printed, 19), { count: 17, units: 8947 });
});

Deno.test("countsFor agrees with trying every count", () => {
  const cases = fc.record({
    base: fc.integer({ min: 1, max: 400 }),
    decimals: fc.integer({ min: 0, max: 2 }),
    share: fc.integer({ min: 0, max: 12_000 }),
    rounding: fc.constantFrom(...ROUNDINGS),
  });
  fc.assert(
    fc.property(cases, ({ base, decimals, share, rounding }) => {
      const printed = { units: Math.floor(share / 10 ** (2 - decimals)), decimals };
      const window = windowOf(printed, rounding);
      const counts = Array.from({ length: 2 * base + 1 }, (_, count) => count)
        .filter((count) => holds(window, count, base));
      const [first] = counts;
      const last = counts.at(-1);
      const expected = first === undefined || last === undefined ? null : { from: first, to: last };
      assertEquals(countsFor(printed, base, rounding), expected);
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("teethAround agrees with trying every count", () => {
  const cases = fc.record({
    base: fc.integer({ min: 1, max: 300 }),
    units: fc.integer({ min: 0, max: 10_000 }),
    rounding: fc.constantFrom(...ROUNDINGS),
  });
  fc.assert(
    fc.property(cases, ({ base, units, rounding }) => {
      const all = Array.from({ length: base + 2 }, (_, count) => ({
        count,
        units: roundedUnits(count, base, 2, rounding),
      }));
      const { below, above } = teethAround({ units, decimals: 2 }, base, rounding);
      assertEquals(below?.units, all.findLast((each) => each.units <= units)?.units);
      assertEquals(above.units, all.find((each) => each.units >= units)?.units);
    }),
    { numRuns: 2_000 },
  );
});
