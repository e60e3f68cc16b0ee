import { assert, assertEquals } from "@std/assert";
import { assertSnapshot } from "@std/testing/snapshot";
import { trend } from "lib/document/charts/trend.ts";
import { Frame } from "lib/table/frame.ts";
import { partsOf } from "../../page.ts";
import { clipped, labelsOf, outline } from "./drawn.ts";

const draw = (...values: string[]) => {
  const rows = values.map((值, i) => ({ 届: 2021 + i, 值 }));
  return trend(Frame.fromRows(rows, ["届", "值"]), { year: "届", value: "值", unit: "%" });
};

const count = (svg: string, selector: string) => partsOf(svg, selector).length;

Deno.test("every year and every value stands whole, years without thousands commas", () => {
  const labels = labelsOf(draw("81.20", "≥84", "84.70"));
  for (const label of ["2021", "2022", "2023", "81.20%", "≥84%", "84.70%"]) {
    assert(labels.includes(label), label);
  }
});

Deno.test("an unknown year says so", () => {
  assert(labelsOf(draw("", "84.70")).includes("未知"));
});

Deno.test("known years are joined to known neighbours only", () => {
  const joins = (...values: string[]) => count(draw(...values), "[aria-label=link] path");
  assertEquals(joins("81.20", "83.00", "84.70"), 2);
  assertEquals(joins("81.20", "≥84", "84.70"), 0);
  assertEquals(joins("81.20", "", "84.70"), 0);
});

Deno.test("a known value is a full mark, a bound an open one with an arrow, an unknown none", () => {
  const svg = draw("≥84", "", "84.70");
  assertEquals(count(svg, "circle"), 2);
  assertEquals(count(svg, "[aria-label=arrow] path"), 1);
});

Deno.test("nothing is clipped, warned of or without a place", () => {
  for (
    const values of [["5809", ">6500", ""], ["84.70"], ["", "", ""], ["0", "0"], ["84.70", "84.70"]]
  ) {
    const svg = draw(...values);
    assertEquals(clipped(svg), [], values.join());
    assertEquals(/⚠|NaN|Infinity/.test(svg), false, values.join());
  }
});

Deno.test("the same years give the same bytes", () => {
  assertEquals(draw("81.20", "≥84"), draw("81.20", "≥84"));
});

Deno.test("a trend looks as it did: known, bounded and unknown years", async (t) => {
  await assertSnapshot(t, outline(draw("83.10", "", "<90", "≥84", "84.70", "84.90")));
});
