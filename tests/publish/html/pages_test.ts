import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Exhibit } from "lib/document/exhibit.ts";
import { tableHtml } from "lib/document/html.ts";
import {
  chapterPage,
  type Cover,
  indexPage,
  numberHeadings,
  pageFaults,
} from "lib/publish/html/pages.ts";

const edition: Cover = {
  school: "甲<乙>学院",
  title: "2031 届报告",
  asOf: "2031-08-05",
  records: "register",
  note: "",
};

const table: Exhibit = {
  kind: "table",
  number: 3,
  title: "人数 & 比例",
  chapter: "一、总况",
  section: "一（一）",
  notebook: "01-a",
  columns: ["专业", "人数"],
  rows: [["护理", 3]],
  base: null,
  coverage: "derived",
  note: null,
};

const chapter = {
  name: "01-a",
  code: `<h1>一、总况</h1><div class="source"><pre>let x</pre></div><h2>（一）规模</h2>${
    tableHtml(table)
  }`,
  reader: `<h1>一、总况</h1><h2 id="x">（一）规模</h2><h3>1. <em>专业</em></h3>${tableHtml(table)}`,
};

Deno.test("headings get ids of their chapter, and contents know their level and plain text", () => {
  const { html, headings } = numberHeadings(
    '<h1 id="a">一<a class="anchor-link" href="#a">¶</a></h1><h2>二 <b>三</b></h2>',
    "ch-01",
    1,
  );
  assertEquals(html, '<h2 id="ch-01">一</h2><h3 id="ch-01-1">二 <b>三</b></h3>');
  assertEquals(headings, [
    { level: 1, text: "一", id: "ch-01" },
    { level: 2, text: "二 三", id: "ch-01-1" },
  ]);
});

Deno.test("the index has cover, contents, lists and chapters, in Chinese, and stands alone", () => {
  const html = indexPage(edition, [chapter], [table]);
  assertEquals(pageFaults(html), []);
  assertStringIncludes(html, '<html lang="zh-CN">');
  assertStringIncludes(html, "<title>甲&lt;乙&gt;学院2031 届报告</title>");
  assertStringIncludes(html, "数据截至 2031 年 8 月 5 日");
  assertStringIncludes(html, '<a href="#ch-01-a-1">（一）规模</a>');
  assertStringIncludes(html, '<a href="#ch-01-a-2">1. 专业</a>');
  assertStringIncludes(html, '<a href="#table-3">表 3. 人数 &amp; 比例</a>');
  assertEquals(html.match(/<h1\b/g)?.length, 1);
  assertEquals(html.includes("图目录"), false);
});

Deno.test("a legend stands in the index only where something is not fully known", () => {
  const legend = (exhibit: Exhibit) => indexPage(edition, [chapter], [exhibit]);
  assertEquals(legend(table).includes('class="legend"'), false);
  const bounded = legend({ ...table, coverage: "bounded" });
  assertStringIncludes(bounded, 'class="swatch bounded"');
  assertEquals(bounded.includes('class="swatch partial"'), false);
});

Deno.test("a chapter's page has its code and its title, and leads back to the report", () => {
  const html = chapterPage(edition, chapter);
  assertEquals(pageFaults(html), []);
  assertStringIncludes(html, "<title>一、总况 · 2031 届报告</title>");
  assertStringIncludes(html, "let x");
  assertStringIncludes(html, 'href="index.html"');
});

Deno.test("pages bring a style for phones and for paper", () => {
  const html = indexPage(edition, [], []);
  assertMatch(html, /<meta name="viewport" content="width=device-width/);
  assertMatch(html, /@media print/);
  assertMatch(html, /@media \(max-width/);
});

Deno.test("a page that does not stand alone is found out", () => {
  const faults = (body: string) => pageFaults(`<p id="a"></p>${body}`);
  assertEquals(faults('<a href="#a">x</a><img src="data:image/png;base64,AA">'), []);
  assertEquals(faults('<a href="02-b.html">x</a>'), []);
  for (
    const body of [
      '<img src="https://example.org/a.png">',
      '<a href="http://example.org">x</a>',
      "<link href='//example.org/a.css'>",
      '<img src="picture.png">',
      "<style>@import 'a.css';</style>",
      "<style>p { background: url(https://example.org/a) }</style>",
      "<script>1</script>",
      '<p id="a"></p>',
      '<a href="#b">x</a>',
    ]
  ) assert(faults(body).length > 0, body);
});

Deno.test("the same content makes the same page", () => {
  assertEquals(indexPage(edition, [chapter], [table]), indexPage(edition, [chapter], [table]));
});
