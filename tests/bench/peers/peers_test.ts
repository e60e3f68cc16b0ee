import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import { join } from "node:path";
import { openReport } from "lib/mod.ts";
import type { Command } from "lib/publish/jupyter/python.ts";
import { thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";
import { environment } from "../../temporary_data.ts";
import { peersPython } from "./environment.ts";
import { verdicts } from "./goals.ts";
import type { Measured } from "./measured.ts";
import { type Measurement, medianOf, type Program, ratioOf, requireEqual } from "./peers.ts";
import { registerOf, YEAR } from "./register.ts";
import { scaling } from "./scaling.ts";
import { type Counts, countsOf, differences, makeTallies, TALLIES } from "./tallies.ts";

function inTemp<T>(test: (folder: string) => T): T {
  const folder = Deno.makeTempDirSync();
  try {
    return test(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** What all tallies count in a register of so many rows. */
function counted(rows: number) {
  return inTemp((folder) => {
    const restore = environment({
      REPORT_DATA: registerOf(rows, folder).data,
      REPORT_YEAR: undefined,
    });
    try {
      return countsOf(makeTallies(openReport(YEAR)));
    } finally {
      restore();
    }
  });
}

/** A run that took so long everywhere. */
function ran(took: number, counts: Counts = { 男: [1] }): Measured {
  const [load, first, again, memory, whole, wholeMemory] = Array.from({ length: 6 }, () => took);
  const results = { 性别: counts };
  return { load, first, again, memory, whole, wholeMemory, version: "1", results } as Measured;
}

const runs = (times: Partial<Record<Program, readonly number[]>>) =>
  new Map(
    Object.entries(times).map(([program, all]) => [program as Program, all.map((n) => ran(n))]),
  );

Deno.test("a register of any size has so many graduates, each under a 学号 of its own", () => {
  for (const rows of [1, 5_809, 25_001]) {
    inTemp((folder) => {
      const { register } = registerOf(rows, folder);
      const [, ...lines] = Deno.readTextFileSync(register).trimEnd().split("\n");
      assertEquals(new Set(lines.map((line) => line.split(",")[0])).size, rows);
      assertEquals(lines.length, rows);
    });
  }
});

Deno.test("each graduate comes again and again, so that a register twice as long counts twice", () => {
  const [once, twice] = [counted(5_809), counted(2 * 5_809)];
  assertEquals(Object.keys(once), TALLIES.map(({ name }) => name));
  assertEquals(
    twice,
    Object.fromEntries(
      Object.entries(once).map(([name, counts]) => [
        name,
        Object.fromEntries(
          Object.entries(counts).map(([key, all]) => [key, all.map((count) => 2 * count)]),
        ),
      ]),
    ),
  );
});

Deno.test("the tallies count what the records say", () => {
  const text = Deno.readTextFileSync(join(root(), "data", String(YEAR), "graduates.csv"));
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const at = (column: string) => header.split(",").indexOf(column);
  const rows = lines.map((line) => line.split(","));
  const count = (test: (row: readonly string[]) => boolean) => rows.filter(test).length;
  const results = counted(rows.length);
  const women = count((row) => row[at("性别")] === "女");
  assertEquals(results["性别"]?.["女"], [women]);
  assertEquals(results["性别落实情况"]?.["女"]?.[0], women);
  assertEquals(results["落实情况"]?.[""]?.[0], rows.length);
  assertEquals(
    results["未就业"]?.["待就业"],
    [count((row) => row[at("毕业去向")] === "待就业")],
  );
  assertEquals(
    results["省内生源城市"]?.["聊城市"],
    [count((row) => row[at("生源地")] === "山东省" && row[at("生源城市")] === "聊城市")],
  );
});

Deno.test("two programs that count differently are found out, by tally, key and counts", () => {
  const results = (counts: Counts) => ({ 性别: counts });
  assertEquals(differences(results({ 男: [1] }), results({ 男: [1] })), []);
  assertEquals(differences(results({ 男: [1] }), results({ 男: [2] })), ['性别, "男": 1 and 2']);
  assertEquals(differences(results({}), results({ 男: [2] })), ['性别, "男": none and 2']);
  const both = new Map<Program, Measured[]>([
    ["ours", [ran(1, { 男: [1, 2] })]],
    ["polars", [ran(1, { 男: [1, 3] })]],
  ]);
  assertThrows(() => requireEqual(10, both), Error, 'polars differ at 10 rows:\n  性别, "男": 1,2');
});

Deno.test("ratios are of runs in the same turn, and nothing is said of a program that did not run", () => {
  const both = runs({ ours: [1, 20, 3], duckdb: [2, 10, 3] });
  assertEquals(ratioOf(both, "ours", "duckdb", "load"), 1);
  assertEquals(medianOf(both, "ours", "load"), 3);
  assertEquals(ratioOf(both, "ours", "pandas", "load"), NaN);
});

Deno.test("a goal holds for its sizes only, and one that was not measured is not reached", () => {
  const names = (rows: number) => verdicts(rows, runs({})).map(({ name }) => name);
  assertEquals(names(5_809), ["tallies, first time / duckdb", "tallies, again / duckdb"]);
  assertEquals(names(50_000), []);
  assertEquals(names(580_900).length, 4);
  assertEquals(names(11_800_000).length, 7);
  assertEquals(verdicts(5_809, runs({}))[0], {
    name: "tallies, first time / duckdb",
    reached: "not run",
    goal: "≤ 1 ×",
    met: false,
  });
  const met = verdicts(5_809, runs({ ours: [2], duckdb: [2] }));
  assertEquals(met.map(({ reached, met }) => [reached, met]), [["1.00 ×", true], ["1.00 ×", true]]);
});

Deno.test("the figure of the scaling says on what it was made, and leaves out who did not run", () => {
  const measurements: Measurement[] = [10, 100].map((rows) => ({
    rows,
    runs: runs({ ours: [rows], pandas: [rows] }),
    failures: [],
  }));
  const svg = scaling(measurements, "2 cores; Deno 1 <2");
  assertStringIncludes(svg, "2 cores; Deno 1 &lt;2");
  assertEquals(svg.match(/<circle/g)?.length, 4 * 2 * 2);
  assertEquals(/⚠|NaN/.test(svg), false);
});

Deno.test("the peers' own list of columns is that of the register", () => {
  const python = Deno.readTextFileSync(join(root(), "tests/bench/peers/listed.py"));
  const text = Deno.readTextFileSync(join(root(), "data", String(YEAR), "graduates.csv"));
  for (const column of text.split("\n")[0]?.split(",") ?? []) {
    assertStringIncludes(python, `"${column}"`);
  }
});

Deno.test("where the peers cannot be installed it is said why, and nothing is left of the try", async () => {
  const folder = Deno.makeTempDirSync();
  const machine = (python: string, pip: boolean) => ({
    ...thisMachine(folder, () => {}),
    run: ([command]: Command, args: readonly string[]) => {
      if (args[0] === "-c") return Promise.resolve({ ok: python !== "", out: `${python}\n-\n-\n` });
      if (args[1] === "venv") Deno.mkdirSync(args[2] ?? "", { recursive: true });
      return Promise.resolve({ ok: pip || args[1] === "venv", out: `${command}\nno route` });
    },
  });
  try {
    const old = "need Python 3.11 or newer";
    await assertRejects(() => peersPython(machine("", true)), Error, old);
    await assertRejects(() => peersPython(machine("3.10", true)), Error, old);
    const away = "is PyPI within reach? (no route)";
    await assertRejects(() => peersPython(machine("3.11", false)), Error, away);
    assertEquals([...Deno.readDirSync(join(folder, ".cache", "bench"))], []);
    const python = await peersPython(machine("3.12", true));
    assertStringIncludes(python, join(folder, ".cache", "bench", "venv"));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
