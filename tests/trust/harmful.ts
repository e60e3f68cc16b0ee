/** An edition in which every name and text that a college can write means harm. */
import { stringify } from "@std/csv";
import type { MadeUp } from "../editions/files.ts";

/** Texts that a page, a spreadsheet, a chart, a terminal or JavaScript might take for more than text. */
export const HARM: readonly string[] = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `<svg onload=alert(1)><circle r="9"/></svg>`,
  `</text></svg><iframe src="https://example.org"></iframe>`,
  `</style><script>1</script>`,
  `<a href="javascript:alert(1)">点我</a>`,
  `[点我](javascript:alert(1))`,
  `![图](https://example.org/a.png)`,
  `# 标题 **粗** \`代码\` | 表`,
  `=cmd|' /C calc'!A0`,
  `+1+cmd|' /C calc'!A0`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `-2+3`,
  `__proto__`,
  `constructor`,
  `toString`,
  `hasOwnProperty`,
  `../../../etc/passwd`,
  `C:\\Windows\\..\\x`,
  `%2e%2e%2f&amp;&lt;script&gt;`,
  `{毕业生.人数}`,
  `\${1+1}`,
  `链接 href=http://example.org src=x url(http://example.org/a) @import`,
  `]]> <!-- x --> <?php ?>`,
  "很长的名称".repeat(60),
];

/** The harm for the n-th thing, made unique. */
const harm = (i: number) => HARM[i % HARM.length] ?? "";

const YEAR = 2031;
const HOME = "山东省";

const DESTINATIONS = ["签就业协议形式就业", "国内升学", "自主创业", "待就业", "应征义务兵"];

const GRADUATES = Array.from({ length: 260 }, (_, i) => {
  const 毕业去向 = DESTINATIONS[i % DESTINATIONS.length] ?? "";
  const works = i % DESTINATIONS.length === 0;
  return {
    学号: `X${i}`,
    性别: i % 2 === 0 ? "女" : "男",
    学历: "专科",
    院系: harm(i * 3),
    专业大类: harm(i * 3 + 1),
    专业: harm(i),
    生源地: HOME,
    生源城市: harm(i + 5),
    特困家庭: "是",
    荣誉: harm(i + 2),
    毕业去向,
    单位名称: works ? harm(i + 7) : "",
    职位类别: works ? harm(i + 9) : "",
    就业省份: works ? HOME : "",
    就业城市: works ? harm(i + 11) : "",
    升学院校: 毕业去向 === "国内升学" ? harm(i + 13) : "",
  };
});

/** What may not stand in an option: it parts options. */
const options = (from: number) => HARM.slice(from, from + 6).map((text) => text.slice(0, 200));

const QUESTIONS = [
  { 题号: "constructor", 题型: "单选", from: 0 },
  { 题号: "toString", 题型: "多选", from: 6 },
  { 题号: `<b onclick="x">`, 题型: "量表", from: 12 },
  { 题号: `valueOf`, 题型: "单选", from: 18 },
].map(({ from, ...one }, i) => ({
  ...one,
  题干: `${harm(i)}？`,
  选项: options(from).join("┋"),
  适用对象: "",
  图号: "",
  项目: harm(i + 4),
  章节: `四/${harm(i + 1).replaceAll("/", "")}`,
  图键: i % 2 === 0 ? harm(i) : "",
  图题: harm(i + 2),
}));

const RESPONSES = Array.from({ length: 60 }, (_, i) => ({
  问卷编号: String(i),
  ...Object.fromEntries(
    QUESTIONS.map(({ 题号, 选项 }) => [题号, 选项.split("┋")[i % 6] ?? ""]),
  ),
}));

const sheet = (rows: readonly Readonly<Record<string, string>>[]) =>
  stringify(rows, { columns: Object.keys(rows[0] ?? {}) });

/** Texts of the notebooks' own names. */
const TEXTS = ["学校简介", "编制目的与依据", "数据来源", "毕业去向分类", "五（一）", "六（三）"];

const PROSE = HARM.filter((text) => !text.includes("{")).join("\n\n");

/** The edition, as files below a data folder. */
export const HARMFUL: MadeUp = {
  year: YEAR,
  home: HOME,
  files: {
    [`${YEAR}/edition.json`]: JSON.stringify({
      school: harm(1),
      title: harm(0),
      note: harm(3),
      asOf: `${YEAR}-08-31`,
      homeProvince: HOME,
      words: { 院系: harm(7), 专业: harm(14), 城市: harm(15) },
      groups: [{ name: harm(2), heading: harm(4), test: `荣誉≠` }, {
        name: "__proto__",
        test: "特困家庭=是",
      }],
    }),
    [`${YEAR}/graduates.csv`]: sheet(GRADUATES),
    [`${YEAR}/graduate-survey.codebook.csv`]: sheet(QUESTIONS),
    [`${YEAR}/graduate-survey.csv`]: sheet(RESPONSES),
    ...Object.fromEntries(
      TEXTS.map((name) => [`${YEAR}/text/${name}.md`, `# ${harm(0)}\n\n${PROSE}`]),
    ),
  },
};
