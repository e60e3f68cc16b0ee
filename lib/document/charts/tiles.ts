import defer * as Plot from "@observablehq/plot";
import type { Frame } from "../../table/frame.ts";
import { legibleOn } from "./contrast.ts";
import { COLOURS, draw, FONT_SIZE, WIDTH } from "./drawing.ts";
import { emWidth } from "./text.ts";

/** One tile of the map: a short name, its place on the grid and a count. */
export interface Tile {
  readonly 简称: string;
  /** Null for what has no place on the map, e.g. 境外. */
  readonly 格行: number | null;
  readonly 格列: number | null;
  readonly 人数: number;
}

/** Lower ends of the colour classes and their colours, pale to dark. */
const CLASSES = [
  { from: 1, colour: "#dbe6f0" },
  { from: 10, colour: "#a9c3db" },
  { from: 50, colour: "#6f9cc3" },
  { from: 200, colour: "#2f5d8a" },
] as const;

const COLUMNS = 7;
const ROWS = 8;
/** Half the room between two tiles: no more, so that 黑龙江 has its place. */
const GAP = 0.6;
const SIDE = WIDTH / COLUMNS;
const LINE = FONT_SIZE * 1.5;
const KEY = 2 * LINE + 8;
/** Width and height of a colour in the key. */
const SWATCH = 14;

/**
 * The provinces as tiles: plainly no map, for all are of one size (so that none is lost for being
 * small) and no boundary is drawn. Each has its count written in it and is classed by colour, and a
 * key says how. Where nobody is counted there is nothing to see, and nothing is drawn.
 *
 * @param tiles one row a province; a count of 0 leaves the tile blank, one without a place is left out
 */
export function tileMap(tiles: Frame<Tile>): string {
  const rows = tiles.filter((tile) => tile.格行 !== null).rows().map((tile) => {
    const fill = CLASSES.findLast(({ from }) => tile.人数 >= from)?.colour ?? COLOURS.paper;
    return {
      ...tile,
      x1: ((tile.格列 ?? 1) - 1) * SIDE + GAP,
      y1: ((tile.格行 ?? 1) - 1) * SIDE + GAP,
      fill,
      ink: legibleOn(fill, [COLOURS.text, COLOURS.paper]),
      count: tile.人数 === 0 ? "" : String(tile.人数),
    };
  });
  if (rows.every(({ 人数 }) => 人数 === 0)) return "";
  const bottom = ROWS * SIDE;
  const key = keyOf(bottom + LINE);
  const outline = { stroke: COLOURS.quiet, strokeWidth: 0.8, fill: "fill" };
  const middle = { x: ({ x1 }: { x1: number }) => x1 + SIDE / 2 - GAP, fill: "ink" } as const;
  return draw({
    height: bottom + KEY,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    color: { type: "identity" },
    marks: [
      Plot.rect(rows, {
        x1: "x1",
        x2: ({ x1 }) => x1 + SIDE - 2 * GAP,
        y1: "y1",
        y2: ({ y1 }) => y1 + SIDE - 2 * GAP,
        ...outline,
      }),
      Plot.text(rows, { ...middle, y: ({ y1 }) => y1 + SIDE / 2 - 9, text: "简称" }),
      Plot.text(rows, {
        ...middle,
        y: ({ y1 }) => y1 + SIDE / 2 + 8,
        text: "count",
        fontWeight: "bold",
      }),
      Plot.text(["格内为人数；格子只示方位，不是地图"], {
        x: [0],
        y: [bottom + LINE / 2 + 2],
        textAnchor: "start",
      }),
      Plot.rect(key, {
        x1: "x",
        x2: ({ x }) => x + SWATCH,
        y1: ({ y }) => y - SWATCH / 2,
        y2: ({ y }) => y + SWATCH / 2,
        ...outline,
      }),
      Plot.text(key, { x: ({ x }) => x + SWATCH + 4, y: "y", text: "text", textAnchor: "start" }),
    ],
  });
}

/** The classes with their colours, in a line. */
function keyOf(top: number) {
  const y = top + LINE / 2 + 4;
  let x = 1;
  return CLASSES.map(({ from, colour }, i) => {
    const next = CLASSES[i + 1];
    const text = next === undefined ? `≥${from}` : `${from}–${next.from - 1}`;
    const place = { x, y, text, fill: colour };
    x += SWATCH + 12 + emWidth(text) * FONT_SIZE;
    return place;
  });
}
