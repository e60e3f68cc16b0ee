import { assertEquals } from "@std/assert";
import type { Erratum } from "lib/edition/errata.ts";
import { accusationsOf, besideLedger, otherErrata } from "lib/audit/accusations.ts";
import type { EditionAudit, EditionFinding } from "lib/audit/edition.ts";

const finding = (more: Partial<EditionFinding>): EditionFinding => ({
  table: "表1",
  item: "甲",
  count: 1,
  base: 3,
  printed: "33.33",
  verdict: "consistent",
  expected: "33.33",
  bases: [3],
  why: "",
  fact: "表1·1·比例%",
  ...more,
});

const audit: EditionAudit = {
  findings: [
    finding({}),
    finding({ verdict: "undetermined" }),
    finding({ table: "表2", verdict: "other-base", base: 9, bases: [4, 5] }),
    finding({ table: "表2", verdict: "other-base", base: 9, bases: [4, 5], item: "乙" }),
    finding({
      table: "问卷：图7",
      item: "很好",
      fact: "4-001",
      verdict: "impossible",
      printed: "9",
    }),
  ],
  sums: { tried: 2, wrong: [{ label: "表3合计", total: 9, parts: [4, 4], sum: 8 }] },
  claims: [
    { id: "1-001", relation: "超过", threshold: "90", count: 3, holds: true, found: 3 },
    { id: "1-002", relation: "超过", threshold: "94", count: 3, holds: false, found: 2 },
  ],
  disorder: [{ table: "表4", column: "比例%", item: "2 乙" }],
  titles: [{ exhibit: "图5", body: "岗位", list: "职位" }],
};

const row = (more: Partial<Erratum>): Erratum => ({
  键: "",
  图表: "",
  项目: "",
  编号: "",
  公布值: "",
  重算值: "",
  原因: "",
  处理: "照录",
  ...more,
});

Deno.test("what is wrong is named as the ledger names it, a table's base once", () => {
  assertEquals(
    accusationsOf(audit).map((one) => [one.图表, one.项目, one.编号, one.公布值, one.可能值]),
    [
      ["表2", "基数", "", "9", ["4", "5"]],
      ["图7", "很好", "4-001", "9", ["33.33"]],
      ["表3合计", "合计", "", "9", ["8"]],
      ["正文", "超过 94% 的个数", "1-002", "3", ["2"]],
      ["表4", "比例%的次序", "", "2 乙", []],
      ["图5", "图题", "", "职位", ["岗位"]],
    ],
  );
});

Deno.test("a row of the ledger is found by its fact, else by exhibit and what it is about", () => {
  const ledger = [
    row({ 图表: "表2", 项目: "基数", 公布值: "9", 重算值: "5" }),
    row({ 图表: "图70", 项目: "满意度", 编号: "4-001", 公布值: "9", 重算值: "33.33" }),
    row({ 图表: "图5", 项目: "图题", 公布值: "职位" }),
    row({ 图表: "表3合计", 项目: "合计", 公布值: "10", 重算值: "8" }),
    row({ 图表: "表9", 项目: "基数", 公布值: "9", 重算值: "5" }),
  ];
  const accusations = accusationsOf(audit);
  assertEquals(
    besideLedger(accusations, ledger).rows().map((one) => [one.图表, one.应为, one.勘误表]),
    [
      ["表2", "4 或 5", "已登记"],
      ["图7", "33.33", "已登记"],
      ["表3合计", "8", "登记的数不同"],
      ["正文", "2", "未登记"],
      ["表4", "", "未登记"],
      ["图5", "岗位", "已登记"],
    ],
  );
  assertEquals(otherErrata(accusations, ledger).map(({ 图表 }) => 图表), ["表9"]);
});

Deno.test("a correction that the audit holds impossible is not the same finding", () => {
  const ledger = [row({ 图表: "表2", 项目: "基数", 公布值: "9", 重算值: "6" })];
  const [first] = besideLedger(accusationsOf(audit), ledger).rows();
  assertEquals([first?.勘误表, first?.处理], ["登记的数不同", "照录"]);
});

Deno.test("nothing wrong and no ledger make an empty list", () => {
  assertEquals(besideLedger([], []).rows(), []);
});
