import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { preflight } from "lib/edition/preflight.ts";
import { throwIfAny } from "lib/table/faults.ts";
import { editionJson, graduatesCsv } from "../small_edition.ts";
import { dataErrorOf, faultsOf, temporaryData } from "../temporary_data.ts";

/** The two files that an edition cannot do without, of a year and a school. */
function edition(year: number, more: Readonly<Record<string, string>> = {}, school = "示例学院") {
  const files = {
    "edition.json": editionJson({ year, school }),
    "graduates.csv": graduatesCsv({}),
    ...more,
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${year}/${name}`, text]),
  );
}

/** The faults that preflight finds in 2031. */
function said(files: Readonly<Record<string, string>>): string[] {
  using _ = temporaryData(files);
  return faultsOf(() => preflight(2031));
}

/** Passes if preflight finds nothing wrong with 2031. */
function sound(files: Readonly<Record<string, string>>): void {
  using _ = temporaryData(files);
  preflight(2031);
}

Deno.test("an edition of two sound files passes", () => sound(edition(2031)));

Deno.test("the faults of all files come together, each once", () => {
  const faults = said(edition(2031, {
    "edition.json": editionJson({ homeProvince: "" }),
    "graduates.csv": graduatesCsv({ 性别: "她" as "女" }),
    "history.csv": "届,毕业生人数,毕业去向落实率,升学率\n2030,许多,,\n",
    "employer-survey.csv": "问卷编号\n1\n",
    "coverage.csv": "图表,项目,依据,说明\n表1,,publshed,\n",
    "published/statements.csv": "编号\n",
    "published/titles.csv": "图表,键,正文题名,目录题名\n表,甲,,\n",
  }));
  assertEquals([...new Set(faults.map((fault) => fault.split(":")[0]))], [
    "titles.csv",
    "edition.json",
    "coverage.csv",
    "graduates.csv",
    "history.csv",
    "employer-survey.codebook.csv",
    "statements.csv",
  ]);
  assertEquals(new Set(faults).size, faults.length);
});

Deno.test("a code list that cannot be read is told once, though several files are held against it", () => {
  const files = edition(2031, { "dictionaries/degrees.csv": "学历,别名\n专科,\n专科,\n" });
  assertEquals(said(files), ["degrees.csv:3 学历 专科"]);
});

Deno.test("a file whose name is a slip away from one that is lacking is not passed over", () => {
  const faults = said(edition(2031, {
    "histroy.csv": "届\n",
    "Employer-Survey.csv": "问卷编号\n",
    "graduates.csv.bak": "",
    "~$history.csv": "",
    "notes.csv": "甲\n",
  }));
  assertEquals(faults, ["Employer-Survey.csv:- - -", "histroy.csv:- - -"]);
});

Deno.test("a special group that the records cannot tell of is refused, a usual one left out", () => {
  const groups = [
    { name: "残疾毕业生", test: "残疾=是；师范生≠否" },
    { name: "特困家庭毕业生", test: "特困家庭=是" },
  ];
  const files = edition(2031, {
    "edition.json": editionJson({ groups }),
    "graduates.csv": "学号,性别,学历,院系,专业,生源地,毕业去向\n1,女,专科,甲,乙,山东省,待就业\n",
  });
  using _ = temporaryData(files);
  const { message, faults } = dataErrorOf(() => preflight(2031));
  assertEquals(faults.map(({ column, found }) => [column, found]), [
    ["groups", "残疾毕业生"],
    ["groups", "残疾毕业生"],
  ]);
  assertStringIncludes(message, "graduates.csv 没有“残疾”列");
  assertStringIncludes(message, "graduates.csv 没有“师范生”列");
});

Deno.test("records of the school's earlier years are read as far as the report looks back", () => {
  const wrong = graduatesCsv({ 性别: "她" as "女" });
  assertEquals(said({ ...edition(2031), ...edition(2029, { "graduates.csv": wrong }) }), [
    "graduates.csv:2 性别 她",
  ]);
  sound({ ...edition(2031), ...edition(2028, { "graduates.csv": wrong }) });
  sound({ ...edition(2031), ...edition(2030, { "graduates.csv": wrong }, "他校") });
});

Deno.test("an earlier folder that nobody can tell the school of is told, an empty one is not", () => {
  const [fault = ""] = said({ ...edition(2031), "2030/edition.json": "{" });
  assertMatch(fault, /^edition.json/);
  sound({ ...edition(2031), "2030/notes.txt": "" });
});

Deno.test("what a caller reads besides is told with the rest", () => {
  using _ = temporaryData(edition(2031, { "history.csv": "年\n" }));
  const more = (folder: string) =>
    throwIfAny([{ file: `${folder}/more.csv`, row: 3, expected: "不对" }]);
  const files = faultsOf(() => preflight(2031, [more])).map((fault) => fault.split(" ")[0]);
  assertEquals([...new Set(files)], ["history.csv:1", "more.csv:3"]);
});

Deno.test("what may be right and is probably not is told, and keeps no report from being made", () => {
  using _ = temporaryData(edition(2031, {
    "edition.json": editionJson({ year: 2023 }),
    "graduates.csv": graduatesCsv(
      { 单位性质: "其他企业" },
      { 院系: "护理 系" },
      { 院系: "护理系" },
      { 毕业去向: "国内升学" },
    ),
  }));
  const doubts = preflight(2031);
  assertEquals(doubts.length, 4);
  for (
    const part of ["year 写着 2023", "1 人未就业，却填有", "1 人升学，却没有填", "“护理 系”1 人"]
  ) {
    assertStringIncludes(doubts.join("\n"), part);
  }
});
