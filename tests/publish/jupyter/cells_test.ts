import { assertEquals, assertStringIncludes } from "@std/assert";
import { cellFaults, joinCells } from "lib/publish/jupyter/cells.ts";
import type { Notebook } from "lib/publish/jupyter/notebook.ts";

function notebook(...sources: string[]): Notebook {
  return { cells: sources.map((source) => ({ cell_type: "code", source })) };
}

Deno.test("joined cells begin with all imports and keep the cells' order", () => {
  const text = joinCells("01-x.ipynb", [
    'import { a } from "lib/mod.ts";\nconst one = a();',
    'import {\n  b,\n  c,\n} from "lib/mod.ts";\nimport data from "./d.json" with { type: "json" };\nawait show(one);',
  ]);
  const lines = text.split("\n");
  assertEquals(lines.slice(0, 3), [
    'import { a } from "lib/mod.ts"; // 01-x.ipynb · [1]',
    'import { b, c, } from "lib/mod.ts"; // 01-x.ipynb · [2]',
    'import data from "./d.json" with { type: "json" }; // 01-x.ipynb · [2]',
  ]);
  assertEquals(text.match(/^import /gm)?.length, 3);
  assertEquals(
    lines.filter((line) => /cell\(\d|const one|await show/.test(line)).map((line) => line.trim()),
    ["cell(1);", "const one = a();", "cell(2);", "await show(one);"],
  );
});

Deno.test("joined cells leave a dynamic import and the word import in text where they are", () => {
  const source = 'const text = "import x";\nconst m = await import("lib/mod.ts");';
  const text = joinCells("x.ipynb", [source]);
  assertEquals(text.match(/^import /gm), null);
  assertStringIncludes(text, source);
});

Deno.test("a joined module tells its cells apart when it runs", async () => {
  const text = joinCells("x.ipynb", [
    "const a = 1;",
    "if (a === 1) throw new Error('stop');",
    "a;",
  ]);
  const js = text.replace(/cell: \(number: number\) => void/, "cell").replace(
    ": Promise<void>",
    "",
  );
  const { default: run } = await import(`data:text/javascript,${encodeURIComponent(js)}`);
  const seen: number[] = [];
  let message = "";
  await run((number: number) => seen.push(number)).catch((error: Error) => message = error.message);
  assertEquals(seen, [1, 2]);
  assertEquals(message, "stop");
});

Deno.test("cells that display through an awaited show have no faults", () => {
  assertEquals(
    cellFaults(notebook(
      'import { show } from "lib/mod.ts";',
      "const table = tally(graduates, {\n  by: 1,\n});\nawait show(table);",
      "await show(\n  bars(x),\n);",
      "for (const x of xs) {\n  use(x);\n}",
      "let y = 1;\ny = 2;",
      "y.z[0] += 1;",
      "// only a remark",
      "",
      "console.log(1);",
      "function f() {\n  return 1;\n}",
    )),
    [],
  );
});

Deno.test("a value at a cell's end and a show nobody waits for are faults of their cell", () => {
  const faults = cellFaults(notebook(
    "const a = 1;",
    "const b = 2;\nb;",
    "tally(graduates)\n  .orderby(x);",
    "show(a);",
    "a === b;",
    "await show(a);\nawait a.load();",
  ));
  assertEquals(faults.map(({ cell, line }) => [cell, line]), [
    [2, "b;"],
    [3, "tally(graduates)"],
    [4, "show(a);"],
    [5, "a === b;"],
    [6, "await a.load();"],
  ]);
});

Deno.test("an import of what deno.lock does not hold is a fault, however it is written", () => {
  const foreign = [
    'import pad from "npm:left-pad@1.3.0";',
    'import {\n  a,\n} from "jsr:@std/csv";',
    'const x = await import("https://example.org/x.ts");',
    "const y = await import(`data:text/javascript,1`);",
  ];
  const faults = cellFaults(notebook(...foreign));
  assertEquals(faults.map(({ cell }) => cell), [1, 2, 3, 4]);
  const own = ['import { show } from "lib/mod.ts";', 'const told = "来源：https://example.org";'];
  assertEquals(cellFaults(notebook(...own)), []);
});
