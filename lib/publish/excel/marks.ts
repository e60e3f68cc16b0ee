/** What sheets have beside their cells: links within the workbook, marked tables, properties. */
import type { Feature } from "write-excel-file/universal";
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
} from "write-excel-file/utility";
import { CORE_PROPERTIES } from "../office_file.ts";
import { quoteSheet } from "./sheet_names.ts";

/** A place in a sheet; rows and columns count from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A cell that leads to the top of another sheet. */
export interface Link {
  readonly from: Place;
  readonly sheet: string;
}

/** Cells that Excel knows as a table: its head is read out with each cell, and it has a name. */
export interface MarkedTable {
  readonly name: string;
  /** The head's first cell. */
  readonly from: Place;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** What one sheet has beside its cells. */
export interface Marks {
  readonly links: readonly Link[];
  /** A table without rows is none. */
  readonly table: MarkedTable;
}

const SHEET = "xl/worksheets/sheet{id}.xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const TABLE_PART = `<tableParts count="1"><tablePart r:id="rId-table"/></tableParts>`;

/** On paper a sheet is as wide as a page of A4, and as long as it needs. */
const ON_PAPER = [
  `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
  `<pageSetup paperSize="9" fitToHeight="0"/>`,
];

/**
 * Adds to a workbook what `write-excel-file` has no option for.
 *
 * @param sheets what each sheet has, in the sheets' order
 * @param properties the file's title, author and dates
 */
export function marked(sheets: readonly Marks[], properties: string): Feature<Blob> {
  const tableOf = (index: number) => {
    const table = sheets[index]?.table;
    return table === undefined || table.rows === 0 ? null : table;
  };
  const ids = sheets.flatMap((_, i) => (tableOf(i) === null ? [] : [i + 1]));
  return {
    files: {
      transform: {
        "[Content_Types].xml": {
          insert: () =>
            override(
              CORE_PROPERTIES,
              "application/vnd.openxmlformats-package.core-properties+xml",
            ) +
            ids.map((id) => override(tablePath(id), `${SPREADSHEET_TYPE}.table+xml`)).join(""),
        },
        "_rels/.rels": {
          insert: () =>
            getSelfClosingTagMarkup("Relationship", {
              Id: "rId-properties",
              Type: `${PACKAGE}/metadata/core-properties`,
              Target: CORE_PROPERTIES,
            }),
        },
        [SHEET]: {
          transform: (xml, _, { sheetIndex }) => {
            const table = tableOf(sheetIndex) === null ? "" : TABLE_PART;
            return [...ON_PAPER, linksXml(sheets[sheetIndex]?.links ?? []), table]
              .reduce(within, xml);
          },
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_, { sheetIndex }) =>
            tableOf(sheetIndex) === null ? undefined : getSelfClosingTagMarkup("Relationship", {
              Id: "rId-table",
              Type: `${OFFICE}/relationships/table`,
              Target: `../tables/table${sheetIndex + 1}.xml`,
            }),
        },
      },
      write: {
        files: () => ({
          [CORE_PROPERTIES]: properties,
          ...Object.fromEntries(sheets.flatMap((_, i) => {
            const table = tableOf(i);
            return table === null ? [] : [[tablePath(i + 1), tableXml(i + 1, table)]];
          })),
        }),
      },
    },
  };
}

function override(path: string, type: string): string {
  return getSelfClosingTagMarkup("Override", { PartName: `/${path}`, ContentType: type });
}

function tablePath(id: number): string {
  return `xl/tables/table${id}.xml`;
}

/** A sheet with one more element, at the only place where Excel takes it. */
function within(xml: string, element: string): string {
  if (element === "") return xml;
  const order = getOrderOfSiblings("xl/worksheets/sheet{id}.xml", "worksheet") ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, "worksheet");
}

function linksXml(links: readonly Link[]): string {
  if (links.length === 0) return "";
  const each = links.map(({ from, sheet }) =>
    getSelfClosingTagMarkup("hyperlink", {
      ref: getCellAddress(from.row, from.column),
      location: `${quoteSheet(sheet)}!A1`,
    })
  );
  return `<hyperlinks>${each.join("")}</hyperlinks>`;
}

function tableXml(id: number, { name, from, columns, rows }: MarkedTable): string {
  const end = getCellAddress(from.row + rows, from.column + columns.length - 1);
  const each = columns.map((column, i) =>
    `<tableColumn id="${i + 1}" name="${sanitizeAttributeValue(column)}"/>`
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<table xmlns="${SPREADSHEET}" id="${id}" name="${name}" displayName="${name}"` +
    ` ref="${getCellAddress(from.row, from.column)}:${end}" totalsRowShown="0">` +
    `<tableColumns count="${columns.length}">${each.join("")}</tableColumns>` +
    `<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0"` +
    ` showRowStripes="0" showColumnStripes="0"/></table>`;
}
