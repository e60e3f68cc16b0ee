import { assertEquals, assertThrows } from "@std/assert";
import { draft } from "lib/twin/draft.ts";
import { ordered, putTiesInOrder, runs } from "lib/twin/order.ts";

Deno.test("ordered keeps every chain and otherwise the preferred order", () => {
  assertEquals(ordered(["甲", "乙", "丙", "丁"], [["丙", "乙"], ["丁", "甲"]]), [
    "丙",
    "乙",
    "丁",
    "甲",
  ]);
});

Deno.test("ordered refuses chains that contradict each other", () => {
  assertThrows(() => ordered(["甲", "乙"], [["甲", "乙"], ["乙", "甲"]]), RangeError, "甲、乙");
});

Deno.test("runs are neighbours with the same key", () => {
  assertEquals(runs([3, 2, 2, 1, 3], (n) => n), [[2, 2]]);
});

Deno.test("putTiesInOrder lets tied values first appear as printed and keeps headcounts", () => {
  const drafts = ["丙", "甲", "乙", "甲", "丙", "乙", "丁"].map((生源地) => draft({ 生源地 }));
  putTiesInOrder(drafts, "生源地", new Map([["甲", 2], ["乙", 2], ["丙", 2], ["丁", 1]]));
  assertEquals(drafts.map((row) => row.生源地).join(""), "甲乙丙乙甲丙丁");
});
