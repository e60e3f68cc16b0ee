import { assertEquals } from "@std/assert";
import { ranks } from "lib/document/ranks.ts";
import { openSection } from "lib/document/section.ts";
import { foremost } from "lib/measures/ranking.ts";
import { Frame } from "lib/table/frame.ts";
import { setting, textOf } from "./setting.ts";

/** What a sentence says of the first of some soups by how many ate them. */
function said(portions: readonly number[], most: number): string {
  const rows = Frame.fromRows(
    portions.map((份数, i) => ({ 汤: `${"甲乙丙丁戊"[i]}汤`, 份数 })),
    ["汤", "份数"],
  );
  const section = openSection(setting(), "汤", () => {});
  const first = foremost(rows, { label: "汤", value: "份数", most });
  const phrases = ranks(section, "份数", first, (soup) => soup.汤);
  return textOf(section.text`${phrases}`);
}

Deno.test("the first of a ranking are named in order", () => {
  assertEquals(said([3, 5, 4, 1], 3), "乙汤、丙汤、甲汤");
});

Deno.test("those as good as the last that is named are counted, not passed over", () => {
  assertEquals(said([4, 4, 4, 4], 3), "甲汤、乙汤、丙汤（并列的还有 1 个）");
  assertEquals(said([5, 2, 2, 2, 1], 2), "甲汤、乙汤（并列的还有 2 个）");
  assertEquals(said([5, 5, 2], 2), "甲汤、乙汤");
  assertEquals(said([5, 2, 0, 0], 3), "甲汤、乙汤");
});
