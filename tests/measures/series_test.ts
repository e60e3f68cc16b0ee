import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { parseBound } from "lib/table/bound.ts";
import { ratio } from "lib/measures/ratio.ts";
import { course, floor } from "lib/measures/series.ts";

Deno.test("course() words the shape of exact series", () => {
  assertEquals(course(["1", "2", "3"]), "上升");
  assertEquals(course(["3", "2", "1"]), "下降");
  assertEquals(course(["2", "2", "2"]), "持平");
  assertEquals(course(["1", "3", "2"]), "Λ型");
  assertEquals(course(["3", "1", "2"]), "V型");
  assertEquals(course(["1", "3", "2", "4"]), "波动");
  assertEquals(course(["1", "2", "2"]), "上升");
});

Deno.test("course() lets a bound decide a step only where it leaves no doubt", () => {
  assertEquals(course(["<10", "10", "8"]), "Λ型");
  assertEquals(course([">10", "10", "12"]), "V型");
  assertEquals(course([">7", ">7", "7"]), "下降");
  assertEquals(course([">7", "9", "8"]), "未知");
  assertEquals(course(["", "2", "1"]), "未知");
  assertEquals(course([null, 2, 1]), "未知");
});

Deno.test("course() takes a limit that may be reached for one that may be equal", () => {
  assertEquals(course(["≥84", "84"]), "未知");
  assertEquals(course(["≤84", "84"]), "未知");
  assertEquals(course(["≥84", "≤84"]), "未知");
  assertEquals(course(["≥84", "83.99"]), "下降");
  assertEquals(course(["≥84", "<84"]), "下降");
  assertEquals(course(["≤84", ">84"]), "上升");
  assertEquals(course(["≠84", "84"]), "未知");
});

Deno.test("course() compares shares by their counts, but says no rise where they print alike", () => {
  // 7.0127 %, 7.0093 % and 6.9993 %: two print as 7.01.
  const shares = [ratio(7012, 99990), ratio(7009, 99994), ratio(6999, 99996)];
  assertEquals(shares.map(String), ["7.01", "7.01", "7.00"]);
  assertEquals(course(shares.slice(0, 2)), "基本持平");
  assertEquals(course([ratio(1, 3), ratio(2, 6)]), "持平");
  assertEquals(course(["33.33", ratio(1, 3)]), "基本持平");
  assertEquals(course(shares), "下降");
  // Beyond the digits of a floating-point number.
  assertEquals(course(["9007199254740992", "9007199254740993"]), "上升");
  assertEquals(course([5809, "5809.0"]), "持平");
});

Deno.test("course() of a bound and a share that print alike is told only where both ways agree", () => {
  assertEquals(course([">7.01", ratio(407, 5809)]), "下降"); // 7.0064 %
  assertEquals(course([">7.01", ratio(7012, 99990)]), "未知"); // 7.0127 %
  assertEquals(course(["≥84", ratio(83996, 100000)]), "未知"); // prints 84.00
  assertEquals(course(["≥84", ratio(0, 0)]), "未知");
});

/** A number, and something true that may be known of it. */
const YEAR = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }))
  .chain(([truth, off]) =>
    fc.tuple(
      fc.constant(truth),
      fc.constantFrom(
        String(truth),
        ratio(truth, 100),
        "",
        `≥${truth - Math.min(off, truth)}`,
        `>${truth - 1 - off}`,
        `≤${truth + off}`,
        `<${truth + 1 + off}`,
      ),
    )
  );

Deno.test("course() says nothing that the numbers behind the bounds could belie", () => {
  fc.assert(
    fc.property(fc.array(YEAR, { minLength: 2, maxLength: 5 }), (years) => {
      const truths = years.map(([truth]) => truth);
      const told = course(years.map(([, known]) => known));
      const [first = NaN, last = NaN] = [truths[0], truths.at(-1)];
      switch (told) {
        case "未知":
          return;
        case "上升":
          return assert(first < last && truths.every((one) => one <= last), `${truths}`);
        case "下降":
          return assert(first > last && truths.every((one) => one >= last), `${truths}`);
        default:
          return assertEquals(told, course(truths));
      }
    }),
    { numRuns: 2000 },
  );
});

Deno.test("course() of mirrored numbers is the mirrored course", () => {
  const mirrored = { 上升: "下降", 下降: "上升", Λ型: "V型", V型: "Λ型" } as const;
  fc.assert(fc.property(fc.array(fc.nat(6), { minLength: 2, maxLength: 6 }), (values) => {
    const told = course(values);
    const expected = told in mirrored ? mirrored[told as keyof typeof mirrored] : told;
    assertEquals(course(values.map((one) => 6 - one)), expected);
  }));
});

Deno.test("course() of fewer than two years is unknown", () => {
  assertEquals(course([]), "未知");
  assertEquals(course(["5"]), "未知");
});

Deno.test("floor() is the least value or lower bound, and unknown where one has none", () => {
  assertEquals(floor(["≥84", "≥84", "84.70"]), "84");
  assertEquals(floor(["85.1", "84.70"]), "84.70");
  assertEquals(floor(["<90", "84.70"]), null);
  assertEquals(floor(["", "84.70"]), null);
  assertEquals(floor([]), null);
  assertEquals(floor([parseBound("≥84"), ratio(4920, 5809), null]), null);
  assertEquals(floor([parseBound("≥85"), ratio(4920, 5809)]), "84.70");
});

Deno.test("floor() lies above no number of the series", () => {
  fc.assert(fc.property(fc.array(YEAR, { minLength: 1 }), (years) => {
    const least = floor(years.map(([, known]) => known));
    assert(least === null || years.every(([truth]) => Number(least) <= truth));
  }));
});
