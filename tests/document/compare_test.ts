import { assertEquals } from "@std/assert";
import type { Made } from "lib/document/document.ts";
import type { Cell, Exhibit } from "lib/document/exhibit.ts";
import type { Erratum } from "lib/edition/errata.ts";
import { compare, factsAbout, holds, isSameFact, NOT_PROOFREAD } from "lib/document/compare.ts";
import type { Fact, Facts, PublishedTable } from "lib/edition/published.ts";
import { exhibit, statement as aStatement } from "./setting.ts";

const table = (columns: readonly string[], ...rows: Cell[][]): Exhibit =>
  exhibit({ key: "某表", title: "某表", columns, rows });

const printed = (columns: readonly string[], ...rows: string[][]): PublishedTable => ({
  number: 1,
  key: "某表",
  columns,
  rows,
});

const statement = (value: Cell, subject = "毕业生") =>
  aStatement({ place: "一", subject, key: `${subject}·人数`, value });

const fact = (value: string, kind: Fact["kind"] = "exact", subject = "毕业生"): Fact => ({
  id: `f-${subject}`,
  place: "一",
  subject,
  measure: "人数",
  value,
  unit: "人",
  kind,
});

const nothing: Made = { exhibits: [], statements: [] };
const none: Facts = { tables: [], statements: [] };

/** Compares one table with its print. */
const tables = (exhibit: Exhibit, published: PublishedTable) =>
  compare({ ...nothing, exhibits: [exhibit] }, { ...none, tables: [published] });

/** Whether a computed value agrees with a printed one. */
const agrees = (value: Cell, published: string, kind: Fact["kind"]) =>
  compare({ ...nothing, statements: [statement(value)] }, {
    ...none,
    statements: [fact(published, kind)],
  }).agree === 1;

Deno.test("a table agrees cell by cell, numbers and texts alike", () => {
  const result = tables(
    table(["序号", "系", "比例%"], [1, "医学系", "45.70"], [2, "护理系", null]),
    printed(["序号", "系", "比例%"], ["1", "医学系", "45.70"], ["2", "护理系", "—"]),
  );
  assertEquals(result, { facts: 6, agree: 6, differ: [], unchecked: [], errata: [], stale: [] });
});

Deno.test("columns are found by their headers, further computed ones are no matter", () => {
  const result = tables(
    table(["多", "人数", "系"], [0, 3, "甲"]),
    printed(["系", "人数"], ["甲", "3"]),
  );
  assertEquals([result.facts, result.agree], [2, 2]);
});

Deno.test("a cell that differs is named by table, row and column", () => {
  const { agree, differ } = tables(
    table(["系", "比例%"], ["甲", "45.7"], ["乙", "54.30"]),
    printed(["系", "比例%"], ["甲", "45.70"], ["乙", "54.31"]),
  );
  assertEquals(agree, 2);
  assertEquals(differ, [
    { id: "表1·1·比例%", place: "表1", published: "45.70", computed: "45.7" },
    { id: "表1·2·比例%", place: "表1", published: "54.31", computed: "54.30" },
  ]);
});

Deno.test("rows are compared in their order", () => {
  const { differ } = tables(table(["系"], ["乙"], ["甲"]), printed(["系"], ["甲"], ["乙"]));
  assertEquals(differ.map(({ id }) => id), ["表1·1·系", "表1·2·系"]);
});

Deno.test("a row or a column that is missing differs, and so does a row too many", () => {
  const [less, more] = [table(["系"], ["甲"]), table(["系"], ["甲"], ["乙"])];
  const computed = (result: ReturnType<typeof compare>) =>
    result.differ.map(({ published, computed }) => [published, computed]);
  assertEquals(computed(tables(less, printed(["系"], ["甲"], ["乙"]))), [["乙", "（没有这一行）"]]);
  assertEquals(computed(tables(more, printed(["系"], ["甲"]))), [["（没有这一行）", "乙"]]);
  assertEquals(computed(tables(less, printed(["系", "数"], ["甲", "1"]))), [[
    "1",
    "（没有这一列）",
  ]]);
});

Deno.test("a table that nothing made is unchecked, every cell of it", () => {
  const facts = { ...none, tables: [printed(["系", "数"], ["甲", "1"])] };
  const { agree, differ, unchecked } = compare(nothing, facts);
  assertEquals([agree, differ], [0, []]);
  assertEquals(unchecked, [
    { id: "表1·1·系", why: "没有笔记本算出这张表" },
    { id: "表1·1·数", why: "没有笔记本算出这张表" },
  ]);
});

