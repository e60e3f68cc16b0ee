import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { join } from "node:path";
import { doubtsAbout, readEdition } from "lib/edition/settings.ts";
import { DataError } from "lib/table/faults.ts";
import { editionFolder } from "lib/workspace.ts";
import { editionJson } from "../small_edition.ts";
import { dataErrorOf, faultsOf, temporaryData } from "../temporary_data.ts";

/** Reads the edition of 2031 that has these files. */
function editionOf(files: Record<string, string>) {
  const placed = Object.entries(files).map(([name, text]) => [`2031/${name}`, text]);
  using _ = temporaryData(Object.fromEntries(placed));
  return readEdition(editionFolder(2031));
}

/** The edition of 2031 whose file says this beside what it must. */
const editionWith = (more: Readonly<Record<string, unknown>>) =>
  editionOf({ "edition.json": editionJson(more) });

/** What is said to be wrong with such a file: entry, what was found, what was expected. */
const complaints = (more: Readonly<Record<string, unknown>>) =>
  dataErrorOf(() => editionWith(more)).faults
    .map(({ column, found, expected }) => [column ?? "", found ?? "", expected] as const);

Deno.test("three settings are enough, the rest has defaults", () => {
  const { groups, ...edition } = editionWith({ year: undefined });
  assertEquals(edition, {
    year: 2031,
    school: "示例学院",
    title: "2031 届毕业生就业质量年度报告",
    asOf: "2031-08-31",
    homeProvince: "山东省",
    records: "register",
    note: "",
    contact: "",
    bases: {},
    words: {
      院系: "院（系）",
      专业大类: "专业大类",
      学科门类: "学科门类",
      专业: "专业",
      城市: "城市",
      省内: "省内",
      省外: "省外",
      外省: "外省",
    },
    thresholds: { 大类: 94, 专业: 90, 院系: 90 },
    top: { 前几位: 3, 单列: 4, 单列行业: 5, 前几个行业: 3, 前几所: 15 },
    cohorts: 3,
    numbering: "continuous",
    disclosure: 0,
    coverage: [],
    errata: [],
    accepted: [],
  });
  assertEquals(groups.map(({ heading }) => heading), [
    "特困家庭毕业生",
    "省级优秀毕业生",
    "少数民族毕业生",
  ]);
});

Deno.test("an edition keeps what it says of itself, and fills in the rest of what it says in part", () => {
  const edition = editionOf({
    "edition.json": "\uFEFF" + editionJson({
      title: "质量报告",
      records: "reconstructed",
      note: "重构数据",
      contact: "就业指导中心",
      bases: { 表13: "就业总人数", 升学院校: "国内升学人数" },
      words: { 院系: "学院" },
      thresholds: { 专业: 92.5 },
      top: { 前几所: 10 },
      cohorts: 5,
      numbering: "by chapter",
      disclosure: 5,
    }),
    "published/titles.csv":
      "图表,键,正文题名,目录题名\n表13,战略区域就业,甲,甲\n图4,单位性质,乙,\n",
    "coverage.csv": "图表,项目,依据,说明\n图4,,derived,由比例得出\n单位性质,其他,bounded,\n",
    "errata.csv": "图表,项目,编号,公布值,重算值,原因,处理\n表13,基数,,3,2,印错,注明\n",
  });
  assertEquals(edition.title, "2031 届质量报告");
  assertEquals([edition.records, edition.note, edition.contact], [
    "reconstructed",
    "重构数据",
    "就业指导中心",
  ]);
  assertEquals(edition.bases, { 战略区域就业: "就业总人数", 升学院校: "国内升学人数" });
  assertEquals([edition.words.院系, edition.words.专业], ["学院", "专业"]);
  assertEquals([edition.thresholds.专业, edition.thresholds.大类], [92.5, 94]);
  assertEquals([edition.top.前几所, edition.top.前几位], [10, 3]);
  assertEquals([edition.cohorts, edition.numbering, edition.disclosure], [5, "by chapter", 5]);
  assertEquals(edition.coverage.map(({ 图表, 项目 }) => [图表, 项目]), [
    ["单位性质", ""],
    ["单位性质", "其他"],
  ]);
  assertEquals(edition.errata.map(({ 图表, 键 }) => [图表, 键]), [["表13", "战略区域就业"]]);
});

Deno.test("a copied folder is another year's edition, and what it still says of the old is doubted", () => {
  const copied = { "2031/edition.json": editionJson({ year: 2023, asOf: "2023-08-31" }) };
  using data = temporaryData(copied);
  const folder = join(data.folder, "2031");
  const edition = readEdition(folder);
  assertEquals([edition.year, edition.title], [2031, "2031 届毕业生就业质量年度报告"]);
  const [year = "", asOf = "", ...more] = doubtsAbout(folder, edition);
  assertStringIncludes(year, "year 写着 2023，而文件夹是 2031 年的");
  assertStringIncludes(asOf, "asOf 是 2023-08-31，早于 2031 年");
  assertEquals(more, []);
});

Deno.test("nothing is doubted of an edition that says its own year, or none", () => {
  for (const year of [2031, undefined]) {
    using data = temporaryData({ "2031/edition.json": editionJson({ year, asOf: "2032-01-05" }) });
    const folder = join(data.folder, "2031");
    assertEquals(doubtsAbout(folder, readEdition(folder)), []);
  }
});

