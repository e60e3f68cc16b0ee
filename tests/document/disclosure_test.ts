import { assertEquals } from "@std/assert";
import type { Block, ChapterBlocks } from "lib/document/blocks.ts";
import { exhibitOf, statementsOf } from "lib/document/blocks.ts";
import { csv, csvText } from "lib/document/csv.ts";
import { type Disclosure, withhold, withoutMarks } from "lib/document/disclosure.ts";
import type { Exhibit } from "lib/document/exhibit.ts";
import { blockHtml } from "lib/document/html.ts";
import { sayWord } from "lib/document/words.ts";
import { openChapter } from "lib/document/chapter.ts";
import { listing } from "lib/document/section.ts";
import { placement } from "lib/measures/placement.ts";
import { ratio } from "lib/measures/ratio.ts";
import { Frame } from "lib/table/frame.ts";
import { setting } from "./setting.ts";

interface Person {
  readonly 学号: string;
  readonly 专业: string;
  readonly 去向大类: "就业" | "升学" | "未就业";
}

/** 护理 6 people, 会计 5, 统计 2. */
const graduates = Frame.fromRows<Person>(
  [
    ..."护就 护就 护升 护未 护未 护就 会就 会升 会未 会就 会升 统就 统未".split(" "),
  ].map(([major, became], i) => ({
    学号: String(i),
    专业: { 护: "护理", 会: "会计" }[major ?? ""] ?? "统计",
    去向大类: became === "就" ? "就业" : became === "升" ? "升学" : "未就业",
  })),
  ["学号", "专业", "去向大类"],
);

const section = openChapter(setting(), "毕业生");

const rates = placement(graduates, "专业").select("专业", "生源人数", "就业", "落实率")
  .rename({ 落实率: "毕业去向落实率%" });

/** What readers get of blocks, where fewer than 3 are too few. */
function told(blocks: readonly Block[], more: Partial<Disclosure> = {}): Block[] {
  const chapter: ChapterBlocks = {
    notebook: "01",
    title: "",
    blocks: blocks.map((block) => ({ block, cell: 1, analyst: false })),
  };
  const marked = withhold([chapter], { fewest: 3, graduates, named: new Map(), ...more });
  return withoutMarks(marked, 3).flatMap(({ blocks }) => blocks.map(({ block }) => block));
}

const only = (blocks: readonly Block[]): Exhibit => {
  const [exhibit] = blocks.flatMap((block) => exhibitOf(block) ?? []);
  if (exhibit === undefined) throw new Error("No exhibit was made");
  return exhibit;
};

const said = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => block.kind === "paragraph" ? [block.words.map(sayWord).join("")] : []);

Deno.test("a small group keeps name and size, another is withheld with it, and both stand last", () => {
  const table = section.table("专业落实情况", { title: "", rows: rates, ranked: true }).blocks;
  const { rows, note } = only(told(table));
  assertEquals(rows, [
    [1, "护理", 6, 3, "66.67"],
    [2, "会计", 5, "*", "*"],
    [3, "统计", 2, "*", "*"],
  ]);
  assertEquals(note, "* 不足 3 人，或由合计能推出不足 3 人的组，不列。");
});

Deno.test("a figure with a withheld number is told in words, without a number that is none", () => {
  const draw = () => "<svg></svg>";
  const [figure] = told(section.figure("分专业", { title: "", rows: rates, draw }).blocks);
  if (figure?.kind !== "figure") throw new Error("No figure was made");
  assertEquals(figure.svg, "");
  const html = blockHtml(figure);
  assertEquals(html.includes("毕业去向落实率不列"), true);
  assertEquals(/\*\s*%/.test(html), false);
});

Deno.test("an exhibit whose base is small shows no row at all", () => {
  const rows = Frame.fromRows([{ 毕业去向: "就业", 人数: 2, "比例%": ratio(2, 2) }], [
    "毕业去向",
    "人数",
    "比例%",
  ]);
  const made = section.table("去向", { title: "", rows, base: { label: "残疾毕业生", count: 2 } });
  assertEquals(only(told(made.blocks)).rows, [["*", "*", "*"]]);
});

