import { assertEquals, assertStringIncludes } from "@std/assert";
import { writeUnits } from "lib/audit/printed.ts";
import { readShares } from "lib/audit/shares.ts";

/** What a column is read as, with its doubts; `null` for a cell without a number. */
function read(texts: readonly string[], more: Partial<Parameters<typeof readShares>[0]> = {}) {
  const isTotal = texts.map(() => false);
  const result = readShares({ texts, isTotal, keepsZeros: true, ...more });
  if ("question" in result) return { question: result.question };
  return {
    shares: result.printed.map((one) => one && writeUnits(one.units, one.decimals)),
    doubts: result.doubts.map(({ row, why }) => `${row} ${why}`),
  };
}

Deno.test("percentages stay as they are printed; — and / and nothing are no numbers", () => {
  assertEquals(read(["45.70", "12%", "—", "/", "", "－", "0.00"]), {
    shares: ["45.70", "12", null, null, null, null, "0.00"],
    doubts: [],
  });
});

Deno.test("fractions that make up a whole are percentages, the zeros that Excel drops put back", () => {
  const kept = { keepsZeros: false };
  assertEquals(read(["0.5638", "0.36", "0.0762"], kept).shares, ["56.38", "36.00", "7.62"]);
  assertEquals(read(["0.25", "0.5", "1"], { ...kept, isTotal: [false, false, true] }).shares, [
    "25",
    "50",
    "100",
  ]);
  const divided = read(["0.333333333333333", "0.666666666666667"], kept).shares;
  assertEquals(divided, ["33.33", "66.67"]);
});

Deno.test("numbers up to 1 that could be either are asked about, and read as told", () => {
  const small = ["0.52", "0.31"];
  assertStringIncludes(read(small).question ?? "", "--as fraction");
  assertEquals(read(small, { as: "percent" }).shares, ["0.52", "0.31"]);
  assertEquals(read(small, { as: "fraction" }).shares, ["52", "31"]);
  assertEquals(read(["0.52%", "0.31"]).shares, ["0.52", "0.31"]);
});

Deno.test("0.8420 beside 84.20 is named, and so is 84.20 among fractions", () => {
  const slip = read(["84.20", "0.8420", "15.80", "0.03"]);
  assertEquals(slip.shares, ["84.20", null, "15.80", "0.03"]);
  assertEquals(slip.doubts, ["1 0.8420 像是小数，同一列别的都是百分数"]);
  const other = read(["0.8420", "0.1234", "15.80", "0.0311"]);
  assertEquals(other.shares, ["84.20", "12.34", null, "3.11"]);
  assertEquals(other.doubts, ["2 15.80 像是百分数，同一列别的都是小数"]);
});

Deno.test("what is below 0, above 100 or no number is named and not audited", () => {
  const odd = read(["-3.20", "100.01", "约一半", "100.00"]);
  assertEquals(odd.shares, [null, null, null, "100.00"]);
  assertEquals(odd.doubts, [
    "0 -3.20 是负数，不是比例",
    "1 100.01 超过 100%",
    "2 “约一半”不是比例",
  ]);
});
