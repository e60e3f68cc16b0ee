import { assertEquals, assertThrows } from "@std/assert";
import { choiceOf, scaleOf, scalesOf } from "lib/measures/answers.ts";
import { sumOfShares } from "lib/measures/choice.ts";
import { CANTEEN } from "../canteen.ts";

Deno.test("a choice question is found by its figure or its short name", () => {
  assertEquals(choiceOf(CANTEEN, "图1").rows.column("人数"), [1, 3, 1]);
  assertEquals(choiceOf(CANTEEN, "食堂").question.code, "C1");
});

Deno.test("a question with several answers is counted by respondents", () => {
  const { asked, base, rows } = choiceOf(CANTEEN, "图2");
  assertEquals([asked, base], [4, 4]);
  assertEquals(rows.column("人数"), [1, 2, 3]);
});

Deno.test("the shares of a single choice add up to all, those of several answers to more", () => {
  assertEquals(String(sumOfShares(choiceOf(CANTEEN, "图1"))), "100.00");
  assertEquals(String(sumOfShares(choiceOf(CANTEEN, "图2"))), "150.00");
});

Deno.test("a scale is found by its figure or its short name, a battery by its figure", () => {
  assertEquals(String(scaleOf(CANTEEN, "图3").satisfied), "75.00");
  assertEquals(scaleOf(CANTEEN, "汤").mean, "3.00");
  assertEquals(scalesOf(CANTEEN, "图4").map(({ base }) => base), [4, 3]);
});

Deno.test("a name that several questions have, or none, is an error that says so", () => {
  assertThrows(() => scaleOf(CANTEEN, "图4"), RangeError, "“图4”，现有 2 题");
  assertThrows(() => choiceOf(CANTEEN, "图9"), RangeError, "“图9”，现有 0 题");
});