Deno.test("a folder that is not named after a year has the year of its file, or a fault", () => {
  const folder = Deno.makeTempDirSync();
  const write = (more: Readonly<Record<string, unknown>>) =>
    Deno.writeTextFileSync(`${folder}/edition.json`, editionJson(more));
  try {
    write({ year: 2029 });
    assertEquals(readEdition(folder).year, 2029);
    write({ year: undefined });
    assertEquals(faultsOf(() => readEdition(folder)), ["edition.json:- year -"]);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
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

Deno.test("all settings that lack or are wrong are named at once, with what was found", () => {
  const json = JSON.stringify({
    year: "二〇三一",
    school: " ",
    asOf: "2031/8/31",
    records: "regster",
    bases: { 表13: "就业人数" },
    words: { 院系: 7 },
    groups: [{ name: "甲", test: "困难级别=特困" }, "乙"],
    thresholds: { 大类: 194 },
    top: { 前几位: 0 },
    cohorts: "三",
    numbering: 1,
    disclosure: -1,
  });
  assertEquals(faultsOf(() => editionOf({ "edition.json": json })), [
    "edition.json:- year 二〇三一",
    "edition.json:- school ",
    "edition.json:- asOf 2031/8/31",
    "edition.json:- homeProvince -",
    "edition.json:- records regster",
    "edition.json:- bases 表13 就业人数",
    "edition.json:- words 院系 7",
    "edition.json:- groups 第 1 个 test 困难级别=特困",
    "edition.json:- groups 第 2 个 乙",
    "edition.json:- thresholds 大类 194",
    "edition.json:- top 前几位 0",
    "edition.json:- cohorts 三",
    "edition.json:- numbering 1",
    "edition.json:- disclosure -1",
  ]);
});

Deno.test("entries that nobody knows are named, the misspelt ones with the right word", () => {
  assertEquals(
    complaints({
      homeprovince: "山东省",
      threshold: 3,
      colour: "red",
      words: { 院糸: "学院" },
      groups: [{ name: "甲", test: "特困家庭=是", headng: "乙" }],
    }).map(([entry, , expected]) => `${entry}：${expected.split("；")[0]}`),
    [
      "homeprovince：没有这一项，应写作“homeProvince”",
      "threshold：没有这一项，应写作“thresholds”",
      "colour：没有这一项",
      "words 院糸：没有这一项，应写作“院系”",
      "groups 第 1 个 headng：没有这一项，应写作“heading”",
    ],
  );
});

Deno.test("a day that the calendar has not is refused", () => {
  assertEquals(editionWith({ asOf: "2032-02-29" }).asOf, "2032-02-29");
  for (const asOf of ["2031-02-29", "2024-02-31", "2031-04-31", "2031-13-01", "2031-00-10"]) {
    assertEquals(complaints({ asOf }), [["asOf", asOf, "没有这一天"]]);
  }
});

Deno.test("a home province is a province's full name; the right one is named", () => {
  for (const homeProvince of ["山东", "370000"]) {
    assertEquals(complaints({ homeProvince }), [
      ["homeProvince", homeProvince, "应为全称“山东省”"],
    ]);
  }
  assertEquals(complaints({ homeProvince: "广西" })[0]?.[2], "应为全称“广西壮族自治区”");
  for (const homeProvince of ["境外", "聊城市", "内蒙古自治州"]) {
    assertEquals(complaints({ homeProvince })[0]?.[0], "homeProvince", homeProvince);
  }
});

Deno.test("two groups of one name are refused", () => {
  const group = { name: "甲", test: "特困家庭=是" };
  assertEquals(complaints({ groups: [group, group] }).map(([entry]) => entry), ["groups 第 2 个"]);
});

Deno.test("an exhibit that print has not got is refused wherever it is named", () => {
  assertEquals(
    faultsOf(() =>
      editionOf({
        "edition.json": editionJson({ bases: { 表31: "就业总人数" } }),
        "published/titles.csv": "图表,键,正文题名,目录题名\n表13,甲,甲,甲\n",
        "coverage.csv": "图表,项目,依据,说明\n图9,,derived,\n",
        "errata.csv": "图表,项目,编号,公布值,重算值,原因,处理\n表9,基数,,3,2,印错,\n",
      })
    ),
    ["edition.json:- bases 表31 表31", "coverage.csv:2 图表 图9", "errata.csv:2 图表 表9"],
  );
});

Deno.test("a fault names the file, the entry, what it holds and what it should", () => {
  assertMatch(
    dataErrorOf(() => editionWith({ records: "regster" })).message,
    /2031\/edition\.json “records”项：现为“regster”，应为 "register" 或 "reconstructed"$/,
  );
});

Deno.test("the faults of the code lists do not hide those of the settings", () => {
  const files = {
    "edition.json": editionJson({ cohorts: 0 }),
    "dictionaries/degrees.csv": "学力\n专科\n",
  };
  assertEquals(faultsOf(() => editionOf(files)), [
    "degrees.csv:1 学历 学力",
    "edition.json:- cohorts 0",
  ]);
});

Deno.test("whatever an edition.json holds, it is read or its faults are told in Chinese", () => {
  const keys = fc.constantFrom(
    ...Object.keys(editionWith({})),
    ...["年", "__proto__", "constructor", "toString", "groups"],
  );
  const group = fc.record({ name: fc.string(), test: fc.string(), heading: fc.jsonValue() }, {
    requiredKeys: [],
  });
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.array(group), fc.constant("山东省"));
  using data = temporaryData();
  const path = join(data.folder, "2031", "edition.json");
  Deno.mkdirSync(join(data.folder, "2031"));
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, value)), (entries) => {
      const json = entries.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`);
      Deno.writeTextFileSync(path, `{${json.join(",")}}`);
      try {
        readEdition(join(data.folder, "2031"));
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        for (const { expected } of error.faults) assertMatch(expected, /\p{Script=Han}/u);
      }
    }),
    { numRuns: 100 },
  );
});
