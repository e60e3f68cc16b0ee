import { COLOURS } from "./drawing.ts";
import { addHead, at, drawSketch, LINE, newSketch } from "./sketch.ts";

/** A share with the interval in which that of all probably lies. */
export interface IntervalMark {
  readonly name: string;
  /** How the share is written. */
  readonly text: string;
  /** Shares of one. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const BAND = 8;
const GAP = 8;
const TENTH = 10;

/**
 * Shares below one another: a pale band is each one's interval, a dark line in it the share. They are
 * high and close to each other as a rule, so that the scale need not begin at nought; it says at its
 * ends where it begins.
 *
 * @param marks at least one
 * @param least a share that none of their intervals lies below; the scale begins at the tenth below it
 */
export function intervals(marks: readonly IntervalMark[], least: number): string {
  const from = Math.floor(least * TENTH) / TENTH;
  const place = (share: number) => at((share - from) / (1 - from));
  const sketch = newSketch();
  for (const { name, text, share, low, high } of marks) {
    addHead(sketch, name, text);
    const y = { y1: sketch.height, y2: sketch.height + BAND };
    const middle = sketch.height + BAND / 2;
    sketch.frames.push({ x1: at(0), x2: at(1), y1: middle - 1, y2: middle + 1, fill: "" });
    sketch.boxes.solid.push({ x1: place(low), x2: place(high), ...y, fill: COLOURS.pale });
    const line = { x1: place(share) - 1.5, x2: place(share) + 1.5 };
    sketch.boxes.solid.push({ ...line, y1: y.y1 - 2, y2: y.y2 + 2, fill: COLOURS.ink });
    sketch.height += BAND + GAP;
  }
  const y = sketch.height + LINE / 2;
  const fill = COLOURS.quiet;
  sketch.words.push({ x: at(0), y, text: `${Math.round(from * 100)}%`, anchor: "start", fill });
  sketch.words.push({ x: at(1), y, text: "100%", anchor: "end", fill });
  sketch.height += LINE;
  return drawSketch(sketch);
}
