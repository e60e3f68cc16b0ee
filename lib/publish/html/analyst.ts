/** A chapter for analysts: every exhibit with the code that makes it. */
import hljs from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import { marked } from "marked";
import type { Block, ChapterBlocks, Heading, Placed } from "../../document/blocks.ts";
import { blockHtml, escapeHtml } from "../../document/html.ts";
import { type Notebook, type NotebookCell, sourceOf } from "../jupyter/notebook.ts";
import type { Cover } from "../cover.ts";
import { anchorOf, cellAnchor, ids, page } from "./page.ts";

hljs.registerLanguage("typescript", typescript);

/**
 * One chapter: prose, what each cell shows, and its code folded below it.
 *
 * @param notebook the notebook with the outputs of the run
 * @param chapter what the run made of it, as it stands in the report
 * @param shown anchors of what the signed edition shows, to which numbers lead back
 * @param others all chapters, for the way to the one before and after
 */
export function chapterPage(
  edition: Cover,
  notebook: Notebook,
  chapter: ChapterBlocks,
  shown: ReadonlySet<string>,
  others: readonly ChapterBlocks[],
): string {
  const headings = chapter.blocks.filter(isHeading).map(({ block }) => block);
  const made = Map.groupBy(
    chapter.blocks.filter(({ cell }) => cell !== null),
    ({ cell }) => cell ?? 0,
  );
  const typed = chapter.blocks.filter(isHeading).filter(({ cell }) => cell === null)
    .map(({ block }) => block);
  const id = ids();
  let heading = 0;
  const look = {
    id,
    headingId: () => `h-${heading++}`,
    link: (of: Parameters<typeof anchorOf>[0]) =>
      shown.has(anchorOf(of)) ? `index.html#${anchorOf(of)}` : null,
  };
  const show = (block: Block) => blockHtml(block, look);
  let run = 0;
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return proseHtml(sourceOf(cell), typed, show);
    const number = ++run;
    return codeHtml(cell, number, (made.get(number) ?? []).map(({ block }) => show(block)));
  });
  const contents = headings.map(({ level, text }, i) =>
    `<li class="level-${level}"><a href="#h-${i}">${escapeHtml(text)}</a></li>`
  );
  const at = others.findIndex(({ notebook }) => notebook === chapter.notebook);
  const way = (label: string) =>
    `<nav class="back" aria-label="${label}">${
      [
        linkTo(others[at - 1], "← "),
        `<a href="index.html">${escapeHtml(edition.title)}</a>`,
        `<span>notebooks/${escapeHtml(chapter.notebook)}.ipynb</span>`,
        linkTo(others[at + 1], "", " →"),
      ].join("")
    }</nav>`;
  return page(
    `${chapter.title} · ${edition.title}`,
    "analyst",
    `<a class="skip" href="#chapter">跳到正文</a>
${way("上一章与下一章")}
<nav class="contents" aria-label="本章目录"><details><summary>本章目录</summary><ol>${
      contents.join("")
    }</ol></details></nav>
<main id="chapter">
<section class="chapter">
${cells.join("\n")}
</section>
</main>
${way("章末：上一章与下一章")}`,
  );
}

function isHeading(placed: Placed): placed is Placed & { readonly block: Heading } {
  return placed.block.kind === "heading";
}

function linkTo(chapter: ChapterBlocks | undefined, before = "", after = ""): string {
  if (chapter === undefined) return "";
  return `<a href="${escapeHtml(chapter.notebook)}.html">${before}${
    escapeHtml(chapter.title)
  }${after}</a>`;
}

/** Prose as Markdown has it; its headings are the next ones of the chapter, with their numbers. */
function proseHtml(
  markdown: string,
  headings: Heading[],
  show: (block: Block) => string,
): string {
  const renderer = new marked.Renderer();
  renderer.html = ({ text }) => escapeHtml(text);
  const html = marked.lexer(markdown).map((token) => {
    const heading = token.type === "heading" ? headings.shift() : undefined;
    return heading === undefined ? marked.parser([token], { renderer }) : show(heading);
  });
  return `<div class="prose">${html.join("")}</div>`;
}

/** What a cell shows, then its code, folded. */
function codeHtml(cell: NotebookCell, number: number, shown: readonly string[]): string {
  const code = hljs.highlight(sourceOf(cell), { language: "typescript" }).value;
  const printed = (cell.outputs ?? []).filter(({ output_type }) => output_type === "stream")
    .map(({ text = "" }) => typeof text === "string" ? text : text.join("")).join("");
  return `<div class="cell" id="${cellAnchor(number)}">${shown.join("")}` +
    (printed === "" ? "" : `<pre class="text">${escapeHtml(printed)}</pre>`) +
    `<details class="code"><summary>代码 [${number}]</summary>` +
    `<pre class="source">${code}</pre></details></div>`;
}
