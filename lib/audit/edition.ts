/** The audit of a whole edition from its print alone. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readTitles } from "../edition/titles.ts";
import { DataError, type Fault } from "../table/faults.ts";
import { readRecords } from "../table/csv.ts";
import { audit } from "./audit.ts";
import { commonBases } from "./bases.ts";
import { checkClaim, type Claim, type CrossSum, outOfOrder, wrongSums } from "./claims.ts";
import type { Finding } from "./finding.ts";
import { type Printed, readPrinted, readWhole } from "./printed.ts";
import { openPrint, type Print, termsOf } from "./references.ts";
import type { AuditRow } from "./rows.ts";

/** Everything that print alone lets one say about an edition. */
export interface EditionAudit {
  /** One for each printed percentage of a base that is named or can be shared. */
  readonly findings: readonly EditionFinding[];
  /** The sums that were tried, and those that do not come out. */
  readonly sums: { readonly tried: number; readonly wrong: ReturnType<typeof wrongSums> };
  readonly claims: readonly ClaimFinding[];
  /** Rows that are larger than the row before them in a descending column. */
  readonly disorder: readonly { table: string; column: string; item: string }[];
  /** Titles that print has in two wordings. */
  readonly titles: readonly { exhibit: string; body: string; list: string }[];
}

/** A finding about a published fact. */
export interface EditionFinding extends Finding {
  /** 编号 of a statement; a cell of a table as `表13·1·占就业总人数比例%`. */
  readonly fact: string;
}

/** A claim of the text held against its table. */
export interface ClaimFinding extends Claim {
  readonly id: string;
  readonly holds: boolean;
  readonly found: number;
}

/**
 * Audits the print of an edition.
 *
 * @param folder the edition's `published/`
 * @returns null where the edition has no print, or none that says how its numbers hang together
 * @throws {DataError} if a file there is not as it should be
 */
export function auditEdition(folder: string): EditionAudit | null {
  if (!existsSync(join(folder, "audit"))) return null;
  const print = openPrint(folder);
  const rows = rowsOfEdition(folder, print);
  const sums = sumsOf(folder, print);
  return {
    findings: audit(rows).map((finding, i) => ({ ...finding, fact: rows[i]?.fact ?? "" })),
    sums: { tried: sums.length, wrong: wrongSums(sums) },
    claims: claimsOf(folder, print),
    disorder: disorderOf(folder, print),
    titles: titlesOf(folder),
  };
}

/** The printed percentages of an edition with the bases that print claims for them. */
export function rowsOfEdition(folder: string, print: Print = openPrint(folder)): AuditRow[] {
  return [...rowsOfTables(folder, print), ...rowsOfStatements(folder, print)];
}

/** What `bases-of-tables.csv` says where every row has an unprinted base of its own. */
const EACH_ITS_OWN = "各行不同";

function rowsOfTables(folder: string, print: Print): AuditRow[] {
  const path = join(folder, "audit", "bases-of-tables.csv");
  const records = readRecords(path, ["表", "项目列", "人数列", "百分比列", "基数"]);
  return records.flatMap((record) => {
    const { 表: table, 项目列: items, 人数列: counts, 百分比列: percentages, 基数: base } = record;
    const ownBase = print.columns(table).includes(base);
    const fixed = ownBase || base === EACH_ITS_OWN ? null : print.number(base);
    const terms = termsOf(counts);
    const columns = [items, percentages, ...(ownBase ? [base] : []), ...terms];
    return print.cells(table, columns).map((cells, row): AuditRow => {
      const [item = "", text = "", ...numbers] = cells;
      const at = (value: string) => whole(value, table);
      const rowBase = ownBase ? at(numbers.shift() ?? "") : fixed;
      const family = `${table} ${percentages}`;
      return {
        table,
        item: records.filter((each) => each.表 === table).length > 1
          ? `${item}·${percentages}`
          : item,
        count: numbers.map(at).reduce((sum, each) => sum + each, 0),
        base: rowBase,
        printed: percentage(text, table),
        text,
        family: base === EACH_ITS_OWN ? `${family} ${item}` : family,
        fact: `${table}·${row + 1}·${percentages}`,
      };
    });
  });
}