Deno.test("a figure of the same number is not the table", () => {
  const figure: Exhibit = { ...table(["系"], ["甲"]), kind: "figure" };
  assertEquals(tables(figure, printed(["系"], ["甲"])).unchecked.length, 1);
});

Deno.test("an exact fact and a claim want just the printed text", () => {
  assertEquals(agrees(5809, "5809", "exact"), true);
  assertEquals(agrees("84.70", "84.70", "exact"), true);
  assertEquals(agrees("84.7", "84.70", "exact"), false);
  assertEquals(agrees(5808, "5809", "exact"), false);
  assertEquals(agrees(null, "5809", "exact"), false);
  assertEquals(agrees("护理", "护理", "claim"), true);
  assertEquals(agrees("护理学", "护理", "claim"), false);
});

Deno.test("a bound is respected or not, up to its very edge", () => {
  const edges: readonly (readonly [string, boolean[]])[] = [
    [">8", [false, false, true]],
    ["≥8", [false, true, true]],
    ["<8", [true, false, false]],
    ["≤8", [true, true, false]],
    ["≠8", [true, false, true]],
  ];
  for (const [bound, expected] of edges) {
    assertEquals(["7.99", "8.00", "8.01"].map((v) => agrees(v, bound, "bound")), expected, bound);
  }
  assertEquals(agrees(8, "≥8", "bound"), true);
  assertEquals(agrees("-1.5", "≥-2", "bound"), true);
  assertEquals(agrees("100.00", "≠100", "bound"), false);
});

Deno.test("what is unknown or no number respects no bound", () => {
  for (const value of [null, "", "约9", "9%"]) assertEquals(agrees(value, "≥8", "bound"), false);
});

Deno.test("a statement is found by subject and measure, where print says them twice by place; a fact without one says what lacks", () => {
  const made = { ...nothing, statements: [statement(1, "女生"), statement(2)] };
  const facts = { ...none, statements: [fact("2"), fact("9", "exact", "男生")] };
  assertEquals(compare(made, facts), {
    facts: 2,
    agree: 1,
    differ: [],
    unchecked: [{ id: "f-男生", why: "没有笔记本算出“男生”的“人数”（一）" }],
    errata: [],
    stale: [],
  });
  const here = fact("2");
  const there = { ...here, id: "other", place: "二" };
  const both = { tables: [], statements: [here, there] };
  assertEquals(isSameFact({ ...here, place: "三" }, here, facts), true);
  assertEquals(isSameFact(there, here, both), false);
  assertEquals(isSameFact({ ...there, place: "" }, here, both), true);
});

Deno.test("facts about what was made are those of its tables and of its statements", () => {
  const other: PublishedTable = { number: 2, key: "另表", columns: ["系"], rows: [["甲"]] };
  const own = printed(["系"], ["甲"]);
  const facts = { tables: [own, other], statements: [fact("2"), fact("9", "exact", "男生")] };
  const made = { exhibits: [table(["系"], ["甲"])], statements: [statement(2)] };
  assertEquals(factsAbout(made, facts), { tables: [own], statements: [fact("2")] });
  assertEquals(factsAbout(nothing, facts), none);
});

Deno.test("a figure's numbers are compared with the figure of that key, and it names them", () => {
  const figure: Exhibit = { ...table(["系", "数"], ["甲", 1]), kind: "figure" };
  const facts = { ...none, figures: [printed(["系", "数"], ["甲", "2"])] };
  const { agree, differ } = compare({ ...nothing, exhibits: [figure] }, facts);
  assertEquals([agree, differ.map(({ id }) => id)], [1, ["图1·1·数"]]);
  assertEquals(compare({ ...nothing, exhibits: [table(["系"], ["甲"])] }, facts).unchecked, [
    { id: "图1·1·系", why: "没有笔记本算出这张图" },
    { id: "图1·1·数", why: "没有笔记本算出这张图" },
  ]);
});

Deno.test("what nothing computes is no success", () => {
  assertEquals(holds(compare(nothing, { ...none, statements: [fact("9")] })), false);
});

