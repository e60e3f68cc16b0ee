import { assertEquals, assertThrows } from "@std/assert";
import { readCodebook } from "lib/edition/codebook.ts";
import { questionOf, questionsOf } from "lib/edition/questionnaire.ts";
import { DataError } from "lib/table/faults.ts";
import { isAsked, parseRouting } from "lib/edition/routing.ts";

const HEADER = "题号,题干,题型,选项,适用对象,图号";

/** Reads a codebook of these lines from a file that is gone afterwards. */
function codebookOf(...lines: string[]) {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  try {
    Deno.writeTextFileSync(path, lines.join("\n"));
    return readCodebook(path);
  } finally {
    Deno.removeSync(path);
  }
}

/** The faults of a codebook of these lines, as row, column and what was expected. */
function faultsOf(...lines: string[]): string[] {
  const error = assertThrows(() => codebookOf(...lines), DataError);
  return error.faults.map(({ row, column, expected }) => `${row} ${column} ${expected}`);
}

const EARLIER = [
  { code: "Q1", options: ["骑车", "步行", "公交"] },
  { code: "Q2", options: ["早", "晚"] },
];

Deno.test("readCodebook() gives each question's options, routing, figure and short name", () => {
  const { questions } = codebookOf(
    `${HEADER},项目,备注`,
    "Q1,怎么来的？,多选,骑车┋步行┋公交,,图3,,",
    "Q2,车好骑吗？,量表,很好┋较好┋一般┋较差┋很差,Q1=骑车,,车况,自拟",
  );
  const told = questions.map(({ code, text, kind, options, routing, figure, item }) => [
    [code, text, kind, options],
    [routing, figure, item],
  ]);
  assertEquals(told, [
    [
      ["Q1", "怎么来的？", "多选", ["骑车", "步行", "公交"]],
      [[], "图3", "怎么来的？"],
    ],
    [
      ["Q2", "车好骑吗？", "量表", ["很好", "较好", "一般", "较差", "很差"]],
      [[{ code: "Q1", wanted: true, options: ["骑车"] }], "", "车况"],
    ],
  ]);
});

const PLACED = `${HEADER},项目,章节,图键,图题,句子,对象,指标,次序,满意项`;

Deno.test("readCodebook() tells where a question stands, how it is told and what counts as satisfied", () => {
  const [way, ride] = codebookOf(
    PLACED,
    "Q1,怎么来的？,多选,骑车┋步行,,,,四/出行/方式,来法,怎么来,首先是{前1}。,来校方式,,原序,",
    "Q2,车好骑吗？,量表,很好┋好┋一般┋差┋很差,,图3,车况,四/出行,,,,,好骑度,,很好┋好",
  ).questions;
  assertEquals([way?.section, way?.key, way?.title, way?.subject, way?.ordered], [
    ["四", "出行", "方式"],
    "来法",
    "怎么来",
    "来校方式",
    true,
  ]);
  assertEquals(way?.sentence, ["首先是", { form: "前", of: ["1"] }, "。"]);
  assertEquals([ride?.key, ride?.title, ride?.measure, ride?.satisfied], [
    "图3",
    "车好骑吗",
    "好骑度",
    ["很好", "好"],
  ]);
});

Deno.test("without 满意项 the best labels count up to the first that is neutral or negative", () => {
  const satisfied = (options: string) =>
    codebookOf(HEADER, `Q1,题,量表,${options},,`).questions[0]?.satisfied;
  assertEquals(satisfied("很满意┋较满意┋基本满意┋不太满意┋很不满意"), [
    "很满意",
    "较满意",
    "基本满意",
  ]);
  assertEquals(satisfied("非常满意┋满意┋一般┋不满意┋非常不满意"), ["非常满意", "满意"]);
});

Deno.test("a scale has as many points as labels, and the scores that the codebook states", () => {
  const scored = (options: string, scores: string) => {
    const [one] = codebookOf(`${HEADER},赋分`, `Q1,题,量表,${options},,,${scores}`).questions;
    return [one?.options.join(""), one?.scores.join(), one?.satisfied.join("")];
  };
  assertEquals(scored("甲┋乙┋丙┋丁┋戊┋己┋庚", ""), ["甲乙丙丁戊己庚", "7,6,5,4,3,2,1", "甲乙丙"]);
  assertEquals(scored("甲┋乙┋丙┋丁", "100┋66.5┋0┋-10"), ["甲乙丙丁", "100,66.5,0,-10", "甲乙"]);
  // Typed from worst to best.
  assertEquals(scored("丁┋丙┋乙┋甲", "1┋2┋3┋4"), ["甲乙丙丁", "4,3,2,1", "甲乙"]);
});

Deno.test("scores that are too few, equal, in no order or no numbers are refused", () => {
  assertEquals(
    faultsOf(
      `${HEADER},赋分`,
      "Q1,题,量表,甲┋乙┋丙,,,3┋2",
      "Q2,题,量表,甲┋乙┋丙,,,3┋3┋1",
      "Q3,题,量表,甲┋乙┋丙,,,3┋1┋2",
      "Q4,题,量表,甲┋乙┋丙,,,高┋中┋低",
    ).map((fault) => fault.slice(0, 10)),
    ["2 赋分 应与选项一", "3 赋分 各档的分数", "4 赋分 各档的分数", "5 赋分 应为数（至"],
  );
});

