import { assertEquals } from "@std/assert";
import { Frame } from "lib/table/frame.ts";
import { foremost, inOrder, topAndRest } from "lib/measures/ranking.ts";

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

Deno.test("those of whom nothing is known never stand by themselves, nor with an empty name", () => {
  const ranked = Frame.fromRows(
    [{ 行业: "教育", 人数: 3 }, { 行业: "", 人数: 2 }, { 行业: "金融业", 人数: 1 }],
    ["行业", "人数"],
  );
  const rows = (most: number, unknown?: string) =>
    topAndRest(ranked, most, {
      label: "行业",
      count: "人数",
      rest: "其他行业",
      ...(unknown === undefined ? {} : { unknown }),
    }).rows().map(Object.values);
  assertEquals(rows(5, "未登记行业"), [["教育", 3], ["金融业", 1], ["未登记行业", 2]]);
  assertEquals(rows(1, "未登记行业"), [["教育", 3], ["其他行业", 1], ["未登记行业", 2]]);
  assertEquals(rows(5), [["教育", 3], ["金融业", 1], ["其他行业", 2]]);
});

Deno.test("the foremost are as many as there are, equals share a place, and what is cut off is told", () => {
  const rows = Frame.fromRows(
    [
      { 省份: "甲", 人数: 2 },
      { 省份: "", 人数: 9 },
      { 省份: "乙", 人数: 5 },
      { 省份: "丙", 人数: 2 },
      { 省份: "丁", 人数: 2 },
      { 省份: "戊", 人数: 0 },
    ],
    ["省份", "人数"],
  );
  const of = (most: number) => {
    const { rows: shown, more } = foremost(rows, { label: "省份", value: "人数", most });
    return [shown.rows().map((one) => `${one.名次}${one.省份}${one.并列 ? "并列" : ""}`), more];
  };
  assertEquals(of(3), [["1乙", "2甲并列", "2丙并列"], 1]);
  assertEquals(of(9), [["1乙", "2甲并列", "2丙并列", "2丁并列"], 0]);
  assertEquals(of(1), [["1乙"], 0]);
  const nobody = rows.filter((row) => row.人数 === 0);
  assertEquals(foremost(nobody, { label: "省份", value: "人数", most: 3 }).rows.size, 0);
});
