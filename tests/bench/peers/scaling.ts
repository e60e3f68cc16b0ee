/** How times and memory grow with a register, as a figure. */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { COLOURS, FONT } from "lib/document/charts/drawing.ts";
import { type Measurement, medianOf, type Program, PROGRAMS } from "./peers.ts";

const NAMES: Readonly<Record<Program, string>> = {
  "ours": "this workspace",
  "ours, once more": "this workspace, opened once more",
  "pandas": "pandas categorical",
  "polars": "polars categorical",
  "duckdb": "DuckDB ENUM",
};

const COLOUR: Readonly<Record<Program, string>> = {
  "ours": COLOURS.ink,
  "ours, once more": "#7fa8d1",
  "pandas": COLOURS.second,
  "polars": "#7a4fa3",
  "duckdb": "#4c8c4a",
};

const PANELS = [
  ["load, ms", "load"],
  ["25 tallies, ms", "first"],
  ["file to figures, ms", "whole"],
  ["peak memory, MB", "memory"],
] as const;

/**
 * An SVG with a panel for each measure; both axes are logarithmic.
 *
 * @param measurements of at least two sizes
 * @param made what it was made on, written under the figure
 */
export function scaling(measurements: readonly Measurement[], made: string): string {
  const points = measurements.flatMap(({ rows, runs }) =>
    PROGRAMS.flatMap((program) =>
      PANELS.map(([panel, what]) => ({
        panel,
        program,
        rows,
        value: medianOf(runs, program, what),
      }))
    )
  ).filter(({ value }) => !Number.isNaN(value));
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const at = { x: "rows", y: "value", fx: "panel", stroke: "program" } as const;
  const plot = Plot.plot({
    document: document as never,
    width: 1040,
    height: 380,
    marginTop: 40,
    marginLeft: 60,
    marginBottom: 90,
    style: { fontFamily: FONT, fontSize: "12px", background: COLOURS.paper },
    x: { type: "log", label: "rows", tickFormat: "~s", ticks: 4, grid: true },
    y: { type: "log", label: null, tickFormat: "~s", ticks: 6, grid: true },
    fx: { domain: PANELS.map(([panel]) => panel), label: null, axis: "top" },
    color: { domain: [...PROGRAMS], range: PROGRAMS.map((program) => COLOUR[program]) },
    marks: [Plot.frame({ stroke: COLOURS.pale }), Plot.line(points, at), Plot.dot(points, at)],
  });
  const text = (x: number, y: number, fill: string, words: string) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", "text");
    for (const [name, value] of Object.entries({ x, y, fill })) {
      element.setAttribute(name, String(value));
    }
    element.textContent = words;
    plot.append(element as never);
  };
  PROGRAMS.forEach((program, i) => text(60 + i * 190, 345, COLOUR[program], `● ${NAMES[program]}`));
  text(60, 368, COLOURS.quiet, made);
  plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return plot.outerHTML;
}
