import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import type { Codebook, Question } from "lib/edition/questionnaire.ts";
import { isAsked, splitAnswer } from "lib/edition/routing.ts";
import { ratio } from "lib/measures/ratio.ts";
import type { Fact } from "lib/edition/published.ts";
import { question as aQuestion } from "../question.ts";
import { seeded } from "lib/twin/random.ts";
import { rebuildResponses } from "lib/twin/survey.ts";
import { agrees, type SurveyMargin, target } from "lib/twin/survey_margins.ts";

function question(code: string, kind: Question["kind"], options: string[]): Question {
  return aQuestion({ code, kind, options });
}

function fact(value: string): Fact {
  const kind = /^\d/.test(value) ? "exact" : "bound";
  return { id: "1", place: "", subject: "", measure: "", value, unit: "%", kind };
}

function margin(question: Question, options: string[], value: string | number): SurveyMargin {
  return typeof value === "number"
    ? { question, options, fact: null, count: value }
    : { question, options, fact: fact(value), count: null };
}

/** Rebuilds a survey of `size` responses. */
function rebuilt(questions: Question[], size: number, margins: SurveyMargin[], seed = 1) {
  const codebook: Codebook = { file: "", questions };
  return rebuildResponses(codebook, { size: fact(String(size)), margins }, seeded(seed));
}

function counts(answers: (string | null | undefined)[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const answer of answers) {
    for (const one of splitAnswer(answer ?? "")) found[one] = (found[one] ?? 0) + 1;
  }
  return found;
}

const WAY = question("Q1", "单选", ["骑车", "步行", "其他"]);
const LIKE = question("Q2", "量表", ["5", "4", "3", "2", "1"]);
const GEAR = question("Q3", "多选", ["伞", "包", "其他"]);

Deno.test("target() undoes the printing of any share", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (base, some) => {
    const count = some % (base + 1);
    assertEquals(target(margin(WAY, [], `${ratio(count, base)}`), base), count);
  }));
});

Deno.test("target() takes the nearest number where none gives the percentage", () => {
  const impossible = margin(WAY, [], "33.30");
  assertEquals(target(impossible, 9), 3);
  assertEquals(agrees(impossible, 3, 9), false);
});

Deno.test("target() just respects a bound", () => {
  const bounds = ["≥97", ">97", "≤97", "<97", "≥0", "≤100"];
  assertEquals(bounds.map((bound) => target(margin(WAY, [], bound), 200)), [
    194,
    195,
    194,
    193,
    0,
    200,
  ]);
  fc.assert(fc.property(
    fc.constantFrom("≥", ">", "≤", "<"),
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 700 }),
    (operator, limit, base) => {
      const one = margin(WAY, [], `${operator}${limit}`);
      const count = target(one, base);
      const further = "≥>".includes(operator) ? count - 1 : count + 1;
      assert(agrees(one, count, base));
      assert(further < 0 || further > base || !agrees(one, further, base));
    },
  ));
});

Deno.test("rebuildResponses() gives printed shares their numbers and the rest to what is left", () => {
  const rows = rebuilt([WAY], 8, [margin(WAY, ["骑车"], "25.00"), margin(WAY, ["步行"], "50.00")]);
  assertEquals(counts(rows.map(({ Q1 }) => Q1)), { 骑车: 2, 步行: 4, 其他: 2 });
  assertEquals(new Set(rows.map(({ 问卷编号 }) => 问卷编号)).size, 8);
});

Deno.test("rebuildResponses() splits a sum evenly, above and below", () => {
  const rows = rebuilt([LIKE], 20, [margin(LIKE, ["5", "4", "3"], "85.00")]);
  assertEquals(counts(rows.map(({ Q2 }) => Q2)), { "5": 6, "4": 6, "3": 5, "2": 2, "1": 1 });
});

Deno.test("rebuildResponses() puts a question only to those whom the routing picks", () => {
  const routed = { ...LIKE, routing: [{ code: "Q1", wanted: true, options: ["骑车"] }] };
  const rows = rebuilt([WAY, routed], 10, [
    margin(WAY, ["骑车"], 4),
    margin(routed, ["5", "4", "3"], "75.00"),
  ]);
  assertEquals(rows.filter(({ Q2 }) => Q2 !== null).length, 4);
  assert(rows.every((row) => (row["Q2"] !== null) === isAsked(routed.routing, row)));
});

Deno.test("rebuildResponses() leaves unanswered what nothing is known of", () => {
  assert(rebuilt([WAY, LIKE], 5, [margin(WAY, ["骑车"], 1)]).every(({ Q2 }) => Q2 === null));
});

Deno.test("rebuildResponses() gives everyone at least one of several answers", () => {
  const rows = rebuilt([GEAR], 40, [margin(GEAR, ["伞"], "50.00"), margin(GEAR, ["包"], "25.00")]);
  const found = counts(rows.map(({ Q3 }) => Q3));
  assertEquals([found["伞"], found["包"]], [20, 10]);
  assert(rows.every(({ Q3 }) => Q3 !== null && Q3 !== ""));
});

Deno.test("rebuildResponses() keeps numbers and covers everyone where print tells of all options", () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 40 }),
    fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
    fc.nat(),
    (size, some, seed) => {
      const wanted = some.map((one) => one % (size + 1));
      const margins = GEAR.options.map((option, i) => margin(GEAR, [option], wanted[i] ?? 0));
      const total = wanted.reduce((sum, one) => sum + one, 0);
      if (total < size) {
        assertThrows(() => rebuilt([GEAR], size, margins, seed), RangeError, "相互矛盾");
        return;
      }
      const answers = rebuilt([GEAR], size, margins, seed).map(({ Q3 }) => splitAnswer(Q3 ?? ""));
      assert(
        answers.every((chosen) => !chosen.includes("") && new Set(chosen).size === chosen.length),
      );
      const given = GEAR.options.map((one) =>
        answers.filter((chosen) => chosen.includes(one)).length
      );
      assertEquals(given, wanted);
    },
  ));
});

Deno.test("rebuildResponses() refuses shares that contradict each other", () => {
  assertThrows(
    () => rebuilt([WAY], 10, [margin(WAY, ["骑车"], "60.00"), margin(WAY, ["步行"], "60.00")]),
    RangeError,
    "各选项共 12 人，作答的有 10 人",
  );
  assertThrows(
    () => rebuilt([WAY], 10, [margin(WAY, ["骑车", "步行"], 3), margin(WAY, ["步行"], 2)]),
    RangeError,
    "“步行”有两个来源",
  );
});

Deno.test("rebuildResponses() with one seed gives one result", () => {
  const margins = [margin(WAY, ["骑车"], 4), margin(GEAR, ["伞"], 7)];
  const [one, again, other] = [1, 1, 2].map((seed) => rebuilt([WAY, GEAR], 12, margins, seed));
  assertEquals(one, again);
  assert(JSON.stringify(one) !== JSON.stringify(other));
});
