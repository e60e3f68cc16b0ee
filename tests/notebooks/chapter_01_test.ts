import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { readRecords } from "lib/table/csv.ts";
import { root } from "lib/workspace.ts";
import { testAgreement } from "./agreement.ts";
import { exhibitOf, printedName, statementOf } from "./run_chapter.ts";

const made = testAgreement("01-employment", {
  tables: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  statements: "1-",
});

Deno.test("01-employment: beside what the report prints, its prose tells the forms of placement, and of ties", async () => {
  const unprinted = (await made()).statements.filter(({ id }) => !/^1-\d{3}$/.test(id));
  assertEquals(unprinted.map(({ measure }) => measure), [
    "协议和合同就业率",
    "自主创业率",
    "灵活就业率",
    "升学率",
    "毕业去向落实率末位并列的个数",
  ]);
  const hundredths = unprinted.map(({ of }) => of?.[0] ?? 0).reduce((sum, n) => sum + n, 0);
  assertEquals(hundredths, statementOf(await made(), "1-028").value);
});

Deno.test("01-employment: exhibits have their printed titles and stand in printed order", async () => {
  const { exhibits } = await made();
  const path = join(root(), "data", "2023", "published", "titles.csv");
  const titles = new Map(
    readRecords(path, ["图表", "正文题名"]).map((row) => [row.图表, row.正文题名]),
  );
  for (const exhibit of exhibits) {
    assertEquals(exhibit.title, titles.get(printedName(exhibit)), printedName(exhibit));
  }
  assertEquals(
    exhibits.map(printedName),
    ["表1", "表2", "表3", "图1", "表4", "表5", "图2", "表6", "表7", "表8", "表9", "表10", "表11"],
  );
});

Deno.test("01-employment: 图1 shows the same shares as the text and 表4", async () => {
  const chapter = await made();
  const { rows, base } = exhibitOf(chapter, "figure", 1);
  const [home, ...others] = rows;
  assertEquals(home?.slice(1), [
    statementOf(chapter, "1-016").value,
    statementOf(chapter, "1-017").value,
  ]);
  const outside = exhibitOf(chapter, "table", 4).rows.map(([_, ...row]) => row);
  assertEquals(others.slice(0, -1), outside.slice(0, others.length - 1));
  assertEquals(rows.reduce((sum, [, count]) => sum + Number(count), 0), base?.count);
});

Deno.test("01-employment: 图2 shows the same rates as the text", async () => {
  const chapter = await made();
  const rates = new Map(exhibitOf(chapter, "figure", 2).rows.map((row) => [row[0], row.at(-1)]));
  assertEquals(rates.get("女"), statementOf(chapter, "1-032").value);
  assertEquals(rates.get("男"), statementOf(chapter, "1-033").value);
});
