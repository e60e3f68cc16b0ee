/**
 * The notebooks through real Jupyter. What is missing for it (the Python environment) is set up
 * first, which takes a minute once.
 */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { CellFailure } from "lib/publish/jupyter/failure.ts";
import { chapterNames, notebookNames } from "lib/publish/jupyter/chapters.ts";
import { execute, firstDifference } from "lib/publish/jupyter/execute.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import {
  canonicalText,
  type Notebook,
  readNotebook,
  shownBlocks,
  sourceFor,
} from "lib/publish/jupyter/notebook.ts";
import { showProgress } from "lib/publish/jupyter/progress.ts";
import { runNotebooks } from "lib/publish/jupyter/run.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { readEdition } from "lib/edition/settings.ts";
import { compare } from "lib/document/compare.ts";
import { readFacts } from "lib/edition/published.ts";
import { withAbstract } from "lib/document/abstract.ts";
import { assemble, madeOf } from "lib/document/document.ts";
import { reportFiles } from "lib/publish/report.ts";
import { editionFolder, root } from "lib/workspace.ts";
import { UNRULY, withNotebook } from "./unruly.ts";

const quiet = { rewritable: false, write: () => {} };
const jupyter = await setUp(thisMachine(root(), (line) => console.log(line)));
const folder = join(root(), "notebooks");
// The edition whose report is in reports/.
const year = 2023;
Deno.env.set("REPORT_YEAR", String(year));
Deno.env.delete("REPORT_DATA");

const { chapters } = await execute({ folder, year, jupyter, screen: quiet });
/** An analyst's notebook, run as the chapters are. */
const scratch = await runAlone(folder, "scratch");
const executed = [...chapters, { name: "scratch", notebook: scratch }];

Deno.test("the report in reports/ is what a fresh run gives", () => {
  const edition = readEdition(editionFolder(year));
  const facts = readFacts(join(editionFolder(year), "published"));
  const document = withAbstract(assemble(chapters.map(({ source }) => source), { facts }), edition);
  const comparison = compare(madeOf(document), facts, edition.errata);
  const files = reportFiles(edition, chapters, document, comparison);
  for (const [name, text] of files) {
    const saved = Deno.readTextFileSync(join(root(), "reports", String(year), name));
    assert(text === saved, `reports/${year}/${name} is stale: run deno task report`);
  }
});

Deno.test("every block of every notebook comes through Jupyter as the cells made it", async () => {
  assertEquals(chapters.map(({ name }) => name), chapterNames(folder));
  for (const { name, source } of chapters) {
    assertEquals(firstDifference(source, await runInProcess(join(folder, `${name}.ipynb`))), null);
  }
});

Deno.test("a block that got lost on its way is found, with its cell", async () => {
  const whole = await runInProcess(join(folder, "03-trends.ipynb"));
  const lossy = {
    ...whole,
    cells: whole.cells.map((cell) =>
      "code" in cell && cell.code === 4 ? { ...cell, blocks: [] } : cell
    ),
  };
  assertEquals(firstDifference(lossy, whole)?.cell, 4);
});

Deno.test("notebooks are kept without anything that a run leaves in them", () => {
  for (const name of notebookNames(folder)) {
    const path = join(folder, `${name}.ipynb`);
    assert(
      canonicalText(readNotebook(path)) === Deno.readTextFileSync(path),
      `notebooks/${name}.ipynb holds a run's outputs: run deno task notebooks`,
    );
  }
});

Deno.test("an analyst's notebook runs through Jupyter too, and what it shows comes through", async () => {
  const expected = await runInProcess(join(folder, "scratch.ipynb"));
  const found = sourceFor("scratch", scratch, shownBlocks(scratch));
  assertEquals(firstDifference(found, expected), null);
});

Deno.test("notebooks as kept and as executed are valid, and nothing is lost when Jupyter writes them", async () => {
  const place = Deno.makeTempDirSync();
  try {
    const paths = executed.map(({ name, notebook }) => {
      const path = join(place, `${name}.executed.ipynb`);
      Deno.writeTextFileSync(path, JSON.stringify(notebook));
      return path;
    });
    const kept = notebookNames(folder).map((name) => join(folder, `${name}.ipynb`));
    const [program, ...first] = jupyter.python;
    const { success, stdout, stderr } = await new Deno.Command(program, {
      args: [...first, join(import.meta.dirname ?? "", "validate.py"), ...kept, ...paths],
    }).output();
    const decoder = new TextDecoder();
    assert(success, decoder.decode(stderr));
    assertEquals(decoder.decode(stdout), "");
  } finally {
    Deno.removeSync(place, { recursive: true });
  }
});

Deno.test("what shows HTML says it in plain text too, for whoever cannot show HTML", () => {
  for (const { name, notebook } of executed) {
    const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
    const dumb = outputs.filter(({ data = {} }) => "text/html" in data && !("text/plain" in data));
    assertEquals(dumb, [], name);
  }
});

/** Runs one notebook through Jupyter and returns it with its outputs. */
async function runAlone(folder: string, name: string): Promise<Notebook> {
  const out = Deno.makeTempDirSync();
  try {
    const progress = showProgress([name], quiet);
    await runNotebooks({ jupyter, folder, names: [name], year, out, progress });
    return readNotebook(join(out, `${name}.ipynb`));
  } finally {
    Deno.removeSync(out, { recursive: true });
  }
}

/** Runs code cells as notebook `trial` through Jupyter. */
function runCells(cells: readonly string[], timeout = 60): Promise<void> {
  return withNotebook(cells, async (folder) => {
    const progress = showProgress(["trial"], quiet);
    await runNotebooks({ jupyter, folder, names: ["trial"], year, out: folder, progress, timeout });
  });
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
  const error = await assertRejects(() => runCells(["1;", "const 门槛 = 90；"]), CellFailure);
  assertEquals(error.cell, 2);
  assertStringIncludes(error.reason, "第 1 行：const 门槛 = 90；");
  assertStringIncludes(error.reason, "U+FF1B");
});

for (const { does, cells, reason } of UNRULY.filter(({ jupyter }) => jupyter)) {
  Deno.test(`${does}: through Jupyter too, the message names notebook, cell and reason`, async () => {
    const error = await assertRejects(() => runCells(cells), CellFailure);
    assertEquals([error.notebook, error.cell], ["trial", 2]);
    assertStringIncludes(error.reason, reason);
  });
}

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
