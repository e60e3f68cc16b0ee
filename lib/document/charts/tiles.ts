import * as Plot from "@observablehq/plot";
import type { Frame } from "../../table/frame.ts";
import { COLOURS, draw } from "./drawing.ts";

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

/**
 * A tile-grid map of the provinces: every province one tile of the same size (so that none is lost
 * for being small, and no boundary is drawn), its count written in it and classed by colour.
 *
 * @param tiles one row a province; a count of 0 leaves the tile blank, one without a place is left out
 */
export function tileMap(tiles: Frame<Tile>): string {
  const rows = tiles.filter((tile) => tile.格行 !== null).rows().map((tile) => {
    const level = CLASSES.findLast(({ from }) => tile.人数 >= from);
    return {
      ...tile,
      fill: level?.colour ?? COLOURS.paper,
      ink: level === CLASSES.at(-1) || level === CLASSES.at(-2) ? "#ffffff" : COLOURS.text,
      count: tile.人数 === 0 ? "" : String(tile.人数),
    };
  });
  const place = { x: "格列", y: "格行" } as const;
  return draw({
    width: 480,
    height: 470,
    margin: 4,
    x: { axis: null, type: "band", domain: range(1, COLUMNS), padding: 0.06 },
    y: { axis: null, type: "band", domain: range(1, ROWS), padding: 0.06 },
    marks: [
      Plot.cell(rows, { ...place, fill: "fill", stroke: COLOURS.pale, rx: 3 }),
      Plot.text(rows, { ...place, text: "简称", fill: "ink", dy: -8 }),
      Plot.text(rows, { ...place, text: "count", fill: "ink", dy: 9, fontWeight: "bold" }),
    ],
  });
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
