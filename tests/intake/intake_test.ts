import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { readGraduates } from "lib/edition/graduates.ts";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { sentence } from "lib/intake/findings.ts";
import { readRecords } from "lib/table/csv.ts";
import { desk, filesUnder, foundIn, register, SAMPLES, told } from "./taken.ts";

Deno.test("a register becomes an edition that can be read, without a fault", async () => {
  await using own = desk({ "登记表.csv": register({}, {}, { 性别: "男" }) });
  const outcome = await own.take(["登记表.csv"]);
  assertEquals(told(outcome.findings), []);
  assert(outcome.written);
  const graduates = readGraduates(join(own.data, "2025"), readDictionaries());
  assertEquals(graduates.column("性别"), ["女", "女", "男"]);
  assertEquals(graduates.column("就业城市"), ["济南市", "济南市", "济南市"]);
  assertEquals(Object.keys(JSON.parse(own.read("edition.json"))), [
    "year",
    "school",
    "asOf",
    "homeProvince",
    "records",
  ]);
});

Deno.test("the national export with title, total, hidden parts and three further files", async () => {
  await using own = desk();
  const outcome = await own.take([
    "university.xlsx",
    "花名册.csv",
    "省级优秀毕业生名单.csv",
    "家庭困难名单.xlsx",
  ]);
  assertEquals(told(outcome.findings), [
    "文件之间不一致 困难类别 非困难生／家庭困难 2,3,4,5,6,7,8,9,10,11",
    "隐藏的行列 9",
    "隐藏的行列 所在院系",
  ]);
  const graduates = readGraduates(join(own.data, "2025"), readDictionaries());
  assertEquals(graduates.size, 60);
  assertEquals(graduates.filter((one) => one.省级优秀毕业生 === "是").size, 6);
  assertEquals(graduates.filter((one) => one.困难类别 === "家庭困难").size, 10);
  assertEquals(graduates.count(["学科门类"], "人数").size, 4);
  // The systems write a university as the employer of those in further study.
  assertEquals(graduates.filter((one) => one.升学院校 === "云岭大学").size, 12);
  assertEquals(graduates.filter((one) => one.单位名称 === "云岭大学").size, 0);
  assertEquals(own.read("universities.csv"), "升学院校,省份\n云岭大学,云南省\n");
});

Deno.test("old workbooks, codes alone, HTML, two header rows, LibreOffice: all without a fault", async () => {
  const files = {
    "scheme.xls": 30,
    "codes.gbk.csv": 20,
    "codes.utf16.txt": 20,
    "codes.html.xls": 20,
    "two-rows.xlsx": 12,
    "libreoffice.xlsx": 20,
  };
  for (const [file, count] of Object.entries(files)) {
    await using own = desk();
    const outcome = await own.take([file]);
    assertEquals([file, outcome.graduates, ...told(outcome.findings)], [file, count]);
  }
});

Deno.test("every planted fault is found, once by cause and where it is, and nothing else", async () => {
  await using own = desk();
  const outcome = await own.take(["faulty.xlsx"]);
  const planted = readRecords(join(SAMPLES, "faulty.planted.csv"), ["检查", "列", "行"]);
  const causes = Map.groupBy(planted, ({ 检查, 列 }) => `${检查} ${列}`);
  assertEquals(
    outcome.findings.filter(({ check }) => check !== "版次设置")
      .map(({ check, column, rows }) => `${check} ${column} ${rows.join("、")}`).toSorted(),
    [...causes].map(([cause, rows]) => `${cause} ${rows.map(({ 行 }) => 行).join("、")}`)
      .toSorted(),
  );
  assert(!outcome.written);
});

Deno.test("while a check fails nothing is written; what is wrong lies beside the data", async () => {
  await using own = desk(
    { "登记表.csv": register({ 毕业去向: "灵活就业" }) },
    { "2025/graduates.csv": "旧的", "2025/text/a.md": "学校自己的话" },
  );
  const before = filesUnder(own.data);
  const outcome = await own.take(["登记表.csv"]);
  assertEquals(filesUnder(own.data), before);
  assertEquals(told(outcome.findings), ["取值不在代码表 毕业去向 灵活就业 2"]);
  assertStringIncludes(
    outcome.findings.map(sentence).join("\n"),
    "登记表.csv 毕业去向：“灵活就业” 1 处，第 2 行。",
  );
  const list = Deno.readTextFileSync(join(outcome.folder, "preflight.csv"));
  assertStringIncludes(list, "灵活就业");
  assertStringIncludes(Deno.readTextFileSync(join(outcome.folder, "preflight.html")), "灵活就业");
});

