/** The report as HTML pages that need nothing else: no script, no font, no picture from elsewhere. */
import { captionOf, escapeHtml } from "../../document/html.ts";
import type { Coverage, Exhibit } from "../../document/exhibit.ts";
import type { Edition } from "../../edition/settings.ts";
import style from "./style.css" with { type: "text" };

/** What the pages say of the edition. */
export type Cover = Pick<Edition, "school" | "title" | "asOf" | "note" | "records">;

/** A notebook as Jupyter rendered it. */
export interface Chapter {
  /** File stem of the notebook. */
  readonly name: string;
  /** With its code, for analysts. */
  readonly code: string;
  /** Without code and without what only analysts need. */
  readonly reader: string;
}

/** A heading that contents can link to. */
export interface Heading {
  /** 1 for a chapter, 2 for a section, 3 for a subsection. */
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/**
 * Gives every heading of a rendered notebook an id, and collects them.
 *
 * @param prefix begins every id, so that chapters do not clash
 * @param deeper how many levels the headings move down on a page with a title above them
 */
export function numberHeadings(
  html: string,
  prefix: string,
  deeper: number,
): { readonly html: string; readonly headings: Heading[] } {
  const headings: Heading[] = [];
  const numbered = html.replace(
    /<h([1-4])\b[^>]*>([\s\S]*?)<\/h\1>/g,
    (_, digit: string, inner: string) => {
      const level = Number(digit);
      const content = inner.replace(/<a class="anchor-link"[\s\S]*?<\/a>/g, "").trim();
      const id = headings.length === 0 ? prefix : `${prefix}-${headings.length}`;
      headings.push({ level, text: content.replace(/<[^>]*>/g, ""), id });
      return `<h${level + deeper} id="${id}">${content}</h${level + deeper}>`;
    },
  );
  return { html: numbered, headings };
}

/** The whole report for its readers: cover, contents, lists, chapters. */
export function indexPage(
  edition: Cover,
  chapters: readonly Chapter[],
  exhibits: readonly Exhibit[],
): string {
  const numbered = chapters.map(({ name, reader }) => numberHeadings(reader, `ch-${name}`, 1));
  const headings = numbered.flatMap((chapter) => chapter.headings);
  const bodies = numbered.map(({ html }) => `<section class="chapter">\n${html}\n</section>`);
  return page(
    `${edition.school}${edition.title}`,
    "reader",
    `${coverHtml(edition)}
<nav class="contents" aria-label="目录">
<h2>目录</h2>
${contentsHtml(headings)}
</nav>
${listsHtml(exhibits)}
${legendHtml(exhibits)}
<main>
${bodies.join("\n")}
</main>
<footer>${escapeHtml(`${edition.school} · ${edition.title} · 数据截至 ${dateText(edition.asOf)}`)}
</footer>`,
  );
}

/** One chapter with its code. */
export function chapterPage(edition: Cover, { name, code }: Chapter): string {
  const { html, headings } = numberHeadings(code, `ch-${name}`, 0);
  const title = headings[0]?.text ?? name;
  const back = `<p class="back"><a href="index.html">← ${escapeHtml(edition.title)}</a>` +
    `<span>notebooks/${escapeHtml(name)}.ipynb</span></p>`;
  return page(
    `${title} · ${edition.title}`,
    "analyst",
    `${back}\n<main>\n<section class="chapter">\n${html}\n</section>\n</main>\n${back}`,
  );
}

/**
 * What keeps a page from standing alone, in Chinese, one sentence each: references to elsewhere,
 * scripts, an id that occurs twice, a link to an id that does not exist.
 */
export function pageFaults(html: string): string[] {
  const outside = [...html.matchAll(/\s(?:src|href|xlink:href)\s*=\s*["']?([^"'\s>]+)/g)]
    .flatMap(([, target = ""]) => /^(#|data:|[\w-]+\.html$)/.test(target) ? [] : [target]);
  const imported = [...html.matchAll(/(?:@import\b|\burl\(\s*["']?(?!#|data:))[^;)]*/g)]
    .map(([text]) => text);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id);
  const known = new Set(ids);
  const links = [...html.matchAll(/\shref="#([^"]*)"/g)].map(([, id = ""]) => id);
  return [
    ...[...outside, ...imported].map((target) => `引用了页面以外的内容：${target}`),
    ...(/<script\b/i.test(html) ? ["含有脚本"] : []),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `编号 ${id} 出现了两次`),
    ...links.filter((id) => !known.has(id)).map((id) => `链接 #${id} 没有去处`),
  ];
}

function page(title: string, kind: "reader" | "analyst", body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${style}</style>
</head>
<body class="${kind}">
${body}
</body>
</html>
`;
}

function coverHtml({ school, title, asOf, note, records }: Cover): string {
  const source = records === "reconstructed" ? "据已公布数据重构的毕业生记录" : "毕业生就业记录";
  return `<header class="cover">
<p class="school">${escapeHtml(school)}</p>
<h1>${escapeHtml(title)}</h1>
<p class="date">数据截至 ${escapeHtml(dateText(asOf))}</p>
<p class="provenance">全部数字由${source}逐人计算</p>
${note === "" ? "" : `<p class="provenance">${escapeHtml(note)}</p>`}
</header>`;
}

function contentsHtml(headings: readonly Heading[]): string {
  const items = headings.filter(({ level }) => level <= 3).map(({ level, text, id }) =>
    `<li class="level-${level}"><a href="#${id}">${text}</a></li>`
  );
  return `<ol>${items.join("\n")}</ol>`;
}

function listsHtml(exhibits: readonly Exhibit[]): string {
  const list = (kind: Exhibit["kind"], title: string) => {
    const items = exhibits.filter((exhibit) => exhibit.kind === kind)
      .sort((a, b) => a.number - b.number)
      .map((exhibit) =>
        `<li><a href="#${kind}-${exhibit.number}">${escapeHtml(captionOf(exhibit))}</a></li>`
      );
    if (items.length === 0) return "";
    return `<nav class="exhibits" aria-label="${title}">\n<h2>${title}</h2>\n<ol>${
      items.join("\n")
    }</ol>\n</nav>`;
  };
  return `<div class="lists">${list("table", "表目录")}${list("figure", "图目录")}</div>`;
}

const LEGEND: readonly (readonly [Coverage, string])[] = [
  ["published", "实色：已公布的数字，或由其唯一推得的数字"],
  ["partial", "斜线：公布时未逐项列出，合并为一项"],
  ["bounded", "空心：公布时只给出范围，所示为范围内的一种可能"],
];

/** A legend is needed only where something is not fully known. */
function legendHtml(exhibits: readonly Exhibit[]): string {
  const present = new Set(exhibits.map(({ coverage }) => coverage));
  if (!present.has("partial") && !present.has("bounded")) return "";
  const items = LEGEND.filter(([kind]) => kind === "published" || present.has(kind)).map((
    [kind, text],
  ) => `<li><span class="swatch ${kind}"></span>${text}</li>`);
  return `<aside class="legend" aria-label="图例">\n<ul>${items.join("\n")}</ul>\n</aside>`;
}

/** `2023-08-31` as `2023 年 8 月 31 日`. */
function dateText(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}
