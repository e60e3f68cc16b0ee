import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { Made } from "lib/document/exhibit.ts";
import { openSection } from "lib/document/section.ts";
import { Frame } from "lib/table/frame.ts";
import { ratio } from "lib/measures/ratio.ts";
import { fact, setting } from "./setting.ts";

const open = (more = {}) => openSection(setting(more), "一（一）", () => {});

const rows = Frame.fromRows([
  { 系: "医学系", 人数: 3, "比例%": ratio(3, 4) },
  { 系: "护理系", 人数: 1, "比例%": ratio(1, 0) },
], ["系", "人数", "比例%"]);

Deno.test("a table carries its rows as plain cells, and where it stands", () => {
  const { made, text } = open().table(1, { title: "各系人数", rows, ranked: true });
  assertEquals(made, {
    exhibits: [{
      kind: "table",
      number: 1,
      title: "各系人数",
      chapter: "一、基本情况",
      section: "一（一）",
      notebook: "01-employment",
      columns: ["序号", "系", "人数", "比例%"],
      rows: [[1, "医学系", 3, "75.00"], [2, "护理系", 1, null]],
      base: null,
      coverage: "derived",
      note: null,
    }],
    statements: [],
  });
  assertEquals(text, "表 1. 各系人数\n序号\t系\t人数\t比例%\n1\t医学系\t3\t75.00\n2\t护理系\t1\t—");
});

Deno.test("an exhibit's coverage is what coverage.csv says of the exhibit as a whole", () => {
  const coverage = [
    { 图表: "图1", 项目: "其他", 依据: "bounded", 说明: "" },
    { 图表: "图1", 项目: "", 依据: "partial", 说明: "" },
    { 图表: "表1", 项目: "", 依据: "published", 说明: "" },
  ];
  const section = open({ coverage });
  const coverageOf = ({ made }: { made: Made }) => made.exhibits[0]?.coverage;
  const draw = () => "<svg></svg>";
  assertEquals(coverageOf(section.table(1, { title: "t", rows })), "published");
  assertEquals(coverageOf(section.figure(1, { title: "t", rows, draw })), "partial");
  assertEquals(coverageOf(section.table(2, { title: "t", rows })), "derived");
});

Deno.test("a figure is drawn from the rows that it carries", () => {
  const { html, made } = open().figure(4, {
    title: "各系人数",
    rows: rows.slice(0, 1),
    base: { label: "毕业生", count: 4 },
    note: "某说明",
    draw: (drawn) => `<svg data-rows="${drawn.size}"></svg>`,
  });
  assertStringIncludes(html, 'data-rows="1"');
  assertEquals(made.exhibits[0]?.rows, [["医学系", 3, "75.00"]]);
  assertEquals(made.exhibits[0]?.base, { label: "毕业生", count: 4 });
  assertEquals(made.exhibits[0]?.note, "某说明");
});

Deno.test("a value takes id and coverage from the fact that it answers", () => {
  const statements = [
    fact("1-001", "毕业生", "4", "exact"),
    fact("1-002", "女生", "≥1", "bound"),
  ];
  const section = open({ facts: { tables: [], statements } });
  const [all, women, men] = ["毕业生", "女生", "男生"].map((one) =>
    section.value(one, "人数", 4, "人")
  );
  assertEquals([all?.id, all?.coverage], ["1-001", "published"]);
  assertEquals([women?.id, women?.coverage], ["1-002", "bounded"]);
  assertEquals([men?.id, men?.coverage], ["一（一）/男生/人数", "derived"]);
});

Deno.test("a share's value is its percentage and its unit is %", () => {
  const { value, unit } = open().value("毕业生", "落实率", ratio(29, 800));
  assertEquals([value, unit], ["3.63", "%"]);
  assertEquals(open().value("毕业生", "落实率", ratio(0, 0)).value, null);
});

Deno.test("a paragraph speaks its values with their units and carries them", () => {
  const section = open();
  const all = section.value("毕业生", "人数", 4, "人");
  const rate = section.value("毕业生", "落实率", ratio(3, 4));
  const { text, html, made } = section.text`共 ${all}，落实率 ${rate}，高于 ${90}%：${"医学系"}。`;
  assertEquals(text, "共 4 人，落实率 75.00%，高于 90%：医学系。");
  assertStringIncludes(html, '共 <b class="value">4 人</b>，');
  assertEquals(made.statements, [all, rate]);
});

Deno.test("a paragraph says that a value is unknown, and takes labels without a unit", () => {
  const section = open();
  const unknown = section.value("毕业生", "同比", null, "%");
  const label = section.value("专业", "第一", "护理");
  assertEquals(section.text`同比 ${unknown}，${label}。`.text, "同比 （未知），护理。");
});

Deno.test("a list of phrases is joined, and every value in it is carried", () => {
  const section = open();
  const count = (subject: string, n: number) => section.value(subject, "人数", n, "人");
  const phrases = [["甲系 ", count("甲系", 1)], ["乙系 ", count("乙系", 2)]];
  const { text, made } = section.text`其中${phrases}。`;
  assertEquals(text, "其中甲系 1 人、乙系 2 人。");
  assertEquals(made.statements.map(({ value }) => value), [1, 2]);
  assertEquals(section.text`其中${[]}无。`.text, "其中无。");
});

Deno.test("a long sentence may run over several lines, whose breaks are no part of it", () => {
  const section = open();
  const all = section.value("毕业生", "人数", 4, "人");
  const { text } = section.text`
    毕业生共 ${all}，
    其中${"医学系"}最多。`;
  assertEquals(text, "毕业生共 4 人，其中医学系最多。");
});

Deno.test("a digit typed into prose is refused, in either width", () => {
  const section = open();
  assertThrows(() => section.text`共 4 人。`, TypeError, "Cannot type a number");
  assertThrows(() => section.text`共 ${4} 人，占８成。`, TypeError, "占８成");
});

Deno.test("what is spoken is escaped", () => {
  assertStringIncludes(open().text`${"<b>"}与<i>`.html, "&lt;b&gt;与&lt;i&gt;");
});

Deno.test("a list names its values by measure, and by subject where they differ", () => {
  const section = open();
  const women = section.value("女生", "人数", 3, "人");
  const men = section.value("男生", "人数", 1, "人");
  assertEquals(section.list("subject", [women, men]).text, "女生：人数 3 人\n男生：人数 1 人");
  assertEquals(section.list("measure", [women]).text, "人数：3 人");
  assertEquals(section.list("measure", [women, men]).made.statements, [women, men]);
});

Deno.test("each thing shown says how it compares with print", () => {
  const statements = [fact("1-001", "毕业生", "4", "exact")];
  const section = open({ facts: { tables: [], statements } });
  const said = (n: number) => section.text`共 ${section.value("毕业生", "人数", n, "人")}。`.html;
  assertStringIncludes(said(4), "✓ 与公布数据一致（1 项）");
  assertStringIncludes(said(5), "1-001：公布 4，重算 5");
  assertEquals(section.text`无数字。`.html.includes("check"), false);
});

Deno.test("all that is made is remembered", () => {
  const remembered: Made[] = [];
  const section = openSection(setting(), "一（一）", (made) => remembered.push(made));
  const value = section.value("毕业生", "人数", 4, "人");
  assertEquals(remembered, []);
  section.text`共 ${value}。`;
  section.table(1, { title: "t", rows });
  assertEquals(remembered.map(({ exhibits, statements }) => [exhibits.length, statements.length]), [
    [0, 1],
    [1, 0],
  ]);
});
