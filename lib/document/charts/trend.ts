import defer * as Plot from "@observablehq/plot";
import { parseBound } from "../../table/bound.ts";
import type { Frame } from "../../table/frame.ts";
import { COLOURS, draw, FONT_SIZE, WIDTH } from "./drawing.ts";
import { ranged } from "./shades.ts";
import { emWidth } from "./text.ts";

const MARGIN = { top: 24, bottom: 28 } as const;
const HEIGHT = 150;
/** How far above the largest number a lower bound's range goes on. */
const ROOM = 1.2;
/** Part of a year's place that its column leaves empty. */
const PADDING = 0.45;

/**
 * A short series of years as columns that stand on zero, of rates over the whole of 100 %. A known value is a full column; of a bound
 * (`≥84`) the stretch is hatched in which the value must lie; an unknown year says 未知. Where fewer
 * than two years are known there is no course to see, and nothing is drawn.
 *
 * @param rows one row a year, oldest first
 * @param year column with the year
 * @param value column with the value: a number, a share, a bound (`<`, `>`, `≤`, `≥`), the text of
 *   one of these, or nothing
 * @param unit written after each value where there is room
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
    const at = bound === null ? 0 : Number(bound.limit);
    return { year: years[i] ?? "", text, side: bound?.side ?? null, at };
  });
  const known = points.filter(({ side }) => side === "at");
  if (known.length < 2) return "";
  const most = Math.max(...points.map(({ at }) => at)) || 1;
  const open = points.some(({ side }) => side === "above");
  const whole = unit === "%" && most <= 100;
  const top = whole ? 100 : open ? most * ROOM : most;
  const ranges = points.flatMap((point) =>
    point.side === "below"
      ? [{ ...point, from: 0, to: point.at }]
      : point.side === "above"
      ? [{ ...point, from: point.at, to: top }]
      : []
  );
  const ends = new Map(ranges.map(({ year, to }) => [year, to]));
  const place = WIDTH / years.length - 4;
  const after = unit === "%" ? "%" : ` ${unit}`;
  const roomy = points.every(({ text }) => emWidth(text + after) * FONT_SIZE <= place);
  const told = points.map(({ year, text, side, at }) => ({
    year,
    at: ends.get(year) ?? at,
    words: side === null ? "未知" : text + (roomy ? after : ""),
  }));
  return draw({
    height: HEIGHT,
    marginLeft: 2,
    marginRight: 2,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: "band", domain: years, label: null, tickSize: 0, padding: PADDING },
    y: { axis: null, domain: [0, top] },
    marks: [
      ...(whole
        ? [Plot.barY(years, { x: (year) => year, y: () => top, fill: COLOURS.track })]
        : []),
      Plot.barY(known, { x: "year", y: "at", fill: COLOURS.ink }),
      Plot.barY(ranges, { x: "year", y1: "from", y2: "to", ...ranged }),
      Plot.ruleY([0], { stroke: COLOURS.quiet }),
      Plot.text(told, { x: "year", y: "at", text: "words", dy: -6, lineAnchor: "bottom" }),
    ],
  });
}
