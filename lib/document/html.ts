/** Exhibits as HTML: plain, semantic markup without scripts; publishing adds the style sheet. */
import type { Frame } from "../table/frame.ts";
import { Ratio } from "../measures/ratio.ts";
import type { Cell, Coverage, Exhibit } from "./exhibit.ts";

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

/** `表 3. …` or `图 3. …` */
export function captionOf({ kind, number, title }: Exhibit): string {
  return `${kind === "table" ? "表" : "图"} ${number}. ${title}`;
}

/** A numbered table: caption above, one or two header rows, base and note below. */
export function tableHtml(exhibit: Exhibit): string {
  return `<figure class="exhibit table" id="table-${exhibit.number}">` +
    `<figcaption>${escapeHtml(captionOf(exhibit))}</figcaption>` +
    `<div class="scroll">${gridHtml(exhibit.columns, exhibit.rows)}</div>${
      footHtml(exhibit)
    }</figure>`;
}

/**
 * A numbered figure: drawing, caption below, and its rows as a table that one can open. Who cannot
 * see the drawing is told its rows.
 *
 * @param svg the drawing, inline `<svg>`
 * @param seen the columns that the drawing shows
 */
export function figureHtml(exhibit: Exhibit, svg: string, seen = exhibit.columns): string {
  const alternative = escapeHtml(alternativeOf(exhibit, seen));
  return `<figure class="exhibit figure" id="figure-${exhibit.number}">` +
    `<div class="drawing" role="img" aria-label="${alternative}">${svg}</div>` +
    `<figcaption>${escapeHtml(captionOf(exhibit))}</figcaption>${
      footHtml(exhibit, legendHtml(svg))
    }` +
    `<details><summary>查看数据</summary><div class="scroll">` +
    `${gridHtml(exhibit.columns, exhibit.rows)}</div></details></figure>`;
}

/** A figure in words: its caption, then each row as its name and its values. */
function alternativeOf(exhibit: Exhibit, seen: readonly string[]): string {
  const [first = "", ...others] = seen;
  const rows = exhibit.rows.map((row) => {
    const cell = (column: string) => row[exhibit.columns.indexOf(column)] ?? null;
    const values = others.map((column) => {
      const [, name = column, unit = ""] = /^(.*?)(%?)$/.exec(column) ?? [];
      return cell(column) === null ? `${name}未知` : `${name} ${cell(column)}${unit}`;
    });
    return `${cell(first) ?? "未知"}：${values.join("，")}`;
  });
  return `${captionOf(exhibit)}。${rows.join("；")}。`;
}

/** A frame's rows, for an analyst's eye: the first ones, and how many there are, where it is long. */
export function frameHtml(frame: Frame<object>, limit = 15): string {
  const rows = frame.slice(0, limit).rows() as Record<string, unknown>[];
  const cells = rows.map((row) => Object.values(row).map(toCell));
  const note = frame.size > limit
    ? `<p class="note">共 ${frame.size} 行，以上为前 ${limit} 行</p>`
    : "";
  return `<div class="frame"><div class="scroll">${
    gridHtml(frame.names, cells)
  }</div>${note}</div>`;
}

/** A value of a frame as it is shown: a share as its percentage, null where that is unknown. */
export function toCell(value: unknown): Cell {
  if (value instanceof Ratio) return value.percent();
  if (value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "string" ? value : String(value);
}

const COVERAGE_NOTES: Record<Coverage, string> = {
  published: "",
  derived: "",
  partial: "报告只公布了其中一部分数值，其余合并为一项或留空。",
  bounded: "报告只给出范围，图中数值是范围内的一种可能。",
};

/** What the shades of a drawing mean: class of the shaded part → swatch and meaning. */
const SHADES = [
  { shade: "hatched", swatch: "partial", meaning: "公布时没有逐项列出" },
  { shade: "hollow", swatch: "bounded", meaning: "公布时只给出下限" },
] as const;

/** Explains the shades that occur in a drawing; empty where all of it is solid. */
function legendHtml(svg: string): string {
  const entries = SHADES.filter(({ shade }) => svg.includes(`class="${shade}"`))
    .map(({ swatch, meaning }) => `<span class="swatch ${swatch}"></span>${meaning}`);
  return entries.length === 0 ? "" : `<p class="note">图例：${entries.join("；")}</p>`;
}

/** @param legend stands for the general remark on what is not fully known */
function footHtml({ base, note, coverage }: Exhibit, legend = ""): string {
  const lines = [
    base === null ? "" : `基数：${base.label} ${base.count} ${base.unit ?? "人"}`,
    note === null ? "" : `注：${note}`,
    legend === "" ? COVERAGE_NOTES[coverage] : "",
  ].filter((line) => line !== "");
  return lines.map((line) => `<p class="note">${escapeHtml(line)}</p>`).join("") + legend;
}

/** A header `甲·乙` stands as 乙 under a shared 甲. */
export function gridHtml(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const kinds = columns.map((_, i) =>
    rows.every((row) => isNumeric(row[i] ?? null)) ? "num" : "text"
  );
  const body = rows.map((row) =>
    `<tr>${
      row.map((cell, i) =>
        `<td class="${kinds[i]}">${cell === null ? "—" : escapeHtml(String(cell))}</td>`
      )
        .join("")
    }</tr>`
  ).join("");
  return `<table><thead>${headHtml(columns, kinds)}</thead><tbody>${body}</tbody></table>`;
}

function headHtml(columns: readonly string[], kinds: readonly string[]): string {
  const split = columns.map((column) => column.split("·"));
  if (split.every((parts) => parts.length === 1)) {
    return `<tr>${
      columns.map((column, i) => `<th class="${kinds[i]}">${escapeHtml(column)}</th>`).join("")
    }</tr>`;
  }
  const top = split.map(([head = "", below], i) => {
    if (below === undefined) return `<th rowspan="2" class="${kinds[i]}">${escapeHtml(head)}</th>`;
    if (i > 0 && split[i - 1]?.length === 2 && split[i - 1]?.[0] === head) return "";
    const span = split.filter((parts) => parts.length === 2 && parts[0] === head).length;
    return `<th colspan="${span}" class="group">${escapeHtml(head)}</th>`;
  });
  const bottom = split.map(([, below], i) =>
    below === undefined ? "" : `<th class="${kinds[i]}">${escapeHtml(below)}</th>`
  );
  return `<tr>${top.join("")}</tr><tr>${bottom.join("")}</tr>`;
}

function isNumeric(cell: Cell): boolean {
  return cell === null || typeof cell === "number" || /^[-≥≤<>]?\d+(\.\d+)?$/.test(cell);
}
