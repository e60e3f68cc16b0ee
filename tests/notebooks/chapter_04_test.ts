import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { readRecords } from "lib/table/csv.ts";
import { root } from "lib/workspace.ts";
import { testAgreement } from "./agreement.ts";
import { exhibitOf, printedName, printedNumber, statementOf } from "./run_chapter.ts";

const made = testAgreement("04-surveys", { tables: [], statements: "4-" });

Deno.test("04-surveys: it makes 图9 to 图31 in order, under their printed titles", async () => {
  const { exhibits } = await made();
  const titles = new Map(
    readRecords(join(root(), "data", "2023", "published", "titles.csv"), ["图表", "正文题名"])
      .map((row) => [row.图表, row.正文题名]),
  );
  assertEquals(exhibits.map(printedNumber), Array.from({ length: 23 }, (_, i) => i + 9));
  for (const one of exhibits) assertEquals(one.title, titles.get(printedName(one)));
});

Deno.test("04-surveys: every figure has the base that its printed percentages tell", async () => {
  const bases = new Map(
    (await made()).exhibits.map((one) => [printedNumber(one), one.base?.count]),
  );
  const expected = [
    [615, 11, 25],
    [506, 9, 10],
    [263, 12, 14, 15, 16, 17, 18],
    [45, 13],
    [101, 19],
    [109, 20, 21],
    [243, 22, 23, 24],
    [221, 26, 27, 28, 29, 30, 31],
  ];
  for (const [count, ...figures] of expected) {
    for (const figure of figures) assertEquals(bases.get(figure), count, `图${figure}`);
  }
});

Deno.test("04-surveys: a choice figure shows the shares that its paragraph tells", async () => {
  const chapter = await made();
  const shares = (figure: number) =>
    exhibitOf(chapter, "figure", figure).rows.map((row) => [row[0], row[2]]);
  assertEquals(shares(9).slice(0, 3), [
    ["非常多", statementOf(chapter, "4-002").value],
    ["较多", statementOf(chapter, "4-003").value],
    ["一般", statementOf(chapter, "4-004").value],
  ]);
  assertEquals(shares(11).slice(0, 2), [
    [statementOf(chapter, "4-006").value, statementOf(chapter, "4-008").value],
    [statementOf(chapter, "4-007").value, statementOf(chapter, "4-009").value],
  ]);
});

Deno.test("04-surveys: the counts of a single choice make up its base", async () => {
  const chapter = await made();
  for (const figure of [9, 10, 13, 18, 19, 21, 22, 28, 29]) {
    const { rows, base } = exhibitOf(chapter, "figure", figure);
    assertEquals(rows.reduce((sum, row) => sum + Number(row[1]), 0), base?.count, `图${figure}`);
  }
});

Deno.test("04-surveys: no number stands where print gives none", async () => {
  const chapter = await made();
  for (const figure of [11, 23, 24, 31]) {
    assertEquals(exhibitOf(chapter, "figure", figure).rows.at(-1), [
      "报告未列出",
      null,
      null,
      null,
    ]);
  }
  for (const figure of [12, 14, 15, 16, 17, 20, 25, 26, 27, 30]) {
    const { rows, columns } = exhibitOf(chapter, "figure", figure);
    const split = [...columns.slice(2, 7), "均值"].map((name) => columns.indexOf(name));
    for (const row of rows) assert(split.every((i) => row[i] === null), `图${figure}`);
  }
});

Deno.test("04-surveys: where print gives a floor, the figure and the text give the floor", async () => {
  const chapter = await made();
  for (const [figure, floor] of [[16, 81], [17, 96], [27, 97]] as const) {
    const { rows, columns, section } = exhibitOf(chapter, "figure", figure);
    for (const row of rows) {
      assertEquals(row[columns.indexOf("满意度%")], `≥${floor}`);
      const told = chapter.statements.find(({ place, subject, measure }) =>
        place === section && subject === row[0] && measure === "满意度"
      );
      assertEquals(told?.value, String(floor));
    }
  }
});
