import * as Plot from "@observablehq/plot";
import type { Frame } from "../../table/frame.ts";
import { Ratio } from "../../measures/ratio.ts";
import { COLOURS, draw, FONT_SIZE, NARROW } from "./drawing.ts";
import { type Shade, shaded } from "./shades.ts";
import { emWidth, wrap } from "./text.ts";

/** Longest label line, in em, before a label is broken. */
const LABEL_EM = 13;
const BAR_HEIGHT = 20;
const GAP = 8;
/** Length of a bar whose value is unknown, as part of the longest. */
const STUB = 0.08;
const SHADES = ["hatched", "hollow"] as const;

/**
 * Horizontal bars in the rows' own order, each with its value at its end. An unknown value (null)
 * is a hatched stub and says 未知.
 *
 * @param rows one row a bar
 * @param label column with the bars' names (each name once)
 * @param value column with a count or a {@link Ratio}; a share shows as its percentage
 * @param beside column whose value is written after the bar's own, e.g. the headcount of a share
 * @param unit unit of a count or of `beside`
 * @param rest name of the bar that gathers what is not shown by itself; it is drawn pale
 * @param shade how firmly a bar is known, by its name; all are unless it says otherwise
 */
export function bars<R extends object>(
  rows: Frame<R>,
  { label, value, beside, unit = "人", rest, shade = () => "solid" }: {
    readonly label: keyof R & string;
    readonly value: keyof R & string;
    readonly beside?: keyof R & string;
    readonly unit?: string;
    readonly rest?: string;
    readonly shade?: (name: string) => Shade;
  },
): string {
  const names = rows.column(label).map(String);
  const lines = new Map(names.map((name) => [name, wrap(name, LABEL_EM)]));
  const besides = beside === undefined ? [] : rows.column(beside).map((n) => `（${n} ${unit}）`);
  const values = rows.column(value);
  const longest = Math.max(...values.map((one) => Number(one) || 0), 0) || 1;
  const marks = values.map((one, i) => {
    const name = names[i] ?? "";
    if (one === null) return { name, length: longest * STUB, text: "未知", shade: "hatched" };
    const text = say(one, unit) + (besides[i] ?? "");
    return { name, length: Number(one) || 0, text, shade: shade(name) };
  });
  const labelWidth = Math.max(...[...lines.values()].flat().map(emWidth), 1) * FONT_SIZE;
  const valueWidth = Math.max(...marks.map(({ text }) => emWidth(text)), 1) * FONT_SIZE;
  const rowHeight = Math.max(
    BAR_HEIGHT,
    Math.max(...[...lines.values()].map((line) => line.length), 1) * FONT_SIZE * 1.25,
  ) + GAP;
  return draw({
    width: NARROW,
    height: names.length * rowHeight + GAP,
    marginLeft: labelWidth + 12,
    marginRight: valueWidth + 10,
    marginTop: GAP / 2,
    marginBottom: GAP / 2,
    x: { axis: null, domain: [0, longest] },
    y: { label: null, domain: names, padding: GAP / rowHeight, axis: null },
    marks: [
      Plot.barX(marks.filter((one) => one.shade === "solid"), {
        x: "length",
        y: "name",
        fill: ({ name }) => (name === rest ? COLOURS.pale : COLOURS.ink),
      }),
      SHADES.map((kind) =>
        Plot.barX(marks.filter((one) => one.shade === kind), {
          x: "length",
          y: "name",
          ...shaded(kind),
        })
      ),
      Plot.text(marks, { x: "length", y: "name", text: "text", textAnchor: "start", dx: 5 }),
      Plot.text(names, {
        x: () => 0,
        y: (name: string) => name,
        text: (name: string) => (lines.get(name) ?? []).join("\n"),
        textAnchor: "end",
        lineHeight: 1.15,
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
