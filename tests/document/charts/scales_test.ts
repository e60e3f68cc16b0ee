import { assert, assertEquals } from "@std/assert";
import { COLOURS } from "lib/document/charts/drawing.ts";
import { type ScaleBar, scales } from "lib/document/charts/scales.ts";
import { attributesOf, partsOf } from "../../page.ts";
import { clipped, drawnTexts, labelsOf } from "./drawn.ts";

const LABELS = ["很好", "较好", "还行", "较差", "很差"];
const BEST = LABELS.slice(0, 3);

/** A scale with all its parts, given as whole percentages. */
function whole(item: string, percentages: readonly number[], mean = "3.50"): ScaleBar {
  const part = (percentage: number) => ({ share: percentage / 100, text: `${percentage}.00%` });
  const sum = BEST.reduce((total, _, i) => total + (percentages[i] ?? 0), 0);
  return {
    item,
    best: BEST,
    rate: { ...part(sum), sure: true },
    parts: percentages.map(part),
    mean,
  };
}

function summed(item: string, share: number, sure: boolean): ScaleBar {
  const text = `${sure ? "" : "≥"}${share * 100}%`;
  return { item, best: BEST, rate: { share, text, sure }, parts: null, mean: null };
}

const NOTHING: ScaleBar = { item: "味道", best: BEST, rate: null, parts: null, mean: null };

const options = { labels: LABELS, measure: "满意度" };

/** Widths of the rectangles of a shade. */
function widths(svg: string, shade: "hatched" | "hollow"): number[] {
  return partsOf(svg, `g.${shade} rect`).map((rect) => Number(rect.getAttribute("width")));
}

Deno.test("a scale known in full shows its labels, its parts, its rate and its mean", () => {
  const svg = scales([whole("味道", [20, 30, 20, 15, 15])], options);
  const texts = labelsOf(svg);
  for (const label of LABELS) assert(texts.includes(label), label);
  assert(texts.includes("味道"));
  assert(texts.includes("满意度 70.00%　均值 3.50"));
  assertEquals(texts.filter((text) => /^\d+\.00%$/.test(text)), ["20.00%", "30.00%", "20.00%"]);
  assert(texts.includes("较差 15.00%　很差 15.00%"));
  assertEquals([...widths(svg, "hatched"), ...widths(svg, "hollow")], []);
});

Deno.test("a value too wide for its part stands below the bar with its label", () => {
  const texts = labelsOf(scales([whole("味道", [90, 5, 3, 2, 0])], options));
  assert(texts.includes("90.00%"));
  assert(texts.includes("较好 5.00%　还行 3.00%　较差 2.00%"));
  assert(texts.includes("很差 0.00%"));
});

Deno.test("of a scale known by its rate one part is solid and the rest hatched", () => {
  const svg = scales([summed("味道", 0.75, true)], options);
  const [rest = 0] = widths(svg, "hatched");
  const solid = partsOf(svg, "rect").find((rect) => rect.getAttribute("fill") === COLOURS.ink);
  const ratio = Number(solid?.getAttribute("width")) / rest;
  assert(Math.abs(ratio - 3) < 0.05, `three to one, not ${ratio}`);
  assertEquals(new Set(labelsOf(svg)), new Set(["味道", "满意度 75%", "很好、较好、还行 75%"]));
});

Deno.test("of a scale known by a floor that part is hollow, and nothing is hatched", () => {
  const svg = scales([summed("味道", 0.8, false), summed("价格", 0.7, false)], options);
  assertEquals(widths(svg, "hollow").length, 2);
  assertEquals(widths(svg, "hatched"), []);
  assert(labelsOf(svg).includes("满意度 ≥80%"));
});

Deno.test("a scale of which nothing is known is hatched from end to end", () => {
  const svg = scales([NOTHING, summed("价格", 0.5, true)], options);
  const [all = 0, half = 0] = widths(svg, "hatched");
  assert(Math.abs(all / half - 2) < 0.02);
  assert(labelsOf(svg).includes("满意度 —"));
});

Deno.test("where nothing is known, or one floor of all, nothing is drawn", () => {
  assertEquals(scales([NOTHING], options), "");
  assertEquals(scales([NOTHING, { ...NOTHING, item: "价格" }], options), "");
  assertEquals(scales([summed("味道", 0.8, false), summed("价格", 0.8, false)], options), "");
  assert(scales([summed("味道", 0.8, false), summed("价格", 0.8, true)], options) !== "");
});

Deno.test("hatching stays within its rectangle", () => {
  const svg = scales([NOTHING, summed("价格", 1, true)], options);
  const [rect] = partsOf(svg, "g.hatched rect");
  const number = (name: string) => Number(rect?.getAttribute(name));
  const [left, top] = [number("x"), number("y")];
  const [right, bottom] = [left + number("width"), top + number("height")];
  const [path = ""] = attributesOf(svg, "g.hatched path", "d");
  const points = [...(path ?? "").matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)];
  assert(points.length > 50);
  for (const [, x, y] of points) {
    assert(Number(x) >= left - 0.1 && Number(x) <= right + 0.1, `x ${x}`);
    assert(Number(y) >= top - 0.1 && Number(y) <= bottom + 0.1, `y ${y}`);
  }
});

Deno.test("long names and labels are neither clipped nor lost", () => {
  const item = "学校就业创业政策宣传、招聘信息收集发布与就业手续办理等各项服务的及时和便利程度";
  const labels = LABELS.map((label) => `${label}（对这一档的很长的解释）`);
  const svg = scales([whole(item, [1, 1, 1, 1, 96]), summed(item, 0.02, true)], {
    labels,
    measure: "前三档合计",
  });
  assertEquals(clipped(svg), []);
  const lines = drawnTexts(svg).map(({ text }) => text).join("");
  assert(lines.includes(item));
  for (const label of labels) assert(lines.includes(label));
});

Deno.test("a scale of seven labels has seven colours, from the best's to the worst's", () => {
  const labels = [..."甲乙丙丁戊己庚"];
  const part = { share: 1 / 7, text: "14.29%" };
  const svg = scales([{
    item: "味道",
    best: labels.slice(0, 3),
    rate: { share: 3 / 7, text: "42.86%", sure: true },
    parts: labels.map(() => part),
    mean: "4.00",
  }], { labels, measure: "满意度" });
  const fills = partsOf(svg, "rect").map((rect) => rect.getAttribute("fill"))
    .filter((fill) => fill !== null && fill !== "none" && fill !== COLOURS.text);
  const colours = [...new Set(fills)];
  assertEquals(colours.length, 7);
  assertEquals([colours[0], colours[3], colours[6]], [COLOURS.ink, COLOURS.pale, COLOURS.second]);
});
