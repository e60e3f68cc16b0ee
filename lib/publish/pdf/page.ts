/** The report as a page that a browser prints: cover, abstract, contents with page numbers, chapters. */
import { type Block, type ChapterBlocks, exhibitOf } from "../../document/blocks.ts";
import type { Exhibit } from "../../document/exhibit.ts";
import { blockHtml, captionOf, escapeHtml, onlyOnce } from "../../document/html.ts";
import { dateText } from "../../document/words.ts";
import { type Cover, provenanceOf } from "../cover.ts";
import { knownColumns } from "../grid.ts";
import { type PaperParts, paperParts } from "../parts.ts";
import style from "./print.css" with { type: "text" };
import type { Pages } from "./print.ts";

/** Something that contents lead to. */
interface Entry {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

/** The id of the first thing that stands on page 1. */
const START = "start";

/** Where the cover's style says how many pages lie between it and page 1. */
const COUNT_BACK = "counter-increment: page -0;";

/** How many pages come before page 1, by where things stand. */
export function pagesBefore(pages: Pages): number {
  return (pages.get(START) ?? 1) - 1;
}

/**
 * The page to print.
 *
 * @param pages where things stood when it was printed before
 * @param faces fonts that the page brings along, as rules of a style sheet
 */
export function printPage(
  edition: Cover,
  chapters: readonly ChapterBlocks[],
  pages: Pages,
  faces = "",
): string {
  const parts = paperParts(chapters);
  const before = pagesBefore(pages);
  const title = `${edition.school}${edition.title}`;
  const heads = parts.chapters.map(({ title }, i) =>
    `@page chapter-${i} { @top-center { content: "${cssText(title)}"; ${HEAD} } }`
  );
  const bodies = parts.chapters.map((chapter, i) =>
    `<section class="chapter" style="page: chapter-${i}">${chapterHtml(chapter, i)}</section>`
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
${faces}
${style.replace(COUNT_BACK, `counter-increment: page -${Math.max(before - 1, 0)};`)}
@page front { @top-center { content: "${cssText(title)}"; ${HEAD} } }
${heads.join("\n")}
</style>
</head>
<body>
${coverHtml(edition)}
<div class="front">
${frontHtml(parts, pages, before)}
</div>
<main id="${START}">
${bodies.join("\n")}
</main>
</body>
</html>
`;
}

/** A running head: small, over a line as wide as the text. */
const HEAD = `font: 9pt "SimSun", "Songti SC", "Noto Serif CJK SC", serif; width: 100%; ` +
  `vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 6mm; border-bottom: 0.5pt solid #888;`;

function coverHtml(cover: Cover): string {
  const lines = [
    `<p class="school">${escapeHtml(cover.school)}</p>`,
    `<h1>${escapeHtml(cover.title)}</h1>`,
    `<p class="date">数据截至 ${escapeHtml(dateText(cover.asOf))}</p>`,
    ...provenanceOf(cover).map((line) => `<p class="provenance">${escapeHtml(line)}</p>`),
  ];
  // The file remembers only where links lead; this one is for the page that is page 1.
  return `<header class="cover">${lines.join("\n")}<a href="#${START}"></a></header>`;
}

function frontHtml(parts: PaperParts, pages: Pages, before: number): string {
  const opening = parts.opening.map((chapter, i) =>
    `<section>${chapterHtml(chapter, -1 - i)}${
      parts.keyFigures === null ? "" : blockHtml(parts.keyFigures, { paper: true })
    }</section>`
  );
  const headings = parts.chapters.flatMap((chapter, i) => headingsOf(chapter, i))
    .filter(({ level }) => level <= 3);
  const exhibits = parts.chapters.flatMap(({ blocks }) =>
    blocks.flatMap(({ block }) => exhibitOf(block) ?? [])
  );
  const list = (title: string, entries: readonly Entry[]) => {
    if (entries.length === 0) return "";
    const items = entries.map(({ id, text, level }) => {
      const page = pages.get(id);
      const number = page === undefined ? "000" : String(page - before);
      return `<li class="level-${level}"><a href="#${id}"><span>${escapeHtml(text)}</span>` +
        `<span class="page">${number}</span></a></li>`;
    });
    return `<h2>${title}</h2>\n<ol class="entries">${items.join("\n")}</ol>`;
  };
  const listed = (kind: Exhibit["kind"]) =>
    exhibits.filter((exhibit) => exhibit.kind === kind)
      .map((exhibit) => ({ id: exhibitId(exhibit), text: captionOf(exhibit), level: 0 }));
  return `${opening.join("\n")}
<section>${list("目　录", headings)}</section>
<section>${list("表目录", listed("table"))}${list("图目录", listed("figure"))}</section>`;
}

function chapterHtml({ blocks }: ChapterBlocks, index: number): string {
  let heading = 0;
  const seen = new Set<string>();
  const legend = onlyOnce();
  return blocks.map(({ block }) =>
    blockHtml(known(block), {
      deeper: 1,
      paper: true,
      legend,
      headingId: () => headingId(index, heading++),
      id: (of) => {
        if (!("rows" in of) || seen.has(of.key)) return null;
        seen.add(of.key);
        return exhibitId(of);
      },
    })
  ).join("\n");
}

/** An exhibit without the columns of which nothing is known. */
function known(block: Block): Block {
  if (block.kind !== "table" && block.kind !== "figure") return block;
  return { ...block, exhibit: { ...block.exhibit, ...knownColumns(block.exhibit) } };
}

function headingsOf({ blocks }: ChapterBlocks, index: number): Entry[] {
  return blocks.flatMap(({ block }) => (block.kind === "heading" ? [block] : []))
    .map(({ level, text }, i) => ({ level, text, id: headingId(index, i) }));
}

/** Ids are plain letters and numbers, since they become names in a PDF. */
function headingId(chapter: number, heading: number): string {
  return chapter < 0 ? `o${-chapter}-${heading}` : `c${chapter}-${heading}`;
}

function exhibitId({ kind, number, label }: Exhibit): string {
  return `${kind}-${number ?? label.replace(/\D+/g, "-")}`;
}

/** Text in a string of a style sheet, which no text can end. */
function cssText(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
}
