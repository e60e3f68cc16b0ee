import { assert, assertEquals, assertMatch } from "@std/assert";
import { pageFaults } from "lib/publish/html/page.ts";
import { pagesBefore, printPage } from "lib/publish/pdf/page.ts";
import { textsOf } from "../../page.ts";
import { CHAPTERS, COVER } from "../small_report.ts";

const NOWHERE = new Map<string, number>();
const first = printPage(COVER, CHAPTERS, NOWHERE);

Deno.test("the page needs nothing else, and its links land", () => {
  assertEquals(pageFaults(first), []);
});

Deno.test("contents show page numbers that count from the first chapter", () => {
  const pages = new Map([["start", 5], ["c0-0", 5], ["c0-1", 6], ["table-1", 7], ["figure-1", 8]]);
  const html = printPage(COVER, CHAPTERS, pages);
  assertEquals(pagesBefore(pages), 4);
  assertEquals(textsOf(html, ".entries .page").slice(0, 4), ["1", "2", "3", "4"]);
  // The cover and three pages lie before page 1.
  assertMatch(html, /@page cover \{\s*counter-increment: page -3;/);
});

Deno.test("what is for analysts alone is not printed", () => {
  assert(!first.includes("只给分析人员看"));
  assert(!first.includes("表 2"));
});

Deno.test("a chapter's title stands at the head of its pages, whatever is in it", () => {
  const evil = `一、"; } </style><script>`;
  const chapters = CHAPTERS.map((chapter) => ({ ...chapter, title: evil }));
  const html = printPage(COVER, chapters, NOWHERE);
  assertEquals(pageFaults(html), []);
  assert(!html.includes("<script"));
  assertMatch(html, /@page chapter-0 \{ @top-center \{ content: "一\\3001 \\22 \\3b /);
});

Deno.test("every exhibit is on the page, without columns of which nothing is known", () => {
  assertEquals(textsOf(first, ".chapter figcaption"), [
    "表 1. 毕业生各院（系）毕业去向落实情况",
    "图 1. 毕业生性别结构图",
    "图 2. 满意度",
    "说明用表",
    "示意",
  ]);
  assert(!textsOf(first, "th").includes("未知%"));
});

Deno.test("cover and school are text, not markup", () => {
  assert(!first.includes("示例<学院>"));
  assert(textsOf(first, ".cover .school").includes(COVER.school));
});
