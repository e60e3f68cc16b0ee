import defer * as Plot from "@observablehq/plot";
import { nearestPossible } from "./candidates.ts";
import { type Printed, readPrinted, unitsInWhole, writeUnits } from "./printed.ts";
import { quotient, roundedUnits, windowOf } from "./rounding.ts";
import { COLOURS, draw, FONT_SIZE, WIDTH } from "../document/charts/drawing.ts";
import { emWidth } from "../document/charts/text.ts";

/** How many teeth stand on either side of the printed value. */
const TEETH = 1.5;
/** A magnified part shows this many times the way from the printed value to the nearest tooth. */
const MAGNIFIED = 2.5;
const SIDE = 40;

/** One possible value: a headcount and the exact percentage that it makes. */
interface Tooth {
  readonly count: number;
  readonly at: number;
}

/**
 * The comb of percentages that whole numbers can make over a base, around a printed value that is
 * none of them. Where the nearest tooth is too close to be told apart, a second drawing magnifies
 * the stretch of values that round to the printed one, and the tooth beside it.
 *
 * @param printed the percentage as printed, e.g. `98.65`
 * @param base the headcount that it is said to be a share of
 * @throws {RangeError} if `printed` is no percentage
 */
export function comb({ printed, base }: { readonly printed: string; readonly base: number }) {
  const value = readPrinted(printed);
  if (value === null) throw new RangeError(`Cannot draw a comb: "${printed}" is no percentage`);
  const middle = percentOf(value.units, value);
  const half = TEETH * 100 / base;
  const tooth = 100 * nearestPossible(value, base).count / base;
  const near = MAGNIFIED * Math.abs(tooth - middle);
  const whole = overview(value, base, [middle - half, middle + half]);
  return near > half / 4 ? whole : whole + magnified(value, base, [middle - near, middle + near]);
}

type Stretch = readonly [from: number, to: number];

/** The teeth with what they print as, and the printed value's place among them. */
function overview(value: Printed, base: number, stretch: Stretch): string {
  const middle = percentOf(value.units, value);
  return drawTeeth(teethIn(stretch, base), stretch, {
    label: ({ count }) =>
      `${writeUnits(roundedUnits(count, base, value.decimals, "half-up"), value.decimals)}%`,
    over: [
      Plot.ruleX([middle], { stroke: COLOURS.second, strokeWidth: 2, y1: 0, y2: 1.25 }),
      words([{ at: middle, text: `印作 ${writeUnits(value.units, value.decimals)}%` }], "top"),
    ],
  });
}

/** The stretch that rounds to the printed value, and the tooth that misses it. */
function magnified(value: Printed, base: number, stretch: Stretch): string {
  const { low, high } = windowOf(value, "half-up");
  const ends = [low, high].map((twice) => ({ at: percentOf(twice / 2, value) }));
  const [from, to] = [low, high].map((twice) => writeUnits(5 * twice, value.decimals + 1));
  const text = `${from}–${to} 印作 ${writeUnits(value.units, value.decimals)}%`;
  return drawTeeth(teethIn(stretch, base), stretch, {
    label: ({ count }) => exactly(count, base, value.decimals + 2),
    under: [
      Plot.areaY(ends, { x: "at", y1: 0, y2: 1, fill: COLOURS.second, fillOpacity: 0.3 }),
    ],
    over: [words([{ at: percentOf(value.units, value), text }], "top")],
  });
}

function drawTeeth(teeth: readonly Tooth[], stretch: Stretch, { label, under = [], over }: {
  readonly label: (tooth: Tooth) => string;
  readonly under?: Plot.Markish[];
  readonly over: Plot.Markish[];
}): string {
  const told = sparse(teeth, stretch, label);
  return draw({
    height: 118,
    marginLeft: SIDE,
    marginRight: SIDE,
    marginTop: 24,
    marginBottom: 42,
    x: { axis: null, domain: [...stretch] },
    y: { axis: null, domain: [0, 1.25] },
    marks: [
      ...under,
      Plot.ruleY([0], { stroke: COLOURS.quiet }),
      Plot.ruleX(teeth, { x: "at", y1: 0, y2: 1, stroke: COLOURS.ink, strokeWidth: 2 }),
      ...over,
      words(told.map((tooth) => ({ at: tooth.at, text: `${tooth.count} 人` })), "bottom"),
      words(told.map((tooth) => ({ at: tooth.at, text: label(tooth) })), "bottom", 17),
    ],
  });
}

/** Words above or below the comb, each centred on its place. */
function words(
  all: readonly { readonly at: number; readonly text: string }[],
  frameAnchor: "top" | "bottom",
  further = 0,
): Plot.Markish {
  const top = frameAnchor === "top";
  return Plot.text(all, {
    x: "at",
    text: "text",
    frameAnchor,
    lineAnchor: top ? "bottom" : "top",
    dy: top ? -5 : 6 + further,
    ...(top ? { fill: "#8a5f1e", fontWeight: "bold" } : {}),
  });
}

/** As many teeth as their labels have room for, always with the middle one's neighbours. */
function sparse(teeth: readonly Tooth[], [from, to]: Stretch, label: (tooth: Tooth) => string) {
  const room = WIDTH - 2 * SIDE;
  const widest = Math.max(0, ...teeth.map((tooth) => emWidth(label(tooth)))) * FONT_SIZE + 8;
  const gap = teeth[1] === undefined ? room : (teeth[1].at - (teeth[0]?.at ?? 0)) / (to - from);
  const step = Math.max(1, Math.ceil(widest / (gap * room)));
  return teeth.filter((_, i) => i % step === 0);
}

function teethIn([from, to]: Stretch, base: number): Tooth[] {
  const first = Math.max(0, Math.ceil(from * base / 100));
  const last = Math.floor(to * base / 100);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .map((count) => ({ count, at: 100 * count / base }));
}

/** Where a number of units stands on the axis, in per cent. */
function percentOf(units: number, { decimals }: Printed): number {
  return 100 * units / unitsInWhole(decimals);
}

/** A share's percentage to so many decimals, not rounded: `98.6425…%`. */
function exactly(count: number, base: number, decimals: number): string {
  const whole = unitsInWhole(decimals) * count;
  const text = writeUnits(quotient(whole, base), decimals);
  return whole % base === 0 ? `${text}%` : `${text}…%`;
}
