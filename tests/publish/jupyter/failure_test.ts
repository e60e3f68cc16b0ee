import { assertEquals, assertStringIncludes } from "@std/assert";
import { CellFailure, reasonOf } from "lib/publish/jupyter/failure.ts";

Deno.test("a failing cell is named with its notebook, number, first lines and whole reason", () => {
  const source = Array.from({ length: 9 }, (_, i) => `line ${i + 1}`).join("\n");
  const { message } = new CellFailure("01-x", 7, source, "数据有 2 处问题：\n  · 甲\n  · 乙");
  assertEquals(
    message,
    [
      "✗ notebooks/01-x.ipynb 第 [7] 个代码单元出错：",
      ...[1, 2, 3, 4, 5, 6].map((i) => `    │ line ${i}`),
      "    │ ……",
      "  数据有 2 处问题：",
      "    · 甲",
      "    · 乙",
    ].join("\n"),
  );
});

Deno.test("a kernel's error is told without its class and its stack", () => {
  const evalue = "数据有 1 处问题，请改正：\n  · a.csv\n    at f (file:///x.ts:1:2)\n    at g";
  assertEquals(reasonOf("error", "DataError", evalue), "数据有 1 处问题，请改正：\n  · a.csv");
  assertEquals(reasonOf("error", "TypeError", "TypeError: no such column"), "no such column");
});

Deno.test("an error without a message is told by its class", () => {
  assertEquals(
    reasonOf("error", "RangeError", ""),
    '没有错误信息（RangeError）。请写 throw new Error("原因")。',
  );
});

Deno.test("a cell that takes too long and a kernel that ends are told in words", () => {
  assertStringIncludes(reasonOf("timeout", "", "300"), "300 秒");
  assertStringIncludes(reasonOf("dead", "", "Kernel died"), "内核");
});
