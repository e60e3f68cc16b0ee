import defer * as Plot from "@observablehq/plot";
import type { Frame } from "../../table/frame.ts";
import { COLOURS, draw, FONT_SIZE, WIDTH } from "./drawing.ts";
import { emWidth, wrap } from "./text.ts";

/** Longest label line, in em, before a label is broken. */
const LABEL_EM = 7;
const ROW = 24;
/** Height of a line, in em. */
const LINE = 1.3;
const EDGE = 24;

/** A stretch of whole numbers, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Stretches of whole numbers, one a row, over one another: where all of them overlap is shaded and
 * named at the top, a single number to compare with is a broken line named at the bottom.
 *
 * @param rows one row a stretch
 * @param label column with the rows' names
 * @param from column with the first number, `to` with the last, which may be Infinity
 * @param common the stretches that all rows share, and how they are called
 * @param beside the number to compare with, and how it is called
 */
export function spans<R extends object>(
  rows: Frame<R>,
  { label, from, to, common, beside }: {
    readonly label: keyof R & string;
    readonly from: keyof R & string;
    readonly to: keyof R & string;
    readonly common: { readonly name: string; readonly spans: readonly Span[] };
    readonly beside: { readonly name: string; readonly at: number };
  },
): string {
  const [froms, tos] = [rows.column(from).map(Number), rows.column(to).map(Number)];
  const shared = common.spans.flatMap((span) => [span.from, span.to]);
  const finite = [...froms, ...tos, ...shared, beside.at].filter(Number.isFinite);
  const [low, high] = [Math.min(...finite) - 0.5, Math.max(...finite) + 0.5];
  const lines = rows.column(label).map((name) => wrap(String(name), LABEL_EM));
  const bars = froms.map((first, i) => {
    const last = tos[i] ?? first;
    return {
      row: i,
      name: (lines[i] ?? []).join("\n"),
      from: first - 0.5,
      to: Math.min(last + 0.5, high),
      text: first === last ? String(first) : last === Infinity ? `≥${first}` : `${first}–${last}`,
    };
  });
  const labelWidth = Math.max(...lines.flat().map(emWidth), 1) * FONT_SIZE;
  const textWidth = Math.max(...bars.map(({ text }) => emWidth(text)), 1) * FONT_SIZE;
  const marginLeft = labelWidth + 14;
  // A text that stands beside a bar far from the right edge needs no margin there.
  const plotted = WIDTH - marginLeft - textWidth - 12;
  const beyond = bars.map((bar) => textWidth + 12 - plotted * (high - bar.to) / (high - low));
  const most = Math.max(...lines.map((line) => line.length), 1);
  const height = Math.max(ROW, most * FONT_SIZE * LINE + 6);
  // A name starts at its place in the left half and ends there in the right half: never outside.
  const named = (at: number, text: string, frameAnchor: "top" | "bottom") =>
    Plot.text([text], {
      x: [at],
      text: [text],
      frameAnchor,
      lineAnchor: frameAnchor === "top" ? "bottom" : "top",
      textAnchor: 2 * at < low + high ? "start" : "end",
      dy: frameAnchor === "top" ? -5 : 5,
      fontWeight: "bold",
    });
  return draw({
    height: bars.length * height + 2 * EDGE,
    marginLeft,
    marginRight: Math.max(16, ...beyond),
    marginTop: EDGE,
    marginBottom: EDGE,
    x: { axis: null, domain: [low, high] },
    y: { axis: null, type: "band", domain: bars.map(({ row }) => row), padding: 0.5 },
    marks: [
      Plot.rectX(common.spans, {
        x1: (span: Span) => span.from - 0.5,
        x2: (span: Span) => span.to + 0.5,
        fill: COLOURS.second,
        fillOpacity: 0.45,
      }),
      Plot.ruleX([beside.at], { stroke: COLOURS.quiet, strokeDasharray: "4 3" }),
      Plot.barX(bars, { x1: "from", x2: "to", y: "row", fill: COLOURS.ink, insetLeft: -0.5 }),
      Plot.text(bars, {
        x: "to",
        y: "row",
        text: "text",
        textAnchor: "start",
        dx: 6,
        stroke: COLOURS.paper,
        strokeWidth: 4,
        fill: COLOURS.text,
      }),
      Plot.text(bars, {
        x: () => low,
        y: "row",
        text: "name",
        textAnchor: "end",
        lineHeight: LINE,
        dx: -8,
      }),
      ...common.spans.slice(0, 1).map((span) => named(span.from, common.name, "top")),
      named(beside.at, beside.name, "bottom"),
    ],
  });
}
