/** Blocks as HTML: plain, semantic markup without scripts; publishing adds the style sheet. */
import { parseBound } from "../table/bound.ts";
import type { Block, Figure, Listing, Word } from "./blocks.ts";
import { isLookup, isStatement } from "./blocks.ts";
import { legendOf } from "./charts/shades.ts";
import { csvText } from "./csv.ts";
import type { Cell, Coverage, Exhibit, Statement } from "./exhibit.ts";
import { sayWord } from "./words.ts";

/** How blocks are to look on the page that they stand on. */
export interface Look {
  /** An id for an exhibit or a number that can be linked to; none where an id would stand twice. */
  readonly id?: (of: Exhibit | Statement) => string | null;
  /** Where a number or an exhibit is explained. */
  readonly link?: (of: Exhibit | Statement) => string | null;
  /** The id of what explains a number where it is pressed; such a number is a button, and no link. */
  readonly explain?: (of: Statement) => string | null;
  /** Which entries of a figure's legend are to be said; all unless they were said before. */
  readonly legend?: (entries: readonly string[]) => readonly string[];
  /** An id for a heading. */
  readonly headingId?: (text: string) => string;
  /** How many levels headings move down on a page with a title above them. */
  readonly deeper?: number;
  /** Whether a table's head begins with a line 续表, for paper, where a head stands on every page. */
  readonly paper?: boolean;
}

/** Text safe to stand between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** One block. */
export function blockHtml(block: Block, look: Look = {}): string {
  switch (block.kind) {
    case "heading": {
      const level = block.level + (look.deeper ?? 0);
      const id = look.headingId === undefined ? "" : ` id="${look.headingId(block.text)}"`;
      return `<h${level}${id}>${escapeHtml(block.text)}</h${level}>`;
    }
    case "paragraph":
      return `<p class="statement">${wordsHtml(block.words, look)}</p>`;
    case "list":
      return `<ul class="statement">${
        block.items.map((words) => `<li>${wordsHtml(words, look)}</li>`).join("")
      }</ul>`;
    case "table":
      return tableHtml(block.exhibit, look);
    case "figure":
      return figureHtml(block, look);
    case "listing":
      return `<figure class="exhibit listing">${captionHtml(escapeHtml(block.caption))}${
        scrollHtml(block, block.caption, look.paper ? "续表" : "")
      }${block.file === undefined ? "" : offerHtml(block, block.file)}</figure>`;
    case "sketch":
      return `<figure class="exhibit figure">` +
        `<div class="drawing" role="img" aria-label="${escapeHtml(block.alt)}">${block.svg}</div>` +
        captionHtml(escapeHtml(block.caption)) +
        `${block.listing === null ? "" : detailsHtml(block.listing, block.caption)}</figure>`;
    case "note":
      return `<div class="check ${block.tone}">${escapeHtml(block.text)}</div>`;
  }
}

/** Words, computed ones set off. */
function wordsHtml(words: readonly Word[], look: Look): string {
  return words.map((word) => {
    const said = escapeHtml(sayWord(word));
    if (typeof word === "string") return said;
    if (isLookup(word)) return `<mark>${said}</mark>`;
    if (!isStatement(word)) return `<span class="see">${said}</span>`;
    const { id = noId, link = noId, explain = noId } = look;
    const why = explain(word);
    if (why !== null) {
      return `<button type="button" class="value"${idHtml(id(word))} popovertarget="${
        escapeHtml(why)
      }">${said}</button>`;
    }
    return linkedHtml(`<b class="value"${idHtml(id(word))}>${said}</b>`, link(word));
  }).join("");
}

const noId = () => null;

function idHtml(id: string | null): string {
  return id === null ? "" : ` id="${escapeHtml(id)}"`;
}

function linkedHtml(html: string, link: string | null): string {
  return link === null ? html : `<a class="source" href="${escapeHtml(link)}">${html}</a>`;
}

function captionHtml(html: string): string {
  return html === "" ? "" : `<figcaption>${html}</figcaption>`;
}

/** `表 3. …` */
export function captionOf({ label, title }: Pick<Exhibit, "label" | "title">): string {
  return `${label}. ${title}`;
}

/** A numbered table: caption above, one or two header rows, base and note below. */
function tableHtml(exhibit: Exhibit, look: Look): string {
  return `<figure class="exhibit table"${idHtml(look.id?.(exhibit) ?? null)}>` +
    exhibitCaption(exhibit, look) +
    scrollHtml(exhibit, captionOf(exhibit), look.paper ? `续${exhibit.label}` : "") +
    `${footHtml(exhibit)}</figure>`;
}

