import { assert, assertEquals, assertMatch } from "@std/assert";
import { exhibitOf } from "lib/document/blocks.ts";
import { bars } from "lib/document/charts/bars.ts";
import { signed } from "lib/document/document.ts";
import { sayWord } from "lib/document/words.ts";
import { readEdition } from "lib/edition/settings.ts";
import { chineseFont } from "lib/publish/word/fonts.ts";
import { writeWord } from "lib/publish/word/document.ts";
import { OFFICIAL_LOOK } from "lib/publish/word/look.ts";
import { Frame } from "lib/table/frame.ts";
import { editionFolder } from "lib/workspace.ts";
import { runChapters } from "../../notebooks/run_chapter.ts";
import {
  datesOf,
  type Element,
  elementsOf,
  partsOf,
  readPart,
  xmlFaults,
} from "../office_parts.ts";
import { BARE, CHAPTERS, COVER, FIGURE, HARMFUL, TABLE } from "../small_report.ts";

const bytes = await writeWord(COVER, CHAPTERS, { font: null });
const parts = partsOf(bytes);
const text = readPart(parts, "word/document.xml");

const first = (element: Element, name: string) => elementsOf(element, name)[0];
const styleOf = (paragraph: Element) => first(paragraph, "w:pStyle")?.getAttribute("w:val") ?? "";
const wordsOf = (element: Element) =>
  elementsOf(element, "w:t").map(({ textContent }) => textContent).join("");
const paragraphs = elementsOf(text, "w:p");
const styled = (style: string) => paragraphs.filter((one) => styleOf(one) === style).map(wordsOf);
const fields = (part: Element) => [
  ...elementsOf(part, "w:fldSimple").map((field) => field.getAttribute("w:instr") ?? ""),
  ...elementsOf(part, "w:instrText").map(({ textContent }) => textContent.trim()),
];
const gridOf = (table: Element) =>
  elementsOf(table, "w:tr").map((row) => elementsOf(row, "w:tc").map(wordsOf));

Deno.test("all parts are well-formed XML, whatever the texts", () => {
  assertEquals([...parts].flatMap(([path, xml]) => xmlFaults(xml).map((f) => `${path}: ${f}`)), []);
  assert(wordsOf(text).includes(HARMFUL.markup));
  assert(wordsOf(text).includes("甲乙丙"));
});

Deno.test("what is for analysts alone, and how numbers compare with print, is not in the file", () => {
  const words = wordsOf(text);
  assert(!words.includes("只给分析人员看"));
  assert(!words.includes("表 2"));
  assert(!words.includes("与公布数据一致"));
  assert(words.includes("一句说明。"));
});

Deno.test("the cover says school, title and date, and that records are reconstructed", () => {
  assertEquals(styled("CoverSchool"), [COVER.school]);
  assertEquals(styled("Title"), [COVER.title]);
  assertEquals(styled("CoverDate"), ["数据截至 2031 年 8 月 31 日"]);
  assertMatch(styled("CoverProvenance").join(), /重构/);
  assertEquals(styled("CoverProvenance").at(-1), `联系方式：${COVER.contact}`);
});

Deno.test("headings have Word's own styles", () => {
  assertEquals([styled("Heading1"), styled("Heading2")], [["一、基本情况"], ["（一）规模"]]);
  const names = elementsOf(readPart(parts, "word/styles.xml"), "w:style")
    .map((
      style,
    ) => [style.getAttribute("w:styleId"), first(style, "w:name")?.getAttribute("w:val")]);
  const known = Object.fromEntries(names);
  assertEquals([known.Heading1?.toLowerCase(), known.Caption?.toLowerCase()], [
    "heading 1",
    "caption",
  ]);
  const used = paragraphs.map(styleOf).filter((style) => style !== "");
  assertEquals(used.filter((style) => known[style] === undefined), []);
});

Deno.test("captions are numbered by Word, with the report's numbers until it counts", () => {
  assertEquals(styled("Caption"), [
    `表 1　${TABLE.title}`,
    `图 1　${FIGURE.title}`,
    `图 2　${BARE.title}`,
    "说明用表",
    "示意",
  ]);
  assertEquals(fields(text).filter((field) => field.startsWith("SEQ")), [
    "SEQ 表 \\* ARABIC",
    "SEQ 图 \\* ARABIC",
    "SEQ 图 \\* ARABIC",
  ]);
});

Deno.test("a table's caption stands above it, a figure's below", () => {
  const order = paragraphs.map((one) => [styleOf(one), wordsOf(one)].join(" "));
  const at = (start: string) => order.findIndex((line) => line.startsWith(start));
  assert(at("Caption 表 1") < at("TableHead 序号"));
  assert(at("Figure") < at("Caption 图 1"));
  assert(at("Caption 表 1") >= 0 && at("Figure") >= 0);
});