Deno.test("what is answered once in the draft is remembered, this year and the next", async () => {
  await using own = desk({
    "登记表.csv": register({ 毕业去向: "灵活就业" }).replace("毕业去向", "去向情况"),
  });
  const first = await own.take(["登记表.csv"]);
  assertEquals(told(first.findings), ["缺少的列 毕业去向"]);
  const draft = join(first.folder, "intake.json");
  const asked = JSON.parse(Deno.readTextFileSync(draft));
  assertEquals(asked.columns, { 去向情况: "" });
  asked.columns["去向情况"] = "毕业去向";
  Deno.writeTextFileSync(draft, JSON.stringify(asked));

  const second = await own.take(["登记表.csv"]);
  assertEquals(told(second.findings), ["取值不在代码表 毕业去向 灵活就业 2"]);
  const open = JSON.parse(Deno.readTextFileSync(draft));
  assertEquals([open.columns.去向情况, open.values], ["毕业去向", { 毕业去向: { 灵活就业: "" } }]);
  open.values["毕业去向"]["灵活就业"] = "其他录用形式就业";
  Deno.writeTextFileSync(draft, JSON.stringify(open));

  assert((await own.take(["登记表.csv"])).written);
  assert((await own.take(["登记表.csv"], { year: 2026 })).written);
});

Deno.test("a failed check can be accepted with a reason, which the edition records", async () => {
  await using own = desk({ "登记表.csv": register({ 毕业去向: "待就业" }, {}) });
  assertEquals((await own.take(["登记表.csv"])).written, false);
  const accepted = [{ check: "自相矛盾的行", because: "已逐人核实" }];
  const outcome = await own.take(["登记表.csv"], { accepted });
  assert(outcome.written);
  assertEquals(JSON.parse(own.read("intake.json")).accepted, accepted);
  assertStringIncludes(own.read("preflight.html"), "已接受：已逐人核实");
});

Deno.test("what no reason can make good is not accepted", async () => {
  await using own = desk({ "登记表.csv": register({ 毕业去向: "灵活就业" }) });
  const accepted = [{ check: "取值不在代码表", because: "就这样" }];
  assertEquals((await own.take(["登记表.csv"], { accepted })).written, false);
});

Deno.test("an edition's other files stay, and a second intake gives the same bytes", async () => {
  await using own = desk({ "登记表.csv": register({}, {}) }, { "2025/text/a.md": "学校自己的话" });
  await own.take(["登记表.csv"]);
  // The list of findings is shorter then: edition.json is no draft of this run any more.
  const kept = ["graduates.csv", "intake.json", "edition.json"];
  const first = kept.map(own.read);
  await own.take(["登记表.csv"]);
  assertEquals(kept.map(own.read), first);
  assertEquals(own.read("text/a.md"), "学校自己的话");
});

Deno.test("files that are joined by 学号 are held against each other", async () => {
  await using own = desk({
    "登记表.csv": register({}, {}, {}),
    "花名册.csv":
      "学号,学院,专业\n20250001,护理系,护理\n20250002,医学系,护理\n20250009,护理系,护理\n",
  });
  const outcome = await own.take(["登记表.csv", "花名册.csv"]);
  assertEquals(told(outcome.findings), [
    "合并不上的行 4",
    "合并不上的行 4",
    "文件之间不一致 院系 护理系／医学系 3",
  ]);
});

Deno.test("invisible and look-alike characters are put right, and the log says so", async () => {
  await using own = desk({
    "登记表.csv": register({ 性别: "女\u200B", 生源地: "⼭东省", 院系: "护理 系" }, {
      生源地: "⻘海省",
    }),
  });
  const outcome = await own.take(["登记表.csv"]);
  assertEquals(told(outcome.findings), []);
  for (
    const note of [
      "性别：去掉不可见字符（U+200B 零宽空格） 1 处",
      "生源地：换成常用字形 2 处",
      "院系：去掉多余空格 1 处",
    ]
  ) {
    assertStringIncludes(outcome.notes.join("\n"), note);
  }
});

