/**
 * Observable Plot as a cell imports it (deno.json leads there): the same library, drawing without a
 * browser, in fonts that have Chinese characters, and with room for long names beside the axis.
 */
import * as Plot from "@observablehq/plot";
import { emWidth } from "../../document/charts/text.ts";
import { COLOURS, drawingDocument, FONT, FONT_SIZE } from "../../document/charts/drawing.ts";

export * from "@observablehq/plot";

type Figure = ReturnType<typeof Plot.plot>;

/** Plot's own margin at the left. */
const MARGIN = 40;
/** What lies between a name and the edges beside it. */
const GAP = 20;

/** As Plot's `plot`; what the options do not say has the house's defaults. */
export function plot(options: Plot.PlotOptions = {}): Figure {
  const { style = {} } = options;
  const house = { fontFamily: FONT, fontSize: `${FONT_SIZE}px`, color: COLOURS.text };
  const whole: Plot.PlotOptions = {
    ...options,
    document: drawingDocument(),
    style: typeof style === "string" ? style : { ...house, background: "none", ...style },
  };
  const figure = Plot.plot(whole);
  if (options.marginLeft !== undefined || options.margin !== undefined) return figure;
  const domain: Iterable<unknown> = figure.scale("y")?.domain ?? [];
  const names = [...domain].filter((name) => typeof name === "string");
  const marginLeft = Math.max(...names.map(emWidth), 0) * FONT_SIZE + GAP;
  return marginLeft > MARGIN ? Plot.plot({ ...whole, marginLeft }) : figure;
}

// A mark can be plotted by itself, which is the same plot.
Plot.Mark.prototype.plot = function ({ marks = [], ...options } = {}) {
  const itself = this as Plot.RenderableMark; // Plot's types know no mark that cannot render.
  return plot({ ...options, marks: [...marks as Plot.Markish[], itself] });
};
