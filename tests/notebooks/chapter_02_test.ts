import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import type { Made } from "lib/document/document.ts";
import { testAgreement } from "./agreement.ts";
import { rewriteLines, runOnCopy } from "./changed_copy.ts";
import { exhibitOf, printedName, printedNumber } from "./run_chapter.ts";

const NOTEBOOK = "02-destinations";
const made = testAgreement(NOTEBOOK, { tables: [12, 13, 14, 15], statements: "2-" });

/** What differs between two runs: names of exhibits and ids of statements. */
function changed(was: Made, is: Made): string[] {
  const exhibits = was.exhibits.filter((one) =>
    JSON.stringify(exhibitOf(is, one.kind, printedNumber(one))) !== JSON.stringify(one)
  );
  const values = new Map(is.statements.map((one) => [one.id, one.value]));
  const statements = was.statements.filter((one) => values.get(one.id) !== one.value);
  return [...exhibits.map(printedName), ...statements.map(({ id }) => id)];
}

Deno.test(`${NOTEBOOK}: every figure's shares are its counts over its base`, async () => {
  for (const { kind, rows, base, columns } of (await made()).exhibits) {
    if (kind !== "figure") continue;
    const [count, share] = [columns.indexOf("就业人数"), columns.indexOf("占就业总人数比例%")];
    const n = base?.count ?? 0;
    for (const row of rows) {
      const hundredths = Math.floor((20000 * Number(row[count]) + n) / (2 * n));
      assertEquals(row[share], (hundredths / 100).toFixed(2), String(row));
    }
  }
});

Deno.test(`${NOTEBOOK}: 图4 and 图5 account for every employed graduate`, async () => {
  for (const number of [4, 5]) {
    const { rows, base } = exhibitOf(await made(), "figure", number);
    assertEquals(rows.reduce((sum, [, count]) => sum + Number(count), 0), base?.count);
  }
});

Deno.test("a province that joins a strategy area moves that area alone", async () => {
  const is = await runOnCopy(NOTEBOOK, (folder) => {
    const path = join(folder, "dictionaries", "strategy-areas.csv");
    const lines = Deno.readTextFileSync(path).trimEnd().split("\n");
    const area = lines.find((line) => line.startsWith("京津冀")) ?? "";
    const joined = [...area.split(",").slice(0, 2), "山西省"].join(",");
    Deno.writeTextFileSync(path, [...lines, joined, ""].join("\n"));
  });
  const was = await made();
  const shanxi = exhibitOf(was, "table", 12).rows.find(([, province]) => province === "山西省");
  const rowOf = (run: Made) =>
    exhibitOf(run, "table", 13).rows.find(([area]) => String(area).startsWith("京津冀"));
  assertEquals(Number(rowOf(is)?.[1]), Number(rowOf(was)?.[1]) + Number(shanxi?.[2]));
  assertEquals(changed(was, is), ["表13", "2-041"]);
});

Deno.test("graduates who work in another city move the cities and nothing else", async () => {
  let moved = 0;
  const is = await runOnCopy(NOTEBOOK, (folder) => {
    rewriteLines(join(folder, "2023", "graduates.csv"), (line) => {
      if (moved === 5 || !line.includes(",山东省,聊城市,") || !line.endsWith(",山东省,聊城市,")) {
        return line;
      }
      moved++;
      return line.replace(/,山东省,聊城市,$/, ",山东省,济南市,");
    });
  });
  assertEquals(moved, 5);
  const was = await made();
  const count = (run: Made, city: string) =>
    Number(exhibitOf(run, "figure", 3).rows.find(([, place]) => place === city)?.[2]);
  assertEquals(count(is, "聊城市"), count(was, "聊城市") - 5);
  assertEquals(count(is, "济南市"), count(was, "济南市") + 5);
  assertEquals(changed(was, is), ["图3", "2-008", "2-009"]);
});

Deno.test("a graduate who moves to another province moves places, regions and areas", async () => {
  let moved = false;
  const is = await runOnCopy(NOTEBOOK, (folder) => {
    rewriteLines(join(folder, "2023", "graduates.csv"), (line) => {
      if (moved || !line.endsWith(",签劳动合同形式就业,其他企业,制造业,山东省,临沂市,")) {
        return line;
      }
      moved = true;
      return line.replace(/,山东省,临沂市,$/, ",湖北省,,");
    });
  });
  assert(moved);
  const was = await made();
  const province = (run: Made, name: string) =>
    Number(exhibitOf(run, "table", 12).rows.find(([, one]) => one === name)?.[2]);
  assertEquals(province(is, "湖北省"), province(was, "湖北省") + 1);
  assertEquals(province(is, "山东省"), province(was, "山东省") - 1);
  const names = changed(was, is);
  for (const name of ["图3", "表12", "表13", "2-003", "2-010", "2-011", "2-035", "2-039"]) {
    assert(names.includes(name), `${name} moves`);
  }
  for (const name of ["图4", "图5", "表14", "表15", "2-001", "2-043"]) {
    assert(!names.includes(name), `${name} stays`);
  }
});

Deno.test("the base of a table is the edition's choice", async () => {
  const is = await runOnCopy(NOTEBOOK, (folder) => {
    const path = join(folder, "2023", "edition.json");
    const edition = JSON.parse(Deno.readTextFileSync(path));
    Deno.writeTextFileSync(path, JSON.stringify({ ...edition, bases: {} }));
  });
  assertEquals(exhibitOf(is, "table", 13).base?.label, "就业总人数");
  assertEquals(exhibitOf(is, "table", 14).base?.label, "国内升学人数");
  assertEquals(changed(await made(), is), ["表13", "表14"]);
});
