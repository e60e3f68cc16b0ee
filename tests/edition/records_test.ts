import { assertEquals, assertStringIncludes } from "@std/assert";
import { openRecords } from "lib/edition/records.ts";
import { graduatesCsv } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";

function extentOf(csv: string): string {
  using data = temporaryData({ "graduates.csv": csv });
  return openRecords(data.folder).extent.replace(/^.*graduates.csv/, "");
}

Deno.test("the records say how many graduates were read of how many lines", () => {
  const csv = graduatesCsv({}, {}, {});
  assertEquals(extentOf(csv), " 共 4 行：表头 1、毕业生 3 名");
  assertEquals(extentOf(csv + "\n,,,\n"), " 共 6 行：表头 1、空行 2、毕业生 3 名");
});

Deno.test("a file whose last line has no end may have been cut off, and is said so", () => {
  const csv = graduatesCsv({}, { 毕业去向: "国内升学", 升学院校: "山东大学" });
  assertStringIncludes(
    extentOf(csv.slice(0, -2)),
    "毕业生 2 名；最后一行没有换行，请确认文件是完整的",
  );
  assertStringIncludes(
    extentOf(csv.slice(0, csv.lastIndexOf("示例002"))),
    "共 2 行：表头 1、毕业生 1 名",
  );
});
