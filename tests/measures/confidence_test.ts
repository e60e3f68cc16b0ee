import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { question } from "../question.ts";
import { Frame } from "lib/table/frame.ts";
import {
  isSmall,
  meanInterval,
  shareInterval,
  studentT95,
  weightedInterval,
  Z95,
} from "lib/measures/confidence.ts";
import { ratio } from "lib/measures/ratio.ts";
import type { Scale, ScaleRow } from "lib/measures/scale.ts";

/** Scores of five labels, best first. */
const SCORES = [5, 4, 3, 2, 1];

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

/** Groups from counts, bases and weights. */
function strataOf(...groups: readonly (readonly [count: number, base: number, weight: number])[]) {
  return groups.map(([count, base, weight]) => ({ share: ratio(count, base), weight }));
}

function assertBounds(
  found: { readonly lower: number; readonly upper: number } | null,
  [lower, upper]: readonly [number, number],
  within = 1e-12,
): void {
  assert(found !== null);
  assertAlmostEquals(found.lower, lower, within);
  assertAlmostEquals(found.upper, upper, within);
}

Deno.test("weightedInterval() is Newcombe's interval of a difference, for two groups of equal weight", () => {
  // p1/2 + (1 − p2)/2 = 1/2 + (p1 − p2)/2, so its bounds are those of statsmodels 0.15.0's
  // confint_proportions_2indep(c1, n1, c2, n2, compare="diff", method="newcomb"), halved, plus 1/2.
  const cases = [
    [[7, 10], [3, 10], [0.4855897718658285, 0.8359120982202763]],
    [[56, 70], [48, 80], [0.5262157362011824, 0.6669363270184531]],
    [[10, 10], [0, 20], [0.8395430185709573, 1]],
    [[5, 56], [0, 29], [0.4809314260482315, 0.5962800069275558]],
  ] as const;
  for (const [[c1, n1], [c2, n2], bounds] of cases) {
    assertBounds(weightedInterval(strataOf([c1, n1, 1], [n2 - c2, n2, 1])), bounds);
  }
});

Deno.test("weightedInterval() stays by survey's intervals where groups are large and mixed", () => {
  // R 4.2.2, survey 4.1.1: svydesign(~1, strata = ~g, weights = N / n), svyciprop(method = "logit")
  // for n = 263, 109, 243 of N = 4513, 407, 889.
  const three = (a: number, b: number, c: number) =>
    weightedInterval(strataOf([a, 263, 4513], [b, 109, 407], [c, 243, 889]));
  assertBounds(three(120, 60, 80), [0.3958365426021, 0.4920816123862], 5e-4);
  assertBounds(three(255, 101, 230), [0.9415552241810, 0.9768194395092], 2e-3);
  // A group at 100 % adds nothing to survey's standard error (0.97981 to 0.99122), but does here.
  const one = three(263, 101, 230);
  assertBounds(one, [0.9734107611807398, 0.9908626646569978]);
});

Deno.test("weightedInterval() has width where all agree, and more of it than one group of all", () => {
  // survey's svyciprop(method = "beta") gives NaN here. The bound is 1 − √Σ(w(1 − l))² with l from
  // statsmodels' proportion_confint(method = "wilson").
  const all = weightedInterval(strataOf([253, 253, 4513], [109, 109, 407], [243, 243, 889]));
  assertBounds(all, [0.9879012882965295, 1]);
  assertEquals(all?.text, "98.79%–100.00%");
  assertBounds(shareInterval(ratio(605, 605)), [0.9936905433014779, 1]);
});

Deno.test("weightedInterval() of one group is Wilson's; of nobody there is none", () => {
  fc.assert(fc.property(SHARES, fc.integer({ min: 1, max: 9 }), ([count, base], weight) => {
    const wilson = shareInterval(ratio(count, base));
    assert(wilson !== null);
    assertBounds(weightedInterval(strataOf([count, base, weight])), [wilson.lower, wilson.upper]);
  }));
  assertEquals(weightedInterval([]), null);
  assertEquals(weightedInterval(strataOf([1, 2, 1], [0, 0, 1])), null);
});

