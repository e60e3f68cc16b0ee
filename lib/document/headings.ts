/**
 * Headings: which of them have something to say, and which number each has. A heading typed as
 * `（三）…` is the next of its kind wherever it ends up standing, so that a section that an edition
 * cannot fill leaves no gap.
 */
import type { Block, ChapterBlocks, Heading, Placed } from "./blocks.ts";
import type { SourceCell } from "./document.ts";

/** The blocks of a notebook's cells; a section that shows nothing is for analysts only. */
export function blocksOfCells(cells: readonly SourceCell[]): Placed[] {
  const pieces = cells.flatMap((cell): Piece[] =>
    "prose" in cell ? cell.prose.map((block) => ({ block, cell: null, analyst: cell.analyst })) : [
      { block: null, cell: cell.code, analyst: cell.analyst },
      ...cell.blocks.map((block) => ({ block, cell: cell.code, analyst: cell.analyst })),
    ]
  );
  const silent = new Set(pieces.flatMap((piece, i) => {
    if (piece.block?.kind !== "heading") return [];
    const end = endOf(pieces, i, piece.block.level);
    return isSilent(pieces.slice(i + 1, end), piece.cell !== null)
      ? Array.from({ length: end - i }, (_, k) => i + k)
      : [];
  }));
  return pieces.flatMap(({ block, cell, analyst }, i) =>
    block === null ? [] : [{ block, cell, analyst: analyst || silent.has(i) }]
  );
}

/** A block, or the mark that a code cell begins. */
interface Piece {
  readonly block: Block | null;
  readonly cell: number | null;
  readonly analyst: boolean;
}

/** Where the section ends that a heading opens. */
function endOf(pieces: readonly Piece[], start: number, level: number): number {
  const end = pieces.findIndex(({ block }, i) =>
    i > start && block?.kind === "heading" && block.level <= level
  );
  return end < 0 ? pieces.length : end;
}

/** Whether a section was to show something and does not: its prose alone would introduce nothing. */
function isSilent(section: readonly Piece[], computed: boolean): boolean {
  const readers = section.filter(({ analyst }) => !analyst);
  const runs = computed || readers.some(({ block, cell }) => block === null && cell !== null);
  const shows = readers.some(({ block, cell }) =>
    block !== null && cell !== null && block.kind !== "heading" && block.kind !== "note"
  );
  return runs && !shows && !hasProseOnlyPart(section);
}

/** Whether a part of the section is plain prose, which stands for itself. */
function hasProseOnlyPart(section: readonly Piece[]): boolean {
  return section.some(({ block, analyst }, i) => {
    if (block?.kind !== "heading" || analyst) return false;
    const part = section.slice(i + 1, endOf(section, i, block.level));
    return part.length > 0 && part.every((piece) => piece.cell === null && piece.block !== null);
  });
}

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → 一, 12 → 十二, 20 → 二十 */
export function chineseNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return ten + (ones === 0 && tens > 0 ? "" : DIGITS[ones]);
}

/** The number that a place ends with: 七 in `五（七）` is 7; 0 where it ends with none. */
function lastNumber(place: string): number {
  const [digits = ""] = /[一二三四五六七八九十]+(?=）?$)/.exec(place) ?? [];
  const [before = "", after] = digits.split("十");
  if (after === undefined) return Math.max(DIGITS.indexOf(before), 0);
  return (before === "" ? 1 : DIGITS.indexOf(before)) * 10 +
    Math.max(DIGITS.indexOf(after || "零"), 0);
}

/** Orders places such as `五（九）` and `五（十）` by their numbers. */
export function byPlace(one: string, other: string): number {
  return lastNumber(one) - lastNumber(other);
}

/** How numbers before headings are written; each gives a heading's own part of its place. */
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly write: (n: number) => string;
  readonly place: (n: number) => string;
}[] = [
  {
    pattern: /^[一二三四五六七八九十]+、/,
    write: (n) => `${chineseNumber(n)}、`,
    place: chineseNumber,
  },
  {
    pattern: /^（[一二三四五六七八九十]+）/,
    write: (n) => `（${chineseNumber(n)}）`,
    place: (n) => `（${chineseNumber(n)}）`,
  },
  { pattern: /^\d+[.．、]\s*/, write: (n) => `${n}. `, place: String },
  { pattern: /^（\d+）/, write: (n) => `（${n}）`, place: (n) => `（${n}）` },
];

/** The form of a heading that code makes, by its level. */
const USUAL = [undefined, FORMS[0], FORMS[1], FORMS[2], FORMS[3], undefined];

/**
 * Numbers the headings of a report's chapters and says of each which place it opens: `一（三）2` for
 * the second part of the third section of chapter one, `编写说明 四（二）` in a chapter without a number,
 * a heading's own words where it has no number.
 */
export function numberHeadings(
  chapters: readonly Omit<ChapterBlocks, "title">[],
): ChapterBlocks[] {
  let chapterNumber = 0;
  return chapters.map(({ notebook, blocks, auditor = false }) => {
    const counts = [0, 0, 0, 0, 0, 0];
    // What each level's heading adds to the place of those below it.
    const path = ["", "", "", "", "", ""];
    const next = (level: number, text: string) => {
      if (level > 1) return counts[level] = (counts[level] ?? 0) + 1;
      // A chapter looked at alone keeps the number that it is typed with.
      const typed = DIGITS.indexOf(text[0] ?? "");
      return chapterNumber = chapterNumber === 0 && typed > 0 ? typed : chapterNumber + 1;
    };
    const numbered = (heading: Heading, made: boolean): Heading => {
      const { level, text, place } = heading;
      if (heading.numbered === false) return { ...heading, place: path.join("") };
      counts.fill(0, level + 1);
      path.fill("", level);
      // The data may give the number: 五（七） and 课程建设 make （七）课程建设.
      if (place !== "") {
        return { ...heading, text: `${/（[^）]+）$/.exec(place)?.[0] ?? ""}${text}` };
      }
      const form = FORMS.find(({ pattern }) => pattern.test(text)) ??
        (made ? USUAL[level] : undefined);
      if (form === undefined) {
        if (level > 1) return { ...heading, place: text };
        path[1] = text.startsWith("附：") ? "附" : `${text} `;
        return { ...heading, place: text };
      }
      const n = next(level, text);
      path[level] = form.place(n);
      return {
        ...heading,
        text: form.write(n) + text.replace(form.pattern, ""),
        place: path.join(""),
      };
    };
    const placed = blocks.map((one): Placed => {
      const { block, analyst, cell } = one;
      if (block.kind !== "heading") return one;
      // A heading for analysts has no number: it would leave a gap in the signed report.
      if (analyst) return { ...one, block: { ...block, place: block.text } };
      return { ...one, block: numbered(block, cell !== null) };
    });
    const title = placed.find(({ block }) => block.kind === "heading" && block.level === 1);
    return {
      notebook,
      title: title?.block.kind === "heading" ? title.block.text : notebook,
      blocks: placed,
      auditor,
    };
  });
}
