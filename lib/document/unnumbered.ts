/** What a notebook shows beside the report's numbered exhibits: it explains, and counts as none. */
import type { Frame } from "../table/frame.ts";
import { escapeHtml, gridHtml, toCell } from "./html.ts";
import type { Showable } from "./show.ts";

const NOTHING = { exhibits: [], statements: [] };

/**
 * A drawing without a number.
 *
 * @param svg inline `<svg>`, one or several below one another
 * @param caption what it shows, below it
 * @param alt what one sees in it, for those who do not see it
 * @param rows the rows behind it, as a table that one can open
 */
export function drawing(
  svg: string,
  { caption, alt, rows }: {
    readonly caption: string;
    readonly alt: string;
    readonly rows?: Frame<object>;
  },
): Showable {
  const details = rows === undefined
    ? ""
    : `<details><summary>查看数据</summary>${gridOf(rows)}</details>`;
  const html = `<figure class="exhibit figure">` +
    `<div class="drawing" role="img" aria-label="${escapeHtml(alt)}">${svg}</div>` +
    `<figcaption>${escapeHtml(caption)}</figcaption>${details}</figure>`;
  return { html, text: `${caption}\n${alt}`, made: NOTHING };
}

/** A table without a number, with all its rows. */
export function listing(rows: Frame<object>, caption: string): Showable {
  const html = `<figure class="exhibit table"><figcaption>${escapeHtml(caption)}</figcaption>` +
    `${gridOf(rows)}</figure>`;
  const lines = [rows.names, ...cellsOf(rows)].map((row) => row.map((c) => c ?? "—").join("\t"));
  return { html, text: [caption, ...lines].join("\n"), made: NOTHING };
}

function gridOf(rows: Frame<object>): string {
  return `<div class="scroll">${gridHtml(rows.names, cellsOf(rows))}</div>`;
}

function cellsOf(rows: Frame<object>) {
  return rows.rows().map((row) => Object.values(row).map(toCell));
}
