import { assert, assertEquals } from "@std/assert";
import { assertSnapshot } from "@std/testing/snapshot";
import fc from "fast-check";
import { bars } from "lib/document/charts/bars.ts";
import { COLOURS } from "lib/document/charts/drawing.ts";
import { Frame } from "lib/table/frame.ts";
import { ratio } from "lib/measures/ratio.ts";
import { attributesOf } from "../../page.ts";
import { clipped, labelsOf, outline } from "./drawn.ts";

const LONG = "水利、环境和公共设施管理业以及居民服务、修理和其他服务业";

const rows = Frame.fromRows([
  { 省: "山东省", 人数: 9, "比例%": ratio(9, 16) },
  { 省: LONG, 人数: 6, "比例%": ratio(6, 16) },
  { 省: "其他", 人数: 1, "比例%": ratio(1, 16) },
], ["省", "人数", "比例%"]);

const counts = bars(rows, { label: "省", value: "人数" });
const shares = bars(rows, { label: "省", value: "比例%", beside: "人数" });

const widths = (svg: string) => attributesOf(svg, "rect", "width").map(Number);

Deno.test("every label stands whole, and every value with its unit", () => {
  assertEquals(
    labelsOf(counts).toSorted(),
    ["山东省", LONG, "其他", "9 人", "6 人", "1 人"].toSorted(),
  );
  assertEquals(
    labelsOf(shares).filter((label) => label.includes("%")),
    ["56.25%（9 人）", "37.50%（6 人）", "6.25%（1 人）"],
  );
});

Deno.test("bars stand in the rows' own order and are as long as their values", () => {
  const [first = 0, second, third] = widths(counts);
  assertEquals([second, third].map((width) => Math.round(900 * (width ?? 0) / first)), [600, 100]);
  const tops = attributesOf(counts, "rect", "y").map(Number);
  assertEquals(tops, tops.toSorted((a, b) => a - b));
  assertEquals(widths(shares).length, 3);
});

Deno.test("nothing is clipped at either side", () => {
  assertEquals(clipped(counts), []);
  assertEquals(clipped(shares), []);
});

Deno.test("whatever the labels, nothing is clipped, lost or warned of", () => {
  const character = fc.constantFrom(..."山东省就业率“”（）、，%·AMW019");
  const label = fc.array(character, { minLength: 1, maxLength: 30 }).map((all) => all.join(""));
  const row = fc.record({ 名: label, 数: fc.nat(9_999_999) });
  const many = fc.uniqueArray(row, { minLength: 1, maxLength: 20, selector: ({ 名 }) => 名 });
  fc.assert(
    fc.property(many, (some) => {
      const svg = bars(Frame.fromRows(some, ["名", "数"]), { label: "名", value: "数" });
      assertEquals(clipped(svg), []);
      const labels = labelsOf(svg);
      assert(some.every(({ 名 }) => labels.includes(名)));
      assert(!svg.includes("⚠"));
      assert(!svg.includes("NaN"));
    }),
    { numRuns: 30 },
  );
});

Deno.test("the bar that gathers the rest is pale", () => {
  const svg = bars(rows, { label: "省", value: "人数", rest: "其他" });
  assertEquals(attributesOf(svg, "rect", "fill"), [COLOURS.ink, COLOURS.ink, COLOURS.pale]);
});

Deno.test("nothing but noughts, one row, no row and an unknown share can be drawn", () => {
  const draw = (...some: { 名: string; 数: number }[]) =>
    bars(Frame.fromRows(some, ["名", "数"]), { label: "名", value: "数" });
  assertEquals(widths(draw({ 名: "甲", 数: 0 }, { 名: "乙", 数: 0 })), [0, 0]);
  assertEquals(widths(draw({ 名: "甲", 数: 5 })).length, 1);
  assertEquals(widths(draw()), []);
  const unknown = Frame.fromRows([{ 名: "甲", 率: ratio(0, 0) }], ["名", "率"]);
  const svg = bars(unknown, { label: "名", value: "率" });
  assertEquals(widths(svg), [0]);
  assertEquals(labelsOf(svg).toSorted(), ["—", "甲"].toSorted());
});

Deno.test("numbers that are years or texts of digits bring no warning", () => {
  const years = Frame.fromRows([{ 届: 2022, 数: 1 }, { 届: 2023, 数: 2 }], ["届", "数"]);
  assertEquals(labelsOf(bars(years, { label: "届", value: "数" })).slice(2), ["2022", "2023"]);
});

Deno.test("the same rows give the same bytes", () => {
  assertEquals(bars(rows, { label: "省", value: "人数" }), counts);
});

Deno.test("bars look as they did", async (t) => {
  await assertSnapshot(t, outline(counts));
  const shade = (name: string) => (name === "其他" ? "hatched" : "solid");
  await assertSnapshot(
    t,
    outline(bars(rows, { label: "省", value: "比例%", beside: "人数", shade })),
  );
});