Deno.test("contradictions are told by cause", async () => {
  const none = { 单位名称: "", 单位性质: "", 单位行业: "", 单位所在地: "" };
  assertEquals(
    await foundIn(
      { 毕业去向: "待就业" },
      { 毕业去向: "应征义务兵", 单位性质: "其他企业", 单位行业: "制造业" },
      { 毕业去向: "国内升学", ...none },
      { 毕业去向: "国内升学", ...none, 升学院校: "某大学" },
      { 毕业去向: "出国、出境", ...none, 单位名称: "某国大学", 单位所在地: "山东省" },
      { 毕业去向: "待就业", ...none, 出生日期: "20300101" },
    ),
    [
      "自相矛盾的行 出生日期 出生在毕业之后 7",
      "自相矛盾的行 毕业去向 出国（境）深造 6",
      "自相矛盾的行 毕业去向 国内升学 4",
      "自相矛盾的行 毕业去向 应征义务兵 3",
      "自相矛盾的行 毕业去向 待就业 2",
    ],
  );
});

Deno.test("names that are probably one are told; widths and blanks are merged before", async () => {
  assertEquals(
    await foundIn(
      { 专业: "护理（中外合作）" },
      { 专业: "护理(中外合作)" },
      { 专业: "护理专业" },
      { 专业: "护理" },
      { 专业: "护理" },
    ),
    ["疑似同名 专业 护理专业 4"],
  );
});

Deno.test("dates, cohorts and evidence are looked at where there are such columns", async () => {
  assertEquals(
    await foundIn(
      { 入学时间: "202209", 毕业时间: "20250231", 统一社会信用代码: "1" },
      { 入学时间: "202509", 毕业时间: "202507", 统一社会信用代码: "1" },
      { 入学时间: "202109", 毕业时间: "202407", 统一社会信用代码: "" },
    ),
    [
      "佐证 信用代码 签就业协议形式就业 4",
      "日期 毕业年份 2024 4",
      "日期 毕业时间 20250231 2",
      "日期 毕业时间 3",
    ],
  );
});

Deno.test("majors in two groups, many founders in one trade, one employer of many are told", async () => {
  const founder = {
    毕业去向: "自主创业",
    单位名称: "",
    单位性质: "其他",
    单位行业: "信息传输、软件和信息技术服务业",
  };
  assertEquals(
    await foundIn(
      ...Array.from({ length: 40 }, (_, i) => ({
        专业大类: i === 5 ? "财经商贸大类" : "医药卫生大类",
        ...(i < 25 ? founder : {}),
      })),
    ),
    [
      "专业的大类不一 专业大类 护理：财经商贸大类 7",
      "集中度 单位行业 信息传输、软件和信息技术服务业",
      "集中度 毕业去向 自主创业",
    ],
  );
});

Deno.test("last year of the same school is looked at: rates, vanished majors, founders", async () => {
  const data = {
    "2024/edition.json": JSON.stringify({
      year: 2024,
      school: "云岭职业学院",
      asOf: "2024-08-31",
      homeProvince: "山东省",
    }),
    "2024/graduates.csv": [
      "学号,性别,学历,院系,专业,生源地,毕业去向",
      ...Array.from(
        { length: 80 },
        (_, i) =>
          `${i},女,专科,护理系,${i < 40 ? "护理" : "助产"},山东省,${
            i % 2 ? "待就业" : "签就业协议形式就业"
          }`,
      ),
      "",
    ].join("\n"),
  };
  const rows = Array.from({ length: 40 }, () => ({ 学校名称: "云岭职业学院" }));
  await using own = desk({ "登记表.csv": register(...rows) }, data);
  const outcome = await own.take(["登记表.csv"]);
  assertEquals(told(outcome.findings), [
    "与上年相比 专业 助产",
    "与上年相比 毕业去向",
    "与上年相比 毕业去向 护理系",
    "集中度 单位名称 某医院",
  ]);
});

Deno.test("files without a graduate say so once", async () => {
  for (const text of ["学号,性别,毕业去向\n", "甲,乙\n丙,丁\n"]) {
    await using own = desk({ "登记表.csv": text });
    const outcome = await own.take(["登记表.csv"]);
    assertEquals(outcome.written, false);
    assertEquals(outcome.findings.filter(({ check }) => check === "缺少的列").length, 1);
  }
});

Deno.test("where rows have slipped sideways no name is told", async () => {
  assertEquals(
    await foundIn({ 性别: "张三丰", 姓名: "男" }, { 性别: "阿依·古丽", 姓名: "女" }),
    ["取值不在代码表 性别 （疑为个人信息，已隐去） 2,3"],
  );
});
