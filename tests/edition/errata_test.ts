import { assertEquals } from "@std/assert";
import { readErrata } from "lib/edition/errata.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

const KEYS = new Map([["表13", "战略区域就业"]]);
const HEADER = "图表,项目,编号,公布值,重算值,原因,处理";

function errataOf(...rows: readonly string[]) {
  using data = temporaryData({ "errata.csv": [HEADER, ...rows, ""].join("\n") });
  return readErrata(data.folder, KEYS);
}

Deno.test("without a file nothing is known to be wrong in print", () => {
  using data = temporaryData();
  assertEquals(readErrata(data.folder, KEYS), []);
});

Deno.test("an erratum keeps print's name of its exhibit and knows its key", () => {
  const row = { 图表: "表13", 项目: "基数", 编号: "", 公布值: "4513", 重算值: "4322" };
  assertEquals(errataOf("表13,基数,,4513,4322,不合,注明", "五（四）,岗位数,5-012,2.4,,存疑,"), [
    { ...row, 原因: "不合", 处理: "注明", 键: "战略区域就业" },
    {
      图表: "五（四）",
      项目: "岗位数",
      编号: "5-012",
      公布值: "2.4",
      重算值: "",
      原因: "存疑",
      处理: "",
      键: "五（四）",
    },
  ]);
});

Deno.test("all that a row lacks is told together: what it is about, the print, the reason", () => {
  assertEquals(
    faultsOf(() => errataOf("表13,比例,,1,2,不合,", "表14,基数,,,2,,", "表13,图题,,甲,乙,不同,")),
    [
      "errata.csv:3 图表 表14",
      "errata.csv:3 公布值 ",
      "errata.csv:3 原因 ",
      "errata.csv:2 项目 比例",
    ],
  );
});
