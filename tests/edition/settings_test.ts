import { assertEquals, assertStringIncludes } from "@std/assert";
import { readEdition } from "lib/edition/settings.ts";
import { editionFolder } from "lib/workspace.ts";
import { editionJson } from "../small_edition.ts";
import { dataErrorOf, faultsOf, temporaryData } from "../temporary_data.ts";

/** Reads the edition of 2031 that has these files. */
function editionOf(files: Record<string, string>) {
  const placed = Object.entries(files).map(([name, text]) => [`2031/${name}`, text]);
  using _ = temporaryData(Object.fromEntries(placed));
  return readEdition(editionFolder(2031));
}

Deno.test("four settings are enough, the rest has defaults", () => {
  assertEquals(editionOf({ "edition.json": editionJson() }), {
    year: 2031,
    school: "示例学院",
    title: "2031 届毕业生就业质量年度报告",
    asOf: "2031-08-31",
    homeProvince: "山东省",
    records: "register",
    note: "",
    bases: {},
    coverage: [],
    errata: [],
  });
});

Deno.test("an edition keeps what it says of itself", () => {
  const edition = editionOf({
    "edition.json": "\uFEFF" + editionJson({
      title: "质量报告",
      records: "reconstructed",
      note: "重构数据",
      bases: { 表13: "就业人数" },
    }),
    "coverage.csv": "图表,项目,依据,说明\n图4,,derived,由比例得出\n图4,其他,bounded,\n",
  });
  assertEquals(edition.title, "2031 届质量报告");
  assertEquals(edition.records, "reconstructed");
  assertEquals(edition.note, "重构数据");
  assertEquals(edition.bases, { 表13: "就业人数" });
  assertEquals(edition.coverage[1], { 图表: "图4", 项目: "其他", 依据: "bounded", 说明: "" });
});

Deno.test("a copied folder is another year's edition, whatever its file says", () => {
  assertEquals(editionOf({ "edition.json": editionJson({ year: 2023 }) }).year, 2031);
});

Deno.test("a missing edition.json is said to be missing", () => {
  assertStringIncludes(dataErrorOf(() => editionOf({})).message, "edition.json：找不到");
});

Deno.test("an edition.json that is no JSON object is refused", () => {
  for (const text of ['{"year": 2031,}', "", "null", "2031", '"2031"', "[]"]) {
    const { faults } = dataErrorOf(() => editionOf({ "edition.json": text }));
    assertStringIncludes(faults[0]?.expected ?? "", "JSON", text);
  }
});

Deno.test("all settings that lack or are wrong are named at once", () => {
  const json = JSON.stringify({ year: "二〇三一", school: " ", asOf: "2031/8/31" });
  assertEquals(faultsOf(() => editionOf({ "edition.json": json })), [
    "edition.json:- year 二〇三一",
    "edition.json:- school  ",
    "edition.json:- homeProvince -",
    "edition.json:- asOf 2031/8/31",
  ]);
});

Deno.test("a coverage.csv with another header is refused", () => {
  const files = { "edition.json": editionJson(), "coverage.csv": "图表,項目,依据,说明\n" };
  assertEquals(faultsOf(() => editionOf(files)), ["coverage.csv:1 项目 項目"]);
});
