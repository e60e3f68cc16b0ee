/** Printed tables of any report as rows of an audit: a workbook, a page's table, a text with columns. */
import { basename } from "node:path";
import { DataError } from "../table/faults.ts";
import { openSheets, type Row, type Sheet } from "../table/sheets/sheets.ts";
import { isTotal } from "./closure.ts";
import { type Printed, readWhole } from "./printed.ts";
import { type AuditRow, auditRowsOf, isAuditHeader, readAuditRows } from "./rows.ts";
import { type Reading, readShares } from "./shares.ts";

/** What was read of a file. */
export interface PrintedTables {
  readonly rows: readonly AuditRow[];
  /** What could not be audited, in plain Chinese. */
  readonly doubts: readonly string[];
}

/**
 * Reads the tables of a file. A table begins with a row of headers of which one says that it is a share
 * (比例, 占比, 百分比, …率, %); a row of one cell before it is its title. Where a table has a row 合计,
 * its headcount is the base.
 *
 * @param as what a column of numbers up to 1 is that could be either: fractions or percentages
 * @throws {DataError} if it cannot be read, holds no share, or asks which of the two a column is
 */
export async function readPrintedTables(
  path: string,
  as?: "fraction" | "percent",
): Promise<PrintedTables> {
  const rows: AuditRow[] = [];
  const doubts: string[] = [];
  const questions: string[] = [];
  for (const sheet of openSheets(path)) {
    const found = await rowsOf(sheet);
    const header = found.findIndex(({ cells }) => isAuditHeader(cells));
    const isText = /CSV|文本/.test(sheet.container);
    if (header >= 0) {
      // The reader of such a text says more of what is wrong with it.
      const strict = header === 0 && sheet.container === "CSV（UTF-8）";
      rows.push(...strict ? readAuditRows(path) : auditRowsOf(sheet.file, found.slice(header)));
      continue;
    }
    for (const table of tablesOf(found, sheet.name || sheet.file.replace(/\.\w+$/, ""))) {
      const read = readTable(table, { keepsZeros: isText, as });
      rows.push(...read.rows);
      doubts.push(...read.doubts);
      questions.push(...read.questions);
    }
  }
  const fault = (expected: string) => ({ file: basename(path), expected });
  if (questions.length > 0) throw new DataError(questions.map(fault));
  if (rows.length === 0) {
    throw new DataError([
      fault("没有找到可以核查的比例：表头应有“比例”“占比”“百分比”“…率”或“%”"),
      ...doubts.map(fault),
    ]);
  }
  return { rows, doubts };
}

async function rowsOf(sheet: Sheet): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const portion of sheet.rows()) {
    rows.push(...portion.map(({ number, cells }) => ({
      number,
      cells: cells.map((cell) => cell.normalize("NFKC").trim()),
    })));
  }
  return rows;
}

/** A table: its title, its headers and the rows below them. */
interface Table {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: Row[];
}

const SHARE = /(比例|比重|占比|百分比|百分率|率)[(]?%?[)]?$|%/;
const COUNT = /(人数|人次|数量|频数|份数|家数|数)$/;
/** What is told of a share and is none. */
const BESIDE = /区间|误差|标准差|同比|增长|增幅|变化/;
const ORDER = /^(序号|编号|排名|名次|排序)$/;
/** The headcounts that rates are of. */
const WHOLE = /^(本校)?(毕业生|毕业|生源|学生|总)(总)?(人)?数$/;
/** Those who answered: where it is one number for all rows, the base; else it may be those of a row. */
const ANSWERED = /^(填答|应答|作答|答题|有效|有效问卷|样本|样本总|答卷)(人|份)?数$|^(基数|样本量)$/;
/** A share that is no part of a whole that its column adds up to. */
const RATE = /(率|度)[(]?%?[)]?$/;
const TITLE = /^(附?表|图)\s*[\d一二三四五六七八九十]/;

const isNumber = (cell: string) => /^-?[\d,.]+%?$/.test(cell);

