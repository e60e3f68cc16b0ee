import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { desc, Frame } from "lib/table/frame.ts";
import { ratio } from "lib/measures/ratio.ts";
import { Bound, parseBound } from "lib/table/bound.ts";

const base = fc.integer({ min: 1, max: 10_000_000 });
const part = base.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const limit = fc.tuple(fc.nat(150), fc.nat(99))
  .map(([whole, hundredths]) => `${whole}.${String(hundredths).padStart(2, "0")}`);

/** Hundredths of a percent as a whole number of a printed percentage such as `45.74`. */
const hundredths = (percentage: string | null) => BigInt((percentage ?? "").replace(".", ""));

Deno.test("a percentage has two decimals, with noughts", () => {
  assertEquals(ratio(1, 4).percent(), "25.00");
  assertEquals(ratio(1, 8).percent(), "12.50");
  assertEquals(ratio(1, 10_000).percent(), "0.01");
  assertEquals(ratio(0, 7).percent(), "0.00");
  assertEquals(ratio(7, 7).percent(), "100.00");
  assertEquals(ratio(3, 2).percent(), "150.00");
});

Deno.test("ties go up, where a floating-point quotient would go down", () => {
  assertEquals(ratio(29, 800).percent(), "3.63");
  assertEquals((29 / 800 * 100).toFixed(2), "3.62");
  assertEquals(ratio(201, 20_000).percent(), "1.01");
  assertEquals(ratio(1, 32).percent(), "3.13");
  assertEquals(ratio(1, 20_000).percent(), "0.01");
});

Deno.test("a percentage can have other decimals", () => {
  assertEquals(ratio(1, 3).percent(0), "33");
  assertEquals(ratio(1, 200).percent(0), "1");
  assertEquals(ratio(2, 3).percent(4), "66.6667");
});

Deno.test("a share of nobody is unknown, and above no percentage", () => {
  const unknown = ratio(0, 0);
  assertEquals(unknown.percent(), null);
  assertEquals(String(unknown), "—");
  assertEquals(JSON.stringify({ unknown }), '{"unknown":null}');
  assertEquals(unknown.reaches(0), false);
  assertEquals(unknown.exceeds(0), false);
  assertEquals(ratio(3, 0).percent(), null);
});

Deno.test("a falling share is rounded like a rising one, and nothing is never minus nothing", () => {
  assertEquals(ratio(-29, 800).percent(), "-3.63");
  assertEquals(ratio(-1, 1_000_000).percent(), "0.00");
});

Deno.test("only whole numbers make a share, and no base is less than nothing", () => {
  assertThrows(() => ratio(0.5, 2), RangeError, "“几个”是 0.5");
  assertThrows(() => ratio(1, 2.5), RangeError, "“一共”是 2.5");
  assertThrows(() => ratio(1, -2), RangeError, "“一共”是 -2");
  assertThrows(() => ratio(NaN, 2), RangeError);
  assertThrows(() => ratio(2 ** 53, 2), RangeError);
});

Deno.test("a threshold is compared with the share itself, not with its print", () => {
  const almost = ratio(93_999, 100_000);
  assertEquals(almost.percent(), "94.00");
  assertEquals(almost.reaches(94), false);
  const just = ratio(94, 100);
  assertEquals([just.reaches(94), just.exceeds(94)], [true, false]);
  assertEquals([just.reaches("94.00"), just.exceeds("93.99")], [true, true]);
});

Deno.test("what is no percentage cannot be compared with", () => {
  for (const wrong of ["94%", "", "-1", "1e1", ".5"]) {
    assertThrows(() => ratio(1, 2).exceeds(wrong), RangeError, wrong);
  }
});

Deno.test("a percentage is the nearest hundredth, and of two the upper one", () => {
  fc.assert(fc.property(part, ([k, n]) => {
    const printed = hundredths(ratio(k, n).percent());
    // printed − ½ ≤ 10000·k/n < printed + ½
    const exact = 2n * 10_000n * BigInt(k);
    const whole = BigInt(n);
    return (2n * printed - 1n) * whole <= exact && exact < (2n * printed + 1n) * whole;
  }));
});

Deno.test("one more of the same base never prints less", () => {
  fc.assert(
    fc.property(
      part,
      ([k, n]) => hundredths(ratio(k, n).percent()) <= hundredths(ratio(k + 1, n).percent()),
    ),
  );
});

Deno.test("exceeds and reaches agree with cross-multiplication", () => {
  fc.assert(fc.property(part, limit, ([k, n], percentage) => {
    const left = BigInt(k) * 10_000n;
    const right = hundredths(percentage) * BigInt(n);
    assertEquals(ratio(k, n).exceeds(percentage), left > right);
    assertEquals(ratio(k, n).reaches(percentage), left >= right);
  }));
});

Deno.test("exceeds and reaches part just where the share is the threshold", () => {
  fc.assert(fc.property(fc.nat(10_000), (hundredth) => {
    const share = ratio(hundredth, 10_000);
    const percentage = share.percent() ?? "";
    assertEquals([share.exceeds(percentage), share.reaches(percentage)], [false, true]);
  }));
});

Deno.test("sorting by share is exact, and equal shares keep their order", () => {
  const near = base.chain((n) =>
    fc.tuple(fc.integer({ min: n - 3, max: n }).map(Math.abs), fc.constant(n))
  );
  fc.assert(fc.property(fc.array(fc.oneof(part, near), { maxLength: 12 }), (pairs) => {
    const rows = pairs.map(([k, n], at) => ({ 率: ratio(k, n), k, n, at }));
    const sorted = rows.toSorted((a, b) =>
      Number(BigInt(b.k) * BigInt(a.n) - BigInt(a.k) * BigInt(b.n)) || a.at - b.at
    );
    assertEquals(
      Frame.fromRows(rows, ["率", "k", "n", "at"]).orderby(desc("率")).column("at"),
      sorted.map(({ at }) => at),
    );
  }));
});

Deno.test("quotient() is the exact quotient rounded half up", () => {
  assertEquals(ratio(9, 2).quotient(), "4.50");
  assertEquals(ratio(1, 8).quotient(), "0.13");
  assertEquals(ratio(24000, 5800).quotient(), "4.14");
  assertEquals(ratio(1, 0).quotient(), null);
});

Deno.test("a share is within a bound by its counts, not by its print; nobody's share is within none", () => {
  const within = (count: number, base: number, text: string) =>
    parseBound(text) !== null && ratio(count, base).within(parseBound(text) ?? new Bound("<", "0"));
  assertEquals(within(83996, 100000, "≥84"), false);
  assertEquals(within(84, 100, "≥84.00"), true);
  assertEquals(within(84, 100, ">84"), false);
  assertEquals(within(1, 3, "<33.34"), true);
  assertEquals(within(1, 1, "≠100"), false);
  assertEquals(["<8", "≥0", "≠1"].map((text) => within(0, 0, text)), [false, false, false]);
});
