import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { ratio } from "lib/measures/ratio.ts";
import { apportion, basesFor, countFor, minus, total } from "lib/twin/quota.ts";

Deno.test("countFor finds the one headcount behind a percentage", () => {
  assertEquals(countFor("33.33", 27), 9);
  assertEquals(countFor("0.00", 27), 0);
});

Deno.test("countFor says so when no whole number gives the percentage", () => {
  assertEquals(countFor("98.65", 221), null);
});

Deno.test("countFor undoes the printing of any share of up to 5,000 people", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (base, some) => {
    const count = some % (base + 1);
    assertEquals(countFor(`${ratio(count, base)}`, base), count);
  }));
});

Deno.test("basesFor holds exactly the bases that print the percentage", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 3000 }), (n, more) => {
      const percent = `${ratio(n, n + more)}`;
      const { least, most } = basesFor(n, percent);
      for (const base of [least, most]) assertEquals(`${ratio(n, base)}`, percent);
      assertEquals(`${ratio(n, most + 1)}` === percent, false);
      assertEquals(least > n && `${ratio(n, least - 1)}` === percent, false);
    }),
  );
});

Deno.test("apportion splits in proportion", () => {
  const weights = new Map([["甲", 2], ["乙", 1], ["丙", 1]]);
  assertEquals(apportion(8, weights), new Map([["甲", 4], ["乙", 2], ["丙", 2]]));
});

Deno.test("apportion keeps every value below its cap and leaves the rest unknown", () => {
  const weights = new Map([["甲", 9], ["乙", 1]]);
  assertEquals(apportion(6, weights, () => 2), new Map([["甲", 2], ["乙", 2], ["", 2]]));
});

Deno.test("minus leaves out what is used up and shows what is overdrawn", () => {
  const left = minus(
    new Map([["甲", 3], ["乙", 1], ["丙", 1]]),
    new Map([["甲", 1], ["乙", 1], ["丙", 2]]),
  );
  assertEquals(left, new Map([["甲", 2], ["丙", -1]]));
  assertEquals(total(left), 1);
});