Deno.test("each kind has options of its own sort, and a sentence that suits it", () => {
  const { questions } = codebookOf(
    `${HEADER},单位`,
    "Q1,月薪？,数值,3000以下┋3000-5000┋5000以上,,,元/月",
    "Q2,推荐？,NPS,,,,",
    "Q3,先后？,排序,甲┋乙,,,",
    "Q4,建议？,填空,,,,",
  );
  assertEquals(questions.map(({ options }) => options.length), [3, 11, 2, 0]);
  assertEquals(questions.map(({ unit, measure }) => [unit, measure]), [
    ["元/月", "中位数"],
    ["", "净推荐值"],
    ["", "满意度"],
    ["", "满意度"],
  ]);
  const forms = questions.map(({ sentence }) =>
    sentence.flatMap((part) => (typeof part === "string" ? [] : [part.form])).join()
  );
  assertEquals(forms, [
    "题,填答份数,中位数,四分位",
    "题,推荐者,贬损者,NPS",
    "题,首选率,平均名次",
    "题,填答份数",
  ]);
  assertEquals(
    faultsOf(
      `${HEADER},句子`,
      "Q1,题,数值,低┋高,,,",
      "Q2,题,NPS,1┋2,,,",
      "Q3,题,排序,甲,,,",
      "Q4,题,填空,甲┋乙,,,",
      "Q5,题,单选,甲┋乙,Q1=低,,中位数 {中位数}。",
      "Q6,题,多选,甲┋乙,,,有 {合计:甲}。",
    ).map((fault) => fault.split("；")[0]),
    [
      "2 选项 “低”不是分段",
      "3 选项 NPS 题的选项是 0 到 10，可以留空",
      "4 选项 至少应有两个选项，用“┋”隔开",
      "5 选项 填空题没有选项，应留空",
      "6 适用对象 “Q1=低”中的“Q1”没有选项，不能作条件",
      "undefined 句子 题 Q5 的句子里，单选题不能用这种写法",
      "undefined 句子 题 Q6 的句子里，多选题不能用这种写法",
    ],
  );
});

Deno.test("scales of one 题干 are a matrix, and stand in one figure", () => {
  const { questions } = codebookOf(
    `${HEADER},项目`,
    "Q1,对教学满意吗？,量表,甲┋乙┋丙,,,课程",
    "Q2,对教学满意吗？,量表,甲┋乙┋丙,,,教师",
    "Q3,对食堂满意吗？,量表,甲┋乙┋丙,,,食堂",
  );
  assertEquals(questions.map(({ key, title }) => `${key.split("·")[1]} ${title}`), [
    "对教学满意吗？ 对教学满意吗",
    "对教学满意吗？ 对教学满意吗",
    "食堂 对食堂满意吗",
  ]);
});

Deno.test("questions that cannot stand in one figure do not share its key", () => {
  const { questions } = codebookOf(
    `${HEADER},图键,赋分`,
    "Q1,题一,量表,甲┋乙┋丙,,,评价,",
    "Q2,题二,量表,子┋丑┋寅,,,评价,",
    "Q3,题三,量表,甲┋乙,,,评价,",
    "Q4,题四,单选,甲┋乙,,,评价,",
    "Q5,题五,单选,甲┋乙,,,来法,",
    "Q6,题六,单选,甲┋乙,,,来法,",
  );
  assertEquals(questions.map(({ key }) => key), [
    "评价",
    "评价",
    "评价·Q3",
    "评价·Q4",
    "来法",
    "来法·Q6",
  ]);
  assertEquals(questions[0]?.title, "“题一”等 2 题");
});

Deno.test("a battery is called by what its questions have in common", () => {
  const titleOf = (...texts: readonly string[]) =>
    codebookOf(
      `${HEADER},项目,图键`,
      ...texts.map((text, i) => `Q${i},${text},量表,甲┋乙,,,项${i},评价`),
    ).questions[0]?.title;
  assertEquals(titleOf("对学校的满意度：教学质量", "对学校的满意度：教学条件"), "对学校的满意度");
  assertEquals(titleOf("校园Wi-Fi——快慢？", "校园Wi-Fi——价格？"), "校园Wi-Fi");
  assertEquals(titleOf("满意度（教学）", "满意度（管理）"), "满意度");
  assertEquals(titleOf("教学好不好？", "教学快不快？"), "“教学好不好”等 2 题");
});

Deno.test("readCodebook() refuses sentences and labels that the question has not", () => {
  assertEquals(
    faultsOf(
      PLACED,
      "Q1,题,单选,甲┋乙,,,,,,,有{合计:丙}。,,,,",
      "Q2,题,单选,甲┋乙,,,,,,,有3个{前2}。,,,,",
      "Q3,题,单选,甲┋乙,,,,,,,有{首位}。,,,大小,",
      "Q4,题,量表,一┋二┋三┋四┋五,,,,,,,,,,,六",
    ).map((fault) => fault.split("；")[0]),
    [
      "3 句子 句子里不能写死数字（“有3个”），数要由答卷算出",
      "4 句子 没有“{首位}”这种写法",
      "4 次序 应写 原序，或留空（按比例从大到小）",
      "5 满意项 “六”不是本题的选项",
      "undefined 句子 题 Q1 的句子里，这不是本题的选项",
    ],
  );
});

