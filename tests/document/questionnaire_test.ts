import { assertEquals } from "@std/assert";
import { exhibitOf } from "lib/document/blocks.ts";
import { figureOf, mainShares, partsOf, sentenceOf, unplaced } from "lib/document/questionnaire.ts";
import { openSection } from "lib/document/section.ts";
import { parseSentence } from "lib/edition/sentence_form.ts";
import type { Question } from "lib/edition/questionnaire.ts";
import { CANTEEN } from "../canteen.ts";
import { setting, textOf } from "./setting.ts";

const section = openSection(setting(), "", () => {});

const form = (text: string) => {
  const parsed = parseSentence(text);
  if ("expected" in parsed) throw new Error(parsed.expected);
  return parsed.value;
};

/** The canteen's survey with more said of some questions. */
function survey(more: Readonly<Record<string, Partial<Question>>>) {
  const questions = CANTEEN.codebook.questions.map((one) => ({ ...one, ...more[one.code] }));
  return { name: "食堂调查", ...CANTEEN, codebook: { ...CANTEEN.codebook, questions } };
}

const told = (shown: ReturnType<typeof partsOf>) =>
  shown.map(({ level, title, told }) =>
    `${level} ${title} ${told.map(({ questions }) => questions.map((one) => one.code).join("+"))}`
  );

Deno.test("a chapter has the questions that the codebook places in it, batteries together", () => {
  const surveys = [survey({
    C1: { section: ["四", "吃饭", "去处"], key: "去处" },
    C2: { section: ["四", "吃饭"], key: "爱吃" },
    C3: { section: ["六", "味道"], key: "味道" },
    C4: { section: ["四", "吃饭", "评价"], key: "评价" },
    C5: { section: ["四", "吃饭", "评价"], key: "评价" },
  })];
  assertEquals(told(partsOf(surveys, "四")), ["2 吃饭 C2", "3 去处 C1", "3 评价 C4+C5"]);
  assertEquals(told(partsOf(surveys, "六")), ["2 味道 C3"]);
  assertEquals(partsOf(surveys, "五"), []);
});

Deno.test("a question without a place is shown in an appendix, one that only routes nowhere", () => {
  const surveys = [survey({
    C1: { section: ["不列"] },
    C2: { section: ["四", "吃饭"] },
  })];
  assertEquals(unplaced(surveys).map(({ questions }) => questions[0]?.code), ["C3", "C4", "C5"]);
});

Deno.test("a codebook that places nothing is told in one section of its own", () => {
  assertEquals(told(partsOf([survey({})], "四")), ["2 食堂调查 C1,C2,C3,C4,C5"]);
  assertEquals(unplaced([survey({})]), []);
});

Deno.test("a sentence is computed from the answers by the codebook's own form", () => {
  const said = (code: string, text: string) => {
    const own = survey({ [code]: { sentence: form(text) } });
    const questions = own.codebook.questions.filter((one) => one.code === code);
    return textOf(sentenceOf(section, { survey: own, questions }));
  };
  assertEquals(said("C1", "去{前1}。"), "去“北苑”（60.00%）。");
  // As many went nowhere as to 南苑.
  assertEquals(said("C1", "去{前2}。"), "去“北苑”（60.00%）、“南苑”（20.00%）、“不去”（20.00%）。");
  assertEquals(said("C1", "在校吃的占 {除:不去}。"), "在校吃的占 80.00%。");
  assertEquals(said("C1", "去苑里的占 {合计:南苑┋北苑}。"), "去苑里的占 80.00%。");
  assertEquals(
    said("C3", "{题}：{指标} {率}；均值里{得分}。"),
    "C3？：满意度 75.00%；均值里“难吃”记 1 分、“很香”记 5 分。".replace("C3？", "C3"),
  );
  assertEquals(
    said("C2", "爱吃的{各项}。"),
    "爱吃的认为“面”的占 25.00%、认为“饭”的占 50.00%、认为“饺子”的占 75.00%。",
  );
});

Deno.test("of a question that nobody answered that is said, and nothing is drawn", () => {
  const own = survey({ C1: { key: "去处", sentence: form("去{前2}，在校吃的占 {除:不去}。") } });
  const silent = { ...own, responses: own.responses.derive({ C1: () => null }) };
  const told = { survey: silent, questions: own.codebook.questions.slice(0, 1) };
  assertEquals(textOf(sentenceOf(section, told)), "问到“C1”，没有收到答案。");
  assertEquals(figureOf(section, told).blocks, []);
});

Deno.test("of a question that nobody was asked nothing is said", () => {
  const own = survey({ C3: { sentence: form("{率}。") } });
  const away = { ...own, responses: own.responses.derive({ C1: () => "不去", C3: () => null }) };
  const told = { survey: away, questions: own.codebook.questions.slice(2, 3) };
  assertEquals(textOf(sentenceOf(section, told)), "");
});

Deno.test("where the edition knows that a question was asked and not how it was answered, its figure stays", () => {
  const coverage = [{ 图表: "去处", 项目: "", 依据: "partial", 说明: "" }] as const;
  const rebuilt = openSection(setting({ coverage }), "", () => {});
  const own = survey({ C1: { key: "去处", sentence: form("去{前2}。") } });
  const silent = { ...own, responses: own.responses.derive({ C1: () => null }) };
  const told = { survey: silent, questions: own.codebook.questions.slice(0, 1) };
  assertEquals(textOf(sentenceOf(rebuilt, told)), "");
  assertEquals(figureOf(rebuilt, told).blocks.length > 0, true);
});

Deno.test("what is told has its figure under its key, or none", () => {
  const own = survey({ C1: { key: "去处", title: "去哪吃" } });
  const [first, second] = own.codebook.questions;
  const shown = (question: Question | undefined) =>
    figureOf(section, { survey: own, questions: question ? [question] : [] }).blocks
      .map((block) => [exhibitOf(block)?.key, exhibitOf(block)?.title]);
  assertEquals(shown(first), [["去处", "去哪吃"]]);
  assertEquals(shown(second), []);
});

Deno.test("main shares are those that sentences tell as one number", () => {
  const own = survey({
    C1: { measure: "在校吃比例", sentence: form("{除:不去}") },
    C3: { item: "味道", sentence: form("{率}") },
  });
  const shares = mainShares(
    own.codebook.questions.map((one) => ({ survey: own, questions: [one] })),
  );
  assertEquals(shares.map(([name, share]) => `${name} ${share}`), [
    "在校吃比例 80.00",
    "味道 75.00",
  ]);
});
