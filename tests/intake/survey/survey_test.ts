import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { NOT_ASKED } from "lib/edition/routing.ts";
import { readSurvey } from "lib/edition/survey.ts";
import { answersOf, secondsOf } from "lib/intake/survey/answers.ts";
import { hurried, repeated } from "lib/intake/survey/checks.ts";
import { draftCodebook } from "lib/intake/survey/codebook_draft.ts";
import { columnsOf } from "lib/intake/survey/questions.ts";
import { readHeaders } from "lib/intake/columns.ts";
import { desk, everything, register, told } from "../taken.ts";

const headers = readHeaders();

/** Takes a survey in beside a register of one. */
async function taken(file: string, flag: "survey" | "employers", codebook?: string) {
  const own = desk(
    { "登记表.csv": register({}) },
    codebook === undefined ? {} : { "2025/graduate-survey.codebook.csv": codebook },
  );
  const outcome = await own.take(["登记表.csv"], { [flag]: own.path(file) });
  return { own, outcome };
}

Deno.test("问卷星 by text: questions, skipped and empty answers, what was written beside an option", async () => {
  const { own, outcome } = await taken("wjx-text.xlsx", "survey");
  await using _ = own;
  assertEquals(told(outcome.findings), ["代拟的题目表", "答得过快的答卷 21"]);
  const { codebook, responses } = readSurvey(join(own.data, "2025"), "graduate-survey");
  assertEquals(codebook.questions.map(({ text, kind }) => [text, kind]), [
    ["您目前的去向", "单选"],
    ["找工作看重什么？", "多选"],
    ["您对学校的满意度：教学", "量表"],
    ["您对学校的满意度：就业服务", "量表"],
  ]);
  assertEquals(codebook.questions[2]?.options, [
    "很满意",
    "比较满意",
    "一般",
    "不太满意",
    "很不满意",
  ]);
  assertEquals(codebook.questions[2]?.key, codebook.questions[3]?.key);
  assert(codebook.questions[1]?.options.includes("其他"));
  assertEquals(responses.size, 40);
  // Those in further study were not asked; 丙标记 stands in what people wrote themselves.
  assertEquals(responses.rows()[0]?.["G02"], NOT_ASKED);
  for (const [path, text] of everything(own)) assert(!/丙标记|标记省|甲标记/.test(text), path);
});

Deno.test("问卷星 by code: one column an option, -3 where skipped, numbers where there are no words", async () => {
  const { own } = await taken("wjx-coded.xls", "survey");
  await using _ = own;
  const { codebook, responses } = readSurvey(join(own.data, "2025"), "graduate-survey");
  assertEquals(codebook.questions.map(({ kind, options }) => [kind, ...options]), [
    ["单选", "1", "2", "3"],
    ["多选", "薪资待遇", "工作地点", "发展空间", "其他"],
    ["单选", "1", "2", "3", "4", "5"],
  ]);
  assertEquals(responses.rows()[0], { G01: "2", G02: NOT_ASKED, G03: "2" });
});

Deno.test("numbers become the words that the finished codebook has in their place", async () => {
  const { own } = await taken(
    "wjx-coded.xls",
    "survey",
    "题号,题干,题型,选项,适用对象,图号\nG01,您目前的去向,单选,就业┋升学┋未就业,,\n",
  );
  await using _ = own;
  const { responses } = readSurvey(join(own.data, "2025"), "graduate-survey");
  assertEquals(responses.slice(0, 3).column("G01"), ["升学", "未就业", "就业"]);
});

Deno.test("腾讯问卷: metadata and who answered are left, answers are parted", async () => {
  const { own, outcome } = await taken("tencent.csv", "employers");
  await using _ = own;
  assertEquals(told(outcome.findings), ["代拟的题目表"]);
  const { codebook } = readSurvey(join(own.data, "2025"), "employer-survey");
  assertEquals(codebook.questions.map(({ code, kind }) => code + kind), ["E01量表", "E02多选"]);
  assertStringIncludes(outcome.notes.join("\n"), "涉及个人的题不读入：联系人及电话");
});

