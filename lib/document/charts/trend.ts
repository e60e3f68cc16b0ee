import * as Plot from "@observablehq/plot";
import { parseBound } from "../../table/bound.ts";
import type { Frame } from "../../table/frame.ts";
import { COLOURS, draw, FONT_SIZE, NARROW } from "./drawing.ts";

/**
 * A short series of years. A known value is a dot, joined to a known neighbour; a bound (`≥84`) is
 * an open mark with an arrow to the side where the value lies; an unknown year says 未知.
 *
 * @param rows one row a year, oldest first
 * @param year column with the year
 * @param value column with the value: a number, a share, a bound (`<`, `>`, `≤`, `≥`), the text of
 *   one of these, or nothing
 * @param unit written after each value
 */
export function trend<R extends object>(
  rows: Frame<R>,
  { year, value, unit }: {
    readonly year: keyof R & string;
    readonly value: keyof R & string;
    readonly unit: string;
  },
): string {
  const years = rows.column(year).map(String);
  const points = rows.column(value).map((cell, i) => {
    const text = String(cell ?? "");
    const bound = parseBound(text);
    const height = bound === null ? null : Number(bound.limit);
    return { year: years[i] ?? "", text, side: bound?.side ?? null, height };
  });
  const heights = points.flatMap(({ height }) => height ?? []);
  const [low, high] = [Math.min(...heights, Infinity), Math.max(...heights, -Infinity)];
  const room = Number.isFinite(low) ? Math.max((high - low) * 0.45, high * 0.02, 1e-9) : 1;
  const middle = Number.isFinite(low) ? (low + high) / 2 : 0;
  const half = (Number.isFinite(low) ? (high - low) / 2 : 0) + room;
  const floor = middle - half;
  const placed = points.map((point) => ({
    ...point,
    height: point.height ?? middle,
    words: point.side === null ? "未知" : `${point.text}${unit === "%" ? "%" : ` ${unit}`}`,
  }));
  const known = placed.filter(({ side }) => side === "at");
  const bounds = placed.filter(({ side }) => side === "above" || side === "below");
  const steps = placed.slice(1).flatMap((to, i) => {
    const from = placed[i];
    return from?.side === "at" && to.side === "at" ? [{ from, to }] : [];
  });
  // Below a point to which every line comes down, above any other.
  const under = (point: typeof placed[number]) => {
    const ends = steps.flatMap(({ from, to }) => from === point ? to : to === point ? from : []);
    return ends.length > 0 && ends.every(({ height }) => height > point.height);
  };
  const arrow = (side: string | null) => (side === "above" ? room * 0.6 : -room * 0.6);
  return draw({
    width: NARROW,
    height: 190,
    marginLeft: 20,
    marginRight: 20,
    marginTop: 16,
    marginBottom: 30,
    x: { type: "point", domain: years, label: null, tickSize: 0, padding: 0.6 },
    y: { axis: null, domain: [floor, floor + 2 * half] },
    marks: [
      Plot.ruleY([floor], { stroke: COLOURS.pale }),
      Plot.link(steps, {
        x1: (step) => step.from.year,
        y1: (step) => step.from.height,
        x2: (step) => step.to.year,
        y2: (step) => step.to.height,
        stroke: COLOURS.ink,
        strokeWidth: 2,
      }),
      Plot.arrow(bounds, {
        x1: "year",
        x2: "year",
        y1: "height",
        y2: ({ height, side }) => height + arrow(side),
        stroke: COLOURS.second,
        strokeWidth: 1.5,
        headLength: 7,
      }),
      Plot.dot(bounds, {
        x: "year",
        y: "height",
        r: 5,
        fill: COLOURS.paper,
        stroke: COLOURS.second,
        strokeWidth: 1.5,
      }),
      Plot.dot(known, { x: "year", y: "height", r: 5, fill: COLOURS.ink }),
      // A line leaves a known point sideways, an arrow leaves a bound upwards or downwards.
      ...[-15, 16].map((dy) =>
        Plot.text(known.filter((point) => under(point) === (dy > 0)), {
          x: "year",
          y: "height",
          text: "words",
          dy,
          fontSize: FONT_SIZE,
        })
      ),
      Plot.text(placed.filter(({ side }) => side !== "at"), {
        x: "year",
        y: "height",
        text: "words",
        dx: 10,
        textAnchor: "start",
        fontSize: FONT_SIZE,
        fill: ({ side }) => (side === null ? COLOURS.quiet : COLOURS.text),
      }),
    ],
  });
}
