import { assertEquals } from "@std/assert";
import { outcomeOf, type Role, ROLES } from "lib/edition/roles.ts";
import { FORMS, placementForms, ruleOf } from "lib/measures/forms.ts";
import { Frame } from "lib/table/frame.ts";

const all = Frame.fromColumns<{ 去向角色: Role }>({ 去向角色: [...ROLES] });

Deno.test("under either rule the forms add up to the placed, each role in one form", () => {
  for (const rule of [2021, 2024] as const) {
    const roles = Object.values<readonly Role[]>(FORMS[rule]).flat();
    assertEquals(new Set(roles), new Set(ROLES.filter((role) => outcomeOf(role) !== "未就业")));
    assertEquals(roles.length, 11);
  }
});

Deno.test("forms are counted of all graduates, and one with nobody is nought", () => {
  const lines = (frame: typeof all) =>
    placementForms(frame, 2021).map((one) => [
      one.落实形式,
      one.毕业生人数,
      String(one["占毕业生总人数比例%"]),
    ]);
  assertEquals(lines(all), [
    ["协议和合同就业", 5, "35.71"],
    ["自主创业", 1, "7.14"],
    ["灵活就业", 2, "14.29"],
    ["升学", 3, "21.43"],
  ]);
  assertEquals(lines(all.filter((one) => one.去向角色 === "自由职业"))[0], [
    "协议和合同就业",
    0,
    "0.00",
  ]);
});

Deno.test("the rule of 2024 holds from 2024 on, and counts other employment as employment", () => {
  assertEquals([2021, 2023, 2024, 2030].map(ruleOf), [2021, 2021, 2024, 2024]);
  assertEquals(placementForms(all, 2024)[0]?.毕业生人数, 6);
});