Deno.test("a finished codebook is kept to: routing, one answer to a single choice, unknown options", async () => {
  await using own = desk(
    {
      "登记表.csv": register({}),
      "问卷.csv": "序号,1、去向,2、看重什么,3、满意吗\n" +
        "1,就业,薪资,很满意┋一般\n2,升学,薪资,很满意\n3,就业,我自己写的一句话,一般\n4,就业,(跳过),(空)\n",
    },
    {
      "2025/graduate-survey.codebook.csv": "题号,题干,题型,选项,适用对象,图号\n" +
        "A1,去向,单选,就业┋升学,,\nA2,看重什么,多选,薪资┋地点,A1=就业,\nA3,满意吗,单选,很满意┋一般,,\n",
    },
  );
  const outcome = await own.take(["登记表.csv"], { survey: own.path("问卷.csv") });
  assertEquals(told(outcome.findings), [
    "单选题多选 A3 2",
    "问卷跳转 A2 3",
    "题目表以外的回答 A2 4",
  ]);
  assertEquals(
    own.read("graduate-survey.csv"),
    "问卷编号,A1,A2,A3\n1,就业,薪资,\n2,升学,,很满意\n3,就业,,一般\n4,就业,(跳过),\n",
  );
  for (const [path, text] of everything(own)) assert(!text.includes("一句话"), path);
});

Deno.test("a question that the export lacks stops the intake", async () => {
  const { own, outcome } = await taken(
    "tencent.csv",
    "survey",
    "题号,题干,题型,选项,适用对象,图号\nG01,没有这一题,单选,甲┋乙,,\n",
  );
  await using _ = own;
  assertEquals([outcome.written, ...told(outcome.findings)], [false, "答卷缺题 G01 没有这一题"]);
});

Deno.test("headers are read with their numbers, batteries and columns an option", () => {
  const asked = (names: string[], ...rows: string[][]) =>
    columnsOf(names, rows, headers).questions.map(({ text, columns }) =>
      [text, ...columns.map(({ option }) => option ?? "")].join(" ").trim()
    );
  assertEquals(asked(["序号", "1、甲", "Q2_乙[单选题]", "3.丙（多选）"], ["1", "a", "b", "c"]), [
    "甲",
    "乙",
    "丙",
  ]);
  assertEquals(asked(["1、甲(一)", "1、甲(二)"], ["1", "0"], ["0", "-3"]), ["甲 一 二"]);
  assertEquals(asked(["1、甲—一", "1、甲—二"], ["很好", "好"]), ["甲：一", "甲：二"]);
  assertEquals(asked(["来自IP", "微信昵称", "1、您的手机", "2、甲"], ["", "", "", "a"]), ["甲"]);
});

Deno.test("answers are parted, and marks of nothing are nothing", () => {
  const question = { text: "甲", header: "甲", battery: "", columns: [{ at: 0 }] };
  const answers = (cell: string) => answersOf(question, [cell]);
  assertEquals(answers("薪资┋其他【请注明】〖离家┋近〗"), ["薪资", "其他"]);
  assertEquals(answers("A.很满意"), ["很满意"]);
  for (const cell of ["", "(跳过)", "(空)", "（空）", "-3", "-2"]) assertEquals(answers(cell), []);
});

Deno.test("time used is read in words, by the clock and as a number", () => {
  assertEquals(["90秒", "1分30秒", "00:01:30", "90", "很久"].map(secondsOf), [
    90,
    90,
    90,
    90,
    undefined,
  ]);
});

Deno.test("open answers make no options, scales and recurring answers do", () => {
  const question = { text: "甲", header: "甲", battery: "", columns: [{ at: 0 }] };
  const draft = (...given: string[]) => draftCodebook("G", [question], [given.map((one) => [one])]);
  assertEquals(draft("多讲案例", "少点作业", "食堂太贵").questions, []);
  assertEquals(draft("多讲案例", "少点作业").written, ["甲"]);
  assertEquals(draft("一般", "很满意", "满意").questions[0]?.options, ["很满意", "满意", "一般"]);
  assertEquals(draft("甲", "乙", "甲", "乙").questions[0]?.options, ["甲", "乙"]);
});

Deno.test("equal responses and hurried ones are doubted, few or short ones are not", () => {
  const response = (row: number, seconds: number, count: number, first = "一") => ({
    row,
    seconds,
    answers: new Map(Array.from({ length: count }, (_, i) => [`G${i}`, i === 0 ? first : "一"])),
  });
  assertEquals(repeated([response(2, 60, 8), response(3, 60, 8)]).map(({ row }) => row), [3]);
  assertEquals(repeated([response(2, 60, 8), response(3, 60, 8, "二")]), []);
  assertEquals(repeated([response(2, 60, 7), response(3, 60, 7)]), []);
  const many = Array.from({ length: 10 }, (_, i) => response(i + 2, i === 4 ? 17 : 60, 1));
  assertEquals(hurried(many).map(({ row }) => row), [6]);
  assertEquals(hurried(many.slice(0, 9)), []);
});
