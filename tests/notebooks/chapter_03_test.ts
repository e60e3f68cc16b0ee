import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { copyFolder } from "../temporary_data.ts";
import { testAgreement } from "./agreement.ts";
import { rewriteLines, runOnCopy } from "./changed_copy.ts";
import { exhibitOf, printedName } from "./run_chapter.ts";

const NOTEBOOK = "03-trends";
const made = testAgreement(NOTEBOOK, { tables: [], statements: "3-" });

Deno.test(`${NOTEBOOK}: 图6–8 show the cohorts, oldest first`, async () => {
  const { exhibits } = await made();
  assertEquals(exhibits.map(printedName), ["图6", "图7", "图8"]);
  for (const { rows } of exhibits) assertEquals(rows.map(([year]) => year), [2021, 2022, 2023]);
});

Deno.test(`${NOTEBOOK}: what is only bounded is shown as a bound, never as a value`, async () => {
  const { rows } = exhibitOf(await made(), "figure", 7);
  assertEquals(rows.slice(0, 2).map(([, rate]) => String(rate).replace(/\d.*/, "")), ["≥", "≥"]);
});

Deno.test("without a history there is no trend to tell", async () => {
  const is = await runOnCopy(NOTEBOOK, (folder) => {
    copyFolder(join(folder, "2023"), join(folder, "2031"));
    Deno.removeSync(join(folder, "2031", "history.csv"));
    Deno.removeSync(join(folder, "2023"), { recursive: true });
  }, { year: 2031 });
  assertEquals(is, { exhibits: [], statements: [] });
});

Deno.test("a history of one earlier cohort makes it two years, of which nothing more is told", async () => {
  const is = await runOnCopy(NOTEBOOK, (folder) => {
    const path = join(folder, "2023", "history.csv");
    Deno.writeTextFileSync(path, "届,毕业生人数,毕业去向落实率,升学率\n2022,6516,,\n");
  });
  assertEquals(is.exhibits.map(({ title }) => title), ["近两年毕业生总人数变化趋势图（单位：人）"]);
  assertEquals(is.statements.map(({ key, value }) => [key, value]), [
    ["2022届毕业生·人数", 6516],
    ["2023届毕业生·人数", 5809],
    ["近两年毕业生·人数走势", "下降"],
    ["2023届毕业生·升学率", "7.01"],
  ]);
});

Deno.test("two earlier editions on disk speak for their years, above the history", async () => {
  const is = await runOnCopy(NOTEBOOK, (folder) => {
    for (const [year, dropped] of [[2029, 300], [2030, 0], [2031, 100]] as const) {
      const edition = join(folder, String(year));
      copyFolder(join(folder, "2023"), edition);
      const path = join(edition, "graduates.csv");
      const lines = Deno.readTextFileSync(path).trimEnd().split("\n");
      Deno.writeTextFileSync(path, lines.slice(0, lines.length - dropped).join("\n"));
    }
    rewriteLines(join(folder, "2031", "history.csv"), (line) => line.replace(/^2022,/, "2030,"));
  }, { year: 2031 });
  const { rows } = exhibitOf(is, "figure", 6);
  const [first, second, third] = rows.map(([, count]) => Number(count));
  assertEquals([Number(second) - Number(first), Number(second) - Number(third)], [300, 100]);
  const course = is.statements.find(({ measure }) => measure === "人数走势");
  assertEquals(course?.value, "Λ型");
});