Deno.test("where numbers begin anew with each chapter, Word counts so too", async () => {
  const labels: Readonly<Record<string, string>> = { 院系去向: "表 1-1", 性别结构: "图 2-1" };
  const chapters = CHAPTERS.map((chapter) => ({
    ...chapter,
    blocks: [...chapter.blocks, ...chapter.blocks].flatMap((placed) => {
      if (placed.block.kind !== "figure" || placed.block.svg === "") return [];
      const { exhibit } = placed.block;
      const block = { ...placed.block, exhibit: { ...exhibit, label: labels[exhibit.key] ?? "" } };
      return [{ ...placed, block }];
    }),
  }));
  const other = readPart(
    partsOf(await writeWord(COVER, chapters, { font: null })),
    "word/document.xml",
  );
  assertEquals(fields(other).filter((field) => field.startsWith("SEQ")), [
    "SEQ 图 \\* ARABIC",
    "SEQ 图 \\* ARABIC \\r 1",
  ]);
});

Deno.test("what points to an exhibit is a field that leads to its label", () => {
  const bookmarks = elementsOf(text, "w:bookmarkStart").map((one) => one.getAttribute("w:name"));
  const [reference = ""] = fields(text).filter((field) => field.startsWith("REF"));
  assertEquals(reference, "REF _Ref_table_1 \\h");
  const led = [...fields(text).join(" ").matchAll(/(?:PAGE)?REF (\S+)/g)].map(([, name]) => name);
  const anchors = elementsOf(text, "w:hyperlink").map((link) => link.getAttribute("w:anchor"));
  assertEquals([...led, ...anchors].filter((name) => !bookmarks.includes(name ?? "")), []);
  assertEquals(new Set(bookmarks).size, bookmarks.length);
});

Deno.test("a table shows its cells, with heads that are shared and repeated", () => {
  const [table] = elementsOf(text, "w:tbl");
  assert(table !== undefined);
  assertEquals(gridOf(table), [
    ["序号", "院（系）", "去向", "落实率%", "均值", "专业代码"],
    ["", "", "就业", "升学", "", "", ""],
    ["1", "护理系", "1498", "12", "45.74", "4.30", "080901"],
    ["2", HARMFUL.formula, "3", "", "100", "5.00", "≥97"],
    ["3", "甲乙丙", "0", "0", "0.05", "—", HARMFUL.markup],
  ]);
  const rows = elementsOf(table, "w:tr");
  assertEquals(rows.map((row) => elementsOf(row, "w:tblHeader").length), [1, 1, 0, 0, 0]);
  const widths = elementsOf(table, "w:gridCol").map((column) => Number(column.getAttribute("w:w")));
  assertEquals(widths.length, 7);
  assert(widths.every((width) => width > 0));
  const sum = widths.reduce((total, width) => total + width, 0);
  assert(sum <= 156 * 1440 / 25.4, `${sum}`);
});

Deno.test("base, note and gaps are told below the table", () => {
  assertEquals(styled("ExhibitNote").slice(0, 3), [
    "基数：毕业生总人数 1501 人",
    "注：只含专科。",
    "空白单元格：没有这一数值，或数值未知。",
  ]);
});

Deno.test("figures are SVG with a bitmap beside, and say what they show", () => {
  const drawn = elementsOf(text, "wp:inline");
  assertEquals(drawn.length, 2);
  assertEquals(
    drawn.map((one) => first(one, "wp:docPr")?.getAttribute("descr")),
    ["图 1. 毕业生性别结构图。男：人数 600；女：人数 901。", "两条横条"],
  );
  const relations = readPart(parts, "word/_rels/document.xml.rels");
  const targets = new Map(
    elementsOf(relations, "Relationship")
      .map((one) => [one.getAttribute("Id"), one.getAttribute("Target") ?? ""]),
  );
  const files = drawn.map((one) => [
    targets.get(first(one, "a:blip")?.getAttribute("r:embed") ?? "")?.replace(/^.*\./, ""),
    targets.get(first(one, "asvg:svgBlip")?.getAttribute("r:embed") ?? "")?.replace(/^.*\./, ""),
  ]);
  assertEquals(files, [["png", "svg"], ["png", "svg"]]);
});

Deno.test("a figure of which nothing can be drawn says what is known", () => {
  assertEquals(styled("Figure").filter((words) => words !== ""), ["课程没有数值。"]);
});

Deno.test("what is not solid in a drawing is explained in words", async () => {
  const rows = Frame.fromRows([{ 项: "甲", 数: 1 }], ["项", "数"]);
  const svg = bars(rows, { label: "项", value: "数", shade: () => "hatched" });
  const chapters = CHAPTERS.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.map((placed) =>
      placed.block.kind === "figure" ? { ...placed, block: { ...placed.block, svg } } : placed
    ),
  }));
  const shaded = partsOf(await writeWord(COVER, chapters, { font: null }));
  assertMatch(shaded.get("word/document.xml") ?? "", /图例：斜线：公布时没有逐项列出</);
});