Deno.test("weightedInterval() lies in [0, 1], holds the estimate and always has width", () => {
  const groups = fc.array(fc.tuple(SHARES, fc.integer({ min: 1, max: 9999 })), { minLength: 1 });
  fc.assert(fc.property(groups, (some) => {
    const found = weightedInterval(
      some.map(([[count, base], weight]) => ({ share: ratio(count, base), weight })),
    );
    assert(found !== null);
    const all = some.reduce((sum, [, weight]) => sum + weight, 0);
    const share = some.reduce((sum, [[count, base], weight]) => sum + weight * count / base, 0) /
      all;
    assert(0 <= found.lower && found.lower <= share + 1e-12);
    assert(share - 1e-12 <= found.upper && found.upper <= 1);
    assert(found.lower < found.upper);
  }));
});

Deno.test("weightedInterval() holds the truth in nine samples of ten or more, however small the groups", () => {
  // Every sample of two groups of 6 and 9, weighed 0.3 and 0.7, by its probability. The same sum
  // with statsmodels' bounds is least at (0.1, 0.02): 0.90192.
  const [n, m] = [6, 9];
  const intervals = Array.from({ length: n + 1 }, (_, i) =>
    Array.from(
      { length: m + 1 },
      (_, j) => weightedInterval(strataOf([i, n, 0.3], [j, m, 0.7])),
    ));
  const chances = (size: number, p: number) => {
    let chance = (1 - p) ** size;
    return [
      chance,
      ...Array.from({ length: size }, (_, k) => chance *= (size - k) / (k + 1) * p / (1 - p)),
    ];
  };
  const coverage = (p: number, q: number) => {
    const truth = 0.3 * p + 0.7 * q;
    const [one, two] = [chances(n, p), chances(m, q)];
    return intervals.flatMap((row, i) =>
      row.map((found, j) =>
        found !== null && found.lower <= truth && truth <= found.upper
          ? (one[i] ?? NaN) * (two[j] ?? NaN)
          : 0
      )
    ).reduce((sum, chance) => sum + chance, 0);
  };
  assertAlmostEquals(coverage(0.1, 0.02), 0.9019163233674861, 1e-12);
  const grid = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.98];
  for (const p of grid) for (const q of grid) assert(coverage(p, q) > 0.9, `${p}, ${q}`);
});

Deno.test("studentT95() agrees with SciPy", () => {
  // scipy 1.17.1: scipy.stats.t.ppf(0.975, degrees); all of 1 … 1000 were within 3e-13 of it.
  const cases = [
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [3, 3.1824463052837078],
    [4, 2.7764451051977934],
    [7, 2.364624251592784],
    [30, 2.0422724563012378],
    [44, 2.0153675744437636],
    [262, 1.96905971525654],
    [614, 1.9638351163315322],
    [1000, 1.9623390808264083],
  ] as const;
  for (const [degrees, t] of cases) assertAlmostEquals(studentT95(degrees) / t, 1, 1e-12);
});

Deno.test("meanInterval() is Student's, cut at the ends of the scale", () => {
  // scipy 1.17.1: stats.t.interval(0.95, n - 1, mean, stats.sem(scores)).
  assertBounds(meanInterval(scaleOf([1, 2, 1, 0, 0])), [2.700771736374889, 5]);
  assertBounds(meanInterval(scaleOf([100, 200, 100, 0, 0])), [
    3.9304069281092113,
    4.069593071890789,
  ]);
  assertBounds(meanInterval(scaleOf([0, 1, 1, 1, 1])), [1, 4.554260256760521]);
  assertBounds(meanInterval(scaleOf([180, 60, 20, 2, 1])), [4.496885254074841, 4.666612844784475]);
  assertEquals(meanInterval(scaleOf([100, 200, 100, 0, 0]))?.text, "3.93–4.07");
});

Deno.test("meanInterval() has width where all agree: the rest of Wilson's share may lie anywhere", () => {
  // Of 605 alike at least 0.99369 agree (statsmodels' proportion_confint(605, 605, method="wilson")).
  assertBounds(meanInterval(scaleOf([605, 0, 0, 0, 0])), [4.974762173205912, 5]);
  assertBounds(meanInterval(scaleOf([0, 0, 605, 0, 0])), [2.987381086602956, 3.012618913397044]);
  assertBounds(meanInterval(scaleOf([4, 0, 0, 0, 0])), [3.04043665418161, 5]);
  assertEquals(meanInterval(scaleOf([605, 0, 0, 0, 0]))?.text, "4.97–5.00");
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
    assert(interval.lower < interval.upper);
  }));
});

Deno.test("isSmall() warns below thirty", () => {
  assertEquals([0, 29, 30, 615].map(isSmall), [true, true, false, false]);
});
