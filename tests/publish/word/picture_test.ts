import { assert, assertEquals, assertMatch } from "@std/assert";
import { ratio } from "lib/measures/ratio.ts";
import { bars } from "lib/document/charts/bars.ts";
import { type ScaleBar, scales } from "lib/document/charts/scales.ts";
import { tileMap } from "lib/document/charts/tiles.ts";
import { trend } from "lib/document/charts/trend.ts";
import { chineseFont } from "lib/publish/word/fonts.ts";
import { packed, unpacked } from "lib/publish/word/bitmaps.ts";
import { type Bitmaps, openPictures, standalone } from "lib/publish/word/picture.ts";
import { Frame } from "lib/table/frame.ts";
import { xmlFaults } from "../office_parts.ts";

const shares = Frame.fromRows([{ 性别: "男 & <女>", "比例%": ratio(9, 16) }], ["性别", "比例%"]);
const years = Frame.fromRows([
  { 届: 2029, 率: "≥84" },
  { 届: 2030, 率: "84.70" },
  { 届: 2031, 率: "86.10" },
], ["届", "率"]);
const scale: ScaleBar = {
  item: "工作环境",
  best: ["很满意", "较满意", "基本满意"],
  rate: { share: 0.9, text: "90.00%", sure: true },
  parts: null,
  mean: null,
};
const drawings = {
  bars: bars(shares, { label: "性别", value: "比例%" }),
  trend: trend(years, { year: "届", value: "率", unit: "%" }),
  scales: scales([scale], { labels: ["很满意", "较满意"], measure: "满意度" }),
  tiles: tileMap(
    Frame.fromRows([{ 简称: "鲁", 格行: 3, 格列: 5, 人数: 12 }], ["简称", "格行", "格列", "人数"]),
  ),
};

const NOTHING = { svg: "", width: 0, height: 0 };

Deno.test("a drawing that stands alone has nothing that Word does not know", () => {
  for (const drawing of Object.values(drawings)) {
    const [{ svg, width, height } = NOTHING, ...others] = standalone(drawing);
    assertEquals(others, []);
    assertEquals(xmlFaults(svg), []);
    assertMatch(svg, /^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert(!/<style|style=|currentColor|="-?[\d.]+em"/.test(svg), svg);
    assert(width > 0 && height > 0);
  }
});

Deno.test("drawings below one another are pictures of their own", () => {
  const both = standalone(drawings.bars + drawings.tiles);
  assertEquals(both, [drawings.bars, drawings.tiles].flatMap(standalone));
  assertEquals(both.length, 2);
});

Deno.test("a drawing keeps its texts", () => {
  assertMatch(standalone(drawings.bars)[0]?.svg ?? "", /男 &amp; &lt;女&gt;/);
});

Deno.test("the bitmap is twice as large as the design, and never blank", async () => {
  const draw = await openPictures(null);
  for (const drawing of Object.values(drawings)) {
    const [{ png, width, height } = { ...NOTHING, png: new Uint8Array() }] = draw(drawing);
    assertEquals([...png.slice(1, 4)], [..."PNG"].map((letter) => letter.charCodeAt(0)));
    const view = new DataView(png.buffer);
    assertEquals(
      [view.getUint32(16), view.getUint32(20)],
      [width, height].map((length) => Math.ceil(2 * length)),
    );
    assert(png.length > 200);
  }
});

Deno.test("with a font the bitmap has texts", {
  ignore: chineseFont() === null, // No Chinese font on this computer.
}, async () => {
  const [bare, full] = [await openPictures(null), await openPictures(chineseFont())];
  const size = (draw: typeof bare) => draw(drawings.bars)[0]?.png.length ?? 0;
  assert(size(full) > size(bare) + 500);
});

Deno.test("a bitmap that is known is not made again, and is kept with its drawing", async () => {
  const first: Bitmaps["used"] = new Map();
  const again: Bitmaps["used"] = new Map();
  const [made] = (await openPictures(null, { known: new Map(), used: first }))(drawings.bars);
  assertEquals([...first.values()], [made?.png]);
  const known = unpacked(packed(first));
  assertEquals(known, first);
  for (const svg of known.keys()) known.set(svg, new Uint8Array([1]));
  const draw = await openPictures(null, { known, used: again });
  assertEquals(draw(drawings.bars)[0]?.png, new Uint8Array([1]));
  assertEquals(again, known);
  const [changed] = (await openPictures(null, { known, used: new Map() }))(
    drawings.bars.replace("男", "女"),
  );
  assert((changed?.png.length ?? 0) > 200);
  assertEquals(unpacked(undefined).size, 0);
});
