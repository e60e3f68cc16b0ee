import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { GRADUATES_HEADER, graduatesCsv } from "../small_edition.ts";
import { dataErrorOf, faultsOf, temporaryData } from "../temporary_data.ts";

/** Reads graduates.csv of an edition whose folder is the data folder. */
function graduatesOf(content: string | Uint8Array) {
  using data = temporaryData({ "graduates.csv": content });
  return readGraduates(data.folder, readDictionaries());
}

const expectationOf = (content: string) =>
  dataErrorOf(() => graduatesOf(content)).faults.map(({ expected }) => expected).join("\n");

Deno.test("a graduate is read with what the dictionaries say of the destination", () => {
  const graduates = graduatesOf(graduatesCsv(
    { 毕业去向: "签劳动合同形式就业", 单位性质: "国有企业" },
    { 毕业去向: "应征义务兵", 单位性质: "国有企业" },
    { 毕业去向: "国家基层项目" },
    { 毕业去向: "国内升学", 升学院校: "某大学" },
    {},
  ));
  assertEquals(
    graduates.select("学号", "统计类别", "去向大类", "单位性质类别").rows().map(Object.values),
    [
      ["示例001", "签劳动合同形式就业", "就业", "国有企业"],
      ["示例002", "应征义务兵", "就业", "其他"],
      ["示例003", "基层项目就业", "就业", "其他"],
      ["示例004", "升学", "升学", ""],
      ["示例005", "未就业", "未就业", ""],
    ],
  );
});

Deno.test("a table of graduates is known to be one of persons", () => {
  assertEquals(graduatesOf(graduatesCsv({})).ofPersons, true);
});

Deno.test("cells that do not apply are empty texts, a byte-order mark is no matter", () => {
  const one = graduatesOf("\uFEFF" + graduatesCsv({ 生源城市: "" })).only();
  assertEquals([one.学号, one.生源城市, one.就业省份, one.升学院校], ["示例001", "", "", ""]);
});

Deno.test("columns may stand in any order, and further ones are left aside", () => {
  const lines = graduatesCsv({ 性别: "男" }).trimEnd().split("\n");
  const turned = lines.map((line) => [...line.split(",").reverse(), "备注"].join(","));
  assertEquals(graduatesOf(turned.join("\n")).only().性别, "男");
});

Deno.test("an unknown category is told with its place and the nearest allowed one", () => {
  const { faults } = dataErrorOf(() =>
    graduatesOf(graduatesCsv({}, { 毕业去向: "签劳动合同就业" }, {}))
  );
  assertEquals(faults.map(({ row, column, found }) => [row, column, found]), [
    [3, "毕业去向", "签劳动合同就业"],
  ]);
  assertStringIncludes(faults[0]?.expected ?? "", "“签劳动合同形式就业”");
});

Deno.test("each code list is held to: sex, ethnic group, province, nature and industry", () => {
  const wrong = {
    性别: "男生",
    民族: "汉",
    生源地: "山东",
    特困家庭: "Y",
    省级优秀毕业生: "",
    单位性质: "国企",
    单位行业: "制造",
    就业省份: "北京",
  };
  const csv = graduatesCsv(wrong);
  assertEquals(
    faultsOf(() => graduatesOf(csv)),
    Object.entries(wrong).map(([column, found]) => `graduates.csv:2 ${column} ${found}`),
  );
  for (const nearest of ["“男”", "“汉族”", "“山东省”", "“国有企业”", "“制造业”", "“北京市”"]) {
    assertStringIncludes(expectationOf(csv), nearest);
  }
});

Deno.test("a graduate may not stand twice, or without a number", () => {
  const csv = graduatesCsv({ 学号: "甲" }, { 学号: "乙" }, { 学号: "甲" }, { 学号: "" });
  assertEquals(faultsOf(() => graduatesOf(csv)), [
    "graduates.csv:4 学号 -",
    "graduates.csv:5 学号 -",
  ]);
  const { message } = dataErrorOf(() => graduatesOf(csv));
  assertStringIncludes(message, "第 4 行 “学号”列：与第 2 行重复");
  assertEquals(message.includes("甲"), false, "a message names no person");
});

Deno.test("a missing or misspelt column is named with what stands there", () => {
  const csv = graduatesCsv({});
  assertEquals(faultsOf(() => graduatesOf(csv.replace("毕业去向", "毕业去问"))), [
    "graduates.csv:1 毕业去向 毕业去问",
  ]);
  const without = csv.split("\n").map((line) => line.replace(/,[^,]*$/, "")).join("\n");
  const major = without.replace("专业,生源地", "主修,生源地");
  assertEquals(faultsOf(() => graduatesOf(major)), ["graduates.csv:1 专业 -"]);
  assertStringIncludes(expectationOf(major), "现有：学号、性别");
});

Deno.test("an optional column that is not there is not in the frame, and to ask for it is an error", () => {
  const graduates = graduatesOf(
    "学号,性别,学历,院系,专业,生源地,毕业去向\n示例001,女,专科,护理系,护理,山东省,待就业\n",
  );
  assertEquals(graduates.size, 1);
  assertEquals(graduates.names.filter((name) => ["民族", "少数民族"].includes(name)), []);
  assertThrows(() => graduates.filter((one) => one.民族 === "汉族"), TypeError, "没有“民族”列");
});

