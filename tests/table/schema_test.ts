import { assertEquals } from "@std/assert";
import type { Sheet } from "lib/table/csv.ts";
import { type Check, conform, identifier, oneOf, optional, text, whole } from "lib/table/schema.ts";
import { dataErrorOf, faultsOf } from "../temporary_data.ts";

const sheet = (header: readonly string[], ...rows: readonly string[][]): Sheet => ({
  file: "a.csv",
  header,
  rows: rows.map((cells, i) => ({ number: i + 2, cells })),
  faults: [],
  lines: rows.length + 1,
  blank: 0,
  ended: true,
});

const expectation = (check: Check<unknown>, cell: string) => {
  const result = check(cell);
  return "expected" in result ? result.expected : result;
};

Deno.test("text is anything but nothing", () => {
  assertEquals(text("0"), { value: "0" });
  assertEquals(text(""), { expected: "不应为空" });
});

Deno.test("a whole number has digits only", () => {
  assertEquals(whole("0"), { value: 0 });
  assertEquals(whole("0017"), { value: 17 });
  for (const wrong of ["", "-1", "1.0", "1e3", "１２", "1,234", "9007199254740993"]) {
    assertEquals(whole(wrong), { expected: "应为整数" }, wrong);
  }
});

Deno.test("a refused category names what is surely meant, and a short list as a whole", () => {
  assertEquals(
    expectation(oneOf(["省内就业", "省外升学"]), "省内 就 业"),
    "应为省内就业、省外升学之一，最接近的是“省内就业”",
  );
  // One character of two is no evidence: 省钠 is as far from 省外 as from 省内.
  assertEquals(expectation(oneOf(["省内", "省外"]), "省钠"), "应为省内、省外之一");
  assertEquals(expectation(oneOf(["省内", "省外"]), ""), "应为省内、省外之一");
  const many = Array.from({ length: 30 }, (_, i) => `第${i}种`);
  assertEquals(expectation(oneOf(many), "第29中"), "不在代码表中，最接近的是“第29种”");
});

Deno.test("a category must be just one of the list", () => {
  const sex = oneOf(["男", "女"]);
  assertEquals(sex("男"), { value: "男" });
  for (const wrong of ["男生", "constructor", "__proto__"]) {
    assertEquals("expected" in sex(wrong), true, wrong);
  }
});

Deno.test("an optional cell may be empty but not wrong", () => {
  assertEquals(optional(whole)(""), { value: "" });
  assertEquals(optional(whole)("x"), { expected: "应为整数" });
});

Deno.test("a sheet that conforms becomes a frame of the schema's columns and types", () => {
  const frame = conform(sheet(["多", "名", "数"], ["-", "甲", "1"], ["-", "乙", "2"]), {
    名: text,
    数: whole,
  });
  assertEquals(frame.rows(), [{ 名: "甲", 数: 1 }, { 名: "乙", 数: 2 }]);
});

Deno.test("a sheet without rows becomes an empty frame with its columns", () => {
  const frame = conform(sheet(["名", "数"]), { 名: text, 数: whole });
  assertEquals(frame.size, 0);
  assertEquals(frame.names, ["名", "数"]);
});

Deno.test("every fault of a sheet is reported, in the order of its rows", () => {
  const wrong: Sheet = {
    ...sheet(["名", "数", "别"], ["甲", "x", "a"], ["", "2", "c"], ["甲", "3", "b"]),
    faults: [{ file: "a.csv", row: 3, expected: "应有 3 格，实有 2 格" }],
  };
  const schema = { 名: text, 数: whole, 别: oneOf(["a", "b"]), 少: text };
  assertEquals(faultsOf(() => conform(wrong, schema, { key: "名" })), [
    "a.csv:1 少 -",
    "a.csv:2 数 x",
    "a.csv:3 - -",
    "a.csv:3 名 ",
    "a.csv:3 别 c",
    "a.csv:4 名 甲",
  ]);
});

Deno.test("a repeated key points to its first row", () => {
  const twice = sheet(["名"], ["甲"], ["乙"], ["甲"], ["甲"]);
  assertEquals(
    dataErrorOf(() => conform(twice, { 名: text }, { key: "名" })).faults.map((one) => [
      one.row,
      one.against,
      one.expected,
    ]),
    [[4, 2, "重复"], [5, 2, "重复"]],
  );
});

Deno.test("a key is repeated where it looks the same, whatever its width", () => {
  const twice = sheet(["名"], ["2031001"], ["２０３１００１"], ["2031\u00AD001"]);
  assertEquals(
    dataErrorOf(() => conform(twice, { 名: text }, { key: "名" })).faults.map((one) => [
      one.row,
      one.against,
      one.expected,
    ]),
    [3, 4].map((row) => [row, 2, "重复，只是全角、半角或看不见的字符不同"]),
  );
});

Deno.test("of a hidden column a fault says where, not what", () => {
  const two = sheet(["号", "别"], ["7", "x"], ["7", "y"]);
  assertEquals(
    faultsOf(() => conform(two, { 号: text, 别: oneOf(["y"]) }, { key: "号", hidden: ["号"] })),
    ["a.csv:2 别 x", "a.csv:3 号 -"],
  );
});

Deno.test("a cell that the sheet already blames is not blamed twice", () => {
  const blamed = {
    ...sheet(["别"], ["y\u200B"]),
    faults: [{ file: "a.csv", row: 2, column: "别", expected: "第 2 个字符是 U+200B 零宽空格" }],
  };
  assertEquals(faultsOf(() => conform(blamed, { 别: oneOf(["y"]) })), ["a.csv:2 别 -"]);
});

Deno.test("a number that Excel has rounded is no identifier", () => {
  for (const gone of ["2.02430E+11", "2E+9", "3.7e+17"]) {
    assertEquals("expected" in identifier(gone), true, gone);
  }
  for (const sound of ["202430112233", "2023E01", "重构20230001", "E+1"]) {
    assertEquals(identifier(sound), { value: sound });
  }
  assertEquals(identifier(""), { expected: "不应为空" });
});
