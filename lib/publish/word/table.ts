/** Tables of three lines, as GB/T 7713 has them: above, below and under the head. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { emWidth } from "../../document/charts/text.ts";
import type { Cell } from "../../document/exhibit.ts";
import { type Grid, shownRows } from "../grid.ts";
import { STYLE, twips } from "./look.ts";
import { textRun } from "./words.ts";

/** A table with at most so many rows stays on one page. */
const SHORT = 8;
/** Of a longer one so many rows stay together at its beginning and at its end. */
const TOGETHER = 3;

/** A column's room beside its text, the most that it asks for, both in em; and how long an em is. */
const EM = { beside: 1.2, most: 18, twips: 210 } as const;
/** A head of so many em stays on one line. */
const SHORTEST = 4;
/** Room on each side of a cell, in twips. */
const MARGIN = 70;

const THICK = { style: BorderStyle.SINGLE, size: 12, color: "000000" } as const;
const THIN = { style: BorderStyle.SINGLE, size: 6, color: "000000" } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

/** A cell of the head: how many columns and rows it takes. */
interface HeadCell {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * A table as wide as it needs, at most as wide as the text. Its head is repeated on every page.
 *
 * @param width of the text, in millimetres
 * @param more whether something follows that belongs to the table
 */
export function wordTable(grid: Grid, width: number, more: boolean): Table {
  const { columns } = grid;
  const shown = shownRows(grid);
  const rows = shown.map(([cells]) => cells);
  const widths = columnWidths({ columns, rows }, twips(width));
  const numeric = columns.map((_, c) => grid.rows.every((row) => isNumeric(row[c] ?? null)));
  const alignment = (column: number) => numeric[column] ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const widthOf = (column: number, span = 1) => ({
    size: sumOf(widths.slice(column, column + span)),
    type: WidthType.DXA,
  });
  const head = headRows(columns);
  const staysWithNext = (row: number) =>
    row === rows.length - 1
      ? more
      : rows.length <= SHORT || row < TOGETHER - 1 || row >= rows.length - TOGETHER;
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: sumOf(widths), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: MARGIN, right: MARGIN },
    borders: {
      top: THICK,
      bottom: THICK,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    rows: [
      ...head.map((cells, r) =>
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          keepNext: true,
          children: cells.map(({ text, column, columns, rows }) =>
            new TableCell({
              width: widthOf(column, columns),
              columnSpan: columns,
              rowSpan: rows,
              verticalAlign: VerticalAlign.CENTER,
              borders: r + rows === head.length || columns > 1 ? { bottom: THIN } : {},
              children: [
                new Paragraph({
                  style: STYLE.head,
                  alignment: columns > 1 ? AlignmentType.CENTER : alignment(column),
                  children: [textRun(text)],
                }),
              ],
            })
          ),
        })
      ),
      ...rows.map((row, r) =>
        new TableRow({
          cantSplit: true,
          keepNext: staysWithNext(r),
          children: columns.map((_, c) =>
            new TableCell({
              width: widthOf(c),
              children: [
                new Paragraph({
                  // What adds up looks like the head.
                  style: shown[r]?.[1] ? STYLE.head : STYLE.cell,
                  alignment: alignment(c),
                  children: [textRun(say(row[c] ?? null))],
                }),
              ],
            })
          ),
        })
      ),
    ],
  });
}

/** A column `甲·乙` stands as 乙 under a 甲 that its neighbours share. */
function headRows(columns: readonly string[]): HeadCell[][] {
  const split = columns.map((column) => column.split("·"));
  if (split.every((parts) => parts.length !== 2)) {
    return [columns.map((text, column) => ({ text, column, columns: 1, rows: 1 }))];
  }
  const top = split.flatMap((parts, column): HeadCell[] => {
    if (parts.length !== 2) return [{ text: parts.join("·"), column, columns: 1, rows: 2 }];
    const [group = ""] = parts;
    const shares = (one: readonly string[] | undefined) => one?.length === 2 && one[0] === group;
    if (shares(split[column - 1])) return [];
    const end = split.findIndex((one, i) => i > column && !shares(one));
    return [{ text: group, column, columns: (end < 0 ? split.length : end) - column, rows: 1 }];
  });
  const bottom = split.flatMap((parts, column): HeadCell[] =>
    parts.length === 2 ? [{ text: parts[1] ?? "", column, columns: 1, rows: 1 }] : []
  );
  return [top, bottom];
}

/** Widths in twips: what each column's longest text needs, the widest made narrower if need be. */
function columnWidths(grid: Grid, room: number): number[] {
  const whole = needsOf(grid, 1);
  // Where there is little room a head may run over two lines, before names have to.
  const needs = sumOf(whole) > room ? needsOf(grid, 2) : whole;
  const widest = fittingCap(needs, room);
  const widths = needs.map((one) => Math.min(one, widest));
  // A table that is nearly as wide as the text looks better when it is as wide.
  const stretch = sumOf(widths) > 0.8 * room ? room / sumOf(widths) : 1;
  return widths.map((one) => Math.floor(one * stretch));
}

/** What each column asks for, if its head may run over so many lines. */
function needsOf({ columns, rows }: Grid, lines: number): number[] {
  const needs = columns.map((column, c) => {
    const head = emWidth(column.split("·").at(-1) ?? "");
    const widths = [
      Math.max(Math.ceil(head / lines), Math.min(head, SHORTEST)),
      ...rows.map((row) => emWidth(say(row[c] ?? null))),
    ];
    return Math.min(Math.max(...widths) + EM.beside, EM.most) * EM.twips;
  });
  for (const { text, column, columns: span } of headRows(columns).flat()) {
    const own = needs.slice(column, column + span);
    const missing = (emWidth(text) + EM.beside) * EM.twips - sumOf(own);
    if (span > 1 && missing > 0) {
      needs.splice(column, span, ...own.map((one) => one + missing / span));
    }
  }
  return needs;
}

/** How wide a column may be so that all have room: narrow ones keep their width. */
function fittingCap(widths: readonly number[], room: number): number {
  let left = room;
  const ascending = widths.toSorted((a, b) => a - b);
  for (const [i, width] of ascending.entries()) {
    const fair = left / (ascending.length - i);
    if (width > fair) return fair;
    left -= width;
  }
  return Infinity;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function say(cell: Cell): string {
  return cell === null ? "" : String(cell);
}

function isNumeric(cell: Cell): boolean {
  return cell === null || typeof cell === "number" || /^[-≥≤<>]?\d+(\.\d+)?%?$/.test(cell);
}
