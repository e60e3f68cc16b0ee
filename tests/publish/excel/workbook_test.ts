import { assert, assertEquals, assertMatch } from "@std/assert";
import { madeOf, signed } from "lib/document/document.ts";
import { readEdition } from "lib/edition/settings.ts";
import { sheetNames } from "lib/publish/excel/sheet_names.ts";
import { writeWorkbook } from "lib/publish/excel/workbook.ts";
import { editionFolder } from "lib/workspace.ts";
import { runChapters } from "../../notebooks/run_chapter.ts";
import { datesOf, elementsOf, partsOf, readPart, xmlFaults } from "../office_parts.ts";
import { BARE, CHAPTERS, COVER, FIGURE, HARMFUL, STATEMENT, TABLE } from "../small_report.ts";

const bytes = await writeWorkbook(COVER, CHAPTERS);
const parts = partsOf(bytes);

interface ReadCell {
  readonly value: string | number;
  readonly format: string;
}

/** The sheets of a workbook by name, each cell by its address. */
function sheetsOf(parts: ReadonlyMap<string, string>): Map<string, Map<string, ReadCell>> {
  const strings = elementsOf(readPart(parts, "xl/sharedStrings.xml"), "si")
    .map(({ textContent }) => textContent);
  const styles = readPart(parts, "xl/styles.xml");
  const formats = new Map(
    elementsOf(styles, "numFmt").map((
      one,
    ) => [one.getAttribute("numFmtId"), one.getAttribute("formatCode") ?? ""]),
  );
  const used = elementsOf(elementsOf(styles, "cellXfs")[0] ?? styles, "xf")
    .map((one) => formats.get(one.getAttribute("numFmtId")) ?? "");
  const names = elementsOf(readPart(parts, "xl/workbook.xml"), "sheet")
    .map((sheet) => sheet.getAttribute("name") ?? "");
  return new Map(names.map((name, i) => {
    const cells = elementsOf(readPart(parts, `xl/worksheets/sheet${i + 1}.xml`), "c");
    return [
      name,
      new Map(cells.map((cell) => {
        assertEquals(elementsOf(cell, "f"), []);
        const [value] = elementsOf(cell, "v");
        const raw = value?.textContent ?? "";
        const text = cell.getAttribute("t") === "s" ? strings[Number(raw)] ?? "" : Number(raw);
        const format = used[Number(cell.getAttribute("s"))] ?? "";
        return [cell.getAttribute("r") ?? "", { value: text, format }];
      })),
    ];
  }));
}

const sheets = sheetsOf(parts);
const sheet = (name: string) => {
  const found = sheets.get(name);
  if (found === undefined) throw new Error(`No sheet ${name} among ${[...sheets.keys()]}`);
  return found;
};
const row = (name: string, number: number) =>
  [...sheet(name)].filter(([at]) => at.replace(/^[A-Z]+/, "") === String(number))
    .map(([, { value }]) => value);

const tableSheet = `表1 ${TABLE.title}`;

Deno.test("every exhibit has a sheet, after the contents and before the numbers of the prose", () => {
  assertEquals([...sheets.keys()], [
    "目录",
    tableSheet,
    `图1 ${FIGURE.title}`,
    `图2 ${BARE.title}`,
    "正文数字",
  ]);
});

Deno.test("what is for analysts alone is not in the file", () => {
  assert(![...parts.values()].some((part) => part.includes("表 2")));
});

Deno.test("a sheet says title, base, note and place, then its table", () => {
  const said = [1, 2, 3, 4, 5, 6].map((number) => row(tableSheet, number).join());
  assertEquals(said, [
    `表 1　${TABLE.title}`,
    "返回目录",
    "基数：毕业生总人数 1501 人",
    "注：只含专科。",
    "空白单元格：没有这一数值，或数值未知。",
    "出处：一、基本情况（一（一））",
  ]);
  assertEquals(row(tableSheet, 7), TABLE.columns.slice(0, -1));
});

Deno.test("numbers are numbers in their formats, and the unknown is empty", () => {
  const cells = sheet(tableSheet);
  const [count, share, mean] = ["C8", "E8", "F8"].map((at) => cells.get(at));
  assertEquals(count, { value: 1498, format: "0" });
  assertEquals(share, { value: 0.4574, format: "0.00%" });
  assertEquals(mean, { value: 4.3, format: "0.00" });
  assertEquals(cells.get("G8")?.value, "080901");
  assertEquals(cells.get("D9"), undefined);
  assertEquals(cells.get("D10")?.value, 0);
});

