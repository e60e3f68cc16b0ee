/** A report with a block of each kind, and with texts that mean harm. */
import type { Block, ChapterBlocks, Placed } from "lib/document/blocks.ts";
import type { Exhibit, Statement } from "lib/document/exhibit.ts";
import { Frame } from "lib/table/frame.ts";
import { bars } from "lib/document/charts/bars.ts";
import type { Explained } from "lib/publish/appendix.ts";
import type { Cover } from "lib/publish/cover.ts";

/** A reconstructed edition of a school whose name XML must escape. */
export const COVER: Cover & Explained = {
  school: "示例<学院>&",
  title: "2031 届毕业生就业质量年度报告",
  asOf: "2031-08-31",
  note: "",
  contact: "就业指导中心 <0000>",
  records: "reconstructed",
  errata: [],
  accepted: [],
};

/** What a spreadsheet may take for a formula, and what XML cannot hold. */
export const HARMFUL = {
  formula: "=cmd|' /C calc'!A0",
  control: "甲\u0001乙\u0008丙",
  markup: `<b onclick="x">&amp;</b>`,
} as const;

export const TABLE: Exhibit = {
  kind: "table",
  key: "院系去向",
  number: 1,
  label: "表 1",
  title: "毕业生各院（系）毕业去向落实情况",
  chapter: "一、基本情况",
  section: "一（一）",
  notebook: "01-employment",
  columns: ["序号", "院（系）", "去向·就业", "去向·升学", "落实率%", "均值", "专业代码", "未知%"],
  rows: [
    [1, "护理系", 1498, 12, "45.74", "4.30", "080901", null],
    [2, HARMFUL.formula, 3, null, "100", "5.00", "≥97", null],
    [3, HARMFUL.control, 0, 0, "0.05", "—", HARMFUL.markup, null],
  ],
  base: { label: "毕业生总人数", count: 1501 },
  coverage: "published",
  note: "只含专科。",
};

export const FIGURE: Exhibit = {
  ...TABLE,
  kind: "figure",
  key: "性别结构",
  number: 1,
  label: "图 1",
  title: "毕业生性别结构图",
  columns: ["性别", "人数"],
  rows: [["男", 600], ["女", 901]],
  base: null,
  note: null,
};

/** A figure of which nothing can be drawn. */
export const BARE: Exhibit = {
  ...FIGURE,
  key: "满意度",
  number: 2,
  label: "图 2",
  title: "满意度",
  columns: ["项目", "答卷数", "满意度%"],
  rows: [["课程", 20, null]],
};

export const STATEMENT: Statement = {
  id: "一·1",
  key: "毕业生·落实率",
  place: "一（一）",
  subject: "毕业生",
  measure: "落实率",
  value: "84.68",
  unit: "%",
  coverage: "derived",
  of: [1271, 1501],
  chapter: "一、基本情况",
  notebook: "01-employment",
  cell: 2,
};

const svg = bars(
  Frame.fromRows([{ 性别: "男", 人数: 600 }, { 性别: "女", 人数: 901 }], [
    "性别",
    "人数",
  ]),
  { label: "性别", value: "人数" },
);

const blocks: readonly Block[] = [
  { kind: "heading", level: 1, text: "一、基本情况", place: "一" },
  { kind: "heading", level: 2, text: "（一）规模", place: "一（一）" },
  {
    kind: "paragraph",
    words: ["落实率 ", STATEMENT, `，见`, { see: TABLE.key, label: "表 1" }, HARMFUL.markup],
  },
  { kind: "list", items: [["甲：", STATEMENT], ["乙"]] },
  { kind: "table", exhibit: TABLE },
  { kind: "figure", exhibit: FIGURE, svg, seen: ["性别", "人数"] },
  { kind: "figure", exhibit: BARE, svg: "", seen: ["项目", "满意度%"] },
  { kind: "listing", caption: "说明用表", columns: ["项", "数"], rows: [["甲", 1]] },
  {
    kind: "sketch",
    caption: "示意",
    svg,
    alt: "两条横条",
    listing: { kind: "listing", caption: "", columns: ["项"], rows: [["甲"]] },
  },
  { kind: "note", tone: "remark", text: "一句说明。" },
  { kind: "note", tone: "agree", text: "与公布数据一致" },
];

function placed(block: Block, analyst = false): Placed {
  return { block, cell: 1, analyst };
}

/** One chapter, with what only analysts are to see. */
export const CHAPTERS: readonly ChapterBlocks[] = [{
  notebook: "01-employment",
  title: "一、基本情况",
  blocks: [
    ...blocks.map((block) => placed(block)),
    placed({ kind: "paragraph", words: ["只给分析人员看"] }, true),
    placed({ kind: "table", exhibit: { ...TABLE, key: "内部", label: "表 2", number: 2 } }, true),
  ],
}];