Deno.test("contents are filled in, with page numbers, and are fields", () => {
  assertEquals(styled("TOC1"), ["一、基本情况1"]);
  assertEquals(styled("TOC2"), ["（一）规模1"]);
  const listed = styled("TableofFigures");
  assertEquals(listed.map((line) => line.replace(/\d+$/, "")), [
    `表 1　${TABLE.title}`,
    `图 1　${FIGURE.title}`,
    `图 2　${BARE.title}`,
  ]);
  assert(listed.every((line) => /\D\d$/.test(line)), listed.join());
  assertEquals(fields(text).filter((field) => field.startsWith("TOC")).length, 3);
});

Deno.test("no field asks to be renewed when the document is opened", () => {
  assert(![...parts.values()].some((part) => /updateFields|w:dirty/.test(part)));
});

Deno.test("cover, contents and chapters are sections of A4 with page numbers of their own", () => {
  const sections = elementsOf(text, "w:sectPr");
  const sizes = sections.map((one) => {
    const size = first(one, "w:pgSz");
    return [size?.getAttribute("w:w"), size?.getAttribute("w:h")];
  });
  assertEquals(sizes, Array(3).fill(["11906", "16838"]));
  const numbers = sections.map((one) => {
    const type = first(one, "w:pgNumType");
    return [type?.getAttribute("w:fmt") ?? null, type?.getAttribute("w:start") ?? null];
  });
  assertEquals(numbers, [[null, null], ["upperRoman", "1"], ["decimal", "1"]]);
});

Deno.test("a school's own fonts and margins are taken", async () => {
  const look = {
    fonts: { ...OFFICIAL_LOOK.fonts, body: "华文中宋" },
    margins: { ...OFFICIAL_LOOK.margins, left: 20 },
  };
  const own = partsOf(await writeWord(COVER, CHAPTERS, { font: null, look }));
  assertMatch(own.get("word/styles.xml") ?? "", /w:eastAsia="华文中宋"/);
  assertMatch(own.get("word/document.xml") ?? "", /w:left="1134"/);
});

Deno.test("a report without exhibits has no lists of them", async () => {
  const chapters = CHAPTERS.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.filter(({ block }) => exhibitOf(block) === null),
  }));
  const plain = readPart(
    partsOf(await writeWord(COVER, chapters, { font: null })),
    "word/document.xml",
  );
  assert(!wordsOf(plain).includes("表目录"));
  assert(!wordsOf(plain).includes("图目录"));
});

Deno.test("the same report gives the same bytes", async () => {
  assertEquals(await writeWord(COVER, CHAPTERS, { font: null }), bytes);
  assertEquals(datesOf(bytes), new Set(["1980-1-1-0-0"]));
  assertMatch(parts.get("docProps/core.xml") ?? "", /<dcterms:created[^>]*>2031-08-31T00:00:00Z</);
});

Deno.test("all exhibits and sentences of the 2023 report are in its document", async () => {
  const names = ["01-employment", "02-destinations", "03-trends", "04-surveys", "05-initiatives"];
  const report = await runChapters([...names, "06-feedback"]);
  const blocks = signed(report).flatMap(({ blocks }) => blocks.map(({ block }) => block));
  const exhibits = blocks.flatMap((block) => exhibitOf(block) ?? []);
  const edition = readEdition(editionFolder(2023));
  const parts = partsOf(await writeWord(edition, report.chapters, { font: chineseFont() }));
  assertEquals([...parts.values()].flatMap(xmlFaults), []);
  const text = readPart(parts, "word/document.xml");
  const captions = elementsOf(text, "w:p").filter((one) => styleOf(one) === "Caption")
    .filter((one) => fields(one).some((field) => field.startsWith("SEQ"))).map(wordsOf);
  assertEquals(captions, exhibits.map(({ label, title }) => `${label}　${title}`));
  assertEquals(captions.length, 57);
  const prose = elementsOf(text, "w:p").filter((one) =>
    ["BodyTextFirstIndent", "ListBullet"].includes(styleOf(one))
  );
  const said = blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [block.words];
    return block.kind === "list" ? block.items : [];
  });
  assertEquals(prose.map(wordsOf), said.map((words) => words.map(sayWord).join("")));
  // A figure may have several drawings.
  const drawings = blocks.flatMap((block) =>
    "svg" in block ? block.svg.match(/<svg\b/g) ?? [] : []
  );
  assertEquals(elementsOf(text, "wp:inline").length, drawings.length);
  assert(drawings.length > blocks.filter((block) => "svg" in block && block.svg !== "").length);
});
