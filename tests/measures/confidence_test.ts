import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { SCORES } from "lib/edition/questionnaire.ts";
import { question } from "../question.ts";
import { Frame } from "lib/table/frame.ts";
import { isSmall, meanInterval, shareInterval, studentT95, Z95 } from "lib/measures/confidence.ts";
import { ratio } from "lib/measures/ratio.ts";
import type { Scale, ScaleRow } from "lib/measures/scale.ts";

/** Count and base of a share. */
const SHARES = fc.integer({ min: 1, max: 5000 }).chain((base) =>
  fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base))
);

/** A scale with these counts, best label first. */
function scaleOf(counts: readonly number[]): Scale {
  const base = counts.reduce((sum, count) => sum + count, 0);
  const rows = SCORES.map((得分, i) => ({
    选项: String(得分),
    得分,
    人数: counts[i] ?? 0,
    比例: ratio(counts[i] ?? 0, base),
  }));
  return {
    question: question({ code: "Q", kind: "量表" }),
    asked: base,
    base,
    rows: Frame.fromRows<ScaleRow>(rows, ["选项", "得分", "人数", "比例"]),
    satisfied: ratio(0, base),
    total: rows.reduce((sum, { 得分, 人数 }) => sum + 得分 * 人数, 0),
    mean: null,
  };
}

Deno.test("shareInterval() gives the textbook values", () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  const cases = [[81, 263, "25.53%–36.62%"], [15, 148, "6.24%–16.05%"], [0, 20, "0.00%–16.11%"], [
    1,
    29,
    "0.61%–17.18%",
  ]] as const;
  for (const [count, base, text] of cases) {
    assertEquals(shareInterval(ratio(count, base))?.text, text);
  }
  assertEquals(shareInterval(ratio(0, 0)), null);
});

Deno.test("shareInterval() lies in [0, 1], holds the share and mirrors with it", () => {
  fc.assert(fc.property(SHARES, ([count, base]) => {
    const one = shareInterval(ratio(count, base));
    const other = shareInterval(ratio(base - count, base));
    assert(one !== null && other !== null);
    assert(0 <= one.lower && one.upper <= 1);
    assert(one.lower <= count / base && count / base <= one.upper);
    assertAlmostEquals(one.lower, 1 - other.upper, 1e-12);
  }));
});

Deno.test("shareInterval() solves Wilson's equation |p − π| = z √(π(1 − π)/n)", () => {
  fc.assert(fc.property(SHARES, ([count, base]) => {
    const interval = shareInterval(ratio(count, base));
    assert(interval !== null);
    for (const bound of [interval.lower, interval.upper]) {
      const error = Math.sqrt(bound * (1 - bound) / base);
      assertAlmostEquals(Math.abs(count / base - bound), Z95 * error, 1e-9);
    }
  }));
});

Deno.test("shareInterval() narrows as the base grows", () => {
  fc.assert(fc.property(SHARES, fc.integer({ min: 2, max: 50 }), ([count, base], times) => {
    const one = shareInterval(ratio(count, base));
    const more = shareInterval(ratio(count * times, base * times));
    assert(one !== null && more !== null);
    assert(more.upper - more.lower < one.upper - one.lower);
  }));
});

Deno.test("studentT95() is right against the tables", () => {
  for (
    const [degrees, t] of [[3, 3.182], [7, 2.365], [10, 2.228], [44, 2.015], [262, 1.969]] as const
  ) {
    assertAlmostEquals(studentT95(degrees), t, t * 0.002);
  }
});

Deno.test("meanInterval() is the mean ± t · s / √n", () => {
  // Scores 5, 4, 4, 3: mean 4, s² = 2/3, s/√n = 0.408; t(3) = 3.182 gives 4 ± 1.299, cut at 5.
  const four = meanInterval(scaleOf([1, 2, 1, 0, 0]));
  assertAlmostEquals(four?.lower ?? 0, 2.701, 0.005);
  assertEquals(four?.upper, 5);
  // A hundred times as many of each: s² = 200/399, t(399) = 1.966.
  const many = meanInterval(scaleOf([100, 200, 100, 0, 0]));
  assertEquals(many?.text, "3.93–4.07");
});

Deno.test("meanInterval() holds the mean and stays within the scale", () => {
  const counts = fc.array(fc.nat(300), { minLength: 5, maxLength: 5 });
  fc.assert(fc.property(counts, (some) => {
    const scale = scaleOf(some);
    const interval = meanInterval(scale);
    if (scale.base < 4) return assertEquals(interval, null);
    assert(interval !== null);
    const mean = scale.total / scale.base;
    assert(1 <= interval.lower && interval.lower <= mean + 1e-12);
    assert(mean - 1e-12 <= interval.upper && interval.upper <= 5);
  }));
});

Deno.test("isSmall() warns below thirty", () => {
  assertEquals([0, 29, 30, 615].map(isSmall), [true, true, false, false]);
});
