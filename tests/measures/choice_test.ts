import { assertEquals, assertThrows } from "@std/assert";
import { UNLISTED } from "lib/edition/questionnaire.ts";
import { question } from "../question.ts";
import { Frame } from "lib/table/frame.ts";
import type { Response } from "lib/edition/survey.ts";
import { combined, leading, multipleChoice, ranked, singleChoice } from "lib/measures/choice.ts";

const WAY = question({
  code: "Q1",
  text: "怎么来的？",
  kind: "单选",
  options: ["骑车", "步行", "公交", "飞"],
  routing: [],
  figure: "",
  item: "",
});
const LUGGAGE = question({
  ...WAY,
  code: "Q2",
  kind: "多选",
  options: ["伞", "包", "水"],
  routing: [{ code: "Q1", wanted: false, options: ["骑车"] }],
});

/** Four came: one rode, two walked (one with umbrella and water, one did not say), one took a bus. */
const RESPONSES = Frame.fromRows<Response>([
  { 问卷编号: "1", Q1: "步行", Q2: "伞┋水" },
  { 问卷编号: "2", Q1: "骑车", Q2: null },
  { 问卷编号: "3", Q1: "步行", Q2: null },
  { 问卷编号: "4", Q1: "公交", Q2: "水" },
  { 问卷编号: "5", Q1: null, Q2: null },
], ["问卷编号", "Q1", "Q2"]);

function shown({ rows }: ReturnType<typeof singleChoice>): string[] {
  return rows.rows().map(({ 选项, 人数, 比例 }) => `${选项} ${人数} ${比例}`);
}

Deno.test("singleChoice() counts options in the questionnaire's order over those who answered", () => {
  const way = singleChoice(RESPONSES, WAY);
  assertEquals([way.asked, way.base], [5, 4]);
  assertEquals(shown(way), ["骑车 1 25.00", "步行 2 50.00", "公交 1 25.00", "飞 0 0.00"]);
});

Deno.test("multipleChoice() takes shares of respondents among those who were asked", () => {
  const luggage = multipleChoice(RESPONSES, LUGGAGE);
  assertEquals([luggage.asked, luggage.base], [3, 2]);
  assertEquals(shown(luggage), ["伞 1 50.00", "包 0 0.00", "水 2 100.00"]);
});

Deno.test("singleChoice() of nobody has unknown shares", () => {
  const nobody = singleChoice(RESPONSES.filter(() => false), WAY);
  assertEquals([nobody.asked, nobody.base], [0, 0]);
  assertEquals(nobody.rows.rows().map(({ 比例 }) => 比例.percent()), [null, null, null, null]);
});

Deno.test("singleChoice() and multipleChoice() refuse each other's questions and strange answers", () => {
  assertThrows(() => singleChoice(RESPONSES, LUGGAGE), TypeError, "its kind is 多选");
  assertThrows(() => multipleChoice(RESPONSES, WAY), TypeError, "its kind is 单选");
  assertThrows(
    () => singleChoice(RESPONSES, { ...WAY, options: ["骑车", "步行"] }),
    RangeError,
    "公交",
  );
});

Deno.test("combined() adds counts, not rounded percentages", () => {
  const thirds = Frame.fromRows<Response>(
    ["骑车", "步行", "公交"].map((Q1, i) => ({ 问卷编号: String(i), Q1 })),
    ["问卷编号", "Q1"],
  );
  assertEquals(String(combined(singleChoice(thirds, WAY), ["骑车", "步行"])), "66.67");
  assertThrows(() => combined(singleChoice(thirds, WAY), ["跑步"]), RangeError, "跑步");
});

Deno.test("ranked() keeps ties in order and puts what a report does not list last", () => {
  const question = { ...WAY, options: ["甲", "乙", UNLISTED, "丙", "丁"] };
  const answers = ["丙", "丙", "乙", "甲", UNLISTED, UNLISTED, UNLISTED];
  const responses = Frame.fromRows<Response>(
    answers.map((Q1, i) => ({ 问卷编号: String(i), Q1 })),
    ["问卷编号", "Q1"],
  );
  const { rows } = singleChoice(responses, question);
  assertEquals(ranked(rows).column("选项"), ["丙", "甲", "乙", "丁", UNLISTED]);
  assertEquals(leading(rows, 2).column("选项"), ["丙", "甲"]);
  assertEquals(leading(rows, 9).column("选项"), ["丙", "甲", "乙", "丁"]);
  assertEquals(rows.column("选项"), question.options, "the rows given stay as they are");
});
