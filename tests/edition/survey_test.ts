import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { join } from "node:path";
import { DataError } from "lib/table/faults.ts";
import { readSurvey, readSurveys } from "lib/edition/survey.ts";

const CODEBOOK = [
  "题号,题干,题型,选项,适用对象,图号",
  "Q1,怎么来的？,单选,骑车┋步行┋公交,,",
  "Q2,带了什么？,多选,伞┋包┋水,,",
  "Q3,车好骑吗？,量表,很好┋较好┋一般┋较差┋很差,Q1=骑车,",
  "Q4,哪里不好？,单选,车座┋刹车,Q3∈较差┋很差,",
].join("\n");

/** Reads responses of these lines against the codebook above. */
function read(...lines: string[]) {
  const folder = Deno.makeTempDirSync();
  try {
    Deno.writeTextFileSync(join(folder, "s.codebook.csv"), CODEBOOK);
    Deno.writeTextFileSync(join(folder, "s.csv"), lines.join("\n"));
    return readSurvey(folder, "s").responses;
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

function faultsOf(...lines: string[]) {
  return assertThrows(() => read(...lines), DataError).faults;
}

Deno.test("readSurvey() gives answers as text and nothing as null, whatever the columns' order", () => {
  const responses = read("Q1,问卷编号,Q2,Q3,Q4", "骑车,001,伞┋水,较差,刹车", "步行,002,,,");
  assertEquals(responses.rows().map((row) => ({ ...row })), [
    { Q1: "骑车", Q2: "伞┋水", Q3: "较差", Q4: "刹车" },
    { Q1: "步行", Q2: null, Q3: null, Q4: null },
  ]);
});

Deno.test("a table of responses, which have no number any more, is known to be one of persons", () => {
  assertEquals(read("问卷编号,Q1,Q2,Q3,Q4", "001,骑车,,,").ofPersons, true);
});

Deno.test("readSurvey() lets a question go unanswered that was asked", () => {
  assertEquals(read("问卷编号,Q1,Q2,Q3,Q4", "001,骑车,,,").size, 1);
});

Deno.test("readSurvey() rejects an answer to a question that was not asked", () => {
  const [fault, second] = faultsOf("问卷编号,Q1,Q2,Q3,Q4", "007,步行,,较好,");
  assertEquals(second, undefined);
  assertEquals([fault?.row, fault?.column, fault?.found], [2, "Q3", "较好"]);
  const said = fault?.expected ?? "";
  for (const part of ["车好骑吗？", "只问 Q1 为“骑车”的人", "Q1 为“步行”"]) {
    assertStringIncludes(said, part);
  }
  assertStringIncludes(said, "可选：很好、较好、一般、较差、很差");
});

Deno.test("readSurvey() rejects an answer whose earlier question was left out", () => {
  const [fault] = faultsOf("问卷编号,Q1,Q2,Q3,Q4", "007,骑车,,,车座");
  assertStringIncludes(fault?.expected ?? "", "Q3 没有作答");
});

Deno.test("readSurvey() rejects an unknown option and names the nearest and all", () => {
  const [fault, second] = faultsOf("问卷编号,Q1,Q2,Q3,Q4", "007,骑自行车,,较好,");
  assertEquals(second, undefined, "the answer that hangs on it is not blamed too");
  assertEquals([fault?.row, fault?.column, fault?.found], [2, "Q1", "骑自行车"]);
  assertEquals(
    fault?.expected,
    "“怎么来的？”：没有选项“骑自行车”，最接近的是“骑车”；可选：骑车、步行、公交",
  );
});

Deno.test("readSurvey() rejects two answers to a single choice and to a scale", () => {
  const faults = faultsOf("问卷编号,Q1,Q2,Q3,Q4", "007,骑车┋步行,,,", "008,骑车,,很好┋较好,");
  assertEquals(faults.map(({ row, column }) => `${row} ${column}`), ["2 Q1", "3 Q3"]);
  assertStringIncludes(
    faults[0]?.expected ?? "",
    "“怎么来的？”：单选题只能选一项，现选了 2 项",
  );
  assertStringIncludes(
    faults[1]?.expected ?? "",
    "“车好骑吗？”：量表题只能选一项，现选了 2 项",
  );
});

Deno.test("readSurvey() rejects an answer given twice and an empty one among several", () => {
  const faults = faultsOf("问卷编号,Q1,Q2,Q3,Q4", "007,步行,伞┋伞,,", "008,步行,伞┋,,");
  assertStringIncludes(faults[0]?.expected ?? "", "“伞”选了两次");
  assertStringIncludes(faults[1]?.expected ?? "", "有空的选项");
});

Deno.test("readSurvey() rejects a number that is empty or stands twice", () => {
  const faults = faultsOf("问卷编号,Q1,Q2,Q3,Q4", "1,步行,,,", ",步行,,,", "1,步行,,,");
  assertEquals(
    faults.map(({ row, column, against, expected }) => [row, column, against, expected]),
    [
      [3, "问卷编号", undefined, "每份答卷都应有编号"],
      [4, "问卷编号", 2, "重复，编号应各不相同"],
    ],
  );
});

Deno.test("readSurvey() names missing and unknown columns", () => {
  const faults = faultsOf("问卷编号,Q1,Q2,Q33,Q4", "1,步行,,,");
  assertEquals(faults.map(({ row, column }) => `${row} ${column}`), ["1 Q3", "1 Q33"]);
  assertStringIncludes(faults[1]?.expected ?? "", "没有这个题号，最接近的是“Q3”");
});

Deno.test("readSurvey() reports all faults at once in the order of rows, ragged ones too", () => {
  const faults = faultsOf(
    "问卷编号,Q1,Q2,Q3,Q4",
    "1,飞,帽,,",
    "2,步行,",
    "3,步行,,很好,车座",
  );
  assertEquals(faults.map(({ row, column }) => `${row} ${column ?? "-"}`), [
    "2 Q1",
    "2 Q2",
    "3 -",
    "4 Q3",
    "4 Q4",
  ]);
  assert(faults.every(({ file }) => file.endsWith("s.csv")));
});

/** Reads an export against a codebook of its own. */
function readBoth(codebook: readonly string[], lines: readonly string[]) {
  const folder = Deno.makeTempDirSync();
  try {
    Deno.writeTextFileSync(join(folder, "s.codebook.csv"), codebook.join("\n"));
    Deno.writeTextFileSync(join(folder, "s.csv"), lines.join("\n"));
    return readSurvey(folder, "s");
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const EXPORT = [
  "题号,题干,题型,选项,适用对象,图号",
  '"1、性别",性别,单选,男┋女,,',
  '"2、找工作看重什么",看重什么,多选,薪资┋地点┋其他,,',
  '"3、建议",建议,填空,,,',
];
const LEADING = "序号,提交答卷时间,所用时间,来源,来源详情,来自IP";

Deno.test("a platform's text export is read as it is: its own columns aside, markers, text behind 其他", () => {
  const { responses, aside } = readBoth(EXPORT, [
    `${LEADING},1、性别,2、找工作看重什么,3、建议`,
    "1,2024/9/1 10:00:00,90秒,微信,直接访问,(隐去),男,薪资┋地点,(空)",
    "2,2024/9/1 10:01:00,60秒,微信,直接访问,(隐去),女,(跳过),(空)",
    '3,2024/9/1 10:02:00,71秒,链接,直接访问,(隐去),女,薪资┋其他〖离家近〗,"多办\n""招聘会"""',
    "4,2024/9/1 10:03:00,50秒,链接,直接访问,(隐去),男,(空),",
  ]);
  assertEquals(aside, LEADING.split(",").slice(1));
  assertEquals(responses.rows().map((row) => Object.values(row)), [
    ["男", "薪资┋地点", null],
    ["女", "(跳过)", null],
    ["女", "薪资┋其他", "已填写"],
    ["男", null, null],
  ]);
});

Deno.test("a column that is neither a question nor the platform's is still a fault", () => {
  const { faults } = assertThrows(
    () => readBoth(EXPORT, [`${LEADING},1、性别,2、找工作看重什么,3、建议,手机号`]),
    DataError,
  );
  assertEquals(faults.map(({ column }) => column), ["手机号"]);
});

Deno.test("no message repeats a respondent's words or number", () => {
  const codebook = [...EXPORT, "4,月薪,数值,,1、性别=男,", "5,推荐,NPS,,,"];
  const { message } = assertThrows(
    () =>
      readBoth(codebook, [
        "问卷编号,1、性别,2、找工作看重什么,3、建议,4,5",
        "A7731,男生,薪资┋我家里困难,多办招聘会,面议八千,随便给",
        "A7731,女,薪资┋薪资,多办招聘会,8123,7",
      ]),
    DataError,
  );
  for (const secret of ["A7731", "困难", "招聘会", "面议", "8123", "随便"]) {
    assert(!message.includes(secret), secret);
  }
  for (const part of ["现为“男生”", "（可能是答卷人自己的话，不在此列出）", "与第 2 行重复"]) {
    assertStringIncludes(message, part);
  }
});

Deno.test("two surveys never show two figures under one key", () => {
  const folder = Deno.makeTempDirSync();
  try {
    for (const name of ["graduate-survey", "employer-survey"]) {
      const codebook =
        "题号,题干,题型,选项,适用对象,图号,图键\nQ1,甲？,单选,是┋否,,,总评\nQ2,乙？,单选,是┋否,,,";
      Deno.writeTextFileSync(join(folder, `${name}.codebook.csv`), codebook);
      Deno.writeTextFileSync(join(folder, `${name}.csv`), "问卷编号,Q1,Q2\n1,是,否\n");
    }
    const keys = readSurveys(folder).map(({ codebook }) =>
      codebook.questions.map(({ key }) => key)
    );
    assertEquals(keys, [
      ["总评", "graduate-survey·乙？"],
      ["总评·用人单位满意度调查", "employer-survey·乙？"],
    ]);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
