import { assert, assertEquals } from "@std/assert";
import { assertSnapshot } from "@std/testing/snapshot";
import { COLOURS } from "lib/document/charts/drawing.ts";
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
  const svg = draw("", "83.00", "84.70");
  assert(labelsOf(svg).includes("未知"));
  assertEquals(columns(svg).length, 2);
});

/** Height and foot of the columns and ranges, from left to right; not of what shows 100 %. */
const columns = (svg: string) =>
  partsOf(svg, "rect").filter((rect) => rect.parentElement?.getAttribute("fill") !== COLOURS.track)
    .map((rect) => ["x", "y", "height"].map((name) => Number(rect.getAttribute(name))))
    .toSorted(([a = 0], [b = 0]) => a - b)
    .map(([, top = 0, height = 0]) => ({ height, foot: Math.round(top + height) }));

Deno.test("columns stand on nought and are as high as their values", () => {
  const [first, second] = columns(draw("40.00", "80.00"));
  assertEquals(first?.foot, second?.foot);
  assertEquals(Math.round(100 * (first?.height ?? 0) / (second?.height ?? 1)), 50);
});

Deno.test("of a bound the stretch is hatched in which the value lies, never a column", () => {
  const svg = draw("≥84", "<90", "60.00", "80.00");
  assertEquals(count(svg, ".range rect"), 2);
  const [above, below, , known] = columns(svg);
  assert((above?.foot ?? 0) < (below?.foot ?? 0), "what lies above does not stand on nought");
  assertEquals(below?.foot, known?.foot);
  assert((below?.height ?? 0) > (known?.height ?? 0));
  assert(["≥84%", "<90%", "60.00%"].every((text) => labelsOf(svg).includes(text)));
});

Deno.test("where fewer than two years are known nothing is drawn", () => {
  for (const values of [["≥84", "≥84", "84.70"], ["84.70"], ["", ""], [">1", "<2"], []]) {
    assertEquals(draw(...values), "", values.join());
  }
});

Deno.test("a unit is written where there is room for it", () => {
  const people = (values: readonly number[]) => {
    const rows = values.map((值, i) => ({ 届: 2011 + i, 值 }));
    return trend(Frame.fromRows(rows, ["届", "值"]), { year: "届", value: "值", unit: "人" });
  };
  assert(labelsOf(people([11480, 12000])).includes("11480 人"));
  const many = people([11480, 12000, 11763, 9999, 12345, 11111]);
  assert(labelsOf(many).includes("11480"));
  assertEquals(clipped(many), []);
});

Deno.test("nothing is clipped, warned of or without a place", () => {
  for (
    const values of [["5809", ">6500", "", "1"], ["0", "0"], ["84.70", "84.70"], [
      "≥99.9",
      "0",
      "100",
    ]]
  ) {
    const svg = draw(...values);
    assert(svg !== "");
    assertEquals(clipped(svg), [], values.join());
    assertEquals(/⚠|NaN|Infinity/.test(svg), false, values.join());
  }
});

Deno.test("the same years give the same bytes", () => {
  assertEquals(draw("81.20", "≥84", "80"), draw("81.20", "≥84", "80"));
});

Deno.test("a trend looks as it did: known, bounded and unknown years", async (t) => {
  await assertSnapshot(t, outline(draw("83.10", "", "<90", "≥84", "84.70", "84.90")));
});
