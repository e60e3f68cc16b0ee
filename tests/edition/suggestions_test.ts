/**
 * What is really typed into the coded columns, and what a refusal then suggests. A wrong suggestion
 * is worse than none: whoever follows it changes a published rate.
 */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { graduatesCsv } from "../small_edition.ts";
import { dataErrorOf, temporaryData } from "../temporary_data.ts";

type Column =
  | "性别"
  | "民族"
  | "学历"
  | "生源地"
  | "特困家庭"
  | "毕业去向"
  | "单位性质"
  | "单位行业";

/** What a slip is taken for; undefined where nothing is suggested. */
function suggested(column: Column, slips: readonly string[]): Record<string, string | undefined> {
  using data = temporaryData({
    "graduates.csv": graduatesCsv(...slips.map((slip) => ({ [column]: slip }))),
  });
  const { faults } = dataErrorOf(() => readGraduates(data.folder, readDictionaries()));
  assertEquals(faults.map(({ found }) => found), [...slips], "each is refused");
  return Object.fromEntries(
    faults.map(({ found = "", expected }) => [found, /最接近的是“(.*)”/.exec(expected)?.[1]]),
  );
}

const RIGHT: Readonly<Record<Column, Readonly<Record<string, string>>>> = {
  性别: { 男生: "男", 女性: "女" },
  民族: {
    汉: "汉族",
    满: "满族",
    朝鲜: "朝鲜族",
    土家: "土家族",
    维族: "维吾尔族",
    蒙族: "蒙古族",
    达翰尔族: "达斡尔族",
    乌兹别克族: "乌孜别克族",
    俄罗期族: "俄罗斯族",
  },
  学历: {},
  生源地: {
    山东: "山东省",
    新疆: "新疆维吾尔自治区",
    香港: "香港特别行政区",
    澳门: "澳门特别行政区",
    广西: "广西壮族自治区",
    西藏: "西藏自治区",
    宁夏: "宁夏回族自治区",
    新疆省: "新疆维吾尔自治区",
    内蒙: "内蒙古自治区",
    黑龙江: "黑龙江省",
    广西省: "广西壮族自治区",
    香港特区: "香港特别行政区",
    内蒙自治区: "内蒙古自治区",
    新彊维吾尔自治区: "新疆维吾尔自治区",
    北京市朝阳区: "北京市",
    湖北省武汉市: "湖北省",
    广东省份: "广东省",
    重庆省: "重庆市",
  },
  特困家庭: { 是的: "是" },
  毕业去向: {
    待业: "待就业",
    求职: "求职中",
    选调: "选调生",
    签就业协议: "签就业协议形式就业",
    劳动合同: "签劳动合同形式就业",
    签劳动合同就业: "签劳动合同形式就业",
    不毕业拟升学: "不就业拟升学",
    国家基础项目: "国家基层项目",
    第二学士: "第二学士学位",
  },
  单位性质: { 国企: "国有企业", 三资: "三资企业" },
  单位行业: {
    制造: "制造业",
    批发零售: "批发和零售业",
    农林牧渔业: "农、林、牧、渔业",
    教育业: "教育",
    卫生: "卫生和社会工作",
  },
};

const NONE: Readonly<Record<Column, readonly string[]>> = {
  性别: ["难", "M", "男女"],
  民族: ["哈族", "布衣族", "塔吉尔族", "鄂伦克族", "穿青人", "汗族", "美国"],
  学历: ["大学", "研究生", "博士后", "中专", "学士", "二学位"],
  生源地: [
    ...[
      "巴基斯坦",
      "美国",
      "蒙古",
      "国外",
      "港澳台",
      "新疆生产建设兵团",
      "海南州",
      "海南藏族自治州",
    ],
    ...["江北省", "湖某省", "南京", "青岛市", "浙江大学", "东北", "鲁", "省外", "河南河北"],
  ],
  特困家庭: ["非困难生", "不是", "无", "Y"],
  毕业去向: [
    ...["灵活就业", "就业", "未就业", "已就业", "非就业", "考研", "准备升学", "国外升学", "拟升学"],
    ...[
      "自主择业",
      "自主就业",
      "自由择业",
      "创业",
      "拟自主创业",
      "参军",
      "公招考试",
      "基层项目",
      "其他",
    ],
    ...["出国", "出境", "不就业", "暂未就业", "拟就业", "延期毕业", "硕士", "999"],
  ],
  单位性质: ["非国有企业", "民营企业", "企业", "其他单位", "学校", "医院", "自由职业"],
  单位行业: ["商业", "服务业", "工业", "互联网", "计算机", "物流"],
};

