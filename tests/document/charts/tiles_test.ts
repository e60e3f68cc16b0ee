import { assertEquals } from "@std/assert";
import { COLOURS } from "lib/document/charts/drawing.ts";
import { tileMap } from "lib/document/charts/tiles.ts";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { attributesOf } from "../../page.ts";
import { clipped, labelsOf } from "./drawn.ts";

const provinces = readDictionaries().regions.filter((one) => one.格行 !== null);

/** A map on which one province has a count. */
function map(short: string, count: number): string {
  const tiles = provinces.derive({ 人数: ({ 简称 }) => (简称 === short ? count : 0) });
  return tileMap(tiles);
}

/** An attribute of the tiles, without those of the key. */
function tilesOf(svg: string, name: string) {
  return attributesOf(svg, "rect", name).slice(0, provinces.size);
}

Deno.test("every province has a tile and its name, and nothing is clipped", () => {
  const svg = map("山东", 7);
  assertEquals(tilesOf(svg, "x").length, provinces.size);
  const labels = labelsOf(svg);
  assertEquals(provinces.column("简称").filter((name) => !labels.includes(name)), []);
  assertEquals(clipped(svg), []);
});

Deno.test("no two tiles lie on each other", () => {
  const svg = map("山东", 7);
  const [x, y] = ["x", "y"].map((name) => tilesOf(svg, name));
  const places = x?.map((at, i) => `${at}/${y?.[i]}`) ?? [];
  assertEquals(new Set(places).size, provinces.size);
});

Deno.test("a count is written, nobody is left blank", () => {
  const svg = map("山东", 3881);
  const counts = labelsOf(svg).filter((label) => /^\d+$/.test(label));
  assertEquals(counts, ["3881"]);
  assertEquals(labelsOf(svg).slice(-4), ["1–9", "10–49", "50–199", "≥200"]);
});

Deno.test("where nobody is counted nothing is drawn", () => {
  assertEquals(map("山东", 0), "");
});

Deno.test("a greater count is darker: classes change just at their limits", () => {
  const colour = (count: number) =>
    tilesOf(map("山东", count), "fill").find((fill) => fill !== COLOURS.paper);
  const colours = [1, 9, 10, 49, 50, 199, 200, 9999].map(colour);
  assertEquals(new Set(colours).size, 4);
  for (const i of [0, 2, 4, 6]) assertEquals(colours[i], colours[i + 1]);
});

Deno.test("the same counts give the same bytes", () => {
  assertEquals(map("山东", 7), map("山东", 7));
});