Deno.test("a column of which nothing is known is left out", () => {
  assert(!row(tableSheet, 7).includes("未知%"));
  assert(!row(`图2 ${BARE.title}`, 5).includes("满意度%"));
});

Deno.test("what looks like a formula is text, and stays text when it is edited", () => {
  assertEquals(sheet(tableSheet).get("B9"), { value: HARMFUL.formula, format: "@" });
});

Deno.test("all parts are well-formed XML, whatever the texts", () => {
  assertEquals([...parts].flatMap(([path, xml]) => xmlFaults(xml).map((f) => `${path}: ${f}`)), []);
  assertEquals(sheet(tableSheet).get("B10")?.value, "甲乙丙");
  assertEquals(sheet(tableSheet).get("G10")?.value, HARMFUL.markup);
});

Deno.test("the contents lead to every sheet, and every sheet leads back", () => {
  const links = [...parts].filter(([path]) => path.startsWith("xl/worksheets/sheet"))
    .flatMap(([path]) =>
      elementsOf(readPart(parts, path), "hyperlink").map((link) => link.getAttribute("location"))
    );
  const others = [...sheets.keys()].slice(1);
  assertEquals(links, [...others.map((name) => `'${name}'!A1`), ...others.map(() => "'目录'!A1")]);
});

Deno.test("the contents say in which row each table's head stands", () => {
  const at = row("目录", 7);
  assertEquals(at, ["表 1", TABLE.title, TABLE.chapter, 7, 3]);
});

Deno.test("each table is marked where it stands, with its own head", () => {
  const table = readPart(parts, "xl/tables/table2.xml");
  assertEquals(elementsOf(table, "table")[0]?.getAttribute("ref"), "A7:G10");
  assertEquals(
    elementsOf(table, "tableColumn").map((column) => column.getAttribute("name")),
    TABLE.columns.slice(0, -1),
  );
});

Deno.test("no cells are merged", () => {
  assert(![...parts.values()].some((part) => part.includes("<mergeCell")));
});

Deno.test("a share in prose has its numerator and its denominator", () => {
  const { id, chapter, place, subject, measure } = STATEMENT;
  assertEquals(row("正文数字", 5), [id, chapter, place, subject, measure, 0.8468, 1271, 1501]);
});

Deno.test("a number that is said twice stands once", () => {
  assertEquals(row("正文数字", 6), []);
});

Deno.test("the file has title, author and the day of the records", () => {
  const core = parts.get("docProps/core.xml") ?? "";
  assertMatch(core, /<dc:title>示例&lt;学院&gt;&amp;2031 届毕业生就业质量年度报告：图表数据</);
  assertMatch(core, /<dcterms:created[^>]*>2031-08-31T00:00:00Z</);
});

Deno.test("the same report gives the same bytes", async () => {
  assertEquals(datesOf(bytes), new Set(["1980-1-1-0-0"]));
  assertEquals(await writeWorkbook(COVER, CHAPTERS), bytes);
});

Deno.test("a report without prose has no sheet for its numbers, one without exhibits only contents", async () => {
  const only = (kind: string) =>
    CHAPTERS.map((chapter) => ({
      ...chapter,
      blocks: chapter.blocks.filter(({ block }) => block.kind === kind),
    }));
  const names = async (
    kind: string,
  ) => [...sheetsOf(partsOf(await writeWorkbook(COVER, only(kind)))).keys()];
  assertEquals(await names("table"), ["目录", tableSheet]);
  assertEquals(await names("note"), ["目录"]);
});

Deno.test("all exhibits and numbers of the 2023 report are in its workbook", async () => {
  const names = ["01-employment", "02-destinations", "03-trends", "04-surveys", "05-initiatives"];
  const report = await runChapters([...names, "06-feedback"]);
  const made = madeOf({ chapters: signed(report) });
  const edition = readEdition(editionFolder(2023));
  const parts = partsOf(await writeWorkbook(edition, report.chapters));
  const read = sheetsOf(parts);
  assertEquals(made.exhibits.length, 57);
  assertEquals(
    [...read.keys()],
    sheetNames([
      "目录",
      ...made.exhibits.map(({ label, title }) => `${label.replace(" ", "")} ${title}`),
      "正文数字",
    ]),
  );
  assertEquals([...parts.values()].flatMap(xmlFaults), []);
  const numbers = [...read.get("正文数字") ?? []].filter(([at]) => /^A/.test(at));
  assertEquals(numbers.length, made.statements.length + 4);
});
