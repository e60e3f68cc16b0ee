/** How a Word report looks: fonts, sizes and margins as Chinese official documents have them. */
import {
  AlignmentType,
  type IFontAttributesProperties,
  type ILevelsOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";

/** What a school may set otherwise than GB/T 9704 has it. */
export interface WordLook {
  readonly fonts: {
    /** Of the report's title, 小标宋. */
    readonly title: string;
    /** Of first headings, captions and heads of tables. */
    readonly heading: string;
    /** Of second headings. */
    readonly subheading: string;
    /** Of the text. */
    readonly body: string;
    /** Of tables and notes, whose small letters 仿宋 makes too thin. */
    readonly table: string;
    /** Of Latin letters and numbers. */
    readonly latin: string;
  };
  /** Margins of an A4 page, in millimetres. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
}

/** Fonts and margins by GB/T 9704. Word takes 宋体 for a font that is not there. */
export const OFFICIAL_LOOK: WordLook = {
  fonts: {
    title: "方正小标宋简体",
    heading: "黑体",
    subheading: "楷体",
    body: "仿宋",
    table: "宋体",
    latin: "Times New Roman",
  },
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
};

/** Sizes of type in half-points, by their Chinese names. */
const SIZE = { 二号: 44, 三号: 32, 小三: 30, 四号: 28, 小四: 24, 五号: 21, 小五: 18 } as const;

/** Width and height of A4, in millimetres. */
const A4 = { width: 210, height: 297 } as const;

/** Styles of the document's own, by what they are for; Word's built-in ones have Word's names. */
export const STYLE = {
  body: "BodyTextFirstIndent",
  list: "ListBullet",
  caption: "Caption",
  figure: "Figure",
  note: "ExhibitNote",
  cell: "TableText",
  head: "TableHead",
  school: "CoverSchool",
  date: "CoverDate",
  provenance: "CoverProvenance",
  contents: "ContentsTitle",
  listed: "TableofFigures",
} as const;

/** Millimetres in twentieths of a point, which Word counts in. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * 1440 / 25.4);
}

/** Size and margins of a page. */
export function pageOf({ margins }: WordLook) {
  const { top, bottom, left, right } = margins;
  return {
    size: { width: twips(A4.width), height: twips(A4.height) },
    margin: {
      top: twips(top),
      bottom: twips(bottom),
      left: twips(left),
      right: twips(right),
      header: twips(top / 2),
      footer: twips(bottom * 0.8),
    },
  };
}

/** Width of the text on a page, in millimetres. */
export function textWidth({ margins }: WordLook): number {
  return A4.width - margins.left - margins.right;
}

/** The one kind of list. */
export const BULLETS: { readonly reference: string; readonly levels: readonly ILevelsOptions[] } = {
  reference: "bullets",
  levels: [{
    level: 0,
    format: LevelFormat.BULLET,
    text: "·",
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 840, hanging: 280 } } },
  }],
};

