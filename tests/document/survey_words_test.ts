import { assertEquals } from "@std/assert";
import { openSection } from "lib/document/section.ts";
import { leaders, opinions, satisfactions, scores } from "lib/document/survey_words.ts";
import { choiceOf, scaleOf, scalesOf } from "lib/measures/answers.ts";
import { CANTEEN } from "../canteen.ts";
import { setting } from "./setting.ts";

const COVERAGE = [{ 图表: "图4", 项目: "价格", 依据: "bounded", 说明: "" }];

const section = openSection(setting({ coverage: COVERAGE }), "四（一）", () => {});

Deno.test("the options chosen most are named in order, each with its rank and share", () => {
  const phrases = leaders(section, { subject: "爱吃", choice: choiceOf(CANTEEN, "图2"), most: 2 });
  const { text, made } = section.text`爱吃${phrases}。`;
  assertEquals(text, "爱吃“饺子”（75.00%）、“饭”（50.00%）。");
  assertEquals(made.statements.map(({ subject, measure, value }) => [subject, measure, value]), [
    ["爱吃", "比例第1位", "饺子"],
    ["爱吃", "“饺子”比例", "75.00"],
    ["爱吃", "比例第2位", "饭"],
    ["爱吃", "“饭”比例", "50.00"],
  ]);
});

Deno.test("opinions are told in the questionnaire's order", () => {
  const phrases = opinions(section, { subject: "去哪", choice: choiceOf(CANTEEN, "图1") });
  assertEquals(
    section.text`${phrases}`.text,
    "认为“南苑”的占 20.00%、认为“北苑”的占 60.00%、认为“不去”的占 20.00%",
  );
});

Deno.test("an item's rate is told as far as it is known", () => {
  const scales = scalesOf(CANTEEN, "图4");
  const phrases = satisfactions(section, { figure: 4, scales });
  assertEquals(section.text`${phrases}`.text, "汤 75.00%、价格不低于 33%");
  const whole = satisfactions(section, { figure: 5, scales });
  assertEquals(section.text`${whole}`.text, "汤 75.00%、价格 33.33%");
});

Deno.test("an item that nobody answered stands without a number", () => {
  const silent = { ...CANTEEN, responses: CANTEEN.responses.derive({ C5: () => null }) };
  const phrases = satisfactions(section, { figure: 5, scales: scalesOf(silent, "图4") });
  const { text, made } = section.text`${phrases}`;
  assertEquals(text, "汤 75.00%、价格");
  assertEquals(made.statements.length, 1);
});

Deno.test("the worst and the best label are told with their scores", () => {
  assertEquals(
    section.text`${scores(section, scaleOf(CANTEEN, "图3"))}`.text,
    "“难吃”记 1 分、“很香”记 5 分",
  );
});
