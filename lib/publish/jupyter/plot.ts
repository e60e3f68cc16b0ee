/**
 * Observable Plot as a cell imports it (deno.json leads there): the same library, drawing without a
 * browser, in fonts that have Chinese characters, and with room for long names beside the axis.
 */
import * as Plot from "@observablehq/plot";
import { emWidth } from "../../document/charts/text.ts";
import { COLOURS, drawingDocument, FONT, FONT_SIZE } from "../../document/charts/drawing.ts";

export * from "@observablehq/plot";

type Figure = ReturnType<typeof Plot.plot>;

/** Plot's own margins at the left and the right. */
const MARGIN = { left: 40, right: 20 } as const;
/** What lies between a name and the edges beside it. */
const GAP = 20;
/** Below the figures of an axis there is a line for what they count. */
const BELOW = 46;

/** As Plot's `plot`; what the options do not say has the house's defaults. */
export function plot(options: Plot.PlotOptions = {}): Figure {
  const { style = {}, margin, marginBottom = margin ?? BELOW } = options;
  const house = { fontFamily: FONT, fontSize: `${FONT_SIZE}px`, color: COLOURS.text };
  const whole: Plot.PlotOptions = {
    ...options,
    marginBottom,
    document: drawingDocument(),
    style: typeof style === "string" ? style : { ...house, background: "none", ...style },
  };
  const figure = Plot.plot(whole);
  const shown = (axis: "y" | "fy") =>
    options[axis]?.axis === null ? 0 : widestName(figure.scale(axis)?.domain);
  // Groups are named at the left where the bars in them are not.
  const [left, right] = shown("y") > 0 ? [shown("y"), shown("fy")] : [shown("fy"), 0];
  const wider = Plot.plot({
    ...whole,
    marginLeft: options.marginLeft ?? margin ?? Math.max(left + GAP, MARGIN.left),
    marginRight: options.marginRight ?? margin ??
      Math.max(right > 0 ? right + GAP : 0, MARGIN.right),
  });
  // Plot writes its legends smaller than it writes the rest.
  for (const legend of wider.querySelectorAll("[class*=-swatches]")) {
    legend.setAttribute("style", `font: ${FONT_SIZE}px ${FONT}; color: ${COLOURS.text}`);
  }
  return wider;
}

/** How wide the names of a scale are at most, in pixels; 0 where it is no scale of names. */
function widestName(domain: Iterable<unknown> = []): number {
  const names = [...domain].filter((name) => typeof name === "string");
  return Math.max(...names.map(emWidth), 0) * FONT_SIZE;
}

// A mark can be plotted by itself, which is the same plot.
Plot.Mark.prototype.plot = function ({ marks = [], ...options } = {}) {
  const itself = this as Plot.RenderableMark; // Plot's types know no mark that cannot render.
  return plot({ ...options, marks: [...marks as Plot.Markish[], itself] });
};
