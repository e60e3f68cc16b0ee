import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { missingColumns, readRecords, readSheet, type Sheet } from "lib/table/csv.ts";
import { dataErrorOf, faultsOf, temporaryData } from "../temporary_data.ts";

/** 学号,性别 and 1,男 in GBK, as Excel saves a CSV on a Chinese Windows. */
const GBK = new Uint8Array([
  ...[0xd1, 0xa7, 0xba, 0xc5, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0, 0x0a],
  ...[0x31, 0x2c, 0xc4, 0xd0, 0x0a],
]);

function sheetOf(content: string | Uint8Array): Sheet {
  using data = temporaryData({ "x.csv": content });
  return readSheet(join(data.folder, "x.csv"));
}

const cellsOf = (content: string) => sheetOf(content).rows.map(({ cells }) => cells);
const numbersOf = (content: string) => sheetOf(content).rows.map(({ number }) => number);
const faultOf = (content: string | Uint8Array) => dataErrorOf(() => sheetOf(content)).faults[0];

Deno.test("a sheet has a header, and rows numbered as a spreadsheet does", () => {
  const { header, rows, faults } = sheetOf("学号,性别\n1,男\n2,女\n");
  assertEquals(header, ["学号", "性别"]);
  assertEquals(rows, [{ number: 2, cells: ["1", "男"] }, { number: 3, cells: ["2", "女"] }]);
  assertEquals(faults, []);
});

Deno.test("a byte-order mark, Windows line ends and white space around cells are no matter", () => {
  const { header, rows } = sheetOf("\uFEFF学号 ,性别\r\n 1,男 \r\n");
  assertEquals(header, ["学号", "性别"]);
  assertEquals(rows[0]?.cells, ["1", "男"]);
});

Deno.test("a quoted cell may hold commas, quotes and line breaks", () => {
  assertEquals(cellsOf('名称,数\n"甲，""乙"",丙",1\n"上\n下",2\n'), [
    ['甲，"乙",丙', "1"],
    ["上\n下", "2"],
  ]);
});

Deno.test("blank lines are passed over and counted, as a spreadsheet would", () => {
  assertEquals(numbersOf("名,数\n甲,1\n\n乙,2\n\r\n\n丙,3\n"), [2, 4, 7]);
  assertEquals(numbersOf("\n名,数\n甲,1\n"), [3]);
  assertEquals(numbersOf('名,数\n"上\n\n下",1\n\n乙,2\n'), [2, 4]);
});

Deno.test("codes keep their leading noughts and long numbers all their digits", () => {
  assertEquals(cellsOf("代码,号\n080901,410101200001011234\n"), [["080901", "410101200001011234"]]);
});

Deno.test("only a header gives no rows", () => {
  assertEquals(sheetOf("学号,性别").rows, []);
});

Deno.test("ragged rows are faults with their numbers, the others stay", () => {
  const { rows, faults } = sheetOf("名,数\n甲\n乙,2\n丙,3,多\n");
  assertEquals(rows, [{ number: 3, cells: ["乙", "2"] }]);
  assertEquals(faults.map(({ row }) => row), [2, 4]);
  assertStringIncludes(faults[1]?.expected ?? "", "应有 2 格，实有 3 格");
});

Deno.test("an empty file is said to be empty", () => {
  assertStringIncludes(faultOf("")?.expected ?? "", "空的");
  assertStringIncludes(faultOf("\uFEFF\n\n")?.expected ?? "", "空的");
});

Deno.test("a missing file is said to be missing", () => {
  using data = temporaryData();
  const { faults } = dataErrorOf(() => readSheet(join(data.folder, "没有.csv")));
  assertEquals(faults.length, 1);
  assert(faults[0]?.file.endsWith("/没有.csv"));
  assertStringIncludes(faults[0]?.expected ?? "", "找不到");
});

Deno.test("a file in GBK is recognised, shows its beginning and says what to do", () => {
  const fault = faultOf(GBK);
  assertEquals(fault?.row, 1);
  assertStringIncludes(fault?.expected ?? "", "学号,性别");
  assertStringIncludes(fault?.expected ?? "", "CSV UTF-8");
});

Deno.test("a wrong byte further down is placed in its row", () => {
  const good = new TextEncoder().encode("学号,性别\n1,男\n2,");
  assertEquals(faultOf(new Uint8Array([...good, 0xc4, 0xd0, 0x0a]))?.row, 3);
});

Deno.test("a character that looks like a decoder's question mark is no fault", () => {
  assertEquals(cellsOf("名,数\n\uFFFD,1\n"), [["\uFFFD", "1"]]);
});

Deno.test("a quote without its partner is a fault of the file", () => {
  assertStringIncludes(faultOf('名,数\n"甲,1\n乙,2\n')?.expected ?? "", "引号");
});

Deno.test("a column named twice is a fault", () => {
  assertEquals(faultsOf(() => sheetOf("名,数,名\n甲,1,乙\n")), ["x.csv:1 名 -"]);
});

Deno.test("a missing column lists those that are there; a misspelt one is shown", () => {
  const sheet = sheetOf("学号,性別,备注\n");
  assertEquals(
    missingColumns(sheet, ["学号", "性别", "毕业去向"]).map(({ column, found, expected }) => ({
      column,
      found,
      expected,
    })),
    [
      { column: "性别", found: "性別", expected: "表头应写作“性别”" },
      { column: "毕业去向", found: undefined, expected: "缺少这一列；现有：学号、性別、备注" },
    ],
  );
  assertEquals(missingColumns(sheet, ["学号"]), []);
});

Deno.test("records have just the columns asked for", () => {
  using data = temporaryData({ "x.csv": "甲,乙,丙\n1,2,3\n" });
  assertEquals(readRecords(join(data.folder, "x.csv"), ["丙", "甲"]), [{ 丙: "3", 甲: "1" }]);
});

Deno.test("records report missing columns and ragged rows together", () => {
  using data = temporaryData({ "x.csv": "甲,乙\n1,2\n3\n" });
  assertEquals(faultsOf(() => readRecords(join(data.folder, "x.csv"), ["甲", "丁戊"])), [
    "x.csv:1 丁戊 -",
    "x.csv:3 - -",
  ]);
});

Deno.test("rows of nothing but commas are passed over, and keep the numbers of the others", () => {
  assertEquals(numbersOf("a,b\n1,2\n,\n3,4\n,\n"), [2, 4]);
});

Deno.test("a column without a name is a fault that says which", () => {
  assertStringIncludes(faultOf("a,b,\n1,2,\n")?.expected ?? "", "第 3 列没有表头");
});
