import { assertEquals, assertStringIncludes } from "@std/assert";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { parseGroupTest, specialGroups } from "lib/edition/groups.ts";
import { graduatesCsv } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";

const dictionaries = readDictionaries();

/** The 学号 of those whom a test picks out of some graduates; null where a column is lacking. */
function picked(test: string, graduates: string): string[] | null {
  using data = temporaryData({ "graduates.csv": graduates });
  const parsed = parseGroupTest(test, dictionaries);
  if ("expected" in parsed) throw new Error(parsed.expected.join());
  const group = { name: "甲", heading: "甲", test: parsed.value };
  const [found] = specialGroups(readGraduates(data.folder, dictionaries), [group]);
  return found?.members.column("学号").map((id) => id.slice(-1)) ?? null;
}

const wrong = (test: string) => {
  const parsed = parseGroupTest(test, dictionaries);
  return "expected" in parsed ? parsed.expected.join("／") : "";
};

const HARDSHIP = `学号,性别,学历,院系,专业,生源地,毕业去向,困难类别,荣誉
1,女,专科,甲系,子,山东省,待就业,特别困难,省级优秀毕业生、校级优秀毕业生
2,男,本科,甲系,子,河南省,国内升学,一般困难,校级优秀毕业生
3,女,本科,甲系,子,山东省,待就业,非困难生,
4,男,本科,甲系,子,山东省,待就业,,省级优秀毕业生┋三好学生
`;

Deno.test("a column is equal, is another, is one of several, is none of several, or says anything", () => {
  assertEquals(picked("困难类别=特别困难", HARDSHIP), ["1"]);
  assertEquals(picked("困难类别≠非困难生", HARDSHIP), ["1", "2"]);
  assertEquals(picked("困难类别!=非困难生", HARDSHIP), ["1", "2"]);
  assertEquals(picked("困难类别∈特别困难┋一般困难", HARDSHIP), ["1", "2"]);
  assertEquals(picked("困难类别∉特别困难┋一般困难", HARDSHIP), ["3"]);
  assertEquals(picked("困难类别≠", HARDSHIP), ["1", "2", "3"]);
});

Deno.test("a cell that lists several things holds one of them, whole, however they are joined", () => {
  assertEquals(picked("荣誉∋省级优秀毕业生", HARDSHIP), ["1", "4"]);
  assertEquals(picked("荣誉∋优秀毕业生", HARDSHIP), []);
  assertEquals(picked("荣誉∋三好学生┋校级优秀毕业生", HARDSHIP), ["1", "2", "4"]);
});

Deno.test("several conditions hold together", () => {
  assertEquals(picked("学历=本科；生源地=山东省; 性别=男", HARDSHIP), ["4"]);
});

Deno.test("what the code lists add can be asked for, and codes are read as their names", () => {
  assertEquals(picked("去向大类=升学", HARDSHIP), ["2"]);
  assertEquals(picked("生源地=410000", HARDSHIP), ["2"]);
});

Deno.test("a group that asks of a column that the records lack is left out", () => {
  assertEquals(picked("师范生=是", HARDSHIP), null);
  assertEquals(picked("困难类别≠", graduatesCsv({})), null);
});

Deno.test("an ethnic group that tells neither is no minority", () => {
  const csv = graduatesCsv({ 民族: "回族" }, { 民族: "其他" }, { 民族: "汉族" });
  assertEquals(picked("少数民族=是", csv), ["1"]);
});

Deno.test("a misspelt column or value is told with the nearest, an unfinished test with the form", () => {
  assertStringIncludes(
    wrong("困难类型=特别困难"),
    "“困难类型”不是毕业生的列；最接近的是“困难类别”",
  );
  assertStringIncludes(wrong("性别=女生"), "最接近的是“女”");
  assertStringIncludes(wrong("困难类别=特别困准"), "最接近的是“特别困难”");
  assertStringIncludes(wrong("困难类别="), "困难类别≠");
  assertStringIncludes(wrong("困难类别"), "应写成");
  assertStringIncludes(wrong(""), "不应为空");
  assertEquals(wrong("甲=乙；丙=丁").split("／").length, 2);
});