function exhibitCaption(exhibit: Exhibit, look: Look): string {
  const text = escapeHtml(captionOf(exhibit));
  return captionHtml(linkedHtml(text, look.link?.(exhibit) ?? null));
}

/**
 * A numbered figure: drawing, caption below, and its rows as a table that one can open. Who cannot
 * see the drawing is told its rows; where there is none, everybody is told what is known.
 */
function figureHtml({ exhibit, svg, seen }: Figure, look: Look): string {
  const drawing = svg === ""
    ? `<p class="known">${escapeHtml(knownOf(exhibit, seen))}</p>`
    : `<div class="drawing" role="img" aria-label="${
      escapeHtml(alternativeOf(exhibit, seen))
    }">${svg}</div>`;
  return `<figure class="exhibit figure"${idHtml(look.id?.(exhibit) ?? null)}>${drawing}` +
    exhibitCaption(exhibit, look) + footHtml(exhibit, svg === "" ? null : legendOf(svg), look) +
    `${detailsHtml(exhibit, captionOf(exhibit))}</figure>`;
}

/** A figure in words: its caption, then each row as its name and its values. */
export function alternativeOf(exhibit: Exhibit, seen: readonly string[]): string {
  const rows = rowWords(exhibit, seen).map(({ name, values }) =>
    [name, values].filter((part) => part !== "").join("：")
  );
  return `${captionOf(exhibit)}。${rows.join("；")}。`;
}

/** What is known of a figure that cannot be drawn: the rows that say the same, together. */
export function knownOf(exhibit: Exhibit, seen: readonly string[]): string {
  const alike = Map.groupBy(rowWords(exhibit, seen), ({ values }) => values);
  const told = [...alike].map(([values, rows]) => {
    const names = rows.map(({ name }) => name).join("、");
    return values === "" ? `${names}没有数值` : `${names}：${values}`;
  });
  return `${told.join("；")}。`;
}

/** Each row's name and what is known of it, as far as a figure shows it. */
function rowWords({ columns, rows, title }: Exhibit, [first = "", ...others]: readonly string[]) {
  // A title may tell the unit of the only column that it speaks of: （单位：%）.
  const [, told = ""] = others.length === 1 ? /（单位：(.+?)）/.exec(title) ?? [] : [];
  const titled = told === "" || told === "%" ? told : ` ${told}`;
  return rows.map((row) => {
    const cell = (column: string) => row[columns.indexOf(column)] ?? null;
    const values = others.flatMap((column) => {
      const [, name = column, unit = ""] = /^(.*?)(%?)$/.exec(column) ?? [];
      return cell(column) === null ? [] : [`${name} ${cell(column)}${unit || titled}`];
    });
    const name = cell(first);
    // A year says what it is: 2021 届.
    return {
      name: typeof name === "number" ? `${name} ${first}` : name ?? "",
      values: values.join("，"),
    };
  });
}

type Grid = Pick<Exhibit, "columns" | "rows" | "sums">;

/**
 * A table that a narrow page scrolls sideways, by keys too.
 *
 * @param again what the head says first where it stands again; nothing unless it is for paper
 */
function scrollHtml(grid: Grid, name: string, again = ""): string {
  const label = name === "" ? "表格" : escapeHtml(name);
  return `<div class="scroll" tabindex="0" role="region" aria-label="${label}">${
    gridHtml(grid, again)
  }</div>`;
}

/** A link by which a reader keeps a listing's rows. */
function offerHtml(listing: Listing, file: string): string {
  const data = new TextEncoder().encode(csvText(listing)).toBase64();
  const name = escapeHtml(file);
  return `<p class="note"><a download="${name}" href="data:text/csv;charset=utf-8;base64,${data}">` +
    `下载 ${name}</a>（Excel、WPS 可以直接打开）</p>`;
}

function detailsHtml(grid: Grid, name: string): string {
  return `<details><summary>查看数据</summary>${scrollHtml(grid, `${name}的数据`)}</details>`;
}

const COVERAGE_NOTES: Record<Coverage, string> = {
  published: "",
  derived: "",
  partial: "报告只公布了其中一部分数值，其余合并为一项或留空。",
  bounded: "报告只给出范围，所列数值是范围内的一种可能。",
};

/**
 * What stands below an exhibit: its base, its note, how firmly it is known. A figure shows of what is
 * only bounded the bound itself, and no possible value.
 */
export function footLines({ kind, base, note, coverage }: Exhibit): string[] {
  return [
    base === null ? "" : `基数：${base.label} ${base.count} ${base.unit ?? "人"}`,
    note === null ? "" : `注：${note}`,
    kind === "figure" && coverage === "bounded" ? "" : COVERAGE_NOTES[coverage],
  ].filter((line) => line !== "");
}

