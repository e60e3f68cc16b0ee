import { assertEquals, assertThrows } from "@std/assert";
import { DataError, throwIfAny } from "lib/table/faults.ts";

const faults = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ file: "a.csv", row: i + 2, expected: "应为整数" }));

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

Deno.test("sixty faults are counted, fifty are told, all are there for a program", () => {
  const error = new DataError(faults(60));
  const lines = error.message.split("\n");
  assertEquals(lines[0], "数据有 60 处问题，请改正后重新运行：");
  assertEquals(lines.length, 52);
  assertEquals(lines[50], "  · a.csv 第 51 行：应为整数");
  assertEquals(lines[51], "  …… 另有 10 处未列出");
  assertEquals(error.faults.length, 60);
});

Deno.test("fifty faults are all told", () => {
  const lines = new DataError(faults(50)).message.split("\n");
  assertEquals(lines.length, 51);
  assertEquals(lines.at(-1), "  · a.csv 第 51 行：应为整数");
});

Deno.test("nothing is thrown where nothing was found", () => {
  throwIfAny([]);
  assertThrows(() => throwIfAny(faults(1)), DataError, "1 处问题");
});
