import { assertEquals } from "@std/assert";
import { audit } from "lib/audit/audit.ts";
import { linesOf } from "lib/audit/lines.ts";
import { readPrinted } from "lib/audit/printed.ts";

function lines(...rows: readonly (readonly [string, number, string])[]): string[] {
  const read = rows.map(([item, count, text]) => {
    const printed = readPrinted(text);
    if (printed === null) throw new Error(`unreadable ${text}`);
    return { table: "表", item, count, base: 3, printed, text };
  });
  return linesOf(read, audit(read));
}

Deno.test("linesOf says when a sum misses 100 by no more than rounding may", () => {
  assertEquals(lines(["甲", 1, "33.33"], ["乙", 1, "33.33"], ["丙", 1, "33.33"]), [
    "表：相符 3",
    "  各项之和 99.99%，在取整允许的范围内（3 项取整至多差 0.01）",
    "",
    "合计 3 个百分比：相符 3",
  ]);
});

Deno.test("linesOf says when the counts make the base but the percentages are too far from 100", () => {
  const [, remark] = lines(["甲", 1, "33.33"], ["乙", 2, "66.76"]);
  assertEquals(remark, "  人数合为基数，百分比之和却是 100.09%（2 项取整至多差 0.01）");
});

Deno.test("linesOf names a printed total that its parts do not make", () => {
  const [, remark] = lines(["甲", 1, "33.33"], ["乙", 1, "33.33"], ["合计", 3, "100.00"]);
  assertEquals(remark, "  合计印作 3 人，各项人数之和却是 2");
});

Deno.test("linesOf tells rows of one finding in one line", () => {
  const told = lines(["甲", 0, "3.00"], ["乙", 0, "3.00"]);
  assertEquals(told.filter((line) => line.includes("甲、乙：不可能")).length, 1);
});