/** Lets each entry through once: what was explained needs no explanation again. */
export function onlyOnce(): (entries: readonly string[]) => readonly string[] {
  const said = new Set<string>();
  return (entries) => entries.filter((entry) => !said.has(entry) && said.add(entry));
}

/**
 * @param legend stands for the general remark on what is not fully known; null where nothing is drawn
 *   and the words that stand for it say what is known
 */
function footHtml(
  exhibit: Exhibit,
  legend: readonly string[] | null = [],
  { legend: unsaid = (entries) => entries }: Look = {},
): string {
  const explained = legend === null || legend.length > 0;
  const lines = footLines(exhibit)
    .filter((line) => !explained || line !== COVERAGE_NOTES[exhibit.coverage]);
  const notes = lines.map((line) => `<p class="note">${escapeHtml(line)}</p>`);
  const entries = unsaid(legend ?? []);
  if (entries.length > 0) notes.push(`<p class="note">图例：${entries.join("；")}</p>`);
  return notes.join("");
}

/** A header `甲·乙` stands as 乙 under a shared 甲; what names a row is its header. */
function gridHtml({ columns, rows, sums = [] }: Grid, again: string): string {
  const kinds = columns.map((_, i) =>
    rows.every((row) => isNumeric(row[i] ?? null)) ? "num" : "text"
  );
  const naming = namingColumns(kinds, rows);
  const rowHtml = (row: readonly Cell[], kind = "") =>
    `<tr${kind}>${
      row.map((cell, i) => {
        const text = cell === null ? "—" : escapeHtml(String(cell));
        if (naming.includes(i) && text !== "") {
          return `<th scope="row" class="${kinds[i]}">${text}</th>`;
        }
        const part = kind === "" && RATE.test(columns[i] ?? "") ? rateOf(cell) : null;
        return part === null
          ? `<td class="${kinds[i]}">${text}</td>`
          : `<td class="${kinds[i]} rate" style="--part: ${part}%">${text}</td>`;
      }).join("")
    }</tr>`;
  const body = rows.map((row, i) =>
    rowHtml(row) +
    sums.filter(({ after }) => after === i + 1)
      .map(({ cells }) => rowHtml(cells, ' class="sum"')).join("")
  ).join("");
  const continued = again === ""
    ? ""
    : `<tr class="continued" aria-hidden="true"><td colspan="${columns.length}">${
      escapeHtml(again)
    }</td></tr>`;
  return `<table><thead>${continued}${
    headHtml(columns, kinds)
  }</thead><tbody>${body}</tbody></table>`;
}

/** A rate of each row's own group, which a thin bar shows beside its number. */
const RATE = /^毕业去向落实率%$/;

function rateOf(cell: Cell): number | null {
  const rate = typeof cell === "string" ? Number(cell) : NaN;
  return rate >= 0 && rate <= 100 ? rate : null;
}

/** The first column of words, and those beside it that one needs to tell the rows apart. */
function namingColumns(kinds: readonly string[], rows: Grid["rows"]): number[] {
  const first = Math.max(0, kinds.indexOf("text"));
  const naming = [first];
  const names = () => new Set(rows.map((row) => naming.map((i) => row[i]).join("·"))).size;
  for (let next = first + 1; kinds[next] === "text" && names() < rows.length; next++) {
    naming.push(next);
  }
  return naming;
}

function headHtml(columns: readonly string[], kinds: readonly string[]): string {
  const split = columns.map((column) => column.split("·"));
  if (split.every((parts) => parts.length === 1)) {
    return `<tr>${
      columns.map((column, i) => `<th scope="col" class="${kinds[i]}">${escapeHtml(column)}</th>`)
        .join("")
    }</tr>`;
  }
  const top = split.map(([head = "", below], i) => {
    if (below === undefined) {
      return `<th scope="col" rowspan="2" class="${kinds[i]}">${escapeHtml(head)}</th>`;
    }
    if (i > 0 && split[i - 1]?.length === 2 && split[i - 1]?.[0] === head) return "";
    const span = split.filter((parts) => parts.length === 2 && parts[0] === head).length;
    return `<th scope="colgroup" colspan="${span}" class="group">${escapeHtml(head)}</th>`;
  });
  const bottom = split.map(([, below], i) =>
    below === undefined ? "" : `<th scope="col" class="${kinds[i]}">${escapeHtml(below)}</th>`
  );
  return `<tr>${top.join("")}</tr><tr>${bottom.join("")}</tr>`;
}

function isNumeric(cell: Cell): boolean {
  return cell === null || typeof cell === "number" || parseBound(cell) !== null;
}
