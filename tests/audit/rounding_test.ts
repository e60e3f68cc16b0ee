import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { holds, roundedUnits, ROUNDINGS, windowOf } from "lib/audit/rounding.ts";

Deno.test("roundedUnits settles a tie as each rounding says", () => {
  // 1/800 is 0.125 %, 3/800 is 0.375 %.
  assertEquals(ROUNDINGS.map((each) => roundedUnits(1, 800, 2, each)), [13, 12, 12, 13]);
  assertEquals(ROUNDINGS.map((each) => roundedUnits(3, 800, 2, each)), [38, 38, 37, 38]);
});

Deno.test("roundedUnits is exact where floating-point rounding is not", () => {
  assertEquals(roundedUnits(29, 800, 2, "half-up"), 363);
  assertEquals(roundedUnits(201, 20_000, 2, "half-up"), 101);
});

Deno.test("a window holds exactly the shares that round to its percentage", () => {
  const share = fc.integer({ min: 1, max: 3_000 }).chain((base) =>
    fc.record({
      base: fc.constant(base),
      count: fc.integer({ min: 0, max: base }),
      decimals: fc.integer({ min: 0, max: 3 }),
      rounding: fc.constantFrom(...ROUNDINGS),
      shift: fc.integer({ min: -2, max: 2 }),
    })
  );
  fc.assert(
    fc.property(share, ({ base, count, decimals, rounding, shift }) => {
      const rounded = roundedUnits(count, base, decimals, rounding);
      const units = Math.max(0, rounded + shift);
      const window = windowOf({ units, decimals }, rounding);
      assertEquals(holds(window, count, base), units === rounded);
    }),
    { numRuns: 2_000 },
  );
});
