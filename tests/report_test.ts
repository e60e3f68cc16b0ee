import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ratio } from "lib/measures/ratio.ts";
import { tally } from "lib/measures/tally.ts";
import { openReport } from "lib/report.ts";
import { Bound } from "lib/table/bound.ts";
import { shownExhibit, shownStatements } from "./document/setting.ts";
import { editionJson, graduatesCsv } from "./small_edition.ts";
import { dataErrorOf, faultsOf, temporaryData } from "./temporary_data.ts";

/** Four graduates: two employed, one in further study, one unplaced. */
const FOUR = graduatesCsv(
  { 毕业去向: "签劳动合同形式就业" },
  { 毕业去向: "自主创业" },
  { 毕业去向: "国内升学" },
  {},
);

const edition = (year: number, more: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({ "edition.json": editionJson({ year }), "graduates.csv": FOUR, ...more })
      .map(([name, text]) => [`${year}/${name}`, text]),
  );

Deno.test("an edition opens with its settings, code lists, records and facts", () => {
  using _ = temporaryData(edition(2031, {
    "published/statements.csv":
      "编号,位置,对象,指标,数值,单位,性质\n1-001,一（一）,毕业生,人数,4,人,exact\n",
  }));
  const report = openReport();
  assertEquals(report.edition.school, "示例学院");
  assertEquals(report.graduates.size, 4);
  assertEquals(report.dictionaries.ethnicGroups.size > 50, true);
  assertEquals(report.facts.statements.map(({ id }) => id), ["1-001"]);
});

Deno.test("an edition never printed has no facts, which is no fault", () => {
  using _ = temporaryData(edition(2031));
  assertEquals(openReport(2031).facts, { tables: [], statements: [] });
});

Deno.test("a chapter's values answer to the edition's facts and its coverage", () => {
  using _ = temporaryData(edition(2031, {
    "coverage.csv": "图表,项目,依据,说明\n表1,,partial,\n",
    "published/statements.csv":
      "编号,位置,对象,指标,数值,单位,性质\n1-001,一（一）,毕业生,人数,4,人,exact\n",
  }));
  const report = openReport();
  const chapter = report.chapter("01-x");
  assertEquals(shownStatements(chapter.text`共 ${{ 人数: 4 }}。`).map(({ id }) => id), ["1-001"]);
  const rows = tally(report.graduates, "性别", "人数");
  const { coverage, notebook } = shownExhibit(chapter.table("表1", { title: "t", rows }));
  assertEquals([coverage, notebook], ["partial", "01-x"]);
});

Deno.test("earlier cohorts come from editions on disk, else from history.csv, else are unknown", () => {
  using _ = temporaryData({
    ...edition(2029),
    ...edition(2031, {
      "history.csv": "届,毕业生人数,毕业去向落实率,升学率\n2029,99,99.99,\n2030,>6500,,8.01\n",
    }),
  });
  const four = { 毕业生人数: 4, 毕业去向落实率: ratio(3, 4), 升学率: ratio(1, 4) };
  assertEquals(openReport(2031).cohorts(4), [
    { 届: 2028, 毕业生人数: "", 毕业去向落实率: "", 升学率: "" },
    { 届: 2029, ...four },
    {
      届: 2030,
      毕业生人数: new Bound(">", "6500"),
      毕业去向落实率: "",
      升学率: new Bound("=", "8.01"),
    },
    { 届: 2031, ...four },
  ]);
});

const history = (...rows: readonly string[]) =>
  ["届,毕业生人数,毕业去向落实率,升学率", ...rows, ""].join("\n");

/** How many graduates each of the last three cohorts of 2031 had. */
const sizes = () => openReport(2031).cohorts(3).map(({ 毕业生人数 }) => 毕业生人数);

Deno.test("another school's edition tells nothing of this one's earlier cohorts", () => {
  using _ = temporaryData({
    ...edition(2030, { "edition.json": editionJson({ year: 2030, school: "他校" }) }),
    "2030/history.csv": history("2029,77,,"),
    ...edition(2031),
  });
  assertEquals(sizes(), ["", "", 4]);
});

Deno.test("an earlier folder without records leaves its year to history.csv", () => {
  using _ = temporaryData({
    "2030/edition.json": editionJson({ year: 2030 }),
    ...edition(2031, { "history.csv": history("2030,99,,") }),
  });
  assertEquals(sizes(), ["", 99, 4]);
});

Deno.test("what an earlier edition of the school knew of the years before it is known still", () => {
  using _ = temporaryData({
    ...edition(2030, { "history.csv": history("2029,98,90.00,", "2028,97,,") }),
    ...edition(2031, { "history.csv": history("2029,,91.00,") }),
  });
  const [first] = openReport(2031).cohorts(3);
  assertEquals([first?.毕业生人数, String(first?.毕业去向落实率)], [98, "91.00"]);
  assertEquals(sizes(), [98, 4, 4]);
});

Deno.test("a year without an edition is refused with those there are", () => {
  using _ = temporaryData(edition(2031));
  assertThrows(() => openReport(2023), Error, "现有版次：2031");
});

Deno.test("an edition without settings, or without records, is refused", () => {
  {
    using _ = temporaryData({ "2031/graduates.csv": FOUR });
    assertStringIncludes(dataErrorOf(() => openReport()).message, "edition.json：找不到");
  }
  using _ = temporaryData({ "2031/edition.json": editionJson() });
  assertStringIncludes(dataErrorOf(() => openReport()).message, "graduates.csv：找不到");
});

Deno.test("wrong records keep an edition from opening", () => {
  using _ = temporaryData(edition(2031, { "graduates.csv": graduatesCsv({ 性别: "x" }) }));
  assertEquals(faultsOf(() => openReport()), ["graduates.csv:2 性别 x"]);
});

Deno.test("wrong records of an earlier edition are told where they are", () => {
  using _ = temporaryData({
    ...edition(2030, { "graduates.csv": graduatesCsv({ 性别: "x" }) }),
    ...edition(2031),
  });
  const error = dataErrorOf(() => openReport().cohorts(2));
  assertStringIncludes(error.message, "2030/graduates.csv 第 2 行");
});
