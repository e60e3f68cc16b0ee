import { assertEquals } from "@std/assert";
import { Frame } from "lib/table/frame.ts";
import { inOrder, topAndRest } from "lib/measures/ranking.ts";

const ranked = Frame.fromRows([
  { 省: "山东", 人数: 9, 注: "a" },
  { 省: "山西", 人数: 3, 注: "b" },
  { 省: "甘肃", 人数: 2, 注: "c" },
  { 省: "河南", 人数: 1, 注: "d" },
], ["省", "人数", "注"]);

const gathered = { label: "省", count: "人数", rest: "其他" } as const;

Deno.test("the first rows stand by themselves, the rest is one row with their sum", () => {
  assertEquals(topAndRest(ranked, 2, gathered).rows(), [
    { 省: "山东", 人数: 9 },
    { 省: "山西", 人数: 3 },
    { 省: "其他", 人数: 3 },
  ]);
});

Deno.test("one row left over is gathered too, and nothing is lost or added", () => {
  assertEquals(topAndRest(ranked, 3, gathered).rows().at(-1), { 省: "其他", 人数: 1 });
  for (const most of [0, 1, 2, 3, 4, 5]) {
    const counts = topAndRest(ranked, most, gathered).column("人数");
    assertEquals(counts.reduce((a, b) => a + b, 0), 15);
  }
});

Deno.test("where nothing is left there is no rest", () => {
  assertEquals(topAndRest(ranked, 4, gathered).column("省"), ["山东", "山西", "甘肃", "河南"]);
  assertEquals(topAndRest(ranked.slice(0, 0), 4, gathered).rows(), []);
  assertEquals(topAndRest(ranked.slice(0, 0), 4, gathered).names, ["省", "人数"]);
});

Deno.test("rows stand in the order of a list, equals in their own, strangers last", () => {
  const rows = Frame.fromRows([
    { 省: "河南", 人数: 1 },
    { 省: "山东", 人数: 2 },
    { 省: "甘肃", 人数: 3 },
    { 省: "山东", 人数: 4 },
    { 省: "北京", 人数: 5 },
  ], ["省", "人数"]);
  assertEquals(inOrder(rows, "省", ["山东", "上海", "河南"]).column("人数"), [2, 4, 1, 3, 5]);
  assertEquals(inOrder(rows.slice(0, 0), "省", ["山东"]).names, ["省", "人数"]);
});
