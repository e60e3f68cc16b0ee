import { assertEquals, assertStringIncludes } from "@std/assert";
import { openChapter } from "lib/document/chapter.ts";
import { Frame } from "lib/table/frame.ts";
import { fact, setting } from "./setting.ts";

const facts = {
  tables: [{ number: 1, columns: ["系", "人数"], rows: [["甲", "3"]] }],
  statements: [fact("1-001", "毕业生", "4", "exact"), fact("1-002", "女生", "3", "exact")],
};

const table = (n: number) => ({
  title: "t",
  rows: Frame.fromRows([{ 系: "甲", 人数: n }], ["系", "人数"]),
});

Deno.test("a chapter closes with how everything it made compares with print", () => {
  const chapter = openChapter(setting({ facts }));
  const section = chapter.section("一（一）");
  section.table(1, table(3));
  section.text`共 ${section.value("毕业生", "人数", 4, "人")}。`;
  assertStringIncludes(chapter.check().text, "一致（3 项）");
  section.text`其中女生 ${section.value("女生", "人数", 2, "人")}。`;
  assertStringIncludes(chapter.check().text, "1-002：公布 3，重算 2");
});

Deno.test("a cell that is run again replaces what it made before", () => {
  const chapter = openChapter(setting({ facts }));
  const section = chapter.section("一（一）");
  section.table(1, table(9));
  assertStringIncludes(chapter.check().text, "公布 3，重算 9");
  section.table(1, table(3));
  assertStringIncludes(chapter.check().text, "一致（2 项）");
});

Deno.test("a chapter of an edition never printed says that there is nothing to compare", () => {
  const chapter = openChapter(setting());
  chapter.section("一（一）").table(1, table(3));
  assertEquals(chapter.check().text, "本版次没有可对照的公布数据");
  assertEquals(chapter.check().made, { exhibits: [], statements: [] });
});
