import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { missingColumns, readRecords, readSheet, type Sheet } from "lib/table/csv.ts";
import { dataErrorOf, faultsOf, temporaryData } from "../temporary_data.ts";

/** 学号,性别 and 1,男 in GBK, as Excel saves a CSV on a Chinese Windows. */
const GBK = new Uint8Array([
  ...[0xd1, 0xa7, 0xba, 0xc5, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0, 0x0a],
  ...[0x31, 0x2c, 0xc4, 0xd0, 0x0a],
]);

function sheetOf(content: string | Uint8Array, prose: readonly string[] = []): Sheet {
  using data = temporaryData({ "x.csv": content });
  return readSheet(join(data.folder, "x.csv"), { prose });
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

Deno.test("a quoted cell may hold commas and quotes", () => {
  assertEquals(cellsOf('名称,数\n"甲，""乙"",丙",1\n'), [['甲，"乙",丙', "1"]]);
});

Deno.test("a cell of a record holds no line break: it says how many rows a stray quote swallowed", () => {
  const { rows, faults } = sheetOf('号,别\n1,男\n"2,男\n3,女\n4",女\n5,女\n');
  assertEquals(rows.map(({ number }) => number), [2, 4]);
  assertEquals(faults.map(({ row, column, found }) => [row, column, found]), [
    [3, "号", undefined],
  ]);
  assertStringIncludes(faults[0]?.expected ?? "", "其后 2 行被并入这一格");
});

Deno.test("free text may hold line breaks, but no more commas than a text would", () => {
  const header = "号,甲,乙,话";
  const { rows, faults } = sheetOf(
    `${header}\n1,a,b,"上,面\n下,面👍🏽"\n2,a,b,"话\n3,a,b,"\n`,
    ["话"],
  );
  assertEquals(rows.map(({ cells }) => cells[3]), ["上,面\n下,面👍🏽"]);
  assertEquals(faults.map(({ row, column }) => [row, column]), [[3, "话"]]);
});

Deno.test("a header that a stray quote has lengthened is a fault", () => {
  assertStringIncludes(faultOf('号,"别\n1,男\n2",女\n')?.expected ?? "", "其后 2 行被并入");
});

Deno.test("lines may end in any way, even in several", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    assertEquals(cellsOf(["名,数", "甲,1", "乙,2", ""].join(end)), [["甲", "1"], ["乙", "2"]]);
  }
  assertEquals(cellsOf("名,数\r甲,1\r\n乙,2\n\n"), [["甲", "1"], ["乙", "2"]]);
});

Deno.test("the sheet says how many lines the file has, how many are blank and whether it ends", () => {
  const extent = (content: string) => {
    const { lines, blank, ended, rows } = sheetOf(content);
    return [lines, blank, rows.length, ended];
  };
  assertEquals(extent("名,数\n甲,1\n"), [2, 0, 1, true]);
  assertEquals(extent("名,数\r\n\r\n甲,1\r\n,\r\n乙,2"), [5, 2, 2, false]);
});

Deno.test("a character that hides or misleads is named with its place, once a cell", () => {
  const said = (content: string) =>
    sheetOf(content).faults.map(({ row, column, expected }) => `${row} ${column} ${expected}`);
  assertEquals(said("系,别\n护理系\u200B,女\n,\u001F女\n⼭东,⻘\n"), [
    "2 系 第 4 个字符是 U+200B 零宽空格，请删去或改正",
    "3 别 第 1 个字符是 U+001F 单元分隔符，请删去或改正",
    "4 系 第 1 个字符是 U+2F2D 与汉字“山”形似的字符，请删去或改正",
    "4 别 第 1 个字符是 U+2ED8 部首字符“⻘”，不是汉字，请删去或改正",
  ]);
  assertEquals(said("系,别\n护\t理,\uFEFF女\n"), [
    "2 系 第 2 个字符是 U+0009 制表符，请删去或改正",
    "2 别 第 1 个字符是 U+FEFF 字节顺序标记，请删去或改正",
  ]);
  assertEquals(cellsOf("系,别\n\u00A0护理\u3000,\t女\u2003\n"), [["护理", "女"]]);
  assertStringIncludes(faultOf("学\u200B号,别\n1,女\n")?.expected ?? "", "U+200B 零宽空格");
});