/** The styles, built on Word's own where Word has them: 标题 1–4, 题注, 正文首行缩进, 目录. */
export function stylesOf({ fonts }: WordLook): IStylesOptions {
  const font = (eastAsia: string): IFontAttributesProperties => ({
    ascii: fonts.latin,
    hAnsi: fonts.latin,
    cs: fonts.latin,
    eastAsia,
  });
  const heading = (eastAsia: string, size: number, bold: boolean, before: number) => ({
    run: { font: font(eastAsia), size, bold, color: "000000", italics: false },
    paragraph: { spacing: { before, after: before / 2 }, keepNext: true, keepLines: true },
  });
  const centred = { alignment: AlignmentType.CENTER } as const;
  const small = { before: 40, after: 40, line: 300, lineRule: LineRuleType.AUTO } as const;
  return {
    default: {
      document: {
        run: {
          font: font(fonts.body),
          size: SIZE.四号,
          language: { value: "en-US", eastAsia: "zh-CN" },
        },
      },
      title: {
        run: { font: font(fonts.title), size: SIZE.二号 },
        paragraph: {
          ...centred,
          spacing: { before: 480, after: 480, line: 700, lineRule: LineRuleType.AT_LEAST },
        },
      },
      heading1: heading(fonts.heading, SIZE.三号, false, 360),
      heading2: heading(fonts.subheading, SIZE.小三, true, 280),
      heading3: heading(fonts.body, SIZE.四号, true, 240),
      heading4: heading(fonts.body, SIZE.四号, false, 200),
      heading5: heading(fonts.body, SIZE.四号, false, 200),
      caption: {
        run: { font: font(fonts.heading), size: SIZE.五号, bold: false, italics: false },
        paragraph: { ...centred, spacing: { before: 160, after: 100 } },
      },
      hyperlink: { run: { color: "000000" } },
    },
    paragraphStyles: [
      {
        id: STYLE.body,
        name: "Body Text First Indent",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: {
          alignment: AlignmentType.BOTH,
          indent: { firstLine: 560, firstLineChars: 200 },
          spacing: { line: 520, lineRule: LineRuleType.AT_LEAST },
        },
      },
      {
        id: STYLE.list,
        name: "List Bullet",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: { spacing: { line: 520, lineRule: LineRuleType.AT_LEAST } },
      },
      {
        id: STYLE.figure,
        name: "图",
        basedOn: "Normal",
        next: STYLE.caption,
        quickFormat: true,
        paragraph: { ...centred, keepNext: true, spacing: { before: 200, after: 0 } },
      },
      {
        id: STYLE.note,
        name: "图表注",
        basedOn: "Normal",
        quickFormat: true,
        run: { font: font(fonts.table), size: SIZE.小五 },
        paragraph: { spacing: { before: 40, after: 40 }, keepLines: true },
      },
      {
        id: STYLE.cell,
        name: "表格",
        basedOn: "Normal",
        quickFormat: true,
        run: { font: font(fonts.table), size: SIZE.五号 },
        paragraph: { spacing: small },
      },
      {
        id: STYLE.head,
        name: "表头",
        basedOn: STYLE.cell,
        quickFormat: true,
        run: { font: font(fonts.heading) },
        paragraph: { keepNext: true },
      },
      {
        id: STYLE.school,
        name: "封面单位",
        basedOn: "Normal",
        run: { font: font(fonts.body), size: SIZE.三号 },
        paragraph: { ...centred, spacing: { before: 2800, after: 600 } },
      },
      {
        id: STYLE.date,
        name: "封面日期",
        basedOn: "Normal",
        run: { font: font(fonts.body), size: SIZE.三号 },
        paragraph: { ...centred, spacing: { before: 3600, after: 400 } },
      },
      {
        id: STYLE.provenance,
        name: "封面说明",
        basedOn: "Normal",
        run: { font: font(fonts.table), size: SIZE.五号 },
        paragraph: { ...centred, spacing: { before: 60, after: 60 } },
      },
      {
        id: STYLE.contents,
        name: "目录标题",
        basedOn: "Normal",
        run: { font: font(fonts.heading), size: SIZE.三号 },
        paragraph: { ...centred, spacing: { before: 240, after: 240 }, keepNext: true },
      },
      ...[1, 2, 3].map((level) => ({
        id: `TOC${level}`,
        name: `toc ${level}`,
        basedOn: "Normal",
        run: { size: SIZE.小四, ...(level === 1 ? { font: font(fonts.heading) } : {}) },
        paragraph: { indent: { left: 420 * (level - 1) }, spacing: { before: 40, after: 40 } },
      })),
      {
        id: STYLE.listed,
        name: "table of figures",
        basedOn: "Normal",
        run: { size: SIZE.小四 },
        paragraph: { spacing: { before: 40, after: 40 } },
      },
    ],
  };
}
