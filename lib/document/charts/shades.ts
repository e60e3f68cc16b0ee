/** Solid for what is known, hatched for what print does not itemise, hollow for what it only bounds. */
import * as Plot from "@observablehq/plot";
import { COLOURS } from "./drawing.ts";

/** How a part of a figure is filled. Hatched and hollow parts carry this word as their class. */
export type Shade = "solid" | "hatched" | "hollow";

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
    render: shade === "hatched" ? hatching(colour) : named,
  };
}

const named: Plot.RenderFunction = (index, scales, values, dimensions, context, next) => {
  const group = next?.(index, scales, values, dimensions, context) ?? null;
  group?.setAttribute("class", "hollow");
  return group;
};

/**
 * Hatches every rectangle of a mark with strokes of its own: an SVG pattern would need an id, which
 * may occur only once on a page, and a page may show a figure beside others.
 */
function hatching(colour: string): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    if (group === null) return null;
    group.setAttribute("class", "hatched");
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
