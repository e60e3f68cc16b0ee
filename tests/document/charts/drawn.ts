import { FONT_SIZE } from "lib/document/charts/drawing.ts";
import { emWidth } from "lib/document/charts/text.ts";
import { attributesOf, type Part, partsOf } from "../../page.ts";

/** A line of text in a drawing and the stretch that it takes from left to right. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** The texts of a drawing, a text of several lines as the lines together. */
export function labelsOf(svg: string): string[] {
  return partsOf(svg, "text").map((text) => text.textContent);
}

/** Every line of text in a drawing, and where it begins and ends. */
export function drawnTexts(svg: string): DrawnText[] {
  return partsOf(svg, "text").flatMap((text) => {
    const lines = [...text.querySelectorAll("tspan")].map((line) => line.textContent);
    const anchor = inherited(text, "text-anchor") ?? "start";
    const at = shift(text) + Number(text.getAttribute("x") ?? 0);
    return (lines.length > 0 ? lines : [text.textContent]).map((line) => {
      const width = emWidth(line) * FONT_SIZE;
      const left = anchor === "end" ? at - width : anchor === "middle" ? at - width / 2 : at;
      return { text: line, left, right: left + width };
    });
  });
}

/** The lines of text that begin left of the drawing or end right of it. */
export function clipped(svg: string): DrawnText[] {
  const [view] = attributesOf(svg, "svg", "viewBox");
  const width = Number(view?.split(" ")[2]);
  return drawnTexts(svg).filter(({ left, right }) => left < 0 || right > width);
}

/** Attributes that say where a mark stands and how large it is. */
const PLACES = "x y width height cx cy r x1 y1 x2 y2 d transform".split(" ");

/**
 * A drawing as one reads it: a line a group (what it is, how it is shaded), a line a mark (where it
 * stands, to whole pixels, and what it says). For snapshots: what changes in it, a reader would see.
 */
export function outline(svg: string): string[] {
  return partsOf(svg, "[data-mark], [data-mark] > *").map((part) => {
    const [label, tag] = [part.getAttribute("data-mark"), part.tagName.toLowerCase()];
    const words = label !== null
      ? [label, ...["class", "fill", "stroke"].map((name) => part.getAttribute(name) ?? "")]
      : [
        ` ${tag}`,
        ...PLACES.map((name) => placed(part, name)),
        tag === "text" && part.textContent,
      ];
    return words.filter((word) => word).join(" ");
  });
}

/** An attribute to whole pixels; nothing for one that is relative to the font. */
function placed(part: Part, name: string): string {
  const value = part.getAttribute(name);
  if (value === null || value.endsWith("em")) return "";
  return `${name}=${value.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))))}`;
}

function inherited(part: Part | null, name: string): string | null {
  if (part === null) return null;
  return part.getAttribute(name) ?? inherited(part.parentElement, name);
}

/** How far a part is moved to the right by itself and by what holds it. */
function shift(part: Part | null): number {
  if (part === null) return 0;
  const match = /translate\(([-\d.]+)/.exec(part.getAttribute("transform") ?? "");
  return Number(match?.[1] ?? 0) + shift(part.parentElement);
}