Deno.test("readCodebook() reports every fault of the file at once", () => {
  assertEquals(
    faultsOf(
      HEADER,
      "Q1,怎么来的？,单选题,骑车┋步行,,图三",
      "Q1,,单选,骑车,,",
      "问卷编号,题,多选,甲┋甲,,",
      ",题,量表,好,,",
      "Q5,题,单选,甲┋┋乙,Q9=骑车；Q1=骑行；Q5=甲；骑车,",
    ),
    [
      "2 题型 应为单选、多选、量表、数值、NPS、排序、填空之一",
      "2 图号 应写成 图9，没有图的题留空",
      "3 题号 与前面的题号重复",
      "3 题干 不应为空",
      "3 选项 至少应有两个选项，用“┋”隔开",
      "4 题号 “问卷编号”是答卷的编号列，不能作题号",
      "4 选项 选项“甲”重复",
      "5 题号 不应为空，应为 G01、E01 这样的题号",
      "5 选项 量表至少应有两档，从最好到最差，用“┋”隔开",
      "6 选项 选项之间用“┋”隔开，不应有空的选项",
      "6 适用对象 “Q9=骑车”中的“Q9”不是前面的题号；前面的题号有 Q1、Q1、问卷编号、",
      "6 适用对象 “Q1=骑行”中的“骑行”不是 Q1 的选项；选项有 骑车、步行",
      "6 适用对象 “Q5=甲”中的“Q5”不是前面的题号；前面的题号有 Q1、Q1、问卷编号、",
      "6 适用对象 “骑车”应写成 G01=就业、G01≠升学 或 G05∈甲┋乙，几个条件之间用“；”隔开",
    ],
  );
});

Deno.test("readCodebook() names missing columns and refuses a codebook without questions", () => {
  assertEquals(faultsOf("题号,题干,题型,选项,图号", "Q1,题,单选,甲┋乙,"), [
    "1 适用对象 缺少这一列；现有：题号、题干、题型、选项、图号",
  ]);
  assertEquals(faultsOf(HEADER), ["undefined undefined 没有任何题目"]);
});

Deno.test("questionOf() and questionsOf() find questions and name what there is instead", () => {
  const codebook = codebookOf(
    HEADER,
    "Q1,甲？,单选,是┋否,,图7",
    "Q2,乙？,单选,是┋否,,图8",
    "Q3,丙？,单选,是┋否,,图7",
    "Q4,丁？,单选,是┋否,,",
  );
  assertEquals(questionOf(codebook, "Q2").text, "乙？");
  assertEquals(questionsOf(codebook, "图7").map(({ code }) => code), ["Q1", "Q3"]);
  assertThrows(() => questionOf(codebook, "Q11"), RangeError, "中有 Q1、Q2、Q3、Q4");
  assertThrows(() => questionsOf(codebook, "图9"), RangeError, "现有：图7、图8");
});

/** Whether someone with these answers is asked under a routing. */
function asked(text: string, answers: Record<string, string | null>): boolean {
  const parsed = parseRouting(text, EARLIER);
  if ("expected" in parsed) throw new Error(parsed.expected.join());
  return isAsked(parsed.value, answers);
}

Deno.test("isAsked() under an empty routing asks everyone", () => {
  assertEquals(asked("", {}), true);
  assertEquals(asked(" ； ", { Q1: null }), true);
});

Deno.test("isAsked() wants one of the options, or none of them, among the answers", () => {
  assertEquals(asked("Q1=骑车", { Q1: "骑车" }), true);
  assertEquals(asked("Q1=骑车", { Q1: "步行" }), false);
  assertEquals(asked("Q1∈骑车┋公交", { Q1: "公交" }), true);
  assertEquals(asked("Q1 ≠ 骑车", { Q1: "步行" }), true);
  assertEquals(asked("Q1!=骑车", { Q1: "骑车" }), false);
  assertEquals(asked("Q1∉骑车┋公交", { Q1: "公交" }), false);
});

Deno.test("isAsked() looks among several answers", () => {
  assertEquals(asked("Q1=骑车", { Q1: "步行┋骑车" }), true);
  assertEquals(asked("Q1≠骑车", { Q1: "步行┋骑车" }), false);
});

Deno.test("isAsked() wants all conditions and takes no answer for none", () => {
  assertEquals(asked("Q1=骑车；Q2≠晚", { Q1: "骑车", Q2: "早" }), true);
  assertEquals(asked("Q1=骑车;Q2≠晚", { Q1: "骑车", Q2: "晚" }), false);
  assertEquals(asked("Q2≠晚", { Q2: null }), false);
  assertEquals(asked("Q2≠晚", {}), false);
});
