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

Deno.test("every province has a tile and its name, and nothing is clipped", () => {
  const svg = map("山东", 7);
  assertEquals(attributesOf(svg, "rect", "x").length, provinces.size);
  const labels = labelsOf(svg);
  assertEquals(provinces.column("简称").filter((name) => !labels.includes(name)), []);
  assertEquals(clipped(svg), []);
});

Deno.test("no two tiles lie on each other", () => {
  const svg = map("山东", 7);
  const [x, y] = ["x", "y"].map((name) => attributesOf(svg, "rect", name));
  const places = x?.map((at, i) => `${at}/${y?.[i]}`) ?? [];
  assertEquals(new Set(places).size, provinces.size);
});

Deno.test("a count is written, nobody is left blank", () => {
  assertEquals(labelsOf(map("山东", 3881)).filter((label) => /\d/.test(label)), ["3881"]);
  assertEquals(labelsOf(map("山东", 0)).filter((label) => /\d/.test(label)), []);
});

Deno.test("a greater count is darker: classes change just at their limits", () => {
  const colour = (count: number) =>
    attributesOf(map("山东", count), "rect", "fill").find((fill) => fill !== COLOURS.paper);
  assertEquals(colour(0), undefined);
  const colours = [1, 9, 10, 49, 50, 199, 200, 9999].map(colour);
  assertEquals(new Set(colours).size, 4);
  for (const i of [0, 2, 4, 6]) assertEquals(colours[i], colours[i + 1]);
});

Deno.test("the same counts give the same bytes", () => {
  assertEquals(map("山东", 7), map("山东", 7));
});