Deno.test("answers that are few are withheld by the row, with their mean", () => {
  const rows = Frame.fromRows([
    { 项目: "课程", 答卷数: 2, "满意度%": ratio(1, 2), 均值: "4.50" },
    { 项目: "食堂", 答卷数: 40, "满意度%": ratio(20, 40), 均值: "3.90" },
  ], ["项目", "答卷数", "满意度%", "均值"]);
  assertEquals(only(told(section.table("满意度", { title: "", rows }).blocks)).rows, [
    ["食堂", 40, "50.00", "3.90"],
    ["课程", 2, "*", "*"],
  ]);
});

Deno.test("a listing is marked as a table is, and says so in its caption", () => {
  const [block] = told(listing(rates, "各专业").blocks);
  if (block?.kind !== "listing") throw new Error("No listing was made");
  assertEquals(block.rows.at(-1), ["统计", 2, "*", "*"]);
  assertEquals(block.caption.startsWith("各专业。* 不足 3 人"), true);
});

Deno.test("a file that a page offers has the marks of the table above it", () => {
  const [block] = told(csv(rates, "各专业").blocks);
  if (block?.kind !== "listing") throw new Error("No listing was made");
  assertEquals(block.file, "各专业.csv");
  assertEquals(csvText(block).trimEnd().split(/\r?\n/).at(-1), "统计,2,*,*");
});

Deno.test("a clause with a withheld number is left out, and a paragraph of nothing else says why", () => {
  const table = section.table("专业落实情况", { title: "", rows: rates }).blocks;
  const one = section.about("统计").text`
    统计 ${{ 人数: 2 }}，落实率 ${{ 毕业去向落实率: ratio(1, 2) }}。`;
  const other = section.about("会计").text`落实率为 ${{ 毕业去向落实率: ratio(4, 5) }}。`;
  const free = section.about("护理").text`落实率为 ${{ 毕业去向落实率: ratio(4, 6) }}。`;
  const blocks = told([...table, ...one.blocks, ...other.blocks, ...free.blocks]);
  assertEquals(said(blocks), [
    "统计 2 人。",
    "有的组不足 3 人，这里的数不列。",
    "落实率为 66.67%。",
  ]);
});

Deno.test("nobody is said to be the first of groups that are not all told", () => {
  const table = section.table("专业落实情况", { title: "", rows: rates }).blocks;
  const claim = section.about("专业").text`最高的是${{ 毕业去向落实率第1位: "会计" }}。`;
  assertEquals(said(told([...table, ...claim.blocks])), []);
  assertEquals(said(told(claim.blocks)), ["最高的是会计。"]);
});

Deno.test("of few founders it is not told where they went", () => {
  const founders = section.about("自主创业毕业生").text`
    创业的 ${{ 人数: 2 }}，其中在省内 ${{ 省内创业人数: 1 }}。`;
  const industry = section.text`创业最多的是${{ 创业行业: { 流向第1位: "教育" } }}。`;
  assertEquals(said(told([...founders.blocks, ...industry.blocks])), [
    "创业的 2 人。",
    "有的组不足 3 人，这里的数不列。",
  ]);
});

Deno.test("a group that has a name and no column is withheld under its name", () => {
  const named = new Map([["残疾毕业生", new Set([0, 1])]]);
  const sentence = section.about("残疾毕业生").text`
    残疾毕业生 ${{ 人数: 2 }}，就业 ${{ 就业人数: 2 }}。`;
  assertEquals(said(told(sentence.blocks, { named })), ["残疾毕业生 2 人。"]);
});

Deno.test("what is told of nobody small is not touched", () => {
  const rows = rates.filter((row) => row.专业 !== "统计");
  const table = section.table("专业落实情况", { title: "", rows }).blocks;
  assertEquals(only(told(table, { fewest: 2 })).rows, only(table).rows);
  assertEquals(statementsOf(table[0] ?? { kind: "list", items: [] }), []);
});

Deno.test("of groups that only a cell knows a small one takes all with it", () => {
  const own = (of: readonly number[]) =>
    Frame.fromRows(
      of.map((size, i) => ({ 类: `第${i}类`, 人数: size, "落实率%": ratio(1, size) })),
      ["类", "人数", "落实率%"],
    );
  const rowsOf = (of: readonly number[]) =>
    only(told(section.table("自己的分类", { title: "", rows: own(of) }).blocks)).rows;
  assertEquals(rowsOf([2, 7]), [["第0类", 2, "*"], ["第1类", 7, "*"]]);
  assertEquals(rowsOf([5, 8]), [["第0类", 5, "20.00"], ["第1类", 8, "12.50"]]);
});
