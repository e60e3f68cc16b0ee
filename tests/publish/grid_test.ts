import { assertEquals } from "@std/assert";
import { GAPS, knownColumns, remarksOn } from "lib/publish/grid.ts";
import { TABLE } from "./small_report.ts";

Deno.test("a column of which nothing is known is left out, one with a nought stays", () => {
  const grid = { columns: ["甲", "乙", "丙"], rows: [[1, null, 0], [null, "", 0]] };
  assertEquals(knownColumns(grid), { columns: ["甲", "丙"], rows: [[1, 0], [null, 0]] });
});

Deno.test("without rows all columns stay", () => {
  assertEquals(knownColumns({ columns: ["甲"], rows: [] }), { columns: ["甲"], rows: [] });
});

Deno.test("an empty cell is explained, and only where there is one", () => {
  const whole = { ...TABLE, columns: ["甲"], rows: [[1]] };
  assertEquals(remarksOn(TABLE, TABLE).includes(GAPS), true);
  assertEquals(remarksOn(whole, whole).includes(GAPS), false);
});
