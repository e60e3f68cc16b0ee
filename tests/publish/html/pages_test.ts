import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Block } from "lib/document/blocks.ts";
import { assemble, type Source } from "lib/document/document.ts";
import { proseBlocks } from "lib/document/markdown.ts";
import { chapterPage } from "lib/publish/html/analyst.ts";
import type { Explained } from "lib/publish/appendix.ts";
import type { Cover } from "lib/publish/cover.ts";
import { pageFaults } from "lib/publish/html/page.ts";
import { type Evidence, explanationHtml, filesReadBy } from "lib/publish/html/explained.ts";
import { annotatedPage, indexPage } from "lib/publish/html/reader.ts";
import type { Notebook } from "lib/publish/jupyter/notebook.ts";
import { exhibit, statement } from "../../document/setting.ts";
import { attributesOf, textsOf } from "../../page.ts";

const edition: Cover & Explained = {
  school: "甲<乙>学院",
  title: "2031 届报告",
  asOf: "2031-08-05",
  records: "register",
  note: "",
  contact: "就业指导中心 <0000>",
  errata: [],
  accepted: [],
};

const table: Block = { kind: "table", exhibit: exhibit({ key: "人数", title: "人数 & 比例" }) };
const number: Block = { kind: "paragraph", words: ["共 ", statement({ notebook: "01-a" }), "。"] };
const note: Block = { kind: "note", tone: "agree", text: "✓ 一致" };

const notebook: Notebook = {
  cells: [
    { cell_type: "markdown", source: "# 一、总况\n\n写给分析员的 `话` <script>" },
    { cell_type: "markdown", source: "## （一）规模" },
    { cell_type: "code", source: "let x = 1;" },
    { cell_type: "markdown", source: "### 1. 专业" },
    {
      cell_type: "code",
      source: "await show(y);",
      outputs: [{ output_type: "stream", text: "印出 <的>" }],
    },
  ],
};

/** The notebook's prose, and what its two code cells are said to have shown. */
function source(first: readonly Block[], second: readonly Block[]): Source {
  const shown = [first, second];
  let run = 0;
  return {
    notebook: "01-a",
    cells: notebook.cells.map(({ cell_type, source }) =>
      cell_type === "code"
        ? { code: ++run, blocks: shown[run - 1] ?? [], analyst: false }
        : { prose: proseBlocks(String(source)), analyst: false }
    ),
  };
}

const report = (more: readonly Block[] = []) =>
  assemble([source([number, note], [table, ...more])], { facts: { tables: [], statements: [] } });

Deno.test("the index has cover, contents, lists and chapters, in Chinese, and stands alone", () => {
  const html = indexPage(edition, report());
  assertEquals(pageFaults(html), []);
  assertStringIncludes(html, '<html lang="zh-CN">');
  assertStringIncludes(html, "<title>甲&lt;乙&gt;学院2031 届报告</title>");
  assertStringIncludes(html, "数据截至 2031 年 8 月 5 日");
  assertStringIncludes(html, "联系方式：就业指导中心 &lt;0000&gt;");
  assertEquals(attributesOf(html, ".contents a", "href"), [
    "#ch-01-a",
    "#ch-01-a-1",
    "#ch-01-a-2",
  ]);
  assertEquals(textsOf(html, ".contents li"), ["（一）规模", "1. 专业"]);
  assertStringIncludes(html, '<a href="#table-人数">表 1. 人数 &amp; 比例</a>');
  assertEquals(html.match(/<h1\b/g)?.length, 1);
  assertEquals(html.includes("图目录"), false);
});

/** Of a report that nothing was compared with. */
const NOTHING: Evidence = {
  comparison: { differ: [], errata: [], unchecked: [] },
  files: new Map([["01-a", ["graduates.csv"]]]),
};

Deno.test("remarks on the comparison stand in the annotated edition, not in the signed one", () => {
  assertEquals(textsOf(indexPage(edition, report()), ".check"), []);
  assertEquals(textsOf(annotatedPage(edition, report(), NOTHING), ".check"), ["✓ 一致"]);
});