Deno.test("a draft is neither right nor wrong, whatever was computed, and no success", () => {
  const draft = { ...printed(["系"], ["甲"], ["乙"]), drafts: new Set([1]) };
  const result = tables(table(["系"], ["甲"], ["丙"]), draft);
  assertEquals([result.agree, result.differ, holds(result)], [1, [], false]);
  assertEquals(result.unchecked, [{ id: "表1·2·系", why: NOT_PROOFREAD }]);
  const statements = [{ ...fact("2"), draft: true as const }];
  const { agree, unchecked } = compare({ ...nothing, statements: [statement(2)] }, {
    ...none,
    statements,
  });
  assertEquals([agree, unchecked], [0, [{ id: "f-毕业生", why: NOT_PROOFREAD }]]);
});

Deno.test("without facts there is nothing to compare", () => {
  const result = compare({ ...nothing, statements: [statement(2)] }, none);
  assertEquals([result.facts, result.agree, holds(result)], [0, 0, true]);
});

Deno.test("without facts no ledger is out of date", () => {
  const row = erratum({ 编号: "f-毕业生", 公布值: "3", 重算值: "2" });
  assertEquals(compare({ ...nothing, statements: [statement(2)] }, none, [row]).stale, []);
});

const erratum = (row: Partial<Erratum>): Erratum => ({
  图表: "表1",
  键: "某表",
  项目: "",
  编号: "",
  公布值: "",
  重算值: "",
  原因: "某原因",
  处理: "",
  ...row,
});

/** Compares a statement of 2 with a printed 3 under a ledger of one row. */
const underLedger = (row: Partial<Erratum>, computed: Cell = 2) =>
  compare(
    { ...nothing, statements: [statement(computed)] },
    { ...none, statements: [fact("3")] },
    [erratum(row)],
  );

Deno.test("a difference that the ledger names to the letter is an erratum, not a difference", () => {
  const result = underLedger({ 编号: "f-毕业生", 公布值: "3", 重算值: "2" });
  assertEquals(result.errata.map(({ id, why }) => [id, why]), [["f-毕业生", "某原因"]]);
  assertEquals([result.differ, result.stale, holds(result)], [[], [], true]);
});

Deno.test("a ledger that names another value explains nothing and is out of date", () => {
  for (const row of [{ 公布值: "3", 重算值: "1" }, { 公布值: "4", 重算值: "2" }]) {
    const result = underLedger({ 编号: "f-毕业生", ...row });
    assertEquals([result.differ.length, result.errata.length, result.stale.length], [1, 0, 1]);
    assertEquals(holds(result), false);
  }
});

Deno.test("a ledger row is out of date once nothing differs any more", () => {
  const result = underLedger({ 编号: "f-毕业生", 公布值: "3", 重算值: "2" }, 3);
  assertEquals([result.agree, result.stale.length, holds(result)], [1, 1, false]);
});

Deno.test("a ledger row without a recomputed value is a remark on the fact as printed", () => {
  assertEquals(underLedger({ 编号: "f-毕业生", 公布值: "3" }, 3).stale, []);
  assertEquals(underLedger({ 编号: "f-毕业生", 公布值: "4" }, 3).stale.length, 1);
});

Deno.test("a ledger row about an exhibit's base or title must be true of the exhibit", () => {
  const exhibit = { ...table(["系"], ["甲"]), base: { label: "就业", count: 7 } };
  const facts = { ...none, tables: [printed(["系"], ["甲"])] };
  const stale = (row: Partial<Erratum>) =>
    compare({ ...nothing, exhibits: [exhibit] }, facts, [erratum(row)]).stale.length;
  assertEquals(stale({ 项目: "基数", 公布值: "9", 重算值: "7" }), 0);
  assertEquals(stale({ 项目: "基数", 公布值: "9", 重算值: "8" }), 1);
  assertEquals(stale({ 项目: "图题", 公布值: "别名", 重算值: "某表" }), 0);
  assertEquals(stale({ 项目: "图题", 公布值: "某表", 重算值: "某表" }), 1);
  assertEquals(stale({ 图表: "表9", 键: "无此表", 项目: "基数", 公布值: "9", 重算值: "8" }), 0);
});

Deno.test("a ledger's remark on a printed cell holds as long as the cell says so", () => {
  const facts = { ...none, tables: [printed(["院系", "落实·就业"], ["医学系", "7"])] };
  const stale = (row: Partial<Erratum>) =>
    compare(nothing, facts, [erratum({ 重算值: "", ...row })]).stale.length;
  assertEquals(stale({ 编号: "表1·1·落实·就业", 公布值: "7" }), 0);
  assertEquals(stale({ 编号: "表1·1·落实·就业", 公布值: "8" }), 1);
});
