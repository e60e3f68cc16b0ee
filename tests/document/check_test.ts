import { assertEquals, assertStringIncludes } from "@std/assert";
import { checkHtml } from "lib/document/check.ts";
import type { Made, Statement } from "lib/document/exhibit.ts";
import type { Erratum } from "lib/edition/settings.ts";
import { fact } from "./setting.ts";

const facts = { tables: [], statements: [fact("1-001", "毕业生", "4", "exact")] };

const made = (value: number): Made => ({
  exhibits: [],
  statements: [
    {
      id: "1-001",
      place: "一（一）",
      subject: "毕业生",
      measure: "人数",
      value,
      unit: "人",
      coverage: "published",
    } satisfies Statement,
  ],
});

const erratum = (more: Partial<Erratum>): Erratum => ({
  图表: "一（一）",
  项目: "人数",
  编号: "1-001",
  公布值: "4",
  重算值: "5",
  原因: "某<原因>",
  处理: "",
  ...more,
});

Deno.test("agreement, a difference and silence of print each have their mark", () => {
  assertStringIncludes(checkHtml(made(4), { facts, errata: [] }), "✓ 与公布数据一致（1 项）");
  assertStringIncludes(
    checkHtml(made(5), { facts, errata: [] }),
    "✗ 与公布数据有 1 项不同：1-001：公布 4，重算 5",
  );
  const silence = { facts: { tables: [], statements: [] }, errata: [] };
  assertEquals(checkHtml(made(5), silence), "");
});

Deno.test("an erratum that explains a difference stands with its reason, escaped", () => {
  const html = checkHtml(made(5), { facts, errata: [erratum({})] });
  assertStringIncludes(html, "勘误：印作 4，应为 5：某&lt;原因&gt;");
  assertEquals(html.includes("✗"), false);
});

Deno.test("an erratum that no longer applies is told", () => {
  const html = checkHtml(made(4), { facts, errata: [erratum({})] });
  assertStringIncludes(html, "勘误表中“一（一） 人数”一行已不适用");
});

Deno.test("errata of other facts and exhibits are left aside", () => {
  const errata = [erratum({ 编号: "9-009" }), erratum({ 编号: "", 图表: "图9" })];
  assertEquals(checkHtml(made(4), { facts, errata }).includes("勘误"), false);
});
