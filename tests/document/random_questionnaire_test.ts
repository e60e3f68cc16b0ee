/** Questionnaires of any kinds with few or no answers: no sentence says what is not known. */
import { assert } from "@std/assert";
import fc from "fast-check";
import { join } from "node:path";
import { figureOf, mainShares, partsOf, sentenceOf } from "lib/document/questionnaire.ts";
import { openSection } from "lib/document/section.ts";
import { readSurvey } from "lib/edition/survey.ts";
import { precision } from "lib/measures/precision.ts";
import { htmlOf, setting, textOf } from "./setting.ts";

const OPTIONS = "甲┋乙┋丙┋其他";
/** A question's line in the codebook, and what may stand in its cells. */
const KINDS: readonly (readonly [line: string, answers: readonly string[]])[] = [
  [`单选,${OPTIONS}`, ["甲", "乙", "丙", "其他〖自己的话〗"]],
  [`多选,${OPTIONS}`, ["甲", "甲┋丙", "乙┋其他：自己的话"]],
  ["量表,很好┋好┋一般┋差", ["很好", "好", "一般", "差"]],
  ["量表,7┋6┋5┋4┋3┋2┋1", ["7", "4", "1"]],
  ["数值,", ["0", "12", "7.5"]],
  ["数值,10以下┋10-20┋20以上", ["0", "10", "99"]],
  ["NPS,", ["0", "7", "10"]],
  [`排序,${OPTIONS}`, ["甲┋乙┋丙", "丙→甲", "其他〖自己的话〗"]],
  ["填空,", ["自己的话"]],
];
const NOTHING = ["", "(空)", "(跳过)"];

/** Texts of a codebook and of its responses. */
const SURVEYS = fc.array(
  fc.record({ kind: fc.nat(KINDS.length - 1), routed: fc.boolean(), key: fc.nat(2) }),
  { minLength: 1, maxLength: 6 },
).chain((questions) =>
  fc.array(
    fc.tuple(
      fc.constantFrom("是", "否", ""),
      ...questions.map(({ kind, routed }) =>
        fc.constantFrom(...(KINDS[kind]?.[1] ?? []), ...NOTHING)
          .map((answer) => ({ answer, routed }))
      ),
    ),
    { maxLength: 14 },
  ).map((rows) => ({
    codebook: [
      "题号,题干,题型,选项,适用对象,图号,图键",
      "Q0,问吗？,单选,是┋否,,,",
      ...questions.map(({ kind, routed, key }, i) =>
        `Q${i + 1},题${"甲乙丙丁戊己"[i]}？,${KINDS[kind]?.[0]},${routed ? "Q0=是" : ""},,${
          key === 0 ? "同一张" : ""
        }`
      ),
    ].join("\n"),
    responses: [
      ["问卷编号", "Q0", ...questions.map((_, i) => `Q${i + 1}`)].join(),
      ...rows.map(([first, ...others], i) =>
        [
          `某人${i}`,
          first,
          ...others.map(({ answer, routed }) => (routed && first !== "是" ? "" : answer)),
        ].join()
      ),
    ].join("\n"),
  }))
);

const section = openSection(setting(), "毕业生", () => {});
const WRONG = /未知|undefined|NaN|null|Infinity|自己的话|某人|[，。：；、]{2}|“”|（）|[：、]。|—/;

Deno.test("whatever is asked and however few answer, nothing empty, unknown or private is told", () => {
  const folder = Deno.makeTempDirSync();
  try {
    fc.assert(
      fc.property(SURVEYS, ({ codebook, responses }) => {
        Deno.writeTextFileSync(join(folder, "s.codebook.csv"), codebook);
        Deno.writeTextFileSync(join(folder, "s.csv"), responses);
        const survey = { name: "调查", ...readSurvey(folder, "s") };
        const told = partsOf([survey], "四").flatMap((part) => part.told);
        for (const one of told) {
          const said = textOf(sentenceOf(section, one));
          assert(!WRONG.test(said), said);
          const figure = htmlOf(figureOf(section, one));
          assert(!/undefined|NaN|自己的话|某人/.test(figure), figure);
        }
        assert(precision(mainShares(told)).rows().every((row) => row["95%区间"] !== null));
      }),
      { numRuns: 60 },
    );
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
