/**
 * Solid for what is known, hatched for what print does not itemise, hollow for what it only bounds;
 * a range is the stretch in which a value must lie.
 */
import defer * as Plot from "@observablehq/plot";
import { COLOURS } from "./drawing.ts";

/** How a part of a figure is filled. Hatched and hollow parts carry this word as their class. */
export type Shade = "solid" | "hatched" | "hollow";

/** What the shades and marks mean, apart from solid, which needs no word. */
const MEANINGS = [
  ["hatched", "公布时没有逐项列出", "斜线"],
  ["hollow", "公布时只给出下限", "空心"],
  ["range", "只知道在这个范围内", "虚线框"],
  ["end", "计入比例的各档到此为止", "竖线"],
] as const;

/** The shades and marks that occur in drawings, each as a swatch with its meaning, as HTML. */
export function legendOf(svg: string): string[] {
  return MEANINGS.filter(([shade]) => svg.includes(`class="${shade}"`))
    .map(([shade, meaning]) => `${swatch(shade)}${meaning}`);
}

/** The same in words, for where a swatch cannot stand: `斜线：公布时没有逐项列出`. */
export function legendWords(svg: string): string[] {
  return MEANINGS.filter(([shade]) => svg.includes(`class="${shade}"`))
    .map(([, meaning, look]) => `${look}：${meaning}`);
}

/** Distance between two strokes of a hatching, in pixels. */
const STEP = 7;

/**
 * Options of a bar or rectangle mark that fill it in a shade.
 *
 * @param colour of a solid part, and of the others' outlines
 */
export function shaded(shade: Shade, colour: string = COLOURS.ink) {
  if (shade === "solid") return { fill: colour };
  return {
    fill: COLOURS.paper,
    stroke: colour,
    strokeWidth: 1.2,
    inset: 0.6,
    render: shade === "hatched" ? hatching(colour, "hatched") : called("hollow"),
  };
}

/** Options of a rectangle mark that fills the stretch in which a value must lie. */
export const ranged = {
  fill: COLOURS.paper,
  stroke: COLOURS.second,
  strokeWidth: 1,
  strokeDasharray: "3 3",
  render: hatching(COLOURS.second, "range"),
};

/** Calls a mark's group by a word of the legend. */
export function called(name: typeof MEANINGS[number][0]): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    group?.setAttribute("class", name);
    return group;
  };
}

/**
 * Hatches every rectangle of a mark with strokes of its own: an SVG pattern would need an id, which
 * may occur only once on a page, and a page may show a figure beside others.
 */
function hatching(colour: string, name: string): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    if (group === null) return null;
    group.setAttribute("class", name);
    for (const rect of [...group.querySelectorAll("rect")]) {
      const [x, y, width, height] = ["x", "y", "width", "height"]
        .map((name) => Number(rect.getAttribute(name)));
      const strokes = context.document.createElementNS("http://www.w3.org/2000/svg", "path");
      strokes.setAttribute("d", diagonals(x ?? 0, y ?? 0, width ?? 0, height ?? 0));
      strokes.setAttribute("stroke", colour);
      strokes.setAttribute("stroke-width", "1");
      strokes.setAttribute("fill", "none");
      group.append(strokes);
    }
    return group;
  };
}

/**
 * A small picture of a shade, for a legend: it prints where backgrounds do not, and says nothing to
 * those who do not see it.
 */
function swatch(shade: typeof MEANINGS[number][0]): string {
  const [width, height] = [26, 14];
  if (shade === "end") {
    return `<svg class="swatch" width="${width}" height="${height}" aria-hidden="true">` +
      `<rect x="12" y="0" width="2" height="${height}" fill="${COLOURS.text}"/></svg>`;
  }
  const colour = { hatched: COLOURS.quiet, hollow: COLOURS.ink, range: COLOURS.second }[shade];
  const lines = shade === "hollow"
    ? ""
    : `<path d="${diagonals(0.6, 0.6, width - 1.2, height - 1.2)}" stroke="${colour}"/>`;
  return `<svg class="swatch" width="${width}" height="${height}" aria-hidden="true">` +
    `<rect x="0.6" y="0.6" width="${width - 1.2}" height="${height - 1.2}" stroke="${colour}" ` +
    `fill="${COLOURS.paper}" stroke-width="1.2"/>${lines}</svg>`;
}

/** Path of the falling diagonals that lie within a rectangle. */
function diagonals(x: number, y: number, width: number, height: number): string {
  const count = Math.max(0, Math.ceil((width + height) / STEP) - 1);
  return Array.from({ length: count }, (_, i) => (i + 1) * STEP).map((reach) => {
    const from = [x + Math.max(0, reach - height), y + Math.max(0, height - reach)];
    const to = [x + Math.min(reach, width), y + height - Math.max(0, reach - width)];
    return `M${from.map(short)}L${to.map(short)}`;
  }).join("");
}

function short(length: number): string {
  return String(Math.round(length * 10) / 10);
}
