import { assertEquals, assertThrows } from "@std/assert";
import { DataError, throwIfAny } from "lib/table/faults.ts";

const faults = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => ({ file: "a.csv", row: i + 2, found: `x${i + 2}`, expected: "应为整数" }),
  );

Deno.test("a fault is told by file, row, column, what was found and what was expected", () => {
  const error = new DataError([
    { file: "data/2031/a.csv", row: 7, column: "性别", found: "难", expected: "应为男、女之一" },
    { file: "data/2031/b.csv", expected: "找不到这个文件" },
    { file: "data/2031/c.csv", row: 2, column: "学号", found: "", expected: "不应为空" },
  ]);
  assertEquals(error.message.split("\n"), [
    "数据有 3 处问题，请改正后重新运行：",
    "  · data/2031/a.csv 第 7 行 “性别”列：现为“难”，应为男、女之一",
    "  · data/2031/b.csv：找不到这个文件",
    "  · data/2031/c.csv 第 2 行 “学号”列：现为“”，不应为空",
  ]);
});

Deno.test("equal faults are one line, with how many there are and the first rows", () => {
  const same = (row: number) => ({
    file: "a.csv",
    row,
    column: "毕业去向",
    found: "灵活就业",
    expected: "不在代码表中",
  });
  const error = new DataError([
    same(3),
    { file: "a.csv", row: 5, column: "性别", found: "x", expected: "应为男、女之一" },
    same(9),
    same(17),
    same(18),
    { file: "b.csv", row: 2, column: "学号", against: 1, expected: "重复" },
    { file: "b.csv", row: 4, column: "学号", against: 3, expected: "重复" },
    { file: "c.csv", expected: "找不到这个文件" },
    { file: "c.csv", expected: "找不到这个文件" },
  ]);
  assertEquals(error.message.split("\n"), [
    "数据有 9 处问题（归为 4 种），请改正后重新运行：",
    "  · a.csv “毕业去向”列：现为“灵活就业”，4 处，第 3、9、17… 行，不在代码表中",
    "  · a.csv 第 5 行 “性别”列：现为“x”，应为男、女之一",
    "  · b.csv “学号”列：2 处，第 2、4 行，与第 1、3 行重复",
    "  · c.csv：2 处，找不到这个文件",
  ]);
  assertEquals(error.faults.length, 9);
});

Deno.test("a message holds no control character and no invisible one, whatever a file is called", () => {
  const error = new DataError([{
    file: "a\x1b[31m.csv",
    row: 2,
    column: "性\u200B别",
    found: "女\u0007\u202E\u2028",
    expected: "不\u0000要",
  }]);
  assertEquals(
    error.message.split("\n")[1],
    "  · a⟨U+001B⟩[31m.csv 第 2 行 “性⟨U+200B⟩别”列：现为“女⟨U+0007⟩⟨U+202E⟩⟨U+2028⟩”，不⟨U+0000⟩要",
  );
});

Deno.test("a long number, in whichever column it has slipped, is told by its length; a long cell by its beginning", () => {
  const found = (cell: string) =>
    new DataError([{ file: "a.csv", found: cell, expected: "" }]).message.split("“")[1];
  assertEquals(found("370101200001011234"), "〈18 位号码〉”，");
  assertEquals(found("学号S2031000X"), "学号〈9 位号码〉”，");
  assertEquals(found("370000"), "370000”，");
  const slipped = new DataError([{
    file: "a2031000.csv",
    column: "20310001",
    expected: "13800000000",
  }]);
  assertEquals(slipped.message.split("\n")[1], "  · a2031000.csv “〈8 位号码〉”列：〈11 位号码〉");
  assertEquals(found("字".repeat(500)), `${"字".repeat(60)}…（共 500 字）”，`);
});

Deno.test("sixty faults are counted, fifty are told, all are there for a program", () => {
  const error = new DataError(faults(60));
  const lines = error.message.split("\n");
  assertEquals(lines[0], "数据有 60 处问题，请改正后重新运行：");
  assertEquals(lines.length, 52);
  assertEquals(lines[50], "  · a.csv 第 51 行：现为“x51”，应为整数");
  assertEquals(lines[51], "  …… 另有 10 处未列出");
  assertEquals(error.faults.length, 60);
});

Deno.test("fifty faults are all told", () => {
  const lines = new DataError(faults(50)).message.split("\n");
  assertEquals(lines.length, 51);
  assertEquals(lines.at(-1), "  · a.csv 第 51 行：现为“x51”，应为整数");
});

Deno.test("nothing is thrown where nothing was found", () => {
  throwIfAny([]);
  assertThrows(() => throwIfAny(faults(1)), DataError, "1 处问题");
});
