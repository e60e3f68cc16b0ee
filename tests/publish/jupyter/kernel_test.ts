/** The kernel as any client of Jupyter's meets it. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";

const jupyter = await setUp(thisMachine(root(), (line) => console.log(line)));

Deno.test("the workspace's own Jupyter finds the kernel without being told where, and so VS Code does", async () => {
  const [program, ...first] = jupyter.python;
  const find = "from jupyter_client.kernelspec import KernelSpecManager as Specs\n" +
    "import sys; print(sys.prefix); print(Specs().get_kernel_spec('deno').resource_dir)";
  const { JUPYTER_PATH: _, ...env } = Deno.env.toObject();
  const { stdout } = await new Deno.Command(program, {
    args: [...first, "-c", find],
    env,
    clearEnv: true,
  }).output();
  const [prefix = "", found = ""] = new TextDecoder().decode(stdout).trim().split(/\r?\n/);
  // A Jupyter that was there before us is told where.
  if (!jupyter.python[0].startsWith(join(root(), ".venv"))) return;
  // Where VS Code looks in each Python environment.
  assertEquals(found, join(prefix, "share", "jupyter", "kernels", "deno"));
});

interface Cell {
  readonly reply: { readonly status: string; readonly ename?: string; readonly evalue?: string };
  readonly outputs: readonly {
    readonly kind: string;
    readonly late: boolean;
    readonly evalue?: string;
    readonly text?: string;
    readonly data?: Readonly<Record<string, string>>;
  }[];
}

interface Step {
  readonly run?: readonly string[];
  /** After how many seconds. */
  readonly interrupt?: number;
  readonly complete?: string;
  readonly end?: true;
}

