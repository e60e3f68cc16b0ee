import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { readEdition } from "lib/edition/settings.ts";
import { readRecords } from "lib/table/csv.ts";
import { compare } from "lib/document/compare.ts";
import { readFacts } from "lib/edition/published.ts";
import { root } from "lib/workspace.ts";
import { testAgreement } from "./agreement.ts";
import { exhibitOf, printedName, printedNumber } from "./run_chapter.ts";

const FOLDER = join(root(), "data", "2023");

const made = testAgreement("06-feedback", { tables: [], statements: "6-" });

Deno.test("06-feedback: it makes 图32 to 图42 in order, under their printed titles", async () => {
  const { exhibits } = await made();
  const titles = new Map(
    readRecords(join(FOLDER, "published", "titles.csv"), ["图表", "正文题名"])
      .map((row) => [row.图表, row.正文题名]),
  );
  assertEquals(exhibits.map(printedNumber), Array.from({ length: 11 }, (_, i) => i + 32));
  for (const one of exhibits) assertEquals(one.title, titles.get(printedName(one)));
});

Deno.test("06-feedback: graduates' figures stand on 615 responses, employers' on 221", async () => {
  for (const exhibit of (await made()).exhibits) {
    const [number, base] = [printedNumber(exhibit), exhibit.base];
    assertEquals(base, { label: "有效答卷", count: number < 38 ? 615 : 221, unit: "份" });
  }
});

Deno.test("06-feedback: of its facts only 图38's percentage parts from print, as the ledger says", async () => {
  const facts = readFacts(join(FOLDER, "published"));
  const own = { tables: [], statements: facts.statements.filter(({ id }) => id.startsWith("6-")) };
  const { errata, differ } = compare(await made(), own, readEdition(FOLDER).errata);
  assertEquals(differ, []);
  assertEquals(errata.map(({ id, published, computed }) => [id, published, computed]), [
    ["6-016", "98.65", "98.64"],
  ]);
});

Deno.test("06-feedback: 图35, of which print gives no number, shows none", async () => {
  const { rows, coverage } = exhibitOf(await made(), "figure", 35);
  assertEquals(coverage, "partial");
  assertEquals(rows.length, 7);
  for (const [, count, ...others] of rows) {
    assertEquals(count, 0);
    assertEquals(others.filter((cell) => cell !== null), []);
  }
});
