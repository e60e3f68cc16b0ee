/** The audit of the edition's own print: what is known to be wrong is found, and nothing else is. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { commonBases, firstOf } from "lib/audit/bases.ts";
import { auditEdition, rowsOfEdition } from "lib/audit/edition.ts";
import { editionFolder } from "lib/workspace.ts";

const folder = join(editionFolder(2023), "published");
const result = auditEdition(folder);
if (result === null) throw new Error(`No print to audit in ${folder}`);
const { findings, sums, claims, disorder, titles } = result;
const rowsOf = (table: string) => rowsOfEdition(folder).filter((row) => row.table === table);

Deno.test("only table 13, table 14 and figure 38 are accused", () => {
  const accused = findings.filter(({ verdict }) =>
    verdict === "impossible" || verdict === "other-base"
  );
  assertEquals(
    Object.fromEntries(
      Map.groupBy(accused, ({ table }) => table).entries().map((
        [table, rows],
      ) => [table, rows.length]),
    ),
    { 表13: 5, 表14: 15, "用人单位问卷：图38": 1 },
  );
});

Deno.test("table 13 has two bases, one of them the employed without the unregistered", () => {
  const finding = findings.find(({ table }) => table === "表13");
  assertEquals(finding?.verdict, "other-base");
  assertEquals(finding?.bases, [4321, 4322]);
  assertStringIncludes(finding?.why ?? "", "4322 = 4513 − 191（表12 未登记就业地区）");
});

Deno.test("table 14 has one base up to 8,000, printed nowhere", () => {
  const clues = rowsOf("表14");
  assertEquals(firstOf(commonBases(clues, { limit: 8_000 }), 9), [344]);
  assertStringIncludes(findings.find(({ table }) => table === "表14")?.why ?? "", "别处未见");
});

Deno.test("figure 38 lies between two teeth and can come from adding rounded options", () => {
  const finding = findings.find(({ table }) => table.endsWith("图38"));
  assertEquals([finding?.verdict, finding?.expected], ["impossible", "98.64"]);
  assertStringIncludes(finding?.why ?? "", "各自取整再相加");
});

Deno.test("the bases of the survey's parts are inferred from their percentages", () => {
  const basesOf = (name: string) => findings.find(({ table }) => table.includes(name))?.bases;
  assertEquals(basesOf("求职者"), [506]);
  assertEquals(basesOf("在职者"), [263]);
  assertEquals(basesOf("未就业者"), [243, 486]);
  assertEquals(basesOf("图19"), [101, 202]);
  assertEquals(basesOf("升学者")?.[0], 109);
});

Deno.test("sums, claims and orders all come out, and one title has two wordings", () => {
  assertEquals(sums.wrong, []);
  assertEquals(sums.tried >= 50, true);
  assertEquals(claims.map(({ holds, found }) => [holds, found]), [
    [true, 7],
    [true, 32],
    [true, 6],
    [true, 7],
  ]);
  assertEquals(disorder, []);
  assertEquals(titles.map(({ exhibit }) => exhibit), ["图28"]);
});

Deno.test("an edition without print has nothing to audit", () => {
  assertEquals(auditEdition(join(folder, "no such folder")), null);
});
