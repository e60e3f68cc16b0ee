/**
 * The notebooks through real Jupyter. What is missing for it (the Python environment) is set up
 * first, which takes a minute once.
 */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { CellFailure } from "lib/publish/jupyter/failure.ts";
import { notebookNames } from "lib/publish/jupyter/chapters.ts";
import { execute } from "lib/publish/jupyter/execute.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import { canonicalText } from "lib/publish/jupyter/notebook.ts";
import { showProgress } from "lib/publish/jupyter/progress.ts";
import { runNotebooks } from "lib/publish/jupyter/run.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { readEdition } from "lib/edition/settings.ts";
import { compare } from "lib/document/compare.ts";
import { readFacts } from "lib/edition/published.ts";
import { reportFiles, together } from "lib/publish/report.ts";
import { editionFolder, root } from "lib/workspace.ts";

const quiet = { rewritable: false, write: () => {} };
const jupyter = await setUp(thisMachine(root(), (line) => console.log(line)));
const folder = join(root(), "notebooks");
// The edition whose outputs are stored in the notebooks and whose report is in reports/.
const year = 2023;
Deno.env.set("REPORT_YEAR", String(year));
Deno.env.delete("REPORT_DATA");

const { chapters } = await execute(folder, year, jupyter, quiet);

Deno.test("the report in reports/ is what a fresh run gives", () => {
  const edition = readEdition(editionFolder(year));
  const made = together(chapters.flatMap((chapter) => chapter.made));
  const facts = readFacts(join(editionFolder(year), "published"));
  const files = reportFiles(edition, chapters, made, compare(made, facts, edition.errata));
  // Chapter pages show highlighted code, which another release of Jupyter may mark up otherwise.
  for (const name of ["index.html", "exhibits.json", "check.json"]) {
    const saved = Deno.readTextFileSync(join(root(), "reports", String(year), name));
    assert(files.get(name) === saved, `reports/${year}/${name} is stale: run deno task report`);
  }
});

Deno.test("every exhibit of every notebook comes through Jupyter as the cells made it", async () => {
  assertEquals(chapters.map(({ name }) => name), notebookNames(folder));
  for (const { name, made, notebook } of chapters) {
    const shown = await runInProcess(join(folder, `${name}.ipynb`));
    const expected = shown.map(({ made }) => made)
      .filter(({ exhibits, statements }) => exhibits.length + statements.length > 0);
    assertEquals(made, expected, name);
    const saved = Deno.readTextFileSync(join(folder, `${name}.ipynb`));
    assert(
      canonicalText(notebook) === saved,
      `notebooks/${name}.ipynb is not what a fresh run gives: run deno task notebooks`,
    );
  }
});

/** Runs code cells as notebook `trial`, in a folder of the workspace so that `lib/` is found. */
async function runCells(cells: readonly string[], timeout = 60): Promise<void> {
  const cache = join(root(), ".cache");
  Deno.mkdirSync(cache, { recursive: true });
  const temp = Deno.makeTempDirSync({ dir: cache });
  const text = canonicalText({
    cells: cells.map((source) => ({ cell_type: "code", source })),
  });
  Deno.writeTextFileSync(join(temp, "trial.ipynb"), text);
  try {
    await runNotebooks({
      jupyter,
      folder: temp,
      names: ["trial"],
      year,
      out: temp,
      progress: showProgress(["trial"], quiet),
      timeout,
    });
  } finally {
    Deno.removeSync(temp, { recursive: true });
  }
}

Deno.test("a failing cell fails the run, with its number and its whole message", async () => {
  const failing = [
    'import { DataError } from "lib/table/faults.ts";',
    'throw new DataError([{ file: "a.csv", row: 3, expected: "应为省份" }, { file: "b.csv", expected: "缺少" }]);',
  ];
  const error = await assertRejects(() => runCells(failing), CellFailure);
  assertEquals([error.notebook, error.cell], ["trial", 2]);
  assertEquals(
    error.reason,
    "数据有 2 处问题，请改正后重新运行：\n  · a.csv 第 3 行：应为省份\n  · b.csv：缺少",
  );
});

Deno.test("a cell that cannot be parsed fails the run", async () => {
  const error = await assertRejects(() => runCells(["const a = ;"]), CellFailure);
  assertEquals(error.cell, 1);
});

Deno.test("a cell that never ends is stopped at its time", async () => {
  const error = await assertRejects(() => runCells(["while (true);"], 3), CellFailure);
  assertStringIncludes(error.reason, "3 秒");
});

Deno.test("cells find the edition in REPORT_YEAR", async () => {
  await runCells([
    `if (Deno.env.get("REPORT_YEAR") !== "${year}") throw new Error("wrong year");`,
    'if (Deno.env.get("TZ") !== "Asia/Shanghai") throw new Error("wrong time zone");',
  ]);
});
