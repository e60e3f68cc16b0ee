import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { assemble } from "lib/document/document.ts";
import { chapterPage } from "lib/publish/html/analyst.ts";
import { pageFaults } from "lib/publish/html/page.ts";
import { annotatedPage, indexPage } from "lib/publish/html/reader.ts";
import { CellFailure } from "lib/publish/jupyter/failure.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import { readNotebook } from "lib/publish/jupyter/notebook.ts";
import { rehearse } from "lib/publish/jupyter/rehearsal.ts";
import { COVER } from "../small_report.ts";
import { editionJson, graduatesCsv } from "../../small_edition.ts";
import { environment, temporaryData } from "../../temporary_data.ts";
import { textsOf } from "../../page.ts";
import { UNRULY, withNotebook } from "./unruly.ts";

const run = (cells: readonly string[]) =>
  withNotebook(cells, (folder) => runInProcess(join(folder, "trial.ipynb")));

for (const { does, cells, reason } of UNRULY) {
  Deno.test(`${does}: the message names notebook, cell and reason`, async () => {
    const error = await assertRejects(() => run(cells), CellFailure);
    assertEquals([error.notebook, error.cell], ["trial", 2]);
    assertStringIncludes(error.message, "notebooks/trial.ipynb 第 [2] 个代码单元出错");
    assertStringIncludes(error.reason, reason);
  });
}

Deno.test("what notebooks may not call can be called again after them", async () => {
  const before = [Deno.exit, prompt, close];
  await run(["const x = 1;"]);
  assertEquals([Deno.exit, prompt, close], before);
});

Deno.test("a rehearsal of a cell without end is ended when its signal says so", () =>
  withNotebook(["const x = 1;", "while (true);"], async (folder) => {
    const stop = new AbortController();
    const rehearsal = rehearse({ folder, names: ["trial"] }, stop.signal).sources;
    setTimeout(() => stop.abort(new Error("stop")), 300);
    await assertRejects(() => rehearsal, Error, "stop");
  }));

Deno.test("a rehearsal gives what a run gives, and the failure of a cell whole", async () => {
  const cells = ['import { show } from "lib/mod.ts";', 'await show("一句");'];
  const never = new AbortController().signal;
  await withNotebook(cells, async (folder) => {
    const [source] = await rehearse({ folder, names: ["trial"] }, never).sources;
    assertEquals(source, await runInProcess(join(folder, "trial.ipynb")));
  });
  await withNotebook(["const x = 1;", 'throw new Error("坏了");'], async (folder) => {
    const failing = () => rehearse({ folder, names: ["trial"] }, never).sources;
    const error = await assertRejects(failing, CellFailure);
    const again = await assertRejects(() => run(["const x = 1;", 'throw new Error("坏了");']));
    assertEquals(error.message, (again as Error).message);
  });
});

Deno.test("a rehearsed cell can neither write nor run nor send, and is told so", async () => {
  const path = join(Deno.makeTempDirSync(), "written");
  const never = new AbortController().signal;
  for (
    const [code, told] of [
      [`const put = Deno.writeTextFileSync(${JSON.stringify(path)}, "x");`, "笔记本里不能写文件"],
      [`const ran = new Deno.Command("python3").outputSync();`, "笔记本里不能运行别的程序"],
      [`const got = await fetch("http://127.0.0.1:4507/");`, "笔记本里不能使用网络"],
    ] as const
  ) {
    await withNotebook(["const x = 1;", code], async (folder) => {
      const failing = () => rehearse({ folder, names: ["trial"] }, never).sources;
      const { cell, reason } = await assertRejects(failing, CellFailure);
      assertEquals(cell, 2);
      assertStringIncludes(reason, told);
    });
  }
  assertEquals(existsSync(path), false);
});

Deno.test("an exhibit that is shown twice stands once in the report, where it stood first", async () => {
  using data = temporaryData({
    "2031/edition.json": editionJson(),
    "2031/graduates.csv": graduatesCsv({}, { 性别: "男" }),
  });
  const restore = environment({ REPORT_YEAR: "2031", REPORT_DATA: data.folder });
  const shown = 'await show(chapter.table("性别", { title: "性别", rows }));';
  const cells = [
    'import { openReport, show, tally } from "lib/mod.ts";',
    'const { chapter: open, graduates } = openReport();\nconst chapter = open("trial");\n' +
    'const rows = tally(graduates, ["性别"], "人数");',
    `await show("一句");\n${shown}`,
    shown,
  ];
  try {
    await withNotebook(cells, async (folder) => {
      const path = join(folder, "trial.ipynb");
      const document = assemble([await runInProcess(path)], {
        facts: { tables: [], statements: [] },
      });
      const [chapter] = document.chapters;
      if (chapter === undefined) throw new Error("There is no chapter");
      const pages = [
        indexPage(COVER, document),
        annotatedPage(COVER, document, {
          comparison: { differ: [], errata: [], unchecked: [] },
          files: new Map(),
        }),
        chapterPage(COVER, readNotebook(path), chapter, new Set(), document.chapters),
      ];
      assertEquals(pages.map(pageFaults), [[], [], []]);
      assertEquals(pages.map((page) => textsOf(page, "figure.table figcaption").length), [1, 1, 2]);
    });
  } finally {
    restore();
  }
});
