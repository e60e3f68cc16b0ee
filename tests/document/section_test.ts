import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { Block } from "lib/document/blocks.ts";
import { drawing, listing, openSection } from "lib/document/section.ts";
import { ratio } from "lib/measures/ratio.ts";
import { Frame } from "lib/table/frame.ts";
import {
  fact,
  htmlOf,
  notesOf,
  setting,
  shownExhibit,
  shownStatements,
  textOf,
} from "./setting.ts";

const open = (more = {}) => openSection(setting(more), "毕业生", () => {});

const rows = Frame.fromRows([
  { 系: "医学系", 人数: 3, "比例%": ratio(3, 4) },
  { 系: "护理系", 人数: 1, "比例%": ratio(1, 0) },
], ["系", "人数", "比例%"]);

Deno.test("a table carries its key and its rows as plain cells", () => {
  const table = open().table("系别", { title: "各系人数", rows, ranked: true });
  assertEquals(shownExhibit(table), {
    kind: "table",
    key: "系别",
    number: null,
    label: "表",
    title: "各系人数",
    chapter: "",
    section: "",
    notebook: "01-employment",
    columns: ["序号", "系", "人数", "比例%"],
    rows: [[1, "医学系", 3, "75.00"], [2, "护理系", 1, null]],
    base: null,
    coverage: "derived",
    note: null,
  });
  assertEquals(
    textOf(table),
    "表. 各系人数\n序号\t系\t人数\t比例%\n1\t医学系\t3\t75.00\n2\t护理系\t1\t—",
  );
});

Deno.test("an exhibit has the number of the last report, where there was one", () => {
  const labels = new Map([["系别", { number: 7, label: "表 7" }]]);
  const { number, label } = shownExhibit(open({ labels }).table("系别", { title: "t", rows }));
  assertEquals([number, label], [7, "表 7"]);
});

Deno.test("a table or a figure without rows, and a list without lines, show nothing", () => {
  const section = open();
  const none = rows.slice(0, 0);
  assertEquals(section.table("a", { title: "t", rows: none }).blocks, []);
  assertEquals(section.figure("b", { title: "t", rows: none, draw: () => "<svg/>" }).blocks, []);
  assertEquals(section.list([section.phrase`共 ${{ 人数: null }}`]).blocks, []);
  assertEquals(listing(none, "无").blocks, []);
});

Deno.test("an exhibit without a key, rows or a drawing is refused, and told how it is written", () => {
  // A cell is not seen by the type checker.
  const section = open() as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  const wrong: readonly [string, ...unknown[]][] = [
    ["table", { title: "t", rows }],
    ["table", 99, { title: "t", rows }],
    ["table", "键", { title: "t" }],
    ["table", "键"],
    ["figure", "键", { title: "t", rows: rows.rows(), draw: () => "" }],
    ["figure", { title: "t", rows, draw: () => "" }],
    ["figure", "键", { title: "t", rows }],
  ];
  for (const [name, ...args] of wrong) {
    assertThrows(() => section[name]?.(...args), TypeError, `应写成 ${name}("键", {`);
  }
});

Deno.test("an exhibit's coverage is what coverage.csv says of the exhibit as a whole", () => {
  const section = open({
    coverage: [
      { 图表: "甲图", 项目: "其他", 依据: "bounded", 说明: "" },
      { 图表: "甲图", 项目: "", 依据: "partial", 说明: "" },
      { 图表: "甲表", 项目: "", 依据: "published", 说明: "" },
    ],
  });
  const draw = () => "<svg></svg>";
  const coverages = [
    section.table("甲表", { title: "t", rows }),
    section.figure("甲图", { title: "t", rows, draw }),
    section.table("乙表", { title: "t", rows }),
  ].map((one) => shownExhibit(one).coverage);
  assertEquals(coverages, ["published", "partial", "derived"]);
});

Deno.test("a figure is drawn from the rows that it carries", () => {
  const figure = open().figure("系别", {
    title: "各系人数",
    rows: rows.slice(0, 1),
    base: { label: "毕业生", count: 4 },
    note: "某说明",
    draw: (drawn) => `<svg data-rows="${drawn.size}"></svg>`,
  });
  assertStringIncludes(htmlOf(figure), 'data-rows="1"');
  const { rows: carried, base, note } = shownExhibit(figure);
  assertEquals([carried, base, note], [
    [["医学系", 3, "75.00"]],
    { label: "毕业生", count: 4 },
    "某说明",
  ]);
});

Deno.test("a number takes id and coverage from the fact that it answers", () => {
  const statements = [
    fact("1-001", "毕业生", "4", "exact"),
    fact("1-002", "女生", "≥1", "bound"),
  ];
  const section = open({ facts: { tables: [], statements } });
  const shown = shownStatements(section.text`
    共 ${{ 人数: 4 }}，女 ${{ 女生: { 人数: 4 } }}，男 ${{ 男生: { 人数: 4 } }}。`);
  assertEquals(shown.map(({ id, coverage }) => [id, coverage]), [
    ["1-001", "published"],
    ["1-002", "bounded"],
    ["男生·人数", "derived"],
  ]);
});

Deno.test("each thing shown says how it compares with print", () => {
  const statements = [fact("1-001", "毕业生", "4", "exact")];
  const section = open({ facts: { tables: [], statements } });
  assertEquals(notesOf(section.text`共 ${{ 人数: 4 }}。`), ["✓ 与公布数据一致（1 项）"]);
  assertStringIncludes(notesOf(section.text`共 ${{ 人数: 5 }}。`)[0] ?? "", "公布 4，重算 5");
  assertEquals(notesOf(section.text`无数字。`), []);
});

Deno.test("all that is made is remembered, whoever it is about", () => {
  const remembered: Block[] = [];
  const section = openSection(setting(), "毕业生", (blocks) => remembered.push(...blocks));
  section.phrase`共 ${{ 人数: 4 }}`;
  assertEquals(remembered, []);
  section.about("女生").text`共 ${{ 人数: 4 }}。`;
  section.table("系别", { title: "t", rows });
  section.heading(3, "某节");
  assertEquals(remembered.map(({ kind }) => kind), ["paragraph", "table", "heading"]);
});

Deno.test("a drawing or a listing without a number explains and counts as no exhibit", () => {
  const shown = [drawing("<svg/>", { caption: "甲", alt: "乙", rows }), listing(rows, "丙")];
  assertEquals(shown.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)), [
    "sketch",
    "listing",
  ]);
  assertStringIncludes(htmlOf(drawing("<svg/>", { caption: "甲", alt: "乙" })), 'aria-label="乙"');
});
