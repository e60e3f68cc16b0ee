/** Observable Plot drawn without a browser: one wrapper, so that all figures look alike. */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** The usual design width; a wide screen draws it larger, a phone smaller. */
export const WIDTH = 560;
/** The design width of forms that need no more: on a phone their text shrinks little. */
export const NARROW = 440;
export const FONT_SIZE = 13;

/** Fonts that have Chinese characters, on any system. */
export const FONT =
  '"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** How much larger than designed a narrow form may be drawn, so that its text stays text-sized. */
const LARGEST = 1.25;

/** The house's colours: ink for known values, pale for context, paper for what is only bounded. */
export const COLOURS = {
  ink: "#2f5d8a",
  second: "#c08a3e",
  pale: "#c9d6e3",
  paper: "#ffffff",
  text: "#222222",
  quiet: "#666666",
} as const;

/** A document to draw in, which Plot asks for where there is no browser. */
export const { document } = parseHTML("<!doctype html><html><body></body></html>") as unknown as {
  readonly document: NonNullable<Plot.PlotOptions["document"]>;
};

/**
 * Draws a plot as inline SVG that scales with its place.
 *
 * @param options Plot's options; size, font and background have the house's defaults
 * @throws {Error} if Plot warns, since a warning mark must never reach a reader
 */
export function draw(options: Plot.PlotOptions): string {
  const width = options.width ?? WIDTH;
  const element = Plot.plot({
    ...options,
    width,
    document,
    style: {
      ...(width < WIDTH ? { maxWidth: `${width * LARGEST}px` } : {}),
      fontFamily: FONT,
      fontSize: `${FONT_SIZE}px`,
      background: "none",
      color: COLOURS.text,
    },
  });
  if (element.textContent?.includes("⚠")) throw new Error("Plot warned while drawing a figure");
  element.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return element.outerHTML;
}
