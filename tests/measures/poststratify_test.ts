import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { question } from "../question.ts";
import { Frame } from "lib/table/frame.ts";
import type { Outcome } from "lib/edition/roles.ts";
import type { Response } from "lib/edition/survey.ts";
import { ratio } from "lib/measures/ratio.ts";
import {
  comparable,
  farGroups,
  poststratified,
  responseRate,
  sampleMix,
} from "lib/measures/poststratify.ts";

const GROUP = question({
  code: "Q1",
  text: "",
  kind: "单选",
  options: ["甲", "乙"],
  routing: [],
  figure: "",
  item: "",
});
const LIKES = { ...GROUP, code: "Q2", options: ["是", "否"] };

/** 甲 answers 是, 是, 是, 否; 乙 answers 是, 否. */
const RESPONSES = Frame.fromRows<Response>(
  [["甲", "是"], ["甲", "是"], ["甲", "是"], ["甲", "否"], ["乙", "是"], ["乙", "否"]]
    .map(([Q1 = null, Q2 = null], i) => ({ 问卷编号: String(i), Q1, Q2 })),
  ["问卷编号", "Q1", "Q2"],
);
/** Of all ten, one is 甲 and nine are 乙. */
const PEOPLE = Frame.fromRows(
  ["甲", ...Array<string>(9).fill("乙")].map((组) => ({ 组 })),
  ["组"],
);
const MIX = sampleMix(RESPONSES, GROUP, PEOPLE, "组");

Deno.test("responseRate() is the share of all who answered", () => {
  assertEquals(String(responseRate(RESPONSES, PEOPLE)), "60.00");
});

Deno.test("sampleMix() sets the sample's groups beside the population's", () => {
  assertEquals(
    MIX.rows().map((row) =>
      `${row.组别} ${row.样本人数} ${row.样本比例} ${row.总体人数} ${row.总体比例}`
    ),
    ["甲 4 66.67 1 10.00", "乙 2 33.33 9 90.00"],
  );
});

Deno.test("sampleMix() refuses a group that the question cannot tell", () => {
  const people = Frame.fromRows([{ 组: "丙" }], ["组"]);
  assertThrows(() => sampleMix(RESPONSES, GROUP, people, "组"), RangeError, "丙");
});

Deno.test("poststratified() weights groups as in the population", () => {
  // 0.1 × 3/4 + 0.9 × 1/2 = 0.525, where the plain share is 4/6.
  const estimate = poststratified(RESPONSES, LIKES, ["是"], GROUP, MIX);
  assertAlmostEquals(estimate?.share ?? 0, 0.525, 1e-12);
  assertEquals(estimate?.text, "52.50%");
  // Wilson's bounds of 3/4 are 0.30064 and 0.95441, of 1/2 0.09453 and 0.90547; added in squares:
  // √(0.04494² + 0.36492²) below, √(0.02044² + 0.36492²) above.
  assertEquals(estimate?.interval.text, "15.73%–89.05%");
});

Deno.test("poststratified() is the plain share where the mix is the population's", () => {
  const people = Frame.fromRows(
    ["甲", "甲", "乙"].map((组) => ({ 组 })),
    ["组"],
  );
  const mix = sampleMix(RESPONSES, GROUP, people, "组");
  const estimate = poststratified(RESPONSES, LIKES, ["是"], GROUP, mix);
  assertAlmostEquals(estimate?.share ?? 0, 4 / 6, 1e-12);
});

Deno.test("poststratified() does not take groups of all alike for certain", () => {
  const people = Frame.fromRows([{ 组: "甲" }, { 组: "乙" }], ["组"]);
  const mix = sampleMix(RESPONSES, GROUP, people, "组");
  const estimate = poststratified(RESPONSES, LIKES, ["是", "否"], GROUP, mix);
  assertEquals(estimate?.share, 1);
  // Wilson's lower bounds: 4 of 4 0.51011, 2 of 2 0.34238; 1 − √(0.24495² + 0.32881²).
  assertEquals(estimate?.interval.text, "59.00%–100.00%");
});

Deno.test("poststratified() leaves out groups that were not asked", () => {
  const routing = [{ code: "Q1", wanted: true, options: ["甲"] }];
  const estimate = poststratified(RESPONSES, { ...LIKES, routing }, ["是"], GROUP, MIX);
  assertAlmostEquals(estimate?.share ?? 0, 3 / 4, 1e-12);
});

Deno.test("poststratified() knows nothing where a group that was asked hardly answered", () => {
  const few = RESPONSES.slice(0, 5);
  assertEquals(poststratified(few, LIKES, ["是"], GROUP, MIX), null);
});

Deno.test("farGroups() are those more than five points apart, exactly five is not", () => {
  const row = (组别: string, one: number, other: number) => ({
    组别,
    样本人数: one,
    样本比例: ratio(one, 100),
    总体人数: other,
    总体比例: ratio(other, 1000),
  });
  const mix = Frame.fromRows([row("甲", 45, 500), row("乙", 45, 501), row("丙", 10, 0)], [
    "组别",
    "样本人数",
    "样本比例",
    "总体人数",
    "总体比例",
  ]);
  assertEquals(farGroups(mix).column("组别"), ["乙", "丙"]);
});

Deno.test("comparable() is the survey that asks for the graduates' outcomes, or none", () => {
  const asks = (item: string, options: string[]) => ({
    codebook: { file: "", questions: [question({ code: "Q1", item, options })] },
    responses: RESPONSES,
  });
  const graduates = Frame.fromRows<{ readonly 去向大类: Outcome }>([
    { 去向大类: "就业" },
    { 去向大类: "升学" },
  ], ["去向大类"]);
  const outcomes = ["就业", "升学", "未就业"];
  const other = asks("毕业去向", ["工作", "读书"]);
  assertEquals(comparable([other, asks("去向", outcomes)], graduates), null);
  const own = asks("毕业去向", outcomes);
  assertEquals(comparable([other, own], graduates)?.survey, own);
});