Deno.test("in the annotated edition a number is pressed to be explained, in the signed one it is not", () => {
  assertEquals(indexPage(edition, report()).includes("popover"), false);
  const html = annotatedPage(edition, report(), NOTHING);
  assertEquals(pageFaults(html), []);
  const [target = ""] = attributesOf(html, "button.value", "popovertarget");
  assertEquals(attributesOf(html, "[popover]", "id"), [target]);
  const [said = ""] = textsOf(html, "[popover]");
  assertStringIncludes(said, "没有公布过");
  assertStringIncludes(said, "本章的数据：graduates.csv");
  const [code = "", own = ""] = attributesOf(html, "[popover] a", "href");
  assertMatch(String(code), /^01-a\.html#cell-\d+$/);
  assertEquals(attributesOf(html, "button.value", "id"), [String(own).slice(1)]);
});

Deno.test("a number that differs from print says what print has", () => {
  const published = statement({ id: "1-001", notebook: "01-a" });
  const why = (comparison: Partial<Evidence["comparison"]>) =>
    explanationHtml(published, {
      comparison: { ...NOTHING.comparison, ...comparison },
      files: new Map(),
    });
  const id = "1-001";
  const other = { id, place: "一", published: "5808", computed: "5809" };
  assertStringIncludes(why({}), "与公布的相符（编号 1-001）");
  assertStringIncludes(why({ differ: [other] }), "公布的是 5808（编号 1-001）");
  assertStringIncludes(why({ errata: [{ ...other, why: "" }] }), "公布的是 5808（编号 1-001）");
  assertStringIncludes(why({ unchecked: [{ id, why: "" }] }), "没有对照（编号 1-001）");
});

Deno.test("a notebook's files are those that it reads and the edition has", () => {
  const cell = { cell_type: "code" as const, source: "report.graduates; readSurveys(folder);" };
  const there = new Set(["graduates.csv", "graduate-survey.csv", "profile.csv"]);
  assertEquals(filesReadBy({ cells: [cell] }, there), ["graduates.csv", "graduate-survey.csv"]);
});

Deno.test("what an exhibit says stands above it in the signed edition only", () => {
  const rows = [["护理系", 60, "60.00"], ["医学系", 40, "40.00"]];
  const base = { label: "毕业生总人数", count: 100 };
  const block: Block = { kind: "table", exhibit: exhibit({ key: "系别", rows, base }) };
  const html = indexPage(edition, report([block]));
  assertEquals(textsOf(html, ".message"), ["护理系最多：60 人，占毕业生总人数的 60.00%"]);
  assertEquals(textsOf(html, ".message + figure figcaption"), ["表 2. 各系人数"]);
  assertEquals(textsOf(annotatedPage(edition, report([block]), NOTHING), ".message"), []);
});

Deno.test("errata are said once, in an appendix that the contents name", () => {
  const row = {
    图表: "图3",
    键: "去向",
    项目: "比例",
    编号: "",
    公布值: "98.65",
    重算值: "98.64",
    原因: "某<原因>",
    处理: "",
  };
  const html = indexPage({ ...edition, errata: [row] }, report());
  assertEquals(textsOf(html, "main > section:last-child li"), [
    "图3 比例：印作 98.65，重算为 98.64。某<原因>",
  ]);
  assertEquals(attributesOf(html, '.contents a[href="#ch-appendix"]', "href"), ["#ch-appendix"]);
});

Deno.test("a check that failed and was accepted is told of in both editions", () => {
  const accepted = [{ check: "日期", because: "学制延长" }];
  const told = { ...edition, accepted };
  for (const html of [indexPage(told, report()), annotatedPage(told, report(), NOTHING)]) {
    assertEquals(textsOf(html, "main > section:last-child li"), ["日期：学制延长"]);
  }
});

Deno.test("a legend stands in the index only where something is not fully known", () => {
  assertEquals(indexPage(edition, report()).includes('class="legend"'), false);
  const bounded: Block = {
    kind: "figure",
    exhibit: exhibit({ kind: "figure", key: "b" }),
    svg: '<svg><g class="hollow"></g></svg>',
    seen: [],
  };
  const html = indexPage(edition, report([bounded]));
  assertEquals(textsOf(html, ".legend li"), ["公布时只给出下限"]);
  assertEquals(attributesOf(html, ".legend svg", "class"), ["swatch"]);
});

Deno.test("from a number a reader comes to the cell that computes it, and back", () => {
  const document = report();
  const index = indexPage(edition, document);
  assertEquals(attributesOf(index, "p a.source", "href"), ["01-a.html#cell-1"]);
  assertEquals(attributesOf(index, "b.value", "id"), ["n-毕业生·人数"]);
  const [chapter] = document.chapters;
  assert(chapter !== undefined);
  const shown = new Set(["n-毕业生·人数"]);
  const page = chapterPage(edition, notebook, chapter, shown, document.chapters);
  assertEquals(attributesOf(page, "#cell-1 p a.source", "href"), ["index.html#n-毕业生·人数"]);
});

Deno.test("a chapter's page has what each cell shows, its code folded, and leads to its neighbours", () => {
  const document = report();
  const [chapter] = document.chapters;
  assert(chapter !== undefined);
  const next = { notebook: "02-b", title: "二、流向", blocks: [] };
  const html = chapterPage(edition, notebook, chapter, new Set(), [chapter, next]);
  assertEquals(pageFaults(html), []);
  assertStringIncludes(html, "<title>一、总况 · 2031 届报告</title>");
  assertEquals(textsOf(html, "details.code pre"), ["let x = 1;", "await show(y);"]);
  assertEquals(textsOf(html, "#cell-2 pre.text"), ["印出 <的>"]);
  assertEquals(textsOf(html, "h2, h3"), ["（一）规模", "1. 专业"]);
  assertStringIncludes(html, 'href="index.html"');
  assertStringIncludes(html, 'href="02-b.html"');
  assertStringIncludes(html, "&lt;script&gt;");
});

Deno.test("pages bring a style for phones, for paper and for the dark", () => {
  const html = indexPage(edition, report());
  assertMatch(html, /<meta name="viewport" content="width=device-width/);
  assertMatch(html, /@media print/);
  assertMatch(html, /@media \(max-width/);
  assertMatch(html, /prefers-color-scheme: dark/);
});

Deno.test("a page that does not stand alone is found out", () => {
  const faults = (body: string) => pageFaults(`<p id="a"></p>${body}`);
  assertEquals(faults('<a href="#a">x</a><img src="data:image/png;base64,AA">'), []);
  assertEquals(faults('<a href="02-b.html">x</a><a href="02-b.html#cell-3">x</a>'), []);
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
