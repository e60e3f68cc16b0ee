import { assert, assertEquals } from "@std/assert";
import { assertSnapshot } from "@std/testing/snapshot";
import fc from "fast-check";
import { bars } from "lib/document/charts/bars.ts";
import { COLOURS } from "lib/document/charts/drawing.ts";
import { FULL } from "lib/document/charts/sketch.ts";
import { Frame } from "lib/table/frame.ts";
import { type Ratio, ratio } from "lib/measures/ratio.ts";
import { attributesOf } from "../../page.ts";
import { clipped, drawnTexts, labelsOf, outline } from "./drawn.ts";

const LONG = "水利、环境和公共设施管理业以及居民服务、修理和其他服务业";

const rows = Frame.fromRows([
  { 省: "山东省", 人数: 9, "比例%": ratio(9, 16) },
  { 省: LONG, 人数: 6, "比例%": ratio(6, 16) },
  { 省: "其他", 人数: 1, "比例%": ratio(1, 16) },
], ["省", "人数", "比例%"]);

const counts = bars(rows, { label: "省", value: "人数" });
const shares = bars(rows, { label: "省", value: "比例%", beside: "人数" });

/** Lengths of the bars, and of what shows 100 % behind them. */
const widths = (svg: string) => attributesOf(svg, "rect[fill='#2f5d8a']", "width").map(Number);
const tracks = (svg: string) => attributesOf(svg, `[fill="${COLOURS.track}"] rect`, "width");
/** The texts without the breaks between their lines. */
const texts = (svg: string) => drawnTexts(svg).map(({ text }) => text).join("");

Deno.test("every label stands whole, and every value with its unit", () => {
  for (const text of ["山东省", LONG, "其他", "9 人", "6 人", "1 人"]) {
    assert(texts(counts).includes(text), text);
  }
  assertEquals(
    labelsOf(shares).filter((label) => label.includes("%")),
    ["56.25%（9 人）", "37.50%（6 人）", "6.25%（1 人）"],
  );
});

Deno.test("bars stand in the rows' own order and are as long as their values", () => {
  const [first = 0, second, third] = widths(counts);
  assertEquals([second, third].map((width) => Math.round(90 * (width ?? 0) / first)), [60, 10]);
  const tops = attributesOf(counts, "rect[fill='#2f5d8a']", "y").map(Number);
  assertEquals(tops, tops.toSorted((a, b) => a - b));
  assertEquals(widths(shares).length, 3);
});

Deno.test("shares of two figures are drawn over one length, that of 100 %", () => {
  const share = (count: number) =>
    bars(Frame.fromRows([{ 名: "甲", 率: ratio(count, 100) }], ["名", "率"]), {
      label: "名",
      value: "率",
    });
  const [half = 0] = widths(share(50));
  const [most = 0] = widths(share(100));
  assertEquals(Math.round(200 * half / most), 100);
  assertEquals(Math.round(most), FULL);
  assertEquals(tracks(share(50)).map(Number), [FULL]);
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
      const all = texts(svg);
      assert(some.every(({ 名 }) => all.includes(名)));
      assert(!svg.includes("⚠"));
      assert(!svg.includes("NaN"));
    }),
    { numRuns: 30 },
  );
});

Deno.test("the bar that gathers the rest is grey", () => {
  const svg = bars(rows, { label: "省", value: "人数", rest: "其他" });
  const fills = attributesOf(svg, "rect[fill]", "fill");
  assertEquals(fills, [COLOURS.ink, COLOURS.ink, COLOURS.rest]);
});

Deno.test("nothing but noughts, and one row, can be drawn; what is unknown has no bar", () => {
  const draw = (...some: { 名: string; 数: number }[]) =>
    bars(Frame.fromRows(some, ["名", "数"]), { label: "名", value: "数" });
  const noughts = draw({ 名: "甲", 数: 0 }, { 名: "乙", 数: 0 });
  assertEquals([widths(noughts), tracks(noughts).length], [[], 2]);
  assertEquals(widths(draw({ 名: "甲", 数: 5 })).length, 1);
  const some = [{ 名: "甲", 率: ratio(0, 0) }, { 名: "乙", 率: ratio(1, 2) }];
  const svg = bars(Frame.fromRows(some, ["名", "率"]), { label: "名", value: "率" });
  assertEquals(widths(svg).length, 1);
  assertEquals(labelsOf(svg), ["甲", "乙", "未知", "50.00%"]);
});

Deno.test("without a row, or where every value is unknown, nothing is drawn", () => {
  const draw = (...some: { 名: string; 率: Ratio | null }[]) =>
    bars(Frame.fromRows(some, ["名", "率"]), { label: "名", value: "率" });
  assertEquals(draw(), "");
  assertEquals(draw({ 名: "甲", 率: ratio(0, 0) }, { 名: "乙", 率: null }), "");
});

Deno.test("numbers that are years or texts of digits bring no warning", () => {
  const years = Frame.fromRows([{ 届: 2022, 数: 1 }, { 届: 2023, 数: 2 }], ["届", "数"]);
  assertEquals(labelsOf(bars(years, { label: "届", value: "数" })).slice(0, 2), ["2022", "2023"]);
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