Deno.test("the new columns are read where they are, pay as a number", () => {
  const header = "学号,性别,学历,院系,专业,专业代码,生源地,毕业去向,月收入,师范生,困难类别,残疾";
  const graduates = graduatesOf([
    header,
    "1,女,本科,文学院,汉语言文学,050101,山东省,11,5200.5,1,特别困难,否",
    "2,女,本科,文学院,汉语言文学,050101,山东省,80,,非师范生,0,",
  ].join("\n"));
  assertEquals(
    graduates.select("专业代码", "毕业去向", "月收入", "师范生", "困难类别", "残疾").rows()
      .map(Object.values),
    [
      ["050101", "签劳动合同形式就业", 5200.5, "普通师范生", "特别困难", "否"],
      ["050101", "国内升学", null, "非师范生", "非困难生", ""],
    ],
  );
  assertEquals(
    faultsOf(() => graduatesOf(`${header}\n1,女,本科,文学院,文学,,山东省,11,5k,师范,否,否`)),
    ["graduates.csv:2 困难类别 否", "graduates.csv:2 师范生 师范", "graduates.csv:2 月收入 5k"],
  );
});

Deno.test("codes of two and of three digits and other usual names are read as the names they mean", () => {
  const graduates = graduatesOf(graduatesCsv(
    { 毕业去向: "11", 学历: "本科生毕业", 民族: "03", 生源地: "370000" },
    { 毕业去向: "801", 学历: "111" },
    { 毕业去向: "签劳动合同形势就业", 学历: "高职（专科）" },
    { 毕业去向: "求职中", 单位性质: "39", 单位行业: "22" },
  ));
  assertEquals(
    graduates.select("毕业去向", "去向角色", "学历", "民族", "生源地").rows().map(Object.values),
    [
      ["签劳动合同形式就业", "签约就业", "本科", "回族", "山东省"],
      ["研究生", "国内升学", "硕士", "汉族", "山东省"],
      ["签劳动合同形式就业", "签约就业", "专科", "汉族", "山东省"],
      ["求职中", "求职", "专科", "汉族", "山东省"],
    ],
  );
  assertEquals(graduates.select("单位性质", "单位行业").rows().at(-1), {
    单位性质: "其他企业",
    单位行业: "制造业",
  });
});

Deno.test("the employer group of a grass-roots programme is the employer's where there is one", () => {
  const groups = graduatesOf(graduatesCsv(
    { 毕业去向: "选调生", 单位性质: "机关" },
    { 毕业去向: "三支一扶", 单位性质: "医疗卫生单位" },
    { 毕业去向: "地方基层项目" },
    { 毕业去向: "应征义务兵", 单位性质: "机关" },
  )).column("单位性质类别");
  assertEquals(groups, ["机关", "事业单位", "其他", "其他"]);
});

Deno.test("a minority is one that the list calls so: 其他 tells neither", () => {
  const graduates = graduatesOf(graduatesCsv({ 民族: "汉族" }, { 民族: "回族" }, { 民族: "其他" }));
  assertEquals(graduates.column("少数民族"), ["否", "是", ""]);
});

Deno.test("several kinds of fault in one file are all reported, by rows", () => {
  const lines = graduatesCsv({ 性别: "无" }, {}, { 学号: "示例002", 生源地: "鲁" }).split("\n");
  lines[0] = GRADUATES_HEADER.replace("民族", "名族");
  lines.splice(3, 0, "示例009,女", "");
  assertEquals(faultsOf(() => graduatesOf(lines.join("\n"))), [
    "graduates.csv:1 民族 名族",
    "graduates.csv:2 性别 无",
    "graduates.csv:4 - -",
    "graduates.csv:6 生源地 鲁",
    "graduates.csv:6 学号 -",
  ]);
});

Deno.test("sixty faults are all counted and fifty told", () => {
  const csv = graduatesCsv(...Array.from({ length: 60 }, (_, i) => ({ 性别: `x${i}` })));
  const error = dataErrorOf(() => graduatesOf(csv));
  assertEquals(error.faults.length, 60);
  assertStringIncludes(error.message, "数据有 60 处问题");
  assertStringIncludes(error.message, "第 51 行");
  assertEquals(error.message.includes("第 52 行"), false);
  assertStringIncludes(error.message, "另有 10 处");
});

Deno.test("a file in GBK, an empty one, one with a header only and none at all are refused", () => {
  const gbk = new Uint8Array([0xd1, 0xa7, 0xba, 0xc5, 0x0a]);
  assertStringIncludes(dataErrorOf(() => graduatesOf(gbk)).message, "编码不是 UTF-8");
  assertStringIncludes(dataErrorOf(() => graduatesOf("")).message, "空的");
  assertStringIncludes(
    dataErrorOf(() => graduatesOf(GRADUATES_HEADER + "\n")).message,
    "没有任何毕业生",
  );
  using data = temporaryData();
  assertStringIncludes(
    dataErrorOf(() => readGraduates(data.folder, readDictionaries())).message,
    "graduates.csv：找不到",
  );
});
