/** The report's blocks as Word's paragraphs, tables and pictures. */
import { type FileChild, HeadingLevel, ImageRun, Paragraph, Table } from "docx";
import { type Block, exhibitOf } from "../../document/blocks.ts";
import type { Exhibit } from "../../document/exhibit.ts";
import { legendWords } from "../../document/charts/shades.ts";
import { alternativeOf, footLines, knownOf, onlyOnce } from "../../document/html.ts";
import { type Grid, knownColumns, remarksOn } from "../grid.ts";
import { printable } from "../office_file.ts";
import { BULLETS, STYLE } from "./look.ts";
import type { Picture } from "./picture.ts";
import { wordTable } from "./table.ts";
import { type Bookmarks, captionRuns, textRun, wordRuns } from "./words.ts";

/** What blocks need to know of the document that they stand in. */
export interface Setting {
  readonly bookmarks: Bookmarks;
  readonly pictures: (drawings: string) => Picture[];
  /** Width of the text, in millimetres. */
  readonly width: number;
}

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
} as const;

/**
 * How much larger than designed a drawing stands on paper, alone or with another, and its greatest
 * height in pixels.
 */
const DRAWN = { scale: 1.1, beside: 0.9, highest: 450 } as const;
const PIXELS_PER_MM = 96 / 25.4;

/** The blocks of a report, in order. */
export function bodyOf(blocks: readonly Block[], setting: Setting): FileChild[] {
  const last = new Map<string, number>();
  let unsaid = onlyOnce();
  return blocks.flatMap((block, i) => {
    // What one chapter explains the next explains again.
    if (block.kind === "heading" && block.level === 1) unsaid = onlyOnce();
    const exhibit = exhibitOf(block);
    const follows = exhibit === null || counts(exhibit, last);
    const next = blocks[i + 1];
    const leads = next !== undefined && exhibitOf(next) !== null;
    return blockOf(block, { follows, leads, unsaid }, setting);
  });
}

/** How a block stands to its neighbours. */
interface Standing {
  /** Whether an exhibit's number is the next one of its kind. */
  readonly follows: boolean;
  /** Whether an exhibit comes next. */
  readonly leads: boolean;
  /** The entries of a legend that were not said before. */
  readonly unsaid: ReturnType<typeof onlyOnce>;
}

/** Whether an exhibit's number is the next of its kind; remembers it. */
function counts({ kind, label }: Exhibit, last: Map<string, number>): boolean {
  const number = Number(/\d+$/.exec(label)?.[0]);
  const follows = number === (last.get(kind) ?? 0) + 1;
  last.set(kind, number);
  return follows;
}

function blockOf(
  block: Block,
  { follows, leads, unsaid }: Standing,
  setting: Setting,
): FileChild[] {
  const { bookmarks, width } = setting;
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: LEVELS[block.level],
          // A chapter begins on a page of its own.
          pageBreakBefore: block.level === 1,
          children: [textRun(block.text)],
        }),
      ];
    case "paragraph":
      return [
        new Paragraph({
          style: STYLE.body,
          // A sentence stays with the exhibit that it speaks of.
          keepNext: leads,
          children: wordRuns(block.words, bookmarks),
        }),
      ];
    case "list":
      return block.items.map((words) =>
        new Paragraph({
          style: STYLE.list,
          numbering: { reference: BULLETS.reference, level: 0, custom: true },
          children: wordRuns(words, bookmarks),
        })
      );
    case "table": {
      const grid = knownColumns(block.exhibit);
      const remarks = remarksOn(block.exhibit, grid);
      return [
        new Paragraph({
          style: STYLE.caption,
          keepNext: true,
          children: captionRuns(block.exhibit, bookmarks, follows),
        }),
        wordTable(grid, width, remarks.length > 0),
        ...notes(remarks),
      ];
    }
    case "figure": {
      const { exhibit, svg, seen } = block;
      const legend = unsaid(legendWords(svg));
      const remarks = [
        ...footLines(exhibit),
        ...(legend.length === 0 ? [] : [`图例：${legend.join("；")}`]),
      ];
      const shown = svg === ""
        ? [new Paragraph({ style: STYLE.figure, children: [textRun(knownOf(exhibit, seen))] })]
        : picturesOf(svg, exhibit.title, alternativeOf(exhibit, seen), setting);
      return [
        ...shown,
        new Paragraph({
          style: STYLE.caption,
          keepNext: remarks.length > 0,
          children: captionRuns(exhibit, bookmarks, follows),
        }),
        ...notes(remarks),
      ];
    }
    case "listing":
      return listingOf(block.caption, block, width);
    case "sketch":
      return [
        ...picturesOf(block.svg, block.caption, block.alt, setting),
        new Paragraph({ style: STYLE.caption, children: [textRun(block.caption)] }),
        ...(block.listing === null ? [] : listingOf("", block.listing, width)),
      ];
    case "note":
      return notes([block.text]);
  }
}

/** Remarks below an exhibit; the last is followed by the space that parts it from the text. */
function notes(remarks: readonly string[]): Paragraph[] {
  return remarks.map((remark, i) =>
    new Paragraph({
      style: STYLE.note,
      keepNext: i < remarks.length - 1,
      ...(i === remarks.length - 1 ? { spacing: { after: 200 } } : {}),
      children: [textRun(remark)],
    })
  );
}

function listingOf(caption: string, grid: Grid, width: number): (Paragraph | Table)[] {
  const table = wordTable(grid, width, false);
  if (caption === "") return [table];
  const above = new Paragraph({
    style: STYLE.caption,
    keepNext: true,
    children: [textRun(caption)],
  });
  return [above, table];
}

/** Drawings, each in a line of its own, no larger than the page has room for. */
function picturesOf(svg: string, name: string, alt: string, setting: Setting): Paragraph[] {
  const room = setting.width * PIXELS_PER_MM;
  return setting.pictures(svg).map(({ svg, png, width, height }, i, all) => {
    const wished = all.length > 1 ? DRAWN.beside : DRAWN.scale;
    const scale = Math.min(wished, room / width, DRAWN.highest / height);
    return new Paragraph({
      style: STYLE.figure,
      children: [
        new ImageRun({
          type: "svg",
          data: new TextEncoder().encode(svg),
          fallback: { type: "png", data: png },
          transformation: {
            width: Math.round(width * scale),
            height: Math.round(height * scale),
          },
          altText: {
            name: printable(name),
            // What one sees in all drawings of a figure is told with the first.
            description: printable(i === 0 ? alt : `${name}（续）`),
          },
        }),
      ],
    });
  });
}
