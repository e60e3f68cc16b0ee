import { assert, assertEquals, assertThrows } from "@std/assert";
import { bars } from "lib/document/charts/bars.ts";
import { contrast, legibleOn } from "lib/document/charts/contrast.ts";
import { COLOURS, FONT_SIZE, WIDTH } from "lib/document/charts/drawing.ts";
import { scales } from "lib/document/charts/scales.ts";
import { tileMap } from "lib/document/charts/tiles.ts";
import { trend } from "lib/document/charts/trend.ts";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { ratio } from "lib/measures/ratio.ts";
import { Frame } from "lib/table/frame.ts";
import { root } from "lib/workspace.ts";
import { type Part, partsOf } from "../../page.ts";

/** Least contrast of text, and of what else one must see: WCAG 2.2, 1.4.3 and 1.4.11. */
const [TEXT, MARK] = [4.5, 3];
/** Least contrast of a page's text, by 1.4.6. */
const PROSE = 7;

Deno.test("contrast is that of black on white at most, and 1 of a colour with itself", () => {
  assertEquals(contrast("#000000", "#ffffff"), 21);
  assertEquals(contrast("#ffffff", "#000000"), 21);
  assertEquals(contrast(COLOURS.ink, COLOURS.ink), 1);
  assertEquals(contrast("#777777", "#ffffff").toFixed(2), "4.48");
  assertThrows(() => contrast("red", "#ffffff"), RangeError, '"red"');
  assertEquals(legibleOn("#000000", ["#222222", "#ffffff"]), "#ffffff");
});

Deno.test("the house's colours are seen on paper, its texts are read", () => {
  for (const name of ["ink", "second", "rest"] as const) {
    assert(contrast(COLOURS[name], COLOURS.paper) >= MARK, name);
  }
  for (const name of ["ink", "rest"] as const) {
    assert(contrast(COLOURS[name], COLOURS.track) >= MARK, `${name} on its track`);
  }
  for (const name of ["text", "quiet"] as const) {
    assert(contrast(COLOURS[name], COLOURS.paper) >= TEXT, name);
  }
});

const part = (share: number) => ({ share, text: `${100 * share}%` });
const bar = { item: "味道", best: ["好"], rate: { ...part(0.2), sure: true }, mean: "3.00" };
const years = Frame.fromRows(
  ["84.70", "<90", "≥84", "", "81"].map((值, i) => ({ 届: 2021 + i, 值 })),
  ["届", "值"],
);
const options = Frame.fromRows(
  [0.1, 0.2, 0.3, 0.4].map((share, i) => ({ 名: `名${i}`, 率: ratio(10 * share, 10) })),
  ["名", "率"],
);
const provinces = readDictionaries().regions.filter((one) => one.格行 !== null)
  .derive({ 人数: (_, i) => [0, 5, 20, 100, 500][i % 5] ?? 0 });

/** One of each form, with all that can occur in it. */
const FIGURES = {
  bars: bars(options, {
    label: "名",
    value: "率",
    rest: "名3",
    shade: (name) => (name === "名1" ? "hatched" : name === "名2" ? "hollow" : "solid"),
  }),
  scales: scales([
    { ...bar, parts: [0.2, 0.2, 0.2, 0.2, 0.2].map(part) },
    { ...bar, item: "价格", parts: null },
    { ...bar, item: "环境", rate: { ...part(0.5), sure: false }, parts: null },
  ], { labels: ["好", "较好", "中", "较差", "差"], measure: "好评率" }),
  trend: trend(years, { year: "届", value: "值", unit: "%" }),
  tiles: tileMap(provinces),
};

/** An attribute of a mark or of what it stands in. */
function inherited(mark: Part | null, name: string): string | null {
  if (mark === null) return null;
  const own = mark.getAttribute(name);
  return own === null || own === "currentColor" ? inherited(mark.parentElement, name) : own;
}

function place(mark: Part, ...names: string[]): number[] {
  return names.map((name) => Number(mark.getAttribute(name)));
}

/** How far a mark is moved by itself and by what it stands in. */
function moved(mark: Part | null): [x: number, y: number] {
  if (mark === null) return [0, 0];
  const [x, y] = moved(mark.parentElement);
  const [, right = "0", down = "0"] = /translate\(([-\d.]+),([-\d.]+)/
    .exec(mark.getAttribute("transform") ?? "") ?? [];
  return [x + Number(right), y + Number(down)];
}

for (const [name, svg] of Object.entries(FIGURES)) {
  Deno.test(`every mark of ${name} is seen by its fill or its outline, apart from tracks`, () => {
    const marks = partsOf(svg, "rect, circle");
    assert(marks.length > 2);
    for (const mark of marks) {
      const colours = [inherited(mark, "fill"), inherited(mark, "stroke")];
      if (colours[0] === COLOURS.track) continue;
      const best = Math.max(
        ...colours.map((one) => one?.startsWith("#") ? contrast(one, COLOURS.paper) : 0),
      );
      assert(best >= MARK, `${colours}`);
    }
  });

  Deno.test(`every text of ${name} is read on what it stands on`, () => {
    const rects = partsOf(svg, "rect");
    const texts = partsOf(svg, "text").filter((text) => text.getAttribute("transform") !== null);
    assert(texts.length > 2);
    for (const text of texts) {
      const [x, y] = moved(text);
      const under = rects.findLast((rect) => {
        const [left = 0, top = 0, width = 0, height = 0] = place(rect, "x", "y", "width", "height");
        return x >= left && x <= left + width && y >= top && y <= top + height;
      });
      const ground = (under && inherited(under, "fill")) ?? COLOURS.paper;
      const fill = inherited(text, "fill") ?? "";
      const ink = fill.startsWith("#") ? fill : COLOURS.text;
      assert(contrast(ink, ground) >= TEXT, `${text.textContent}: ${ink} on ${ground}`);
    }
  });

  Deno.test(`${name} are designed for the narrowest phone, with text of 14 pixels there`, () => {
    const [view = ""] = partsOf(svg, "svg").map((one) => one.getAttribute("viewBox"));
    assertEquals(Number(view?.split(" ")[2]), WIDTH);
    assert(FONT_SIZE * (320 - 2 * 8) / WIDTH >= 14);
    const smaller = partsOf(svg, "svg [font-size]")
      .filter((one) => Number(one.getAttribute("font-size")) < FONT_SIZE);
    assertEquals(smaller.length, 0);
    assert(svg.includes(`font-size:${FONT_SIZE}px`));
  });
}

/** The custom properties and colours of the style sheet, in the light and in the dark. */
function variables(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z]+): (#[\da-f]{6});/g)].map((
      [, name = "", value = ""],
    ) => [name, value]),
  );
}

Deno.test("the pages' own colours are read in the light and in the dark", () => {
  const css = Deno.readTextFileSync(`${root()}/lib/publish/html/style.css`);
  const [light = "", dark = ""] = css.split("prefers-color-scheme: dark");
  const schemes = [variables(light.slice(0, light.indexOf("}"))), variables(dark)];
  for (const scheme of schemes) {
    const { page = "", wash = "" } = scheme;
    for (
      const name of [
        "ink",
        "quiet",
        "accent",
        "good",
        "bad",
        "doubt",
        "comment",
        "keyword",
        "string",
        "number",
      ]
    ) {
      for (const ground of [page, wash]) {
        const colour = scheme[name] ?? "";
        assert(contrast(colour, ground) >= PROSE, `${name} ${colour} on ${ground}`);
      }
    }
    assert(contrast(scheme.ink ?? "", scheme.mark ?? "") >= PROSE, "what a link leads to");
  }
});