function tablesOf(rows: readonly Row[], name: string): Table[] {
  const tables: Table[] = [];
  let title = name;
  let open: Table | undefined;
  for (const row of rows) {
    const filled = new Set(row.cells.filter((cell) => cell !== ""));
    if (filled.size === 0) continue;
    const [only = ""] = filled;
    const numbers = row.cells.some(isNumber);
    if (filled.size === 1 && (TITLE.test(only) || open === undefined)) {
      title = TITLE.test(only) ? only : title;
      open = undefined;
    } else if (!numbers && filled.size > 1 && row.cells.some((cell) => SHARE.test(cell))) {
      // A header of two rows says the first part again, or leaves it out.
      const above = open !== undefined && open.rows.length === 0 ? tables.pop() : undefined;
      const header = row.cells.map((cell, i) =>
        [...new Set([above?.header[i] ?? "", cell])].filter((part) => part !== "").join("·")
      );
      open = { title, header, rows: [] };
      tables.push(open);
    } else if (open !== undefined && numbers) open.rows.push(row);
  }
  return tables;
}

/** Reads the shares of a table, a column at a time. */
function readTable(
  { title, header, rows }: Table,
  how: Pick<Reading, "keepsZeros" | "as">,
): PrintedTables & { readonly questions: readonly string[] } {
  const shares = header.flatMap((name, i) => SHARE.test(name) && !BESIDE.test(name) ? [i] : []);
  const counts = header.flatMap((name, i) =>
    COUNT.test(name) && !SHARE.test(name) && !ORDER.test(name) ? [i] : []
  );
  const isOne = (column: number) => new Set(rows.map(({ cells }) => cells[column])).size === 1;
  const labels = header.flatMap((name, i) =>
    SHARE.test(name) || counts.includes(i) || ORDER.test(name) || ANSWERED.test(name) ? [] : [i]
  );
  const items = rows.map(({ number, cells }) =>
    [...new Set(labels.map((i) => cells[i] ?? "").filter((cell) => cell !== ""))].join("·") ||
    `第 ${number} 行`
  );
  const whole = (row: Row, column: number | undefined) =>
    column === undefined ? null : readWhole(row.cells[column] ?? "");
  const total = rows[items.findIndex(isTotal)];
  const result = { rows: [] as AuditRow[], doubts: [] as string[], questions: [] as string[] };
  const free = new Set(counts);
  for (const column of shares) {
    const name = header[column] ?? "";
    const isRate = RATE.test(name);
    // A share's headcount stands before it, and is no other share's; a rate's is seldom printed.
    const base = header.findLastIndex((one, i) =>
      i < column &&
      (isRate ? WHOLE.test(one) || ANSWERED.test(one) : ANSWERED.test(one) && isOne(i))
    );
    const count = isRate
      ? undefined
      : counts.findLast((i) => i < column && i !== base && free.has(i));
    if (count !== undefined) free.delete(count);
    const read = readShares({
      ...how,
      texts: rows.map(({ cells }) => cells[column] ?? ""),
      isTotal: items.map(isTotal),
    });
    const place = (i: number) => `${title} “${name}”列 ${items[i] ?? ""}`;
    if ("question" in read) {
      result.questions.push(`${title} “${name}”列${read.question}`);
      continue;
    }
    for (const { row, why } of read.doubts) {
      result.doubts.push(`${place(row)}：${why}`);
    }
    rows.forEach((row, i) => {
      const printed: Printed | null = read.printed[i] ?? null;
      if (printed === null) return;
      result.rows.push({
        table: shares.length > 1 ? `${title}·${name}` : title,
        item: items[i] ?? "",
        count: whole(row, count),
        base: (base >= 0 ? whole(row, base) : total && whole(total, count)) || null,
        printed,
        text: row.cells[column] ?? "",
        // Each row's rate is of its own whole.
        ...(isRate ? { family: `${title} ${name} ${items[i]}` } : {}),
      });
    });
  }
  return result;
}
