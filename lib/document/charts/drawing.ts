/** Observable Plot drawn without a browser: one wrapper, so that all figures look alike. */
import defer * as Plot from "@observablehq/plot";
import defer * as linkedom from "linkedom";

/**
 * The design width: what the narrowest phone (320 px) shows, so that text is nowhere smaller than
 * {@link FONT_SIZE} pixels on a screen.
 */
export const WIDTH = 304;
export const FONT_SIZE = 14;

/** Fonts that have Chinese characters, on any system. */
export const FONT =
  '"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** How much larger than designed a figure may be drawn: so far that its text is as large as prose. */
const LARGEST = 1.25;

/**
 * The house's colours: ink for known values, rest for what is gathered, second beside them. What is
 * paler than these (pale, track) means nothing by itself, or has an outline.
 */
export const COLOURS = {
  ink: "#2f5d8a",
  second: "#bd8236",
  rest: "#74879b",
  pale: "#c9d6e3",
  track: "#eef2f6",
  paper: "#ffffff",
  text: "#222222",
  quiet: "#46525d",
} as const;

type PlotDocument = NonNullable<Plot.PlotOptions["document"]>;

let opened: PlotDocument | undefined;

/**
 * A document to draw in, which Plot asks for where there is no browser. It and Plot itself are what
 * takes longest to load; `import defer` leaves both until something is drawn.
 */
export function drawingDocument(): PlotDocument {
  if (opened === undefined) {
    const page = "<!doctype html><html><body></body></html>";
    const parsed = linkedom.parseHTML(page) as unknown as { readonly document: PlotDocument };
    opened = parsed.document;
  }
  return opened;
}

/**
 * Draws a plot as inline SVG that scales with its place.
 *
 * @param options Plot's options; width, font and background are the house's
 * @throws {Error} if Plot warns, since a warning mark must never reach a reader
 */
export function draw(options: Plot.PlotOptions): string {
  const element = Plot.plot({
    ...options,
    width: WIDTH,
    document: drawingDocument(),
    style: {
      maxWidth: `${WIDTH * LARGEST}px`,
      fontFamily: FONT,
      fontSize: `${FONT_SIZE}px`,
      background: "none",
      color: COLOURS.text,
    },
  });
  if (element.textContent?.includes("⚠")) throw new Error("Plot warned while drawing a figure");
  // Plot names its groups for those who cannot see them; they are told the whole in words instead.
  for (const group of element.querySelectorAll("[aria-label]")) {
    group.setAttribute("data-mark", group.getAttribute("aria-label") ?? "");
    group.removeAttribute("aria-label");
  }
  element.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return element.outerHTML;
}
