import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { exhibitNamed, keyOf, readExhibitKeys } from "lib/edition/exhibit_keys.ts";
import { readTitles } from "lib/edition/titles.ts";
import { root } from "lib/workspace.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

function titlesOf(...rows: readonly string[]) {
  using data = temporaryData({
    "published/titles.csv": ["图表,键,正文题名,目录题名", ...rows, ""].join("\n"),
  });
  return readTitles(data.folder);
}

Deno.test("an edition that was never printed has no titles and no keys", () => {
  using data = temporaryData();
  assertEquals([readTitles(data.folder), readExhibitKeys(data.folder).size], [[], 0]);
});

Deno.test("a printed number leads to its key, a key to itself", () => {
  const keys = new Map(titlesOf("表7,专业落实情况,甲,").map(({ 图表, 键 }) => [图表, 键]));
  assertEquals(["表7", "专业落实情况", "表8"].map((name) => keyOf(name, keys)), [
    "专业落实情况",
    "专业落实情况",
    "表8",
  ]);
  assertEquals(exhibitNamed(keys)("表7"), { value: "专业落实情况" });
  assertEquals("expected" in exhibitNamed(keys)("表8"), true);
  assertEquals(exhibitNamed(new Map())("表8"), { value: "表8" });
});

Deno.test("a number or a key that stands twice, or is none, is a fault", () => {
  assertEquals(faultsOf(() => titlesOf("表7,甲,,", "表7,乙,,", "表8,甲,,", "表9,,,", "7,丙,,")), [
    "titles.csv:3 图表 表7",
    "titles.csv:4 键 甲",
    "titles.csv:5 键 ",
    "titles.csv:6 图表 7",
  ]);
});

Deno.test("the keys of 2023 are short nouns without their number", () => {
  const titles = readTitles(join(root(), "data", "2023"));
  assertEquals(titles.length, 57);
  for (const { 图表, 键 } of titles) {
    assertEquals(/^\p{Script=Han}{2,12}$/u.test(键), true, `${图表} ${键}`);
  }
});
