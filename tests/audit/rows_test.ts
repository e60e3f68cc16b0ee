import { assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { DataError } from "lib/table/faults.ts";
import { readAuditRows } from "lib/audit/rows.ts";

/** Runs with a CSV file of this text, which is gone afterwards. */
function withFile<T>(text: string, use: (path: string) => T): T {
  const folder = Deno.makeTempDirSync();
  try {
    const path = join(folder, "数字.csv");
    Deno.writeTextFileSync(path, text);
    return use(path);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const HEADER = "表,项目,人数,基数,百分比\n";
const faultsOf = (text: string) =>
  withFile(text, (path) => assertThrows(() => readAuditRows(path), DataError).faults);

Deno.test("readAuditRows takes empty counts and bases, full-width digits and further columns", () => {
  const rows = withFile(
    '\uFEFF页,百分比,表,项目,人数,基数\r\n3,４５．７％,表1,甲,"1,234",\r\n,,,,,\r\n4,12,表1,乙,,99\r\n',
    readAuditRows,
  );
  assertEquals(rows, [
    {
      table: "表1",
      item: "甲",
      count: 1234,
      base: null,
      printed: { units: 457, decimals: 1 },
      text: "４５．７％",
    },
    {
      table: "表1",
      item: "乙",
      count: null,
      base: 99,
      printed: { units: 12, decimals: 0 },
      text: "12",
    },
  ]);
});

Deno.test("readAuditRows names every fault of a file at once, in the order of its rows", () => {
  const faults = faultsOf(
    HEADER + "表1,甲,12,0,3.0\n表1,乙,1.5,100,abc\n,丙,1,100,1\n表1,丁,1\n表1,戊,1,100,\n",
  );
  assertEquals(faults.map(({ row, column, found }) => [row, column, found]), [
    [2, "基数", "0"],
    [3, "人数", "1.5"],
    [3, "百分比", "abc"],
    [4, "表", undefined],
    [5, undefined, undefined],
    [6, "百分比", undefined],
  ]);
});

Deno.test("readAuditRows refuses more digits than exact arithmetic carries", () => {
  const [fault] = faultsOf(HEADER + "表1,甲,1,3,33.3333333\n");
  assertEquals(fault?.column, "百分比");
  assertEquals(faultsOf(HEADER + "表1,甲,1,9007199254740991,0.00\n").length, 1);
});

Deno.test("readAuditRows misses a column by name, and rows where there is only a header", () => {
  assertEquals(faultsOf("表,项目,人数,基數,百分比\n表1,甲,1,3,33\n")[0]?.column, "基数");
  assertEquals(faultsOf(HEADER).length, 1);
});

Deno.test("readAuditRows takes — and / for nothing, and names a percentage above 100", () => {
  const rows = withFile(HEADER + "表1,甲,—,/,45.00\n表1,乙,3,10,—\n", readAuditRows);
  assertEquals(rows.map(({ item, count, base }) => [item, count, base]), [["甲", null, null]]);
  const [fault] = faultsOf(HEADER + "表1,甲,1,3,133.33\n");
  assertEquals([fault?.found, fault?.expected], ["133.33", "应在 0 到 100 之间"]);
});
