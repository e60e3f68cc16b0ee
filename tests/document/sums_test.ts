import { assertEquals, assertThrows } from "@std/assert";
import { sumsOf } from "lib/document/sums.ts";
import { ratio } from "lib/measures/ratio.ts";
import { Frame } from "lib/table/frame.ts";

const ROWS = Frame.fromRows([
  { 区域: "东", 省份: "甲", 人数: 3, "比例%": ratio(3, 9), 备注: "" },
  { 区域: "东", 省份: "乙", 人数: 2, "比例%": ratio(2, 9), 备注: "" },
  { 区域: "西", 省份: "丙", 人数: 4, "比例%": ratio(4, 9), 备注: "" },
], ["区域", "省份", "人数", "比例%", "备注"]);

Deno.test("counts and shares of one whole are added up, exactly", () => {
  assertEquals(sumsOf(ROWS, { total: ["人数", "比例%"] }), [
    { after: 3, cells: ["合计", "", 9, "100.00", ""] },
  ]);
});

Deno.test("rows that are alike are added up first; one by itself is its own sum", () => {
  assertEquals(sumsOf(ROWS, { total: ["人数", "比例%"], subtotals: "区域" }), [
    { after: 2, cells: ["东", "小计", 5, "55.56", ""] },
    { after: 3, cells: ["合计", "", 9, "100.00", ""] },
  ]);
  assertEquals(sumsOf(ROWS.slice(0, 1), { total: ["人数"] }), []);
});

Deno.test("what is not known adds up to nothing", () => {
  const rows = Frame.fromRows([{ 名: "甲", 人数: 1 }, { 名: "乙", 人数: null }], ["名", "人数"]);
  assertEquals(sumsOf(rows, { total: ["人数"] })[0]?.cells, ["合计", ""]);
});

Deno.test("rates of groups are not added up: the row of all is given", () => {
  const rows = Frame.fromRows(
    [{ 院: "甲", "率%": ratio(1, 2) }, { 院: "乙", "率%": ratio(1, 3) }],
    ["院", "率%"],
  );
  assertThrows(() => sumsOf(rows, { total: ["率%"] }), RangeError, "different wholes");
  assertThrows(() => sumsOf(rows, { total: ["人数"] }), RangeError, '"人数"');
  const all = Frame.fromRows([{ "率%": ratio(2, 5) }], ["率%"]);
  assertEquals(sumsOf(rows, { total: all }), [{ after: 2, cells: ["合计", "40.00"] }]);
});