function rowsOfStatements(folder: string, print: Print): AuditRow[] {
  const path = join(folder, "audit", "bases-of-statements.csv");
  const records = readRecords(path, ["编号", "组", "人数", "基数", "基数上限"]);
  const rows: AuditRow[] = [];
  // A bound may be another group, which then stands above: its own bases are found by now.
  const bound = (reference: string) => {
    const group = rows.filter(({ table }) => table === reference);
    return group.length === 0 ? print.number(reference) : largestBase(group);
  };
  for (const record of records) {
    const statement = print.statement(record.编号);
    if (statement === undefined) {
      const expected = "statements.csv 中没有这个编号";
      throw wrong({ file: path, column: "编号", found: record.编号, expected });
    }
    const number = (reference: string) => reference === "" ? null : print.number(reference);
    rows.push({
      table: record.组,
      item: `${statement.subject}·${statement.measure}`,
      count: number(record.人数),
      base: number(record.基数),
      printed: percentage(statement.value, `statements.csv ${statement.id}`),
      text: statement.value,
      fact: statement.id,
      ...(record.基数上限 === "" ? {} : { baseAtMost: bound(record.基数上限) }),
    });
  }
  return rows;
}

/** The largest base that a group of rows may have, within its own bound. */
function largestBase(rows: readonly AuditRow[]): number {
  const limit = Math.min(...rows.map(({ baseAtMost }) => baseAtMost ?? Infinity));
  return commonBases(rows, { limit }).at(-1)?.to ?? limit;
}

function sumsOf(folder: string, print: Print): CrossSum[] {
  return optional(join(folder, "audit", "sums.csv"), ["名称", "合计", "分项"]).map((record) => ({
    label: record.名称,
    total: print.number(record.合计),
    parts: termsOf(record.分项).map(print.number),
  }));
}

function claimsOf(folder: string, print: Print): ClaimFinding[] {
  const path = join(folder, "audit", "claims.csv");
  return optional(path, ["编号", "表", "百分比列", "关系", "界限"]).map((record) => {
    const claim: Claim = {
      relation: relation(record.关系, path),
      threshold: record.界限,
      count: print.number(record.编号),
    };
    const { holds, found } = checkClaim(column(print, record.表, record.百分比列), claim);
    return { id: record.编号, ...claim, holds, found };
  });
}

function disorderOf(folder: string, print: Print): EditionAudit["disorder"] {
  return optional(join(folder, "audit", "orders.csv"), ["表", "列"]).flatMap((record) => {
    const { 表: table, 列 } = record;
    const names = print.cells(table, print.columns(table).slice(0, 2));
    return outOfOrder(column(print, table, 列)).map((row) => ({
      table,
      column: 列,
      item: names[row]?.join(" ") ?? "",
    }));
  });
}

function titlesOf(folder: string): EditionAudit["titles"] {
  return readTitles(dirname(folder))
    .filter((record) => record.正文题名 !== record.目录题名)
    .map((record) => ({ exhibit: record.图表, body: record.正文题名, list: record.目录题名 }));
}

function column(print: Print, table: string, name: string): Printed[] {
  return print.cells(table, [name]).map(([text = ""]) => percentage(text, table));
}

function optional<const K extends string>(path: string, columns: readonly K[]) {
  return existsSync(path) ? readRecords(path, columns) : [];
}

function percentage(text: string, file: string): Printed {
  const printed = readPrinted(text);
  if (printed === null) throw wrong({ file, found: text, expected: "应为百分比" });
  return printed;
}

function whole(text: string, file: string): number {
  const value = readWhole(text);
  if (value === null) throw wrong({ file, found: text, expected: "应为整数" });
  return value;
}

function relation(text: string, file: string): Claim["relation"] {
  switch (text) {
    case "超过":
    case "达到":
    case "低于":
    case "不超过":
      return text;
  }
  throw wrong({
    file,
    column: "关系",
    found: text,
    expected: "应为 超过、达到、低于、不超过 之一",
  });
}

function wrong(fault: Fault): DataError {
  return new DataError([fault]);
}
