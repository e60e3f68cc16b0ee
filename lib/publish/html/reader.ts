/** The report for its readers: the signed edition, and the auditor's with its remarks in place. */
import type { Block, ChapterBlocks, Placed } from "../../document/blocks.ts";
import { exhibitOf } from "../../document/blocks.ts";
import { ABSTRACT, type KeyFigure, keyFigures } from "../../document/abstract.ts";
import { type Document, madeOf, signed } from "../../document/document.ts";
import type { Exhibit } from "../../document/exhibit.ts";
import { legendOf } from "../../document/charts/shades.ts";
import { blockHtml, captionOf, escapeHtml, type Look, onlyOnce } from "../../document/html.ts";
import { messageOf } from "../../document/messages.ts";
import { dateText, sayWord } from "../../document/words.ts";
import { appendix, type Explained } from "../appendix.ts";
import { type Cover, provenanceOf } from "../cover.ts";
import { type Evidence, explanationHtml, explanationOf } from "./explained.ts";
import { anchorOf, cellAnchor, ids, page } from "./page.ts";

/** The signed edition: clean, with one appendix of errata and explanations. */
export function indexPage(edition: Cover & Explained, document: Document): string {
  const chapters = [...signed(document), ...appendix(edition)];
  return readerPage(edition, "reader", chapters, messageHtml);
}

/** The auditor's edition: what is known how, and how it compares with print, said in place. */
export function annotatedPage(
  edition: Cover & Explained,
  { chapters }: Document,
  evidence: Evidence,
): string {
  const shown = chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.filter(({ analyst }) => !analyst),
  })).filter(({ blocks }) => blocks.length > 1);
  const last = appendix({ ...edition, errata: [] }); // Errata stand in their places.
  return readerPage(edition, "reader annotated", [...shown, ...last], () => "", evidence);
}

function readerPage(
  edition: Cover,
  kind: string,
  chapters: readonly ChapterBlocks[],
  above: (block: Block) => string,
  evidence?: Evidence,
): string {
  const id = ids();
  const exhibits = chapters.flatMap(({ blocks }) =>
    blocks.flatMap(({ block }) => exhibitOf(block) ?? [])
  );
  const front = chapters.filter(({ title }) => title === ABSTRACT);
  const main = chapters.filter((chapter) => !front.includes(chapter));
  const opening = front.map((chapter) => chapterHtml(chapter, id, above, evidence));
  const bodies = main.map((chapter) => chapterHtml(chapter, id, above, evidence));
  return page(
    `${edition.school}${edition.title}`,
    kind,
    `<a class="skip" href="#report">跳到正文</a>
${coverHtml(edition)}
${keyFiguresHtml(keyFigures(madeOf({ chapters })))}
${opening.map((one) => `<section aria-label="${ABSTRACT}">\n${one}\n</section>`).join("\n")}
<nav class="contents" aria-label="目录">
<h2>目录</h2>
${contentsHtml(main)}
</nav>
${listsHtml(exhibits)}
${legendHtml(chapters)}
<main id="report">
${bodies.join("\n")}
</main>${evidence === undefined ? "" : explanationsHtml(chapters, evidence)}
<footer>${escapeHtml(`${edition.school} · ${edition.title} · 数据截至 ${dateText(edition.asOf)}`)}
</footer>`,
  );
}

/**
 * A chapter's blocks; every caption leads to the cell that computes it, and so does every number, or
 * it opens its explanation.
 */
function chapterHtml(
  { notebook, blocks }: ChapterBlocks,
  id: NonNullable<Look["id"]>,
  above: (block: Block) => string,
  evidence: Evidence | undefined,
): string {
  const [heading, legend] = [headingIds(notebook), onlyOnce()];
  const html = blocks.map(({ block, cell }) =>
    above(block) + blockHtml(block, {
      id,
      ...(evidence === undefined ? {} : { explain: explanationOf }),
      headingId: heading,
      legend,
      deeper: 1,
      link: (of) => {
        const from = "measure" in of ? of : { notebook, cell };
        return from.cell === null ? null : `${from.notebook}.html#${cellAnchor(from.cell)}`;
      },
    })
  );
  return `<section class="chapter">\n${html.join("\n")}\n</section>`;
}

