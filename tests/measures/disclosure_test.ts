import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Group, withheldGroups } from "lib/measures/disclosure.ts";
import { infer, type Told } from "../editions/attack.ts";

const OUTCOMES = ["就业", "升学", "未就业"] as const;

/** Groups of people by what stands for each of them, in order. */
function familyOf(names: readonly string[]): Group[] {
  const places = names.map((name, person) => ({ name, person }));
  return [...Map.groupBy(places, ({ name }) => name).values()]
    .map((those) => new Set(those.map(({ person }) => person)));
}

/** What is told where some groups are withheld: each other group's counts, and those of all. */
function toldOf(
  outcomes: readonly string[],
  groups: readonly Group[],
  withheld: ReadonlySet<Group>,
): Told[] {
  const all = new Set(outcomes.keys());
  return [all, ...groups.filter((group) => !withheld.has(group))].flatMap((group) =>
    OUTCOMES.map((outcome) => ({
      group,
      outcome,
      count: [...group].filter((person) => outcomes[person] === outcome).length,
    }))
  );
}

/** The withheld groups of which a number can be inferred all the same. */
function inferred(
  outcomes: readonly string[],
  groups: readonly Group[],
  withheld: ReadonlySet<Group>,
): Group[] {
  const wanted = groups.filter((group) => withheld.has(group));
  const intervals = infer(outcomes.length, OUTCOMES, toldOf(outcomes, groups, withheld), wanted);
  // What nobody at all has become, and what all have, is told of everybody.
  const open = OUTCOMES.map((outcome) => outcomes.includes(outcome) && new Set(outcomes).size > 1);
  return wanted.filter((_, i) =>
    intervals[i]?.some(([least, most], o) => open[o] && most - least < 1e-6)
  );
}

/** 甲 2, 乙 6, 丙 9 people, each group with all outcomes but 甲. */
const NAMES = [..."甲甲乙乙乙乙乙乙丙丙丙丙丙丙丙丙丙"];
const BECAME = [..."业未业业业学学未业业业业学学学未未"]
  .map((one) => ({ 业: "就业", 学: "升学" })[one] ?? "未就业");

Deno.test("a group of fewer people is withheld, and another so that no subtraction gives it back", () => {
  const family = familyOf(NAMES);
  const sizes = (fewest: number) =>
    family.filter((one) => withheldGroups(BECAME, [family], fewest).has(one)).map((g) => g.size);
  assertEquals(sizes(0), []);
  assertEquals(sizes(2), []);
  assertEquals(sizes(3), [2, 6]);
  assertEquals(sizes(7), [2, 6]);
  assertEquals(sizes(9), [2, 6, 9]);
});

Deno.test("two small groups that are told together by a subtraction take a third with them", () => {
  const names = [..."甲甲乙乙丙丙丙丙丙丙丁丁丁丁丁丁丁"];
  const family = familyOf(names);
  const withheld = withheldGroups(BECAME, [family], 5);
  assertEquals(family.filter((one) => withheld.has(one)).map(({ size }) => size), [2, 2, 6]);
});

Deno.test("a group that is told under another name is withheld under both", () => {
  const majors = familyOf(NAMES);
  const again = majors.map((one) => new Set(one));
  const withheld = withheldGroups(BECAME, [majors, again], 3);
  assertEquals(again.filter((one) => withheld.has(one)).map(({ size }) => size), [2, 6]);
});

Deno.test("nobody is no group, and of all together it is told", () => {
  const all = new Set(BECAME.keys());
  assertEquals(withheldGroups(BECAME, [[all, new Set<number>()]], 100).size, 0);
});

Deno.test("whoever solves the equations finds what is only withheld where it is small", () => {
  const family = familyOf(NAMES);
  const small = new Set(family.filter(({ size }) => size < 3));
  assertEquals(inferred(BECAME, family, small).map(({ size }) => size), [2]);
  assertEquals(inferred(BECAME, family, withheldGroups(BECAME, [family], 3)), []);
});

/** People of departments with majors, and of two sexes, with what became of them. */
const anyPeople = fc.array(
  fc.record({
    major: fc.constantFrom("甲一", "甲二", "甲三", "乙一", "乙二", "丙一"),
    sex: fc.constantFrom("男", "女"),
    chosen: fc.boolean(),
    outcome: fc.constantFrom(...OUTCOMES),
  }),
  { minLength: 2, maxLength: 40 },
);

Deno.test("whoever solves the equations finds nothing that is withheld, whoever the people are", () => {
  let hidden = 0;
  fc.assert(
    fc.property(anyPeople, fc.integer({ min: 2, max: 8 }), (people, fewest) => {
      const outcomes = people.map(({ outcome }) => outcome);
      const families = [
        familyOf(people.map(({ major }) => major)),
        familyOf(people.map(({ major }) => major[0] ?? "")),
        familyOf(people.map(({ sex }) => sex)),
        familyOf(people.map(({ major, sex }) => `${major[0]}${sex}`)),
        [new Set(people.flatMap(({ chosen }, i) => (chosen ? [i] : [])))],
      ];
      const withheld = withheldGroups(outcomes, families, fewest);
      hidden += withheld.size;
      assertEquals(inferred(outcomes, families.flat(), withheld), []);
    }),
    { numRuns: 100 },
  );
  assert(hidden > 100);
});
