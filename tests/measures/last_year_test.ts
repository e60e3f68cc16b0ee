import { assertEquals, assertThrows } from "@std/assert";
import { besideLast } from "lib/measures/last_year.ts";
import { ratio } from "lib/measures/ratio.ts";
import { Frame } from "lib/table/frame.ts";

const NAMES = ["院", "率"] as const;
const NOW = Frame.fromRows(
  [{ 院: "甲", 率: ratio(2, 3) }, { 院: "新", 率: ratio(1, 2) }],
  NAMES,
);
const [LAST, CHANGE] = ["与上一届相比·上届%", "与上一届相比·增减百分点"] as const;

Deno.test("last year's share stands beside this year's, with the points between what is printed", () => {
  const before = Frame.fromRows(
    [{ 院: "甲", 率: ratio(1, 3) }, { 院: "旧", 率: ratio(1, 1) }],
    NAMES,
  );
  const rows = besideLast(NOW, before, { by: "院", share: "率" }).rows();
  assertEquals(rows.map((row) => [String(row[LAST]), row[CHANGE]]), [
    ["33.33", "33.34"],
    ["null", null],
  ]);
});

Deno.test("all together are compared without a name", () => {
  const all = Frame.fromRows([{ 率: ratio(1, 2) }], ["率"]);
  const before = Frame.fromRows([{ 率: ratio(3, 4) }], ["率"]);
  assertEquals(besideLast(all, before, { share: "率" }).only()[CHANGE], "-25.00");
});

Deno.test("without last year nothing is added, and a name twice is no name", () => {
  assertEquals(besideLast(NOW, null, { by: "院", share: "率" }).names, ["院", "率"]);
  const twice = Frame.fromRows(
    [{ 院: "甲", 率: ratio(1, 3) }, { 院: "甲", 率: ratio(1, 1) }],
    NAMES,
  );
  assertThrows(() => besideLast(NOW, twice, { by: "院", share: "率" }), RangeError);
});