Deno.test("a second header says that files were joined", () => {
  const { rows, faults } = sheetOf("名,数\n甲,1\n名,数\n乙,2\n");
  assertEquals(rows.length, 2);
  assertEquals(faults.map(({ row, expected }) => [row, expected]), [
    [3, "又是一行表头，是否把几个文件接在了一起"],
  ]);
});

Deno.test("another separator is one fault that names it", () => {
  const said = (content: string) =>
    dataErrorOf(() => sheetOf(content)).faults.map((one) => one.expected);
  for (
    const [separator, name] of [[";", "分号"], ["\t", "制表符"], ["|", "竖线"], ["，", "全角逗号"]]
  ) {
    const [expected, ...more] = said(`学号${separator}性别\n1${separator}男\n`);
    assertEquals(more, []);
    assertStringIncludes(expected ?? "", name ?? "");
  }
  assertStringIncludes(said("sep=,\n学号,性别\n1,男\n")[0] ?? "", "分隔符标记");
  assertStringIncludes(said("sep=;\n学号;性别\n1;男\n")[0] ?? "", "分隔符标记");
});

Deno.test("what no spreadsheet can hold is refused, in time that grows with the file", () => {
  const { faults } = sheetOf(`名,数\n\n${"字".repeat(3_500_000)},1\n甲,1\n`);
  assertEquals(faults.map(({ row, column }) => [row, column]), [[3, "名"]]);
  assertStringIncludes(faults[0]?.expected ?? "", "一格有 3,500,000 字");
  const wide = Array.from({ length: 200_000 }, (_, i) => `列${i}`).join(",");
  assertStringIncludes(faultOf(`${wide}\n`)?.expected ?? "", "表头有 200,000 格");
});

Deno.test("blank lines are passed over and counted, as a spreadsheet would", () => {
  assertEquals(numbersOf("名,数\n甲,1\n\n乙,2\n\r\n\n丙,3\n"), [2, 4, 7]);
  assertEquals(numbersOf("\n名,数\n甲,1\n"), [3]);
  const prose = sheetOf('名,数\n"上\n\n下",1\n\n乙,2\n', ["名"]);
  assertEquals(prose.rows.map(({ number }) => number), [2, 4]);
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
  const broken = new TextEncoder().encode('学号,性别\n"1\n\n",男\n2,');
  assertEquals(faultOf(new Uint8Array([...broken, 0xc4, 0xd0, 0x0a]))?.row, 3, "as a spreadsheet");
});

Deno.test("a file that ends within a character was cut off", () => {
  const whole = new TextEncoder().encode("学号,性别\n1,男\n2,男");
  const fault = faultOf(whole.subarray(0, -1));
  assertEquals(fault?.row, 3);
  assertStringIncludes(fault?.expected ?? "", "一个字的中间断了");
});

Deno.test("a character that looks like a decoder's question mark is no fault", () => {
  assertEquals(cellsOf("名,数\n\uFFFD,1\n"), [["\uFFFD", "1"]]);
});

Deno.test("a quote without its partner is placed in its row, in Chinese, after what was found before", () => {
  const faults = (content: string) => dataErrorOf(() => sheetOf(content)).faults;
  const said = (content: string) => faults(content).map((one) => `${one.row} ${one.expected}`);
  assertEquals(said('名,数\n甲\n"乙,1\n丙,2\n'), [
    "2 应有 2 格，实有 1 格（是否漏了逗号或换行，或文字里的逗号未加引号）",
    "3 第 1 格的引号没有成对，其后 1 行被并入这一格",
  ]);
  assertEquals(said('名,数\n甲,5"\n'), [
    "2 第 2 格中间有引号；含引号的格应整格用引号括起，里面的引号写成两个",
  ]);
  assertEquals(said('名,数\n甲,"1\n乙,2\n"丙,丁",3\n'), [
    "2 第 2 格的引号没有成对：下一个引号之后还有文字，其后 2 行被并入这一格",
  ]);
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
      { column: "性别", found: "性別", expected: "如果就是“性别”，表头应写作“性别”" },
      { column: "毕业去向", found: undefined, expected: "缺少这一列；现有：学号、性別、备注" },
    ],
  );
  assertEquals(missingColumns(sheet, ["学号"]), []);
});

Deno.test("a first row that is no header is not shown: it may be a person's", () => {
  const said = missingColumns(sheetOf("20310001,张三\n20310002,李四\n"), ["学号", "性别"]);
  assertEquals(said.map(({ expected }) => expected), [
    "缺少这一列；第一行不像是表头",
    "缺少这一列；第一行不像是表头",
  ]);
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
