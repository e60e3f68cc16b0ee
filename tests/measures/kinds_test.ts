/** Numbers, likelihoods and rankings, small enough to count by eye. */
import { assertEquals, assertThrows } from "@std/assert";
import { LIKELIHOODS } from "lib/edition/questionnaire.ts";
import { NOT_ASKED } from "lib/edition/routing.ts";
import type { Response } from "lib/edition/survey.ts";
import { nps } from "lib/measures/nps.ts";
import { numbers } from "lib/measures/numbers.ts";
import { ordering } from "lib/measures/ordering.ts";
import { Frame } from "lib/table/frame.ts";
import { question } from "../question.ts";

function responses(...answers: readonly (string | null)[]): Frame<Response> {
  return Frame.fromRows<Response>(answers.map((Q) => ({ Q })), ["Q"]);
}

const HOURS = question({ code: "Q", kind: "数值", unit: "小时", options: ["40以下", "40及以上"] });
const TEN = ["38", "40", "41.5", "36", "44", "40", "39", "45", "50", "37"];

Deno.test("numbers() gives quartiles with the answers' decimals, mean and bands", () => {
  const found = numbers(responses(...TEN, null, NOT_ASKED), HOURS);
  assertEquals([found.asked, found.base, found.mean], [11, 10, "41.05"]);
  assertEquals(found.quartiles, { 下四分位数: 38.3, 中位数: 40, 上四分位数: 43.4 });
  assertEquals(found.rows.rows().map(({ 选项, 人数, 比例 }) => `${选项} ${人数} ${比例}`), [
    "40以下 4 40.00",
    "40及以上 6 60.00",
  ]);
});

Deno.test("numbers() tells money in whole 元", () => {
  const pay = numbers(responses(...TEN), { ...HOURS, unit: "元/月", options: [] });
  assertEquals(pay.quartiles, { 下四分位数: 38, 中位数: 40, 上四分位数: 43 });
});

Deno.test("numbers() withholds what fewer than ten told", () => {
  const few = numbers(responses(...TEN.slice(1)), HOURS);
  assertEquals([few.base, few.quartiles, few.mean, few.rows.size], [9, null, null, 0]);
});

const LIKELY = question({ code: "Q", kind: "NPS", options: LIKELIHOODS });

Deno.test("nps() is promoters less detractors", () => {
  const found = nps(responses("10", "9", "8", "7", "6", "0", "10", null, NOT_ASKED), LIKELY);
  assertEquals([found.asked, found.base, found.mean], [8, 7, "7.14"]);
  assertEquals(found.rows.rows().map(({ 选项, 人数 }) => `${选项} ${人数}`), [
    "推荐者 3",
    "中立者 2",
    "贬损者 2",
  ]);
  assertEquals(String(found.score), "14.29");
  // Mean 14.29 and deviation 89.97 of 100, 0, −100; t of 6 degrees is 2.4469.
  assertEquals(found.interval?.text, "-68.93–97.50");
  assertEquals(String(nps(responses("3", "10", "2"), LIKELY).score), "-33.33");
  assertEquals(String(nps(responses(null), LIKELY).score), "—");
});

const ORDER = question({ code: "Q", kind: "排序", options: ["甲", "乙", "丙", "丁"] });

Deno.test("ordering() gives first choices and mean ranks of those who ranked", () => {
  const found = ordering(responses("乙┋甲┋丙", "乙┋丙", "甲┋乙┋丙", "丙", null), ORDER);
  assertEquals([found.asked, found.base], [5, 4]);
  assertEquals(
    found.rows.rows().map((row) =>
      `${row.选项} ${row.首选} ${row.首选率} ${row.排入} ${row.平均名次}`
    ),
    ["乙 2 50.00 3 1.33", "甲 1 25.00 2 1.50", "丙 1 25.00 4 2.25", "丁 0 0.00 0 null"],
  );
});

Deno.test("a question of another kind is refused", () => {
  for (const measure of [numbers, nps, ordering]) {
    assertThrows(() => measure(responses(), question({ code: "Q" })), TypeError, "单选");
  }
});
