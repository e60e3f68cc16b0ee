/** The report's numbers as a workbook: contents, a sheet an exhibit, the numbers of the prose. */
import writeExcel from "write-excel-file/universal";
import type { ChapterBlocks } from "../../document/blocks.ts";
import { wrap } from "../../document/charts/text.ts";
import { madeOf, signed } from "../../document/document.ts";
import type { Exhibit, Statement } from "../../document/exhibit.ts";
import { dateText } from "../../document/words.ts";
import { type Cover, provenanceOf } from "../cover.ts";
import { type Grid, knownColumns, remarksOn } from "../grid.ts";
import { coreProperties, printable, repack } from "../office_file.ts";
import { type Link, marked } from "./marks.ts";
import { type Page, sheetOf } from "./sheet.ts";
import { sheetNames } from "./sheet_names.ts";
import { isShare, type Value, valueOf } from "./values.ts";

const CONTENTS = "目录";
const STATEMENTS = "正文数字";

/** The least width, in em, over which the lines above a table run. */
const LINE = 44;
/**
 * Writes `tables.xlsx`. Numbers are numbers; a text that looks like a formula stays text; what is not
 * known is an empty cell, or no column where a whole column is unknown. No cells are merged.
 *
 * @param chapters the report's chapters; what is for analysts alone is left out
 */
export async function writeWorkbook(
  edition: Cover,
  chapters: readonly ChapterBlocks[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { exhibits, statements } = madeOf({ chapters: signed({ chapters }) });
  const names = sheetNames([
    CONTENTS,
    ...exhibits.map(({ label, title }) => `${label.replaceAll(" ", "")} ${title}`),
    ...(statements.length > 0 ? [STATEMENTS] : []),
  ]);
  const nameOf = (index: number) => names[index + 1] ?? CONTENTS;
  const shown = exhibits.map((exhibit, i) => exhibitPage(exhibit, nameOf(i)));
  if (statements.length > 0) shown.push(statementsPage(statements, nameOf(exhibits.length)));
  const pages = [contentsPage(edition, exhibits, shown), ...shown];
  const blob = await writeExcel(
    pages.map(sheetOf),
    {
      fontFamily: "宋体",
      fontSize: 11,
      features: [marked(
        pages.map(({ table, lines, columns, rows, links }) => ({
          links,
          table: {
            name: table,
            from: { row: lines.length, column: 0 },
            columns,
            rows: rows.length,
          },
        })),
        coreProperties(edition, "图表数据"),
      )],
    },
  ).toBlob();
  return repack(new Uint8Array(await blob.arrayBuffer()), (parts) => parts);
}

function contentsPage(
  edition: Cover,
  exhibits: readonly Exhibit[],
  pages: readonly Page[],
): Page {
  const lines = [
    `${edition.school}${edition.title}：图表数据`,
    `数据截至 ${dateText(edition.asOf)}`,
    ...provenanceOf(edition),
    "每个图表一张工作表，点击名称即到；标题和说明在表格上方。",
  ];
  return {
    name: CONTENTS,
    table: CONTENTS,
    lines,
    columns: ["编号", "名称", "所在章", "表头所在行", "数据行数"],
    rows: pages.map((page, i) => {
      const { label, title, chapter } = exhibits[i] ?? WHOLE_REPORT;
      const numbers = [page.lines.length + 1, page.rows.length];
      return [...[label, title, chapter].map(text), ...numbers.map(count)];
    }),
    links: pages.map(({ name }, i) => ({
      from: { row: lines.length + 1 + i, column: 1 },
      sheet: name,
    })),
  };
}

/** What stands in the contents for the numbers of the prose. */
const WHOLE_REPORT = { label: "正文", title: STATEMENTS, chapter: "各章" } as const;

function exhibitPage(exhibit: Exhibit, name: string): Page {
  const grid = knownColumns(exhibit);
  const { label, title, chapter, section } = exhibit;
  return {
    name,
    table: tableName(label),
    lines: [
      `${label}　${title}`,
      `返回${CONTENTS}`,
      ...[
        ...remarksOn(exhibit, grid),
        `出处：${section === "" ? chapter : `${chapter}（${section}）`}`,
      ].flatMap((remark) => wrap(remark, LINE)),
    ],
    columns: distinct(grid.columns),
    rows: valuesOf(grid),
    // A table that can be sorted holds no subtotals; the sum of all stands below it.
    sums: valuesOf({
      columns: grid.columns,
      rows: (grid.sums ?? []).filter(({ after }) => after === grid.rows.length).slice(-1)
        .map(({ cells }) => cells),
    }),
    links: [back],
  };
}

function statementsPage(statements: readonly Statement[], name: string): Page {
  return {
    name,
    table: STATEMENTS,
    lines: [
      "正文中的数字",
      `返回${CONTENTS}`,
      "分子、分母：比例由哪两个数相除得到；不是比例的数字，这两格空白。",
    ],
    columns: ["编号", "章", "节", "对象", "指标", "数值", "单位", "分子", "分母"],
    rows: statements.map(({ id, chapter, place, subject, measure, value, unit, of }) => [
      text(id),
      text(chapter),
      text(place),
      text(subject),
      text(measure),
      valueOf(value, unit === "%"),
      // A percentage's sign is part of its format.
      unit === "%" || unit === "" ? null : text(unit),
      of === null ? null : count(of[0]),
      of === null ? null : count(of[1]),
    ]),
    links: [back],
  };
}

const back: Link = { from: { row: 1, column: 0 }, sheet: CONTENTS };

function valuesOf({ columns, rows }: Grid): (Value | null)[][] {
  const shares = columns.map(isShare);
  return rows.map((row) => row.map((cell, i) => valueOf(cell, shares[i] ?? false)));
}

function text(text: string): Value {
  return { text };
}

function count(number: number): Value {
  return { number, format: "0" };
}

/** Heads that Excel can tell apart, as it must in a table. */
function distinct(columns: readonly string[]): string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = printable(column);
    for (let again = 2; taken.has(name.toLowerCase()); again++) name = `${column} (${again})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** `表 1-2` as `表_1_2`, since a table's name has no spaces and signs. */
function tableName(label: string): string {
  return label.replace(/[^\p{L}\p{N}]+/gu, "_");
}
