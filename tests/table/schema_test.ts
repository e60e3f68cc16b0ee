import { assertEquals } from "@std/assert";
import type { Sheet } from "lib/table/csv.ts";
import { type Check, conform, oneOf, optional, text, whole } from "lib/table/schema.ts";
import { dataErrorOf, faultsOf } from "../temporary_data.ts";

const sheet = (header: readonly string[], ...rows: readonly string[][]): Sheet => ({
  file: "a.csv",
  header,
  rows: rows.map((cells, i) => ({ number: i + 2, cells })),
  faults: [],
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

Deno.test("a refused category names the nearest allowed one, and a short list as a whole", () => {
  assertEquals(
    expectation(oneOf(["省内", "省外"]), "省钠"),
    "应为省内、省外之一，最接近的是“省内”",
  );
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
      one.expected,
    ]),
    [[4, "与第 2 行重复"], [5, "与第 2 行重复"]],
  );
});
