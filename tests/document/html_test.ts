import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Exhibit } from "lib/document/exhibit.ts";
import { toCell } from "lib/document/cell.ts";
import { blockHtml, captionOf, escapeHtml, knownOf } from "lib/document/html.ts";
import { ratio } from "lib/measures/ratio.ts";
import { attributesOf, partsOf, textsOf } from "../page.ts";
import { exhibit, statement } from "./setting.ts";

const look = { id: (of: object) => "rows" in of ? "x" : "n" };
const tableHtml = (one: Exhibit) => blockHtml({ kind: "table", exhibit: one }, look);
const figureHtml = (one: Exhibit, svg: string) =>
  blockHtml({ kind: "figure", exhibit: one, svg, seen: one.columns }, look);

const cells = (html: string) => textsOf(html, "tbody :is(th, td)");

Deno.test("text is made safe for tags and attributes", () => {
  assertEquals(escapeHtml(`<a title="b">&amp;`), "&lt;a title=&quot;b&quot;&gt;&amp;amp;");
});

Deno.test("a caption has its label and its title", () => {
  assertEquals(captionOf(exhibit()), "表 3. 各系人数");
  assertEquals(captionOf(exhibit({ kind: "figure", label: "图 12" })), "图 12. 各系人数");
});

Deno.test("a table has its id, caption, headers and cells; what is unknown is a dash", () => {
  const html = tableHtml(exhibit());
  assertEquals(attributesOf(html, "figure", "id"), ["x"]);
  assertEquals(textsOf(html, "figcaption"), ["表 3. 各系人数"]);
  assertEquals(textsOf(html, "thead th"), ["系", "人数", "比例%"]);
  assertEquals(cells(html), ["医学系", "12", "45.70", "护理系", "—", "—"]);
});

Deno.test("what names a row is its header, two columns where one does not tell rows apart", () => {
  const headers = (columns: string[], ...rows: (string | number)[][]) => {
    const html = tableHtml(exhibit({ columns, rows }));
    assertEquals(attributesOf(html, "tbody th", "scope").every((scope) => scope === "row"), true);
    return textsOf(html, "tbody th");
  };
  assertEquals(headers(["序号", "系", "人数"], [1, "甲", 2], [2, "乙", 3]), ["甲", "乙"]);
  assertEquals(headers(["届", "人数"], [2022, 2], [2023, 3]), ["2022", "2023"]);
  assertEquals(
    headers(["学历", "系", "类", "人数"], ["本科", "甲", "理", 2], ["本科", "乙", "理", 3]),
    ["本科", "甲", "本科", "乙"],
  );
});

Deno.test("a table that can be scrolled can be reached by keys, and has a name", () => {
  const html = tableHtml(exhibit());
  assertEquals(attributesOf(html, ".scroll", "tabindex"), ["0"]);
  assertEquals(attributesOf(html, ".scroll", "role"), ["region"]);
  assertEquals(attributesOf(html, ".scroll", "aria-label"), ["表 3. 各系人数"]);
});

Deno.test("columns of numbers are aligned as numbers, headers with them", () => {
  const html = tableHtml(exhibit());
  assertEquals(attributesOf(html, "thead th", "class"), ["text", "num", "num"]);
  assertEquals(attributesOf(html, "tbody tr:first-child > *", "class"), ["text", "num", "num"]);
  const mixed = tableHtml(exhibit({ columns: ["a", "b"], rows: [["1", "-2.5"], ["约84", "0"]] }));
  assertEquals(attributesOf(mixed, "thead th", "class"), ["text", "num"]);
});

Deno.test("titles, headers, cells and notes are escaped", () => {
  const evil = `<script>"&`;
  const html = tableHtml(exhibit({
    title: evil,
    columns: [evil],
    rows: [[evil]],
    note: evil,
    base: { label: evil, count: 1 },
  }));
  assertEquals(html.includes("<script"), false);
  assertEquals(cells(html), [evil]);
  assertEquals(textsOf(html, "thead th"), [evil]);
  assertEquals(textsOf(html, "p.note"), [`基数：${evil} 1 人`, `注：${evil}`]);
});

Deno.test("headers with a dot stand under their shared one", () => {
  const html = tableHtml(exhibit({
    columns: ["系", "落实·就业", "落实·升学", "比例%"],
    rows: [["甲", 1, 2, "3.00"]],
  }));
  assertEquals(textsOf(html, "thead tr:first-child th"), ["系", "落实", "比例%"]);
  assertEquals(textsOf(html, "thead tr:last-child th"), ["就业", "升学"]);
  assertEquals(attributesOf(html, "thead tr:first-child th", "colspan"), [null, "2", null]);
  assertEquals(attributesOf(html, "thead tr:first-child th", "rowspan"), ["2", null, "2"]);
  assertEquals(cells(html).length, 4);
  const scopes = attributesOf(html, "thead th", "scope");
  assertEquals(scopes, ["col", "colgroup", "col", "col", "col"]);
});

