import * as Plot from "@observablehq/plot";
import type { Frame } from "../frames/frame.ts";
import { Ratio } from "../measures/ratio.ts";
import { COLOURS, draw, FONT_SIZE } from "./drawing.ts";
import { emWidth, wrap } from "./text.ts";

/** Longest label line, in em, before a label is broken. */
const LABEL_EM = 13;
const BAR_HEIGHT = 20;
const GAP = 8;

/**
 * Horizontal bars in the rows' own order, each with its value at its end.
 *
 * @param rows one row a bar
 * @param label column with the bars' names (each name once)
 * @param value column with a count or a {@link Ratio}; a share shows as its percentage
 * @param beside column whose value is written after the bar's own, e.g. the headcount of a share
 * @param unit unit of a count or of `beside`
 * @param rest name of the bar that gathers what is not shown by itself; it is drawn pale
 */
export function bars<R extends object>(
  rows: Frame<R>,
  { label, value, beside, unit = "人", rest }: {
    readonly label: keyof R & string;
    readonly value: keyof R & string;
    readonly beside?: keyof R & string;
    readonly unit?: string;
    readonly rest?: string;
  },
): string {
  const names = rows.column(label).map(String);
  const lines = new Map(names.map((name) => [name, wrap(name, LABEL_EM)]));
  const besides = beside === undefined ? [] : rows.column(beside).map((n) => `（${n} ${unit}）`);
  const marks = rows.column(value).map((one, i) => ({
    name: names[i],
    length: Number(one) || 0,
    text: say(one, unit) + (besides[i] ?? ""),
  }));
  const longest = Math.max(...marks.map(({ length }) => length), Number.MIN_VALUE);
  const labelWidth = Math.max(...[...lines.values()].flat().map(emWidth), 1) * FONT_SIZE;
  const valueWidth = Math.max(...marks.map(({ text }) => emWidth(text)), 1) * FONT_SIZE;
  const rowHeight = Math.max(
    BAR_HEIGHT,
    Math.max(...[...lines.values()].map((line) => line.length), 1) * FONT_SIZE * 1.25,
  ) + GAP;
  return draw({
    height: names.length * rowHeight + GAP,
    marginLeft: labelWidth + 12,
    marginRight: valueWidth + 10,
    marginTop: GAP / 2,
    marginBottom: GAP / 2,
    x: { axis: null, domain: [0, longest] },
    y: { label: null, domain: names, padding: GAP / rowHeight, axis: null },
    marks: [
      Plot.barX(marks, {
        x: "length",
        y: "name",
        fill: ({ name }) => (name === rest ? COLOURS.pale : COLOURS.ink),
      }),
      Plot.text(marks, { x: "length", y: "name", text: "text", textAnchor: "start", dx: 5 }),
      Plot.text(names, {
        x: () => 0,
        y: (name: string) => name,
        text: (name: string) => (lines.get(name) ?? []).join("\n"),
        textAnchor: "end",
        dx: -6,
      }),
      Plot.ruleX([0], { stroke: COLOURS.quiet }),
    ],
  });
}

/** A bar's value in words; a dash where it is unknown. */
function say(value: unknown, unit: string): string {
  const known = value instanceof Ratio ? value.percent() : value;
  if (known === null || known === undefined) return "—";
  return value instanceof Ratio ? `${known}%` : `${known} ${unit}`;
}
