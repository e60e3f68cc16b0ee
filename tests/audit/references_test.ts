import { assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { DataError } from "lib/table/faults.ts";
import { openPrint, termsOf } from "lib/audit/references.ts";

/** A print of one table and two statements. */
function withPrint(use: (print: ReturnType<typeof openPrint>) => void): void {
  const folder = Deno.makeTempDirSync();
  try {
    const statements = "编号,位置,对象,指标,数值,单位,性质\n1-001,一,人,人数,12,人,exact\n" +
      "1-002,一,人,比例,45.7,%,exact\n";
    Deno.writeTextFileSync(join(folder, "statements.csv"), statements);
    Deno.writeTextFileSync(
      join(folder, "table-03.csv"),
      "区域,省,人数\n东,甲,5\n东,乙+丙,4\n西,丁,3\n",
    );
    use(openPrint(folder));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

Deno.test("a reference is a statement, a column, some rows of a column, or a sum of these", () => {
  withPrint(({ number }) => {
    assertEquals(number("1-001"), 12);
    assertEquals(number("表3.人数"), 12);
    assertEquals(number("表3.人数[区域=东]"), 9);
    assertEquals(number("表3.人数[省=甲|丁]+1-001"), 20);
    assertEquals(number("表3.人数[省=乙+丙]"), 4);
  });
});

Deno.test("a reference to nothing is a fault that names it", () => {
  withPrint(({ number }) => {
    for (const reference of ["1-009", "1-002", "表9.人数", "表3.人口", "表3.人数[区域=北]"]) {
      assertThrows(() => number(reference), DataError);
    }
  });
});

Deno.test("termsOf leaves a plus sign within a filter alone", () => {
  assertEquals(termsOf("表3.人数[省=乙+丙] + 1-001"), ["表3.人数[省=乙+丙]", "1-001"]);
});
