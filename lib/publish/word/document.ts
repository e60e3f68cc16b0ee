/** The report as a Word document: cover, contents, chapters. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import { type Block, type ChapterBlocks, exhibitOf } from "../../document/blocks.ts";
import { escapeHtml } from "../../document/html.ts";
import { dateText } from "../../document/words.ts";
import { type Cover, provenanceOf } from "../cover.ts";
import { CORE_PROPERTIES, coreProperties, printable, repack } from "../office_file.ts";
import { paperParts } from "../parts.ts";
import { bodyOf } from "./body.ts";
import { contents, knownPages, listOf } from "./contents.ts";
import type { FontFamily } from "./fonts.ts";
import {
  BULLETS,
  OFFICIAL_LOOK,
  pageOf,
  STYLE,
  stylesOf,
  textWidth,
  type WordLook,
} from "./look.ts";
import { type Bitmaps, openPictures } from "./picture.ts";
import { bookmarksOf, textRun } from "./words.ts";

/**
 * Writes `report.docx`, which a reader can edit: real styles, captions that Word numbers,
 * references and contents that follow.
 *
 * @param chapters the report's chapters; what is for analysts alone is left out
 * @param font sets the bitmaps of figures for programs that draw no SVG; see `chineseFont`
 * @param bitmaps those that the last report had
 */
export async function writeWord(
  edition: Cover,
  chapters: readonly ChapterBlocks[],
  { font, bitmaps, look = OFFICIAL_LOOK }: {
    readonly font: FontFamily | null;
    readonly bitmaps?: Bitmaps;
    readonly look?: WordLook;
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = paperParts(chapters);
  const opening = blocksOf(parts.opening);
  const blocks = blocksOf(parts.chapters);
  if (parts.keyFigures !== null) opening.push(parts.keyFigures);
  const exhibits = blocks.flatMap((block) => exhibitOf(block) ?? []);
  const setting = {
    bookmarks: bookmarksOf(exhibits),
    pictures: await openPictures(font, bitmaps),
    width: textWidth(look),
  };
  const page = pageOf(look);
  const running = `${edition.school}${edition.title}`;
  const section = (
    format: (typeof NumberFormat)[keyof typeof NumberFormat],
    children: ISectionOptions["children"],
  ): ISectionOptions => ({
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { ...page, pageNumbers: { start: 1, formatType: format } },
    },
    headers: { default: new Header({ children: [headOf(running)] }) },
    footers: { default: new Footer({ children: [footOf()] }) },
    children,
  });
  const document = new Document({
    styles: stylesOf(look),
    numbering: { config: [{ ...BULLETS }] },
    pageNumbers: knownPages,

    sections: [
      { properties: { page }, children: coverOf(edition) },
      section(NumberFormat.UPPER_ROMAN, [
        ...bodyOf(opening, setting),
        ...contents("目　录"),
        ...listOf(exhibits, "table", setting),
        ...listOf(exhibits, "figure", setting),
      ]),
      section(NumberFormat.DECIMAL, bodyOf(blocks, setting)),
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  const properties = new TextEncoder().encode(coreProperties(edition));
  return repack(bytes, (parts) => ({
    ...parts,
    [CORE_PROPERTIES]: properties,
    [TEXT]: renamed(parts[TEXT]),
    "word/fontTable.xml": fontTable(look),
  }));
}

function blocksOf(chapters: readonly ChapterBlocks[]): Block[] {
  return chapters.flatMap(({ blocks }) => blocks.map(({ block }) => block));
}

const TEXT = "word/document.xml";

/** The text with its ids counted anew: the library counts on from the document before. */
function renamed(part: Uint8Array = new Uint8Array()): Uint8Array {
  const numbers = new Map<string, number>();
  const count = (name: string) => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  };
  const text = new TextDecoder().decode(part)
    .replace(/\b_Toc\d+\b/g, (name) => `_Toc${count(name)}`)
    .replace(IDS, (_, tag: string, kind: string, id: string) => `${tag}"${count(kind + id)}"`);
  return new TextEncoder().encode(text);
}

/** Ids of bookmarks and of pictures. */
const IDS = /(<(w:bookmark|wp:docPr)(?:Start|End)?\b[^>]*? (?:w:)?id=)"(\d+)"/g;

/** Names under which a font that is not there may be had, and 宋体 after all. */
function fontTable({ fonts }: WordLook): Uint8Array {
  const others: Readonly<Record<string, string>> = {
    仿宋: "FangSong,仿宋_GB2312",
    楷体: "KaiTi,楷体_GB2312",
    黑体: "SimHei",
    宋体: "SimSun",
  };
  const names = [...new Set(Object.values(fonts))].filter((name) => name !== fonts.latin);
  const each = names.map((name) => {
    const alternatives = others[name] ?? "小标宋,华文中宋,宋体";
    return `<w:font w:name="${escapeHtml(name)}"><w:altName w:val="${alternatives}"/>` +
      `<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  });
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
      `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
      `${each.join("")}</w:fonts>`,
  );
}

function coverOf(edition: Cover): Paragraph[] {
  const line = (style: string, text: string) => new Paragraph({ style, children: [textRun(text)] });
  return [
    line(STYLE.school, edition.school),
    line("Title", edition.title),
    line(STYLE.date, `数据截至 ${dateText(edition.asOf)}`),
    ...provenanceOf(edition).map((text) => line(STYLE.provenance, text)),
  ];
}

function headOf(text: string): Paragraph {
  return new Paragraph({
    style: STYLE.note,
    alignment: AlignmentType.CENTER,
    border: { bottom: { style: "single", size: 4, space: 4, color: "808080" } },
    children: [new TextRun(printable(text))],
  });
}

function footOf(): Paragraph {
  return new Paragraph({
    style: STYLE.note,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
  });
}
