import { assertEquals, assertThrows } from "@std/assert";
import { dealer } from "lib/twin/deal.ts";
import { draft } from "lib/twin/draft.ts";
import { seeded } from "lib/twin/random.ts";
import type { Tendencies } from "lib/twin/tendencies.ts";

const none: Tendencies = { weight: () => () => 1, candidates: () => new Map() };
const people = (many: number) => Array.from({ length: many }, () => draft({ 性别: "女" }));

Deno.test("a deal gives each value to exactly as many as its quota says", () => {
  const drafts = people(60);
  dealer(none, seeded(1))(drafts, "民族", new Map([["汉族", 57], ["回族", 2], ["满族", 1]]));
  const counted = Map.groupBy(drafts, (row) => row.民族);
  assertEquals(["汉族", "回族", "满族"].map((name) => counted.get(name)?.length), [57, 2, 1]);
});

Deno.test("the same seed deals the same, another seed does not", () => {
  const dealt = (seed: number) => {
    const drafts = people(40);
    dealer(none, seeded(seed))(drafts, "性别", new Map([["女", 20], ["男", 20]]));
    return drafts.map((row) => row.性别).join("");
  };
  assertEquals(dealt(7), dealt(7));
  assertEquals(dealt(7) === dealt(8), false);
});

Deno.test("weights steer who gets what and leave the headcounts alone", () => {
  const drafts = [...people(50), ...Array.from({ length: 50 }, () => draft({ 性别: "男" }))];
  const soldiers: Tendencies = {
    ...none,
    weight: (_, value) => (row) => value === "军队" && row.性别 === "男" ? 1e6 : 1,
  };
  dealer(soldiers, seeded(1))(drafts, "单位行业", new Map([["军队", 10], ["教育", 90]]));
  const army = drafts.filter((row) => row.单位行业 === "军队");
  assertEquals([army.length, army.filter((row) => row.性别 === "男").length], [10, 10]);
});

Deno.test("a quota that does not add up is refused", () => {
  const deal = dealer(none, seeded(1));
  assertThrows(
    () => deal(people(3), "性别", new Map([["女", 2]])),
    RangeError,
    "各项人数之和为 2，应有 3",
  );
  assertThrows(
    () => deal(people(3), "性别", new Map([["女", 4], ["男", -1]])),
    RangeError,
    "“男”为 -1",
  );
});
