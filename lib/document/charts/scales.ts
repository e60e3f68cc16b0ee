import { COLOURS, FONT_SIZE, WIDTH } from "./drawing.ts";
import {
  addHead,
  at,
  type Box,
  drawSketch,
  EDGE,
  FULL,
  LINE,
  newSketch,
  placeBar,
  type Sketch,
} from "./sketch.ts";
import { emWidth, wrap } from "./text.ts";

/** A scale as it is drawn: as much of it as is known. */
export interface ScaleBar {
  readonly item: string;
  /** The labels that the rate sums, by the names that this scale gives them. */
  readonly best: readonly string[];
  /** Part of the bar that the best labels take, and how it is written; null where unknown. */
  readonly rate: { readonly share: number; readonly text: string; readonly sure: boolean } | null;
  /** Each label's part and how it is written, best to worst; null where only `rate` is known. */
  readonly parts: readonly { readonly share: number; readonly text: string }[] | null;
  /** Mean score; null where unknown. */
  readonly mean: string | null;
}

/** Fills from best to worst; scales of other than five labels take colours between them. */
const FILLS = [COLOURS.ink, "#7ea6c9", COLOURS.pale, "#f0dcbc", COLOURS.second] as const;
/** Up to which part of {@link FILLS} the text on a fill is white. */
const DARK = 0.15;

/** The fill of a label and the text on it. */
function levelOf(i: number, labels: number): { readonly fill: string; readonly text: string } {
  const part = labels < 2 ? 0 : i / (labels - 1);
  const place = part * (FILLS.length - 1);
  const [from, to] = [FILLS[Math.floor(place)], FILLS[Math.ceil(place)]];
  return {
    fill: between(from ?? COLOURS.pale, to ?? COLOURS.pale, place % 1),
    text: part < DARK ? COLOURS.paper : COLOURS.text,
  };
}

/** The colour that lies between two, written as they are: `#2f5d8a`. */
function between(from: string, to: string, part: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * part).toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

const BAR = 24;
const GAP = 12;
/** Room that a text needs on both sides within a bar. */
const PADDING = 3;

/**
 * Scales below one another, each a bar of 100 % under its name, its rate and its mean
 * score. Where every label's share is known the bar shows them, best first, and a mark at the end of
 * those that the rate sums; where only the rate is known it is one solid part and the rest is
 * hatched; where only a floor of the rate is known that part is hollow. Where nothing is known, or
 * the same floor of all, there is nothing to see and nothing is drawn.
 *
 * @param bars the scales
 * @param labels their labels, best to worst
 * @param measure what the rate is called, e.g. 满意度
 */
export function scales(
  bars: readonly ScaleBar[],
  { labels, measure }: { readonly labels: readonly string[]; readonly measure: string },
): string {
  if (!isWorthDrawing(bars)) return "";
  const sketch = newSketch();
  if (bars.some(({ parts }) => parts !== null)) addKey(sketch, labels);
  const meant = bars.some(({ mean }) => mean !== null);
  for (const bar of bars) {
    const numbers = `${measure} ${bar.rate?.text ?? "—"}`;
    addHead(sketch, bar.item, meant ? `${numbers}　均值 ${bar.mean ?? "—"}` : numbers, {
      bold: true,
    });
    if (bar.parts !== null) addParts(sketch, bar.parts, labels, bar.best.length);
    else addRate(sketch, bar);
    sketch.height += GAP;
  }
  return drawSketch(sketch);
}

/** Whether there is more to see than one floor for all, or nothing. */
function isWorthDrawing(bars: readonly ScaleBar[]): boolean {
  const rates = new Set(bars.map(({ rate }) => rate?.text ?? null));
  return bars.some(({ rate }) => rate?.sure) || rates.size > 1;
}

/** The labels with their colours, over as many lines as they need. */
function addKey(sketch: Sketch, labels: readonly string[]): void {
  let x = EDGE;
  let y = sketch.height;
  for (const [i, label] of labels.entries()) {
    const width = 18 + emWidth(label) * FONT_SIZE;
    if (x + width > WIDTH - EDGE && x > EDGE) [x, y] = [EDGE, y + LINE];
    const { fill } = levelOf(i, labels.length);
    sketch.boxes.solid.push({ x1: x, x2: x + 13, y1: y + 3, y2: y + 16, fill });
    sketch.words.push({ x: x + 18, y: y + 10, text: label, anchor: "start", fill: COLOURS.text });
    x += width + 14;
  }
  sketch.height = y + LINE + GAP;
}

/** Every label's part; a value that does not fit into its part is told below the bar. */
function addParts(
  sketch: Sketch,
  parts: NonNullable<ScaleBar["parts"]>,
  labels: readonly string[],
  satisfied: number,
): void {
  const box = placeBar(sketch, BAR);
  const small: string[] = [];
  let before = 0;
  for (const [i, { share, text }] of parts.entries()) {
    const [x1, x2] = [at(before), at(before + share)];
    const { fill, text: ink } = levelOf(i, labels.length);
    if (share > 0) sketch.boxes.solid.push({ ...box, x1, x2, fill });
    if (fits(text, x2 - x1)) {
      sketch.words.push({ x: (x1 + x2) / 2, y: middle(box), text, anchor: "middle", fill: ink });
    } else small.push(`${labels[i]} ${text}`);
    before += share;
    if (i + 1 === satisfied) {
      const x = at(before);
      sketch.ends.push({ ...box, x1: x - 1, x2: x + 1, y1: box.y1 - 2, y2: box.y2 + 2, fill: "" });
    }
  }
  for (const text of inLines(small, FULL / FONT_SIZE)) {
    const y = sketch.height + LINE / 2 + 2;
    sketch.words.push({ x: WIDTH - EDGE, y, text, anchor: "end", fill: COLOURS.quiet });
    sketch.height += LINE;
  }
}

/** Texts beside one another, over as many lines as they need; only a longer one is torn. */
function inLines(texts: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const text of texts.flatMap((one) => wrap(one, most))) {
    const joined = `${lines.at(-1)}　${text}`;
    if (lines.length > 0 && emWidth(joined) <= most) lines[lines.length - 1] = joined;
    else lines.push(text);
  }
  return lines;
}

/** The part that is known only as a sum, or only by its floor, or not at all. */
function addRate(sketch: Sketch, { rate, best }: ScaleBar): void {
  const box = placeBar(sketch, BAR);
  const { share, sure } = rate ?? { share: 0, sure: true };
  const part = { ...box, x1: at(0), x2: at(share), fill: COLOURS.ink };
  const rest = { ...box, x1: at(share), x2: at(1), fill: COLOURS.quiet };
  if (share > 0) sketch.boxes[sure ? "solid" : "hollow"].push(part);
  if (share < 1 && sure) sketch.boxes.hatched.push(rest);
  else sketch.frames.push({ ...box, fill: "" });
  const long = `${best.join("、")} ${rate?.text}`;
  const text = [long, rate?.text ?? ""].find((text) => fits(text, part.x2 - part.x1));
  if (rate !== null && text !== undefined) {
    const fill = sure ? COLOURS.paper : COLOURS.text;
    sketch.words.push({ x: (part.x1 + part.x2) / 2, y: middle(box), text, anchor: "middle", fill });
  }
}

function middle({ y1, y2 }: Omit<Box, "fill">): number {
  return (y1 + y2) / 2;
}

function fits(text: string, width: number): boolean {
  return emWidth(text) * FONT_SIZE + 2 * PADDING <= width;
}