/** The explanations of all numbers, each once; they show nothing until they are opened. */
function explanationsHtml(chapters: readonly ChapterBlocks[], evidence: Evidence): string {
  const { statements } = madeOf({ chapters });
  const told = statements.filter((one) => explanationOf(one) !== null);
  return `\n${told.map((one) => explanationHtml(one, evidence)).join("\n")}`;
}

/** What an exhibit says in a sentence, where a rule has one. */
function messageHtml(block: Block): string {
  const exhibit = exhibitOf(block);
  const message = exhibit === null ? null : messageOf(exhibit);
  return message === null ? "" : `<p class="message">${escapeHtml(message)}</p>\n`;
}

/** Ids for a chapter's headings, in their order: contents and chapter ask in the same order. */
function headingIds(notebook: string): () => string {
  let count = 0;
  return () => `ch-${notebook}${count++ === 0 ? "" : `-${count - 1}`}`;
}

function coverHtml(cover: Cover): string {
  const { school, title, asOf } = cover;
  const provenance = provenanceOf(cover)
    .map((line) => `<p class="provenance">${escapeHtml(line)}</p>`);
  return `<header class="cover">
<p class="school">${escapeHtml(school)}</p>
<h1>${escapeHtml(title)}</h1>
<p class="date">数据截至 ${escapeHtml(dateText(asOf))}</p>
${provenance.join("\n")}
</header>`;
}

/** What a reader wants first, large. */
function keyFiguresHtml(figures: readonly KeyFigure[]): string {
  if (figures.length === 0) return "";
  const cards = figures.map(({ label, statement, remark }) =>
    `<div><dt>${escapeHtml(label)}</dt><dd><b>${escapeHtml(sayWord(statement))}</b>${
      remark === "" ? "" : `<small>${escapeHtml(remark)}</small>`
    }</dd></div>`
  );
  return `<section aria-label="主要数字"><dl class="key-figures">${cards.join("")}</dl></section>`;
}

/** A chapter has a part with its sections that one can open; on paper all are open. */
function contentsHtml(chapters: readonly ChapterBlocks[]): string {
  const parts = chapters.map(({ notebook, blocks }) => {
    const id = headingIds(notebook);
    const [first, ...rest] = headingsOf(blocks).map((heading) => ({ ...heading, id: id() }));
    const entry = ({ text, id }: { text: string; id: string }) =>
      `<a href="#${id}">${escapeHtml(text)}</a>`;
    const inner = rest.filter(({ level }) => level <= 3)
      .map((heading) => `<li class="level-${heading.level}">${entry(heading)}</li>`);
    if (first === undefined) return "";
    const chapter = `<p class="level-1">${entry(first)}</p>`;
    if (inner.length === 0) return chapter;
    return `<div class="part">${chapter}<details><summary>各节</summary><ol>${
      inner.join("")
    }</ol></details></div>`;
  });
  return parts.join("\n");
}

function headingsOf(blocks: readonly Placed[]) {
  return blocks.flatMap(({ block }) => (block.kind === "heading" ? [block] : []));
}

function listsHtml(exhibits: readonly Exhibit[]): string {
  const list = (kind: Exhibit["kind"], title: string) => {
    const items = exhibits.filter((exhibit) => exhibit.kind === kind).map((exhibit) =>
      `<li><a href="#${anchorOf(exhibit)}">${escapeHtml(captionOf(exhibit))}</a></li>`
    );
    if (items.length === 0) return "";
    return `<nav class="exhibits" aria-label="${title}">\n<details><summary>${title}</summary><ol>${
      items.join("\n")
    }</ol></details>\n</nav>`;
  };
  return `<div class="lists">${list("table", "表目录")}${list("figure", "图目录")}</div>`;
}

/** A legend is needed only where something is not fully known. */
function legendHtml(chapters: readonly ChapterBlocks[]): string {
  const drawings = chapters.flatMap(({ blocks }) =>
    blocks.flatMap(({ block }) => (block.kind === "figure" ? [block.svg] : []))
  );
  const items = legendOf(drawings.join("")).map((item) => `<li>${item}</li>`);
  if (items.length === 0) return "";
  return `<aside class="legend" aria-label="图例">\n<ul>${items.join("\n")}</ul>\n</aside>`;
}
