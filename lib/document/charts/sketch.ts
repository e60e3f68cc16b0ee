/** Bars below one another, each under a line with its name and its numbers: what they are made of. */
import defer * as Plot from "@observablehq/plot";
import { COLOURS, draw, FONT_SIZE, WIDTH } from "./drawing.ts";
import { called, type Shade, shaded } from "./shades.ts";
import { emWidth, wrap } from "./text.ts";

/** Height of a line of text, in pixels as all lengths here. */
export const LINE = Math.round(FONT_SIZE * 1.45);
/** Room on either side, so that no outline is cut off. */
export const EDGE = 2;
/** Length of a bar of 100 %: the same in all figures, so that bars can be compared across them. */
export const FULL = WIDTH - 2 * EDGE;

/** A rectangle. */
export interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly fill: string;
}

/** A line of text; `y` is its middle. */
export interface Words {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly fill: string;
  readonly bold?: boolean;
}

/** What a figure is made of, gathered from top to bottom. */
export interface Sketch {
  height: number;
  readonly boxes: Record<Shade, Box[]>;
  /** What shows the length of 100 % where a bar does not fill it. */
  readonly frames: Box[];
  readonly words: Words[];
  /** Ends of what a rate sums. */
  readonly ends: Box[];
}

/** An empty sketch. */
export function newSketch(): Sketch {
  return {
    height: 2,
    boxes: { solid: [], hatched: [], hollow: [] },
    frames: [],
    words: [],
    ends: [],
  };
}

/** The line above a bar: its name, and at the right its numbers. */
export function addHead(sketch: Sketch, name: string, numbers: string, { bold = false } = {}) {
  const lines = wrap(name, FULL / FONT_SIZE - emWidth(numbers) - 1);
  for (const [i, text] of lines.entries()) {
    const y = sketch.height + LINE * (i + 0.5);
    sketch.words.push({ x: EDGE, y, text, anchor: "start", fill: COLOURS.text, bold });
  }
  const y = sketch.height + LINE * (lines.length - 0.5);
  sketch.words.push({ x: WIDTH - EDGE, y, text: numbers, anchor: "end", fill: COLOURS.text });
  sketch.height += LINE * lines.length + 3;
}

/** The place of the next bar. */
export function placeBar(sketch: Sketch, height: number): Omit<Box, "fill"> {
  const y1 = sketch.height;
  sketch.height += height;
  return { x1: at(0), x2: at(1), y1, y2: y1 + height };
}

/** Where a part of the whole ends, from left to right. */
export function at(share: number): number {
  return EDGE + share * FULL;
}

/** Draws what was gathered. */
export function drawSketch({ height, boxes, frames, words, ends }: Sketch): string {
  const place = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;
  const write = (anchor: Words["anchor"], bold: boolean) =>
    Plot.text(words.filter((one) => one.anchor === anchor && (one.bold ?? false) === bold), {
      x: "x",
      y: "y",
      text: "text",
      fill: "fill",
      textAnchor: anchor,
      ...(bold ? { fontWeight: "bold" } : {}),
    });
  return draw({
    height,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    color: { type: "identity" },
    marks: [
      Plot.rect(frames, { ...place, fill: COLOURS.track }),
      // Pale parts need an outline to be seen at all.
      Plot.rect(boxes.solid, { ...place, fill: "fill", stroke: COLOURS.quiet, strokeWidth: 0.8 }),
      Plot.rect(boxes.hatched, { ...place, ...shaded("hatched", COLOURS.quiet) }),
      Plot.rect(boxes.hollow, { ...place, ...shaded("hollow") }),
      Plot.rect(ends, { ...place, fill: COLOURS.text, render: called("end") }),
      (["start", "middle", "end"] as const).flatMap((anchor) =>
        [false, true].map((bold) => write(anchor, bold))
      ),
    ],
  });
}
