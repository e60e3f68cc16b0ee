/** Reports that are made of what stands: nothing stale, nothing lost, and what is said of it is true. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { outputOf, type Workspace, workspace } from "../../trust/workspace.ts";

const REUSED = "未改动，沿用上次的运行：";

/** All files of the report, by name; a PDF and a Word document are of one machine and one run alike. */
function filesOf({ folder }: Workspace): Map<string, Uint8Array> {
  const report = join(folder, "reports", "2031");
  return new Map(
    [...Deno.readDirSync(report)].map(({ name }) => name).sort()
      .map((name) => [name, Deno.readFileSync(join(report, name))]),
  );
}

function edit({ folder }: Workspace, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const text = Deno.readTextFileSync(path);
  const changed = change(text);
  assert(changed !== text, `${file} was not changed`);
  Deno.writeTextFileSync(path, changed);
}

/** The line that says which chapters were not run; empty where all were. */
const reused = (said: string) =>
  said.split("\n").find((line) => line.startsWith(REUSED))?.slice(REUSED.length) ?? "";

Deno.test("a report is made of what stands", async (test) => {
  using own = workspace(["00-conventions", "02-destinations"]);
  const both = "00-conventions、02-destinations";
  const report = (...args: string[]) => outputOf(own.start("report", args));
  const first = await report();
  const files = filesOf(own);
  await test.step("a first run runs every chapter", () => {
    assertEquals(reused(first), "");
    assertStringIncludes(first, "已写入 reports/2031/index.html");
    assertStringIncludes(first, "运行单元");
  });

  await test.step("an unchanged one runs none, says so, and leaves every byte where it is", async () => {
    const index = join(own.folder, "reports", "2031", "index.html");
    const before = Deno.statSync(index).mtime;
    const said = await report();
    assertEquals(reused(said), both);
    assertStringIncludes(said, "一字不差");
    for (const word of ["已写入", "运行单元", "运行笔记本"]) assert(!said.includes(word), said);
    assertEquals(filesOf(own), files);
    assertEquals(Deno.statSync(index).mtime, before);
    // What is told of the data is told again.
    assertEquals(
      said.split("\n")[0],
      first.split("\n").find((line) => line.includes("graduates.csv")),
    );
  });

  await test.step("what is missing or was changed in the report is put right without a run", async () => {
    edit(own, "reports/2031/index.html", (text) => text.replace("落实", "落空"));
    Deno.removeSync(join(own.folder, "reports", "2031", "tables.xlsx"));
    const said = await report();
    assertEquals(reused(said), both);
    assertStringIncludes(said, "已写入");
    assertEquals(filesOf(own), files);
  });

  await test.step("a changed notebook runs alone", async () => {
    edit(own, "notebooks/00-conventions.ipynb", (text) => text.replace("编写说明", "编写的说明"));
    const said = await report();
    assertEquals(reused(said), "02-destinations");
    assertStringIncludes(said, "运行笔记本");
    const index = Deno.readTextFileSync(join(own.folder, "reports", "2031", "index.html"));
    assertStringIncludes(index, "编写的说明");
    edit(own, "notebooks/00-conventions.ipynb", (text) => text.replace("编写的说明", "编写说明"));
  });

  await test.step("what was kept and is damaged is made again", async () => {
    const made = join(own.folder, ".cache", "made", "2031");
    await report();
    for (const { name } of Deno.readDirSync(made)) {
      Deno.truncateSync(join(made, name), Deno.statSync(join(made, name)).size >> 1);
    }
    const said = await report();
    assertEquals(reused(said), "");
    assertEquals(filesOf(own), files);
    assertEquals(reused(await report()), both);
  });

  await test.step("--fresh makes everything anew, and the same", async () => {
    const said = await report("--fresh");
    assertEquals(reused(said), "");
    assertStringIncludes(said, "运行单元");
    assertEquals(filesOf(own), files);
  });

  await test.step("new code that shows the same needs no Jupyter, and is found to show the same", async () => {
    edit(own, "lib/measures/tally.ts", (text) => `${text}// Nothing new.\n`);
    const said = await report();
    assertStringIncludes(said, `已重算，与上次一样，沿用上次的运行：${both}`);
    assert(!said.includes("运行笔记本"), said);
    assertEquals(filesOf(own), files);
    assertEquals(reused(await report()), both);
  });

  await test.step("what a cell prints is only known from Jupyter", async () => {
    edit(
      own,
      "notebooks/02-destinations.ipynb",
      (text) =>
        text.replace("const chapter", "console.log(Deno.env.get('X') ?? '印了'); const chapter"),
    );
    await report();
    edit(own, "lib/measures/tally.ts", (text) => `${text}// Nothing new.\n`);
    const said = await report();
    assertStringIncludes(said, "已重算，与上次一样，沿用上次的运行：00-conventions\n");
    assertStringIncludes(said, "运行笔记本");
    const page = join(own.folder, "reports", "2031", "02-destinations.html");
    assertStringIncludes(Deno.readTextFileSync(page), "印了");
    edit(
      own,
      "notebooks/02-destinations.ipynb",
      (text) => text.replace("console.log(Deno.env.get('X') ?? '印了'); ", ""),
    );
    await report();
  });

  await test.step("another kernel runs all chapters", async () => {
    edit(own, "lib/publish/jupyter/kernel.py", (text) => `${text}# Nothing new.\n`);
    const said = await report();
    assert(!said.includes("沿用上次"), said);
    assertEquals(filesOf(own), files);
  });

  await test.step("a byte of data runs all chapters, and their numbers follow", async () => {
    edit(own, "data/2031/graduates.csv", (text) => text.replace("自主创业", "国内升学"));
    assertEquals(reused(await report()), "");
    assert(filesOf(own).get("exhibits.json")?.join() !== files.get("exhibits.json")?.join());
  });

  await test.step("a fault in the data is told although a run before stands", async () => {
    edit(own, "data/2031/graduates.csv", (text) => text.replace("国内升学", "国内升月"));
    const before = filesOf(own);
    const { code, stdout, stderr } = await own.start("report").output();
    const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    assertEquals(code, 1, said);
    assertStringIncludes(said, "国内升月");
    assertEquals(filesOf(own), before);
    edit(own, "data/2031/graduates.csv", (text) => text.replace("国内升月", "国内升学"));
  });

  await test.step("two runs at once end with the same report, whole", async () => {
    edit(own, "data/2031/graduates.csv", (text) => text.replace("国内升学", "自主创业"));
    await Promise.all([report(), report()]);
    assertEquals(filesOf(own), files);
    assertEquals(reused(await report()), both);
    assertEquals(own.reports(), ["2031"]);
  });
});
