import { assertEquals } from "@std/assert";
import type { CoverageRow } from "lib/edition/coverage.ts";
import { isFirm, knowledge } from "lib/document/known.ts";

const ROWS: readonly CoverageRow[] = [
  { 图表: "甲图", 项目: "", 依据: "partial", 说明: "" },
  { 图表: "甲图", 项目: "一般", 依据: "published", 说明: "" },
  { 图表: "甲图", 项目: "其余", 依据: "bounded", 说明: "" },
  { 图表: "乙图", 项目: "较多", 依据: "bounded", 说明: "" },
];

Deno.test("what is known of a figure and its items is what its own rows say", () => {
  const known = knowledge(ROWS, "甲图");
  assertEquals([known(), known("一般"), known("其余")], ["partial", "published", "bounded"]);
});

Deno.test("what no row speaks of counts as known", () => {
  assertEquals(knowledge(ROWS, "甲图")("较多"), "derived");
  assertEquals(knowledge(ROWS, "乙图")(), "derived");
  assertEquals(knowledge([], "甲图")("一般"), "derived");
});

Deno.test("printed and derived numbers are firm, sums and bounds are not", () => {
  const all = ["published", "derived", "partial", "bounded"] as const;
  assertEquals(all.filter(isFirm), ["published", "derived"]);
});
