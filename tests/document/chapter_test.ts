import { assertEquals, assertStringIncludes } from "@std/assert";
import { forgetChapters, openChapter } from "lib/document/chapter.ts";
import { Frame } from "lib/table/frame.ts";
import { fact, notesOf, setting } from "./setting.ts";

const facts = {
  tables: [{ number: 1, key: "系别", columns: ["系", "人数"], rows: [["甲", "3"]] }],
  statements: [fact("1-001", "毕业生", "4", "exact"), fact("1-002", "女生", "3", "exact")],
};

const table = (n: number) => ({
  title: "t",
  rows: Frame.fromRows([{ 系: "甲", 人数: n }], ["系", "人数"]),
});

const open = (more = {}) => {
  forgetChapters();
  return openChapter(setting(more), "毕业生");
};

Deno.test("a chapter closes with how everything it made compares with print", () => {
  const chapter = open({ facts });
  chapter.table("系别", table(3));
  chapter.text`共 ${{ 人数: 4 }}。`;
  assertStringIncludes(notesOf(chapter.check()).join(), "一致（3 项）");
  chapter.text`其中女生 ${{ 女生: { 人数: 2 } }}。`;
  assertStringIncludes(notesOf(chapter.check()).join(), "1-002：公布 3，重算 2");
});

Deno.test("a cell that is run again replaces what it made before", () => {
  const chapter = open({ facts });
  chapter.table("系别", table(9));
  assertStringIncludes(notesOf(chapter.check()).join(), "公布 3，重算 9");
  chapter.table("系别", table(3));
  assertStringIncludes(notesOf(chapter.check()).join(), "一致（2 项）");
});

Deno.test("running the opening cell again forgets nothing", () => {
  open({ facts }).table("系别", table(3));
  const again = openChapter(setting({ facts }), "毕业生");
  assertStringIncludes(notesOf(again.check()).join(), "一致（2 项）");
});

Deno.test("a chapter of an edition never printed says that there is nothing to compare", () => {
  const chapter = open();
  chapter.table("系别", table(3));
  assertEquals(notesOf(chapter.check()), ["本版次没有可对照的公布数据"]);
});
