import { assertEquals } from "@std/assert";
import { roundedParts, stretchBehind } from "lib/audit/parts.ts";

const part = (units: number, count: number | null = null) => ({
  printed: { units, decimals: 2 },
  count,
});

Deno.test("stretchBehind finds neighbouring parts that were added after rounding", () => {
  // Of 7: 1, 1, 1 and 4; the first three are 42.86, added up from rounded parts 42.87.
  const rows = [part(1429), part(1429), part(1429), part(4287), part(5714)];
  assertEquals(stretchBehind(rows, 3, 7), { first: 0, last: 2, complement: false });
});

Deno.test("stretchBehind finds what rounded parts leave of 100", () => {
  const rows = [part(1667), part(1667), part(6666)];
  assertEquals(stretchBehind(rows, 2, 6), { first: 0, last: 1, complement: true });
});

Deno.test("stretchBehind believes no sum whose counts do not add up", () => {
  const rows = [part(1429, 1), part(1429, 1), part(2858, 3)];
  assertEquals(stretchBehind(rows, 2, 7), null);
  assertEquals(stretchBehind([...rows.slice(0, 2), part(2858, 2)], 2, 7)?.last, 1);
});

Deno.test("roundedParts explains an impossible value by parts that were rounded first", () => {
  // 6 of 7 is 85.71; 5 of 7 and 1 of 7 are 71.43 + 14.29 = 85.72.
  assertEquals(roundedParts({ units: 8572, decimals: 2 }, 7), { count: 6, parts: [5, 1] });
});

Deno.test("roundedParts finds none where the value is too far from any tooth", () => {
  assertEquals(roundedParts({ units: 8590, decimals: 2 }, 7), null);
});
