import { assertEquals } from "@std/assert";
import { openSection } from "lib/document/section.ts";
import { leaders, opinions, satisfactions, scores } from "lib/document/survey_words.ts";
import { choiceOf, scaleOf, scalesOf } from "lib/measures/answers.ts";
import { CANTEEN } from "../canteen.ts";
import { setting, shownStatements, textOf } from "./setting.ts";

const COVERAGE = [{ 图表: "汤价", 项目: "价格", 依据: "bounded", 说明: "" }] as const;

const section = openSection(setting({ coverage: COVERAGE }), "爱吃", () => {});
const { text } = section;

Deno.test("the options chosen most are named in order, each with its rank and share", () => {
  const shown = text`爱吃${leaders(section, choiceOf(CANTEEN, "图2"), 2)}。`;
  assertEquals(textOf(shown), "爱吃“饺子”（75.00%）、“饭”（50.00%）。");
  assertEquals(shownStatements(shown).map(({ key, value }) => [key, value]), [
    ["爱吃·比例第1位", "饺子"],
    ["爱吃·“饺子”比例", "75.00"],
    ["爱吃·比例第2位", "饭"],
    ["爱吃·“饭”比例", "50.00"],
  ]);
});

Deno.test("of a question that nobody answered nothing leads", () => {
  const silent = { ...CANTEEN, responses: CANTEEN.responses.derive({ C2: () => null }) };
  assertEquals(textOf(text`爱吃${leaders(section, choiceOf(silent, "图2"), 2)}。`), "");
});

Deno.test("opinions are told in the questionnaire's order", () => {
  assertEquals(
    textOf(text`${opinions(section.about("去哪"), choiceOf(CANTEEN, "图1"))}`),
    "认为“南苑”的占 20.00%、认为“北苑”的占 60.00%、认为“不去”的占 20.00%",
  );
});

Deno.test("an item's rate is told as far as it is known", () => {
  const scales = scalesOf(CANTEEN, "图4");
  const told = (figure: string) => textOf(text`${satisfactions(section, { figure, scales })}`);
  assertEquals(told("汤价"), "汤 75.00%、价格不低于 33%");
  assertEquals(told("别图"), "汤 75.00%、价格 33.33%");
});

Deno.test("items that print alike are told together, and each is a number of its own", () => {
  const scales = scalesOf(CANTEEN, "图4").map((one, _, [first]) => ({
    ...one,
    satisfied: first?.satisfied ?? one.satisfied,
  }));
  const shown = text`满意度：${satisfactions(section, { figure: "别图", scales })}。`;
  assertEquals(textOf(shown), "满意度：汤、价格均为 75.00%。");
  assertEquals(shownStatements(shown).map(({ key, value }) => [key, value]), [
    ["汤·满意度", "75.00"],
    ["价格·满意度", "75.00"],
  ]);
});

Deno.test("an item that nobody answered is left out", () => {
  const silent = { ...CANTEEN, responses: CANTEEN.responses.derive({ C5: () => null }) };
  const phrases = satisfactions(section, { figure: "别图", scales: scalesOf(silent, "图4") });
  assertEquals(textOf(text`${phrases}`), "汤 75.00%");
});

Deno.test("the worst and the best label are told with their scores", () => {
  assertEquals(
    textOf(text`${scores(section, scaleOf(CANTEEN, "图3"))}`),
    "“难吃”记 1 分、“很香”记 5 分",
  );
});