Deno.test("a slip whose meaning is beyond doubt is told what it means", () => {
  for (const [column, right] of Object.entries(RIGHT) as [Column, Record<string, string>][]) {
    if (Object.keys(right).length === 0) continue;
    assertEquals(suggested(column, Object.keys(right)), right, column);
  }
});

Deno.test("whatever may mean two things, or something else, is told nothing", () => {
  for (const [column, slips] of Object.entries(NONE) as [Column, string[]][]) {
    assertEquals(
      suggested(column, slips),
      Object.fromEntries(slips.map((one) => [one, undefined])),
      column,
    );
  }
});

Deno.test("the earlier name of an ethnic group is read as today's", () => {
  using data = temporaryData({
    "graduates.csv": graduatesCsv({ 民族: "崩龙族" }, { 民族: "僮族" }),
  });
  const graduates = readGraduates(data.folder, readDictionaries());
  assertEquals(graduates.column("民族"), ["德昂族", "壮族"]);
});

Deno.test("the labels and codes of 2024 keep the outcome that they have", () => {
  const outcomes: Record<string, string> = {
    ...{ 求职中: "未就业", 签约中: "未就业", 拟创业: "未就业", "拟出国/出境": "未就业" },
    ...{ 拟参加公招考试: "未就业", 暂不就业: "未就业", 研究生: "升学", 第二学士学位: "升学" },
    ...{ "出国/出境": "升学", 选调生: "就业", 三支一扶: "就业", 西部计划: "就业" },
    ...{ "科研助理/管理助理": "就业", 10: "就业", 271: "就业", 502: "就业" },
  };
  const labels = Object.keys(outcomes);
  using data = temporaryData({
    "graduates.csv": graduatesCsv(...labels.map((毕业去向) => ({ 毕业去向 }))),
  });
  const read = readGraduates(data.folder, readDictionaries()).column("去向大类");
  assertEquals(Object.fromEntries(labels.map((label, i) => [label, String(read[i])])), outcomes);
});

Deno.test("a hidden or look-alike character is named, and nothing that looks the same is suggested", () => {
  using data = temporaryData({
    "graduates.csv": graduatesCsv(
      { 性别: "女\u200B" },
      { 民族: "\u001F汉族" },
      { 生源地: "\u202D山东省\u202C" },
      { 生源地: "⼭东省" },
      { 生源地: "⻘海省" },
      { 院系: "护理系\u00AD" },
    ),
  });
  const { message } = dataErrorOf(() => readGraduates(data.folder, readDictionaries()));
  assertEquals(message.split("\n").slice(1).map((line) => line.replace(/.*graduates.csv /, "")), [
    "第 2 行 “性别”列：第 2 个字符是 U+200B 零宽空格，请删去或改正",
    "第 3 行 “民族”列：第 1 个字符是 U+001F 单元分隔符，请删去或改正",
    "第 4 行 “生源地”列：第 1 个字符是 U+202D 左至右强制，请删去或改正",
    "第 5 行 “生源地”列：第 1 个字符是 U+2F2D 与汉字“山”形似的字符，请删去或改正",
    "第 6 行 “生源地”列：第 1 个字符是 U+2ED8 部首字符“⻘”，不是汉字，请删去或改正",
    "第 7 行 “院系”列：第 4 个字符是 U+00AD 软连字符，请删去或改正",
  ]);
});

Deno.test("numbers that Excel has destroyed are one cause, named so", () => {
  const ids = ["2.02430E+11", "2.02431E+11", "2.02430E+11"];
  using data = temporaryData({
    "graduates.csv": graduatesCsv(...ids.map((学号) => ({ 学号 }))),
  });
  const { message } = dataErrorOf(() => readGraduates(data.folder, readDictionaries()));
  assertStringIncludes(message, "“学号”列：3 处，第 2、3、4 行，被 Excel 改成了科学记数法");
  assertEquals(message.includes("E+11") || message.includes("重复"), false);
});
