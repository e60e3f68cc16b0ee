import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import * as Plot from "lib/publish/jupyter/plot.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import { root } from "lib/workspace.ts";

const rows = [{ 院系: "计算机与信息工程学院", 人数: 3 }, { 院系: "护理系", 人数: 5 }];

Deno.test("a plot and a mark draw without a browser, in Chinese fonts", () => {
  for (
    const figure of [
      Plot.plot({ marks: [Plot.barX(rows, { x: "人数", y: "院系" })] }),
      Plot.barX(rows, { x: "人数", y: "院系" }).plot(),
    ]
  ) {
    assertStringIncludes(figure.outerHTML, "护理系");
    assertStringIncludes(figure.outerHTML, "Source Han Sans SC");
  }
});

Deno.test("names beside the axis have room, unless the options say how much", () => {
  const left = (options: Plot.PlotOptions) => {
    const scale = Plot.barX(rows, { x: "人数", y: "院系" }).plot(options).scale("x");
    const [start] = scale?.range ?? [];
    return Number(start);
  };
  assert(left({}) >= 10 * 13);
  assertEquals(left({ marginLeft: 10 }), 10);
});

Deno.test("names of groups have room, at the left or at the right, and a legend is as large as they", () => {
  const groups = rows.map((row) => ({ ...row, 性别: "女" }));
  const bars = Plot.barX(groups, { x: "人数", y: "性别", fy: "院系", fill: "性别" });
  const range = (options: Plot.PlotOptions) =>
    Array.from(bars.plot(options).scale("x")?.range ?? [], Number);
  const [start = 0, end = 0] = range({ y: { axis: null } });
  assert(start >= 10 * 13);
  assertEquals(end, 640 - 20);
  const [beside = 0, before = 0] = range({});
  assertEquals(beside, 40);
  assert(before <= 640 - 10 * 13);
  assertMatch(
    bars.plot({ color: { legend: true } }).outerHTML,
    /<div style="font: 14px[^>]*-swatches/,
  );
});

Deno.test("what the options say wins", () => {
  const figure = Plot.plot({ width: 200, style: { fontFamily: "serif" }, marks: [Plot.frame()] });
  assertStringIncludes(figure.outerHTML, "font-family:serif");
  assertStringIncludes(figure.outerHTML, 'width="200"');
});

Deno.test("a cell's own import of Plot is this one", async () => {
  const folder = join(root(), ".cache");
  Deno.mkdirSync(folder, { recursive: true });
  const path = Deno.makeTempFileSync({ dir: folder, prefix: "plot-", suffix: ".ipynb" });
  const source =
    'import * as Plot from "@observablehq/plot";\nimport { show } from "lib/mod.ts";\n' +
    'await show(Plot.barX([{ 甲: 1, 乙: "丙" }], { x: "甲", y: "乙" }).plot());';
  Deno.writeTextFileSync(path, JSON.stringify({ cells: [{ cell_type: "code", source }] }));
  try {
    const { cells: [cell] } = await runInProcess(path);
    assert(cell !== undefined && "blocks" in cell);
    assertStringIncludes(JSON.stringify(cell.blocks), "丙");
  } finally {
    Deno.removeSync(path);
  }
});
