import { assertEquals } from "@std/assert";
import { precision } from "lib/measures/precision.ts";
import { ratio } from "lib/measures/ratio.ts";

Deno.test("shares stand with Wilson's interval, and a small base is said beside the name", () => {
  // 15 of 30 and 14 of 29 by the textbook formula; 30 is no longer small.
  assertEquals(
    precision([["甲", ratio(15, 30)], ["乙", ratio(14, 29)]]).rows().map((row) => [
      row.项目,
      String(row["比例%"]),
      row["95%区间"],
      row.答卷数,
    ]),
    [
      ["甲", "50.00", "33.15%–66.85%", 30],
      ["乙（少于 30 份，仅供参考）", "48.28", "31.39%–65.57%", 29],
    ],
  );
});

Deno.test("nobody's share has no interval", () => {
  assertEquals(precision([["丙", ratio(0, 0)]]).column("95%区间"), [null]);
});
