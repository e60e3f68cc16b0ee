import { assertEquals, assertThrows } from "@std/assert";
import { checkClaim, compare, outOfOrder, wrongSums } from "lib/audit/claims.ts";
import { readPrinted } from "lib/audit/printed.ts";

const percentages = (...texts: string[]) => texts.flatMap((text) => readPrinted(text) ?? []);

Deno.test("checkClaim tells 超过 from 达到 at the threshold itself", () => {
  const values = percentages("90.00", "90.01", "100", "89.99");
  assertEquals(checkClaim(values, { relation: "超过", threshold: "90", count: 2 }), {
    holds: true,
    found: 2,
  });
  assertEquals(checkClaim(values, { relation: "达到", threshold: "90", count: 2 }), {
    holds: false,
    found: 3,
  });
  assertEquals(checkClaim(values, { relation: "低于", threshold: "90.0", count: 1 }).holds, true);
  assertEquals(checkClaim(values, { relation: "不超过", threshold: "90", count: 2 }).holds, true);
});

Deno.test("checkClaim refuses a threshold that is no percentage", () => {
  assertThrows(
    () => checkClaim([], { relation: "超过", threshold: "九成", count: 1 }),
    RangeError,
    "九成",
  );
});

Deno.test("compare takes percentages of different decimals", () => {
  const [whole, tenths] = percentages("9", "9.1");
  if (whole === undefined || tenths === undefined) throw new Error("unreadable");
  assertEquals([compare(whole, tenths), compare(tenths, whole), compare(whole, whole)], [-1, 1, 0]);
});

Deno.test("outOfOrder points at rows larger than the one before, not at ties", () => {
  assertEquals(outOfOrder(percentages("3.1", "3.1", "2.9", "3", "1")), [3]);
});

Deno.test("wrongSums returns the sums that do not come out with what they make", () => {
  const sums = [{ label: "甲", total: 5, parts: [2, 3] }, { label: "乙", total: 5, parts: [2, 2] }];
  assertEquals(wrongSums(sums), [{ label: "乙", total: 5, parts: [2, 2], sum: 4 }]);
});
