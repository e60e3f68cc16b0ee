import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Block } from "lib/document/blocks.ts";
import { checkNotes } from "lib/document/check.ts";
import type { Erratum } from "lib/edition/errata.ts";
import { fact, statement } from "./setting.ts";

const facts = { tables: [], statements: [fact("1-001", "毕业生", "4", "exact")] };

const made = (value: number): Block[] => [
  { kind: "paragraph", words: [statement({ id: "1-001", value })] },
];

const erratum = (more: Partial<Erratum>): Erratum => ({
  图表: "一（一）",
  键: "一（一）",
  项目: "人数",
  编号: "1-001",
  公布值: "4",
  重算值: "5",
  原因: "某原因",
  处理: "",
  ...more,
});

const notes = (value: number, errata: readonly Erratum[] = []) =>
  checkNotes(made(value), { facts, errata }).map(({ tone, text }) => `${tone} ${text}`).join();

Deno.test("agreement, a difference and silence of print each have their mark", () => {
  assertEquals(notes(4), "agree ✓ 与公布数据一致（1 项）");
  assertEquals(notes(5), "differ ✗ 与公布数据有 1 项不同：1-001：公布 4，重算 5");
  const silence = { facts: { tables: [], statements: [] }, errata: [] };
  assertEquals(checkNotes(made(5), silence), []);
});

Deno.test("an erratum that explains a difference stands with its reason", () => {
  assertEquals(notes(5, [erratum({})]), "erratum 勘误：印作 4，应为 5：某原因");
});

Deno.test("an erratum that no longer applies is told", () => {
  assertStringIncludes(notes(4, [erratum({})]), "勘误表中“一（一） 人数”一行已不适用");
});

Deno.test("errata of other facts and exhibits are left aside", () => {
  const errata = [erratum({ 编号: "9-009" }), erratum({ 编号: "", 图表: "图9", 键: "就业机会" })];
  assertEquals(notes(4, errata).includes("勘误"), false);
});

Deno.test("a draft has a mark of its own and is no agreement", () => {
  const draft = facts.statements.map((one) => ({ ...one, draft: true as const }));
  const printed = { facts: { tables: [], statements: draft }, errata: [] };
  assertEquals(checkNotes(made(4), printed).map(({ text }) => text), [
    "公布数据有 1 项是草稿，尚未校对",
  ]);
});
