import type { Frame } from "../../table/frame.ts";
import { Ratio } from "../../measures/ratio.ts";
import { COLOURS } from "./drawing.ts";
import type { Shade } from "./shades.ts";
import { addHead, at, drawSketch, newSketch, placeBar } from "./sketch.ts";

const BAR = 14;
const GAP = 9;

/**
 * Horizontal bars in the rows' own order, each under its name and its value. Shares are drawn over
 * the whole of 100 %, in every figure alike; counts over the largest. An unknown value (null) has no
 * bar and says 未知; where every value is unknown nothing is drawn.
 *
 * @param rows one row a bar
 * @param label column with the bars' names (each name once)
 * @param value column with a count or a {@link Ratio}; a share shows as its percentage
 * @param beside column whose value is written after the bar's own, e.g. the headcount of a share
 * @param unit unit of a count or of `beside`
 * @param rest name of the bar that gathers what is not shown by itself; it is drawn in grey
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
  const values = rows.column(value);
  const besides = beside === undefined ? [] : rows.column(beside);
  if (values.every((one) => say(one, unit) === null)) return "";
  const counts = values.filter((one) => !(one instanceof Ratio)).map((one) => Number(one) || 0);
  const longest = Math.max(...counts, 0) || 1;
  const sketch = newSketch();
  for (const [i, name] of names.entries()) {
    const one = values[i];
    const said = say(one, unit);
    const more = said === null || beside === undefined ? "" : `（${besides[i]} ${unit}）`;
    addHead(sketch, name, (said ?? "未知") + more);
    const place = placeBar(sketch, BAR);
    const share = said === null ? 0 : Number(one) / (one instanceof Ratio ? 1 : longest);
    sketch.frames.push({ ...place, fill: "" });
    if (share > 0) {
      const fill = name === rest ? COLOURS.rest : COLOURS.ink;
      sketch.boxes[shade(name)].push({ ...place, x2: at(share), fill });
    }
    sketch.height += GAP;
  }
  return drawSketch(sketch);
}

/** A bar's value in words; null where it is unknown. */
function say(value: unknown, unit: string): string | null {
  const known = value instanceof Ratio ? value.percent() : value;
  if (known === null || known === undefined) return null;
  return value instanceof Ratio ? `${known}%` : `${known} ${unit}`;
}