Deno.test("base, note and what is only bounded or partial are said below", () => {
  const noted = exhibit({
    base: { label: "毕业生总人数", count: 27 },
    note: "某说明",
    coverage: "bounded",
  });
  const lines = textsOf(tableHtml(noted), "p.note");
  assertEquals(lines.slice(0, 2), ["基数：毕业生总人数 27 人", "注：某说明"]);
  assertEquals(lines.length, 3);
  assertEquals(textsOf(tableHtml(exhibit({ coverage: "partial" })), "p.note").length, 1);
  assertEquals(textsOf(tableHtml(exhibit({ coverage: "derived" })), "p.note"), []);
});

Deno.test("a figure holds its drawing, its caption and its rows", () => {
  const figure = exhibit({ kind: "figure", label: "图 2" });
  const html = figureHtml(figure, `<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>`);
  assertEquals(attributesOf(html, "figure", "id"), ["x"]);
  assertEquals(textsOf(html, "figcaption"), ["图 2. 各系人数"]);
  assertEquals(partsOf(html, "svg rect").length, 1);
  assertEquals(cells(html), ["医学系", "12", "45.70", "护理系", "—", "—"]);
});

Deno.test("who cannot see a drawing is told its caption and its rows", () => {
  const rows = [["甲<系", 12, "45.70"], ["乙系", null, null]];
  const html = figureHtml(exhibit({ kind: "figure", label: "图 2", rows }), "<svg></svg>");
  const [told = ""] = attributesOf(html, "[role=img]", "aria-label");
  for (const part of ["图 2. 各系人数", "甲<系", "12", "45.70%", "乙系"]) {
    assertStringIncludes(told ?? "", part);
  }
});

Deno.test("where nothing is drawn, what is known stands in words, rows that say the same together", () => {
  const one = exhibit({
    kind: "figure",
    label: "图 2",
    columns: ["项目", "答卷数", "满意度%"],
    rows: [["环境", 9, "≥81"], ["福利", 9, "≥81"], ["压力", 9, "≥90"], ["其他", 0, null]],
    coverage: "bounded",
  });
  const block = { kind: "figure", exhibit: one, svg: "", seen: ["项目", "满意度%"] } as const;
  const html = blockHtml(block);
  assertEquals(textsOf(html, "p.known"), [
    "环境、福利：满意度 ≥81%；压力：满意度 ≥90%；其他没有数值。",
  ]);
  assertEquals(partsOf(html, ".drawing"), []);
  assertEquals(textsOf(html, "figcaption"), ["图 2. 各系人数"]);
  assertEquals(textsOf(html, "p.note"), []);
  const years = exhibit({ columns: ["届", "升学率"], rows: [[2021, ">7"], [2022, ">7"]] });
  assertEquals(knownOf(years, years.columns), "2021 届、2022 届：升学率 >7。");
});

Deno.test("legends are drawn, so that they print without backgrounds", () => {
  const html = figureHtml(exhibit({ kind: "figure" }), `<svg><g class="hatched"></g></svg>`);
  assertEquals(partsOf(html, ".note svg.swatch path").length, 1);
  assertEquals(attributesOf(html, ".note svg", "aria-hidden"), ["true"]);
});

Deno.test("a number in prose can be linked to, and leads to where it is explained", () => {
  const link = () => "01.html#cell-3";
  const words = ["共 ", statement(), "，见", { see: "系别", label: "表 3" }];
  const html = blockHtml({ kind: "paragraph", words }, { ...look, link });
  assertEquals(textsOf(html, "p"), ["共 4 人，见表 3"]);
  assertEquals(attributesOf(html, "a.source", "href"), ["01.html#cell-3"]);
  assertEquals(attributesOf(html, "b.value", "id"), ["n"]);
  assertEquals(textsOf(html, ".see"), ["表 3"]);
});

Deno.test("headings move down by as many levels as the page asks, and words are escaped", () => {
  const heading = { kind: "heading", level: 2, text: "（一）<b>", place: "" } as const;
  const html = blockHtml(heading, { deeper: 1, headingId: () => "h" });
  assertEquals(html, '<h3 id="h">（一）&lt;b&gt;</h3>');
});

Deno.test("an empty table has its headers and no row", () => {
  const html = tableHtml(exhibit({ rows: [] }));
  assertEquals(textsOf(html, "thead th").length, 3);
  assertEquals(cells(html), []);
});

Deno.test("a value is shown as it is, a share as its percentage, nothing as unknown", () => {
  assertEquals([12, "甲", ratio(1, 4), null, undefined].map(toCell), [
    12,
    "甲",
    "25.00",
    null,
    null,
  ]);
});
