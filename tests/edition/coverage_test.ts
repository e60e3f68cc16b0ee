import { assertEquals } from "@std/assert";
import { readCoverage } from "lib/edition/coverage.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

const KEYS = new Map([["图4", "单位性质流向"]]);

function coverageOf(csv: string) {
  using data = temporaryData({ "coverage.csv": csv });
  return readCoverage(data.folder, KEYS);
}

Deno.test("without a file nothing is less than known", () => {
  using data = temporaryData();
  assertEquals(readCoverage(data.folder, KEYS), []);
});

Deno.test("an exhibit is named by its number, its key, or a file by its name", () => {
  const csv =
    "图表,项目,依据,说明\n图4,,partial,甲\n单位性质流向,其他,bounded,\ngraduates.csv,性别,derived,\n";
  assertEquals(coverageOf(csv), [
    { 图表: "单位性质流向", 项目: "", 依据: "partial", 说明: "甲" },
    { 图表: "单位性质流向", 项目: "其他", 依据: "bounded", 说明: "" },
    { 图表: "graduates.csv", 项目: "性别", 依据: "derived", 说明: "" },
  ]);
});

Deno.test("a misspelt 依据, an exhibit that is not printed and an empty cell are faults", () => {
  assertEquals(
    faultsOf(() => coverageOf("图表,项目,依据,说明\n图4,,pubished,\n图5,,derived,\n,,,\n,甲,,\n")),
    [
      "coverage.csv:2 依据 pubished",
      "coverage.csv:3 图表 图5",
      "coverage.csv:5 图表 ",
      "coverage.csv:5 依据 ",
    ],
  );
});

Deno.test("another header is refused", () => {
  assertEquals(faultsOf(() => coverageOf("图表,項目,依据,说明\n")), ["coverage.csv:1 项目 項目"]);
});
