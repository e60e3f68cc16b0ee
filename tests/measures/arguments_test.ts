/** What a cell may write by mistake, since cells run without the type checker. */
import { assertThrows } from "@std/assert";
import { distribution } from "lib/measures/distribution.ts";
import { placement } from "lib/measures/placement.ts";
import { foremost, topAndRest } from "lib/measures/ranking.ts";
import { tally } from "lib/measures/tally.ts";
import { Frame } from "lib/table/frame.ts";

const people = Frame.fromRows([{ 系: "甲", 性别: "女", 去向大类: "就业" as const }], [
  "系",
  "性别",
  "去向大类",
]);
const counted = tally(people, "系", "人数");

/** A function as a cell calls it, with anything. */
// deno-lint-ignore no-explicit-any
const loosely = (fn: unknown) => fn as (...args: any[]) => unknown;

Deno.test("several columns without a list, and a count without a name, are refused", () => {
  for (const args of [["系", "性别", "人数"], ["系"], [["系", "性别"]], ["系", ""], [7, "人数"]]) {
    assertThrows(
      () => loosely(tally)(people, ...args),
      TypeError,
      '应写成 tally(表, "列", "人数")',
    );
  }
});

Deno.test("the two names of a distribution are a list", () => {
  for (const names of [undefined, "人数", ["人数"], [1, 2]]) {
    assertThrows(
      () => loosely(distribution)(people, "系", names),
      TypeError,
      '应写成 distribution(表, "列", ["人数", "比例%"])',
    );
  }
});

Deno.test("columns of a placement are no list", () => {
  assertThrows(() => loosely(placement)(people, ["系", "性别"]), TypeError, "应写成 placement(");
});

Deno.test("how many is a whole number from 0 up", () => {
  const rest = { label: "系", count: "人数", rest: "其他" };
  for (const most of [-1, 2.5, "四", undefined, NaN, rest]) {
    assertThrows(() => loosely(topAndRest)(counted, most, rest), TypeError, "不小于 0 的整数");
    const by = { label: "系", value: "人数", most };
    assertThrows(() => loosely(foremost)(counted, by), TypeError, "不小于 0 的整数");
  }
});