async function talk(
  steps: readonly Step[],
  folder = join(root(), "notebooks"),
): Promise<unknown[]> {
  const [program, ...first] = jupyter.python;
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [
      ...first,
      join(import.meta.dirname ?? "", "talk.py"),
      folder,
      JSON.stringify(steps),
    ],
    env: { ...jupyter.env, REPORT_YEAR: "2023" },
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

/** Runs cells that are asked for all at once, as "run all" does. */
async function runAll(cells: readonly string[], interrupt?: number): Promise<Cell[]> {
  const [result] = await talk([{ run: cells, ...(interrupt === undefined ? {} : { interrupt }) }]);
  return result as Cell[];
}

function texts({ outputs }: Cell): string[] {
  return outputs.map(({ evalue, text, data }) => evalue ?? text ?? data?.["text/plain"] ?? "");
}

Deno.test("full-width punctuation is shown in the cell by line and character, and stops the run", async () => {
  const slip = "const 大类 = 1;\nconst 大类门槛 = 90；";
  const [first, second, third] = await runAll(["1 + 1", slip, "3"]);
  assert(first && second && third);
  assertEquals(texts(first), ["2"]);
  assertEquals(second.outputs.map(({ kind }) => kind), ["error"]);
  const [shown = ""] = texts(second);
  assertStringIncludes(shown, "第 2 行：const 大类门槛 = 90；");
  assertStringIncludes(shown, "第 16 个字符“；”");
  assertStringIncludes(shown, "U+FF1B");
  assertStringIncludes(shown, "应写半角的 ;");
  assertEquals(second.reply.evalue, shown);
  assertEquals([third.reply.status, third.outputs], ["aborted", []]);
});

Deno.test("every full-width mark of a Chinese keyboard is named, and other slips by their place", async () => {
  const slips = ["f（1)", "f(1，2)", "const a = “名”;", "const a = 3。", "a：1", "const a = ;"];
  const results = await talk(slips.map((slip) => ({ run: [slip] }))) as Cell[][];
  const shown = results.map(([cell]) => cell === undefined ? "" : texts(cell).join());
  for (const [i, mark] of ["U+FF08", "U+FF0C", "U+201C", "U+3002", "U+FF1A"].entries()) {
    assertStringIncludes(shown[i] ?? "", mark);
  }
  assertStringIncludes(shown[5] ?? "", "第 1 行：const a = ;");
  assertStringIncludes(shown[5] ?? "", "第 11 个字符附近");
});

Deno.test("a cell that throws keeps its own error, once", async () => {
  const [cell] = await runAll(['throw new Error("没有这一列")']);
  assert(cell);
  assertEquals(cell.outputs.map(({ kind }) => kind), ["error"]);
  assertEquals(texts(cell), ["没有这一列"]);
});

Deno.test("a cell can neither write, run, send nor bring in code, by no way, and is told so", async () => {
  const path = join(Deno.makeTempDirSync(), "written");
  const file = JSON.stringify(path);
  const attempts = [
    [`Deno.writeTextFileSync(${file}, "x");`, "笔记本里不能写文件"],
    [`(await import("node:fs")).writeFileSync(${file}, "x");`, "笔记本里不能写文件"],
    [`Deno.removeSync(".");`, "笔记本里不能写文件"],
    [`new Deno.Command("python3").outputSync();`, "笔记本里不能运行别的程序"],
    [`(await import("node:child_process")).execSync("touch " + ${file});`, "Command failed"],
    [`await fetch("http://127.0.0.1:4507/");`, "笔记本里不能使用网络"],
    [`await Deno.connect({ port: 4507 });`, "笔记本里不能使用网络"],
    [
      `if (Deno.permissions.requestSync({ name: "write" }).state !== "granted") {
        Deno.writeTextFileSync(${file}, "x");
      }`,
      "笔记本里不能写文件",
    ],
    [`import pad from "npm:left-pad@1.3.0";`, "笔记本不能临时引入 npm:left-pad@1.3.0"],
    [`await import("https://example.org/x.ts");`, "笔记本不能临时引入 https://example.org/x.ts"],
  ] as const;
  const results = await talk([
    ...attempts.map(([code]) => ({ run: [code] })),
    { run: [`typeof (await import("lib/mod.ts")).openReport`] },
  ]) as Cell[][];
  for (const [i, [code, told]] of attempts.entries()) {
    const [cell] = results[i] ?? [];
    assertEquals(cell?.outputs.map(({ kind }) => kind), ["error"], code);
    assertStringIncludes(cell === undefined ? "" : texts(cell).join(), told);
    assertStringIncludes(cell?.reply.evalue ?? "", told);
  }
  assertEquals(existsSync(path), false);
  const [after] = results.at(-1) ?? [];
  assertEquals(after && texts(after), ['"function"']);
});

Deno.test("where the prelude does not run no cell does, and that is said", async () => {
  // Another workspace, without the prelude.
  const folder = Deno.makeTempDirSync();
  Deno.writeTextFileSync(join(folder, "deno.json"), '{ "imports": { "lib/": "./lib/" } }');
  const [[cell] = []] = await talk([{ run: ["1 + 1"] }], folder) as Cell[][];
  assertEquals(cell?.outputs.map(({ kind }) => kind), ["error"]);
  assertStringIncludes(cell?.reply.evalue ?? "", "内核没有准备好，没有运行：");
  Deno.removeSync(folder, { recursive: true });
});

Deno.test("an interrupt ends a loop and a wait, and what was computed stays", async () => {
  const results = await talk([
    { run: ["let rounds = 0; while (true) rounds++;"], interrupt: 0.5 },
    { run: ["await new Promise((done) => setTimeout(done, 60_000));"], interrupt: 0.5 },
    { run: ["const never = Promise.withResolvers(); await never.promise;"], interrupt: 0.5 },
    { run: ["rounds > 0"] },
  ]) as Cell[][];
  const [loop, wait, never, after] = results.map(([cell]) => cell);
  for (const stopped of [loop, wait, never]) {
    assertEquals([stopped?.reply.status, stopped?.reply.ename], ["error", "已中断"]);
    assertEquals(stopped?.outputs.map(({ kind }) => kind), ["error"]);
  }
  assertEquals(after && texts(after), ["true"]);
});

Deno.test("what cannot be stopped alone is stopped with a new kernel, and that is said", async () => {
  // A wait that no promise of ours takes part in.
  const wait = 'for await (const _ of Deno.watchFs("."));';
  const results = await talk([{ run: [`let before = 1; ${wait}`], interrupt: 0.5 }, {
    run: ["typeof before"],
  }]) as Cell[][];
  const [stopped, after] = results.map(([cell]) => cell);
  assertStringIncludes(stopped?.reply.evalue ?? "", "请从第一格起重新运行");
  assertEquals(after && texts(after), ['"undefined"']);
});

Deno.test("all outputs of a cell come before its end, in order", async () => {
  const lines = Array.from({ length: 40 }, (_, i) => String(i));
  // Nothing here is awaited: the cell has ended before its outputs are on their way.
  const cells = Array.from({ length: 30 }, () => `
    for (let i = 0; i < 40; i += 2) {
      Deno.jupyter.broadcast("display_data", {
        data: { "text/plain": String(i) }, metadata: {}, transient: {},
      });
      console.log(i + 1);
    }`);
  for (const cell of await runAll(cells)) {
    assertEquals(texts(cell).map((text) => text.trim()), lines);
    assertEquals(cell.outputs.some(({ late }) => late), false);
  }
});

Deno.test("what a cell prints is whole however much it is", async () => {
  const [long] = await runAll(['console.log("长".repeat(9_000_000)); undefined']);
  assert(long);
  assertEquals(texts(long).map(({ length }) => length), [9_000_001]);
});

Deno.test("nothing waits for an answer from a terminal that is not there", async () => {
  for (const cell of await Promise.all(["prompt()", "confirm()"].map((code) => runAll([code])))) {
    assertEquals(cell[0]?.reply.status, "error");
    assertStringIncludes(cell[0]?.reply.evalue ?? "", "写成单元里的一个常量");
  }
});

Deno.test("columns complete in strings and after a row's dot; names in Chinese complete too", async () => {
  const [, ...completions] = await talk([
    {
      run: [
        'import { openReport, tally } from "lib/mod.ts"; const { graduates } = openReport(); const 门槛 = 9;',
      ],
    },
    { complete: 'tally(graduates, "院系", "性' },
    { complete: "graduates.filter((one) => one.生源" },
    { complete: "const 新 = 门" },
    { complete: "graduates.orde" },
  ]) as {
    readonly matches: string[];
    readonly cursor_start: number;
    readonly cursor_end: number;
  }[];
  assertEquals(completions.map(({ matches }) => matches), [
    ["性别"],
    ["生源地", "生源城市"],
    ["门槛"],
    ["orderby"],
  ]);
  assertEquals(completions.map((one) => [one.cursor_start, one.cursor_end]), [
    [24, 25],
    [30, 32],
    [10, 11],
    [10, 14],
  ]);
});

Deno.test("a cell draws with Plot as it is imported, without further ado", async () => {
  const [cell] = await runAll([
    'import * as Plot from "@observablehq/plot"; import { show } from "lib/mod.ts"; await show(Plot.barX([3, 5]).plot());',
  ]);
  assertEquals(cell?.reply.status, "ok");
  assertStringIncludes(cell?.outputs[0]?.data?.["text/html"] ?? "", "<svg");
});

Deno.test({
  name: "a kernel whose process is killed leaves no Deno behind, whatever it did",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const codes = ["1", "await new Promise(() => {});", "while (true);"];
    for (const code of codes) {
      const start = { run: [`setTimeout(() => { ${code} }, 100); 1`] };
      assertEquals((await talk([start, { run: ["2"] }, { end: true }])).at(-1), []);
    }
  },
});
