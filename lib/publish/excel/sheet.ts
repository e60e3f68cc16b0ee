/** How a sheet looks: lines of text, then a table whose numbers stand right and texts left. */
import type { CellObject, Sheet } from "write-excel-file/universal";
import { emWidth } from "../../document/charts/text.ts";
import type { Link } from "./marks.ts";
import type { Value } from "./values.ts";

/** A sheet before it is a file's: lines above the table, the table, where it leads. */
export interface Page {
  readonly name: string;
  /** The table's name in formulas. */
  readonly table: string;
  /** What stands above the table; its head follows at once. */
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Value | null)[])[];
  /** Rows below the table that add it up: whoever sorts or filters the table leaves them alone. */
  readonly sums?: readonly (readonly (Value | null)[])[];
  readonly links: readonly Link[];
}

/** From so many rows on, the head stays in sight. */
const LONG = 20;

/** Widths in characters, as a spreadsheet counts: a 汉字 takes two. */
const WIDTH = { least: 8, most: 44, beside: 3 } as const;

/** Height of a line of text and what a row needs around it, in points. */
const HEIGHT = { line: 15, around: 2, aroundHead: 6 } as const;

/** Text stands a little off from the numbers to its left. */
const TEXT = { align: "left", indent: 1 } as const;
const NUMBER = { align: "right" } as const;
const LINK = { textColor: "#1F4E79", textDecoration: { underline: true } } as const;
const TITLE = { fontSize: 14, fontWeight: "bold" } as const;
const HEAD = {
  fontWeight: "bold",
  wrap: true,
  alignVertical: "center",
  backgroundColor: "#E7EDF4",
  bottomBorderStyle: "thin",
} as const;

const SUM = { fontWeight: "bold" } as const;

/** The cells of a page. The lines above the table run over empty cells to their right. */
export function sheetOf({ name, lines, columns, rows, sums = [], links }: Page): Sheet<Blob> {
  const widths = widthsOf(columns, [...rows, ...sums]);
  const linked = new Set(links.map(({ from }) => `${from.row},${from.column}`));
  const linkStyle = (row: number, column: number) => linked.has(`${row},${column}`) ? LINK : {};
  return {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    ...(rows.length > LONG ? { stickyRowsCount: lines.length + 1 } : {}),
    data: [
      ...lines.map((line, i): CellObject[] => [{
        value: line,
        type: String,
        ...(i === 0 ? TITLE : linkStyle(i, 0)),
      }]),
      columns.map((column, c): CellObject => ({
        value: column,
        type: String,
        ...HEAD,
        ...(rows.some((row) => "number" in (row[c] ?? {})) ? NUMBER : TEXT),
        height: heightOf(columns, widths) + HEIGHT.aroundHead,
      })),
      ...[...rows, ...sums].map((row, r) => {
        const sum = r < rows.length ? {} : SUM;
        const height = heightOf(row.map(shown), widths) + HEIGHT.around;
        return row.map((value, c): CellObject | null => {
          if (value === null) return null;
          if ("number" in value) {
            return { value: value.number, type: Number, format: value.format, height, ...sum };
          }
          const style = { ...TEXT, ...linkStyle(lines.length + 1 + r, c), ...sum };
          // As text even when somebody edits the cell: it may look like a formula.
          return { value: value.text, type: String, format: "@", wrap: true, height, ...style };
        });
      }),
    ],
  };
}

function widthsOf(columns: Page["columns"], rows: Page["rows"]): number[] {
  return columns.map((column, c) => {
    const texts = [column, ...rows.map((row) => shown(row[c] ?? null))];
    const widest = Math.max(...texts.map((text) => Math.ceil(2 * emWidth(text))));
    return Math.min(Math.max(widest + WIDTH.beside, WIDTH.least), WIDTH.most);
  });
}

/** The height that a row's lines take; told, since not every program finds it out by itself. */
function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, c) =>
    Math.ceil((2 * emWidth(text)) / ((widths[c] ?? WIDTH.least) - WIDTH.beside + 1))
  );
  return HEIGHT.line * Math.max(1, ...lines);
}

function shown(value: Value | null): string {
  if (value === null) return "";
  return "text" in value ? value.text : String(value.number);
}
