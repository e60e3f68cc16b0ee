import { assert, assertEquals } from "@std/assert";
import { bandOf, parseBands } from "lib/edition/bands.ts";

/** The bands of labels. */
function bands(labels: readonly string[], unit = "") {
  const parsed = parseBands(labels, unit);
  if ("expected" in parsed) throw new Error(parsed.expected);
  return parsed.value;
}

Deno.test("bands hold every number; one that two touch belongs to the lower", () => {
  const pay = bands(["3000以下", "3000-4999", "5,000元及以上"], "元/月");
  assertEquals(
    [0, 2999.99, 3000, 4999, 4999.5, 5000, 1e9].map((value) => bandOf(pay, value)),
    ["3000以下", "3000以下", "3000-4999", "3000-4999", ...Array(3).fill("5,000元及以上")],
  );
  const hours = bands(["不超过 40", "40～48", "48以上"]);
  assertEquals([40, 40.5, 48, 48.1].map((value) => bandOf(hours, value)), [
    "不超过 40",
    "40～48",
    "40～48",
    "48以上",
  ]);
  assertEquals(bandOf(bands(["0-2", "3-5", "5以上"]), 2.5), "3-5");
});

Deno.test("no options are no bands, and no fault", () => {
  assertEquals(bands([]), []);
});

Deno.test("bands that leave numbers out, overlap or fall are refused", () => {
  for (
    const labels of [
      ["1000-2000", "2000以上"],
      ["3000以下", "2000-4000", "5000以上"],
      ["3000以下", "3000-5000"],
      ["5000以上", "3000-5000", "3000以下"],
      ["低", "高"],
      ["3000", "5000"],
      ["3000以下"],
    ]
  ) assert("expected" in parseBands(labels), labels.join());
});
