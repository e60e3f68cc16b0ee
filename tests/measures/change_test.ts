import { assertEquals, assertThrows } from "@std/assert";
import { change } from "lib/measures/change.ts";

const spoken = (now: number, before: number | null) => {
  const found = change(now, before);
  return found && [found.增减, found.升降, found.人数, found.幅度?.percent()];
};

Deno.test("a change has words for its direction and no sign", () => {
  assertEquals(spoken(90, 100), ["减少", "下降", 10, "10.00"]);
  assertEquals(spoken(110, 100), ["增加", "上升", 10, "10.00"]);
});

Deno.test("the share is of the year before", () => {
  assertEquals(spoken(2, 3)?.at(-1), "33.33");
  assertEquals(spoken(3, 2)?.at(-1), "50.00");
});

Deno.test("an unknown year before gives no change, a year before of nobody an unknown share", () => {
  assertEquals(change(5, null), null);
  assertEquals(spoken(5, 0), ["增加", "上升", 5, null]);
  assertEquals(spoken(0, 5), ["减少", "下降", 5, "100.00"]);
});

Deno.test("headcounts are whole numbers", () => {
  assertThrows(() => change(1.5, 2), RangeError);
});

Deno.test("a headcount that stayed says so once, with no number and no other word", () => {
  const stayed = { 持平: "持平", 增减: null, 升降: null, 人数: null, 幅度: null } as const;
  assertEquals(change(100, 100), stayed);
  assertEquals(change(0, 0), stayed);
  assertEquals(change(101, 100)?.持平, null);
});
