import { assertEquals, assertThrows } from "@std/assert";
import { question } from "../question.ts";
import { Frame } from "lib/table/frame.ts";
import type { Response } from "lib/edition/survey.ts";
import { scale } from "lib/measures/scale.ts";

const TEA = question({
  code: "Q1",
  text: "茶好喝吗？",
  kind: "量表",
  options: ["很好", "较好", "一般", "较差", "很差"],
  routing: [],
  figure: "图1",
  item: "茶",
});

function responsesOf(...answers: (string | null)[]): Frame<Response> {
  return Frame.fromRows<Response>(
    answers.map((Q1, i) => ({ 问卷编号: String(i), Q1, Q2: null })),
    ["问卷编号", "Q1", "Q2"],
  );
}

Deno.test("scale() gives distribution, satisfaction rate and mean", () => {
  const tea = scale(responsesOf("很好", "很好", "较好", "一般", "很差", null), TEA);
  assertEquals([tea.asked, tea.base, tea.total], [6, 5, 18]);
  assertEquals(
    tea.rows.rows().map(({ 选项, 得分, 人数, 比例 }) => `${选项} ${得分} ${人数} ${比例}`),
    ["很好 5 2 40.00", "较好 4 1 20.00", "一般 3 1 20.00", "较差 2 0 0.00", "很差 1 1 20.00"],
  );
  assertEquals(String(tea.satisfied), "80.00");
  assertEquals(tea.mean, "3.60");
});

Deno.test("scale() takes the satisfaction rate from counts, not from rounded shares", () => {
  // 1/7 + 1/7 + 1/7: three times 14.29 would be 42.87.
  const tea = scale(
    responsesOf("很好", "较好", "一般", "较差", "较差", "很差", "很差"),
    TEA,
  );
  assertEquals(String(tea.satisfied), "42.86");
});

Deno.test("scale() rounds a mean half up from whole numbers", () => {
  // 4 × 200 + 5 = 805 over 201 = 4.00497…; 5 + 199 × 4 = 801 over 200 = 4.005 exactly.
  assertEquals(scale(responsesOf("很好", ...Array(200).fill("较好")), TEA).mean, "4.00");
  assertEquals(scale(responsesOf("很好", ...Array(199).fill("较好")), TEA).mean, "4.01");
});

Deno.test("scale() of nobody knows neither rate nor mean", () => {
  const tea = scale(responsesOf(null), TEA);
  assertEquals([tea.asked, tea.base, tea.satisfied.percent(), tea.mean], [1, 0, null, null]);
});

Deno.test("scale() refuses a question that is none", () => {
  assertThrows(() => scale(responsesOf(), { ...TEA, kind: "单选" }), TypeError, "not 量表");
});
