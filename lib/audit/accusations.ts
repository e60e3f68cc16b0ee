/** What an audit holds against print, put beside the edition's ledger of errata. */
import type { Erratum } from "../edition/errata.ts";
import { Frame } from "../table/frame.ts";
import type { EditionAudit, EditionFinding } from "./edition.ts";

/** One thing in print that cannot be right, named as the ledger names things. */
export interface Accusation {
  /** `表13`, `图38`, or the place in the text. */
  readonly 图表: string;
  readonly 项目: string;
  /** The published fact; empty where it is about a base, a title, a sum or an order. */
  readonly 编号: string;
  readonly 公布值: string;
  /** What it could be instead, of which a ledger may choose one. */
  readonly 可能值: readonly string[];
}

/**
 * Everything that an audit found wrong, in the order of the report: a table over another base than
 * it says is one accusation, and so is each impossible number, wrong sum, untrue claim, row out of
 * order and title in two wordings (of which the body's is taken to be the right one).
 */
export function accusationsOf(audit: EditionAudit): Accusation[] {
  const { findings, sums, claims, disorder, titles } = audit;
  const overOther = findings.filter(({ verdict }) => verdict === "other-base");
  const families = Map.groupBy(overOther, ({ table, base }) => `${table} ${base}`);
  return [
    ...families.values().map(ofBase),
    ...findings.filter(({ verdict }) => verdict === "impossible").map(ofNumber),
    ...sums.wrong.map(({ label, total, sum }) => ({
      图表: label,
      项目: "合计",
      编号: "",
      公布值: String(total),
      可能值: [String(sum)],
    })),
    ...claims.filter(({ holds }) => !holds).map(({ id, relation, threshold, count, found }) => ({
      图表: "正文",
      项目: `${relation} ${threshold}% 的个数`,
      编号: id,
      公布值: String(count),
      可能值: [String(found)],
    })),
    ...disorder.map(({ table, column, item }) => ({
      图表: table,
      项目: `${column}的次序`,
      编号: "",
      公布值: item,
      可能值: [],
    })),
    ...titles.map(({ exhibit, body, list }) => ({
      图表: exhibit,
      项目: exhibit.startsWith("表") ? "表题" : "图题",
      编号: "",
      公布值: list,
      可能值: [body],
    })),
  ];
}

/** How the ledger stands to an accusation. */
export type Standing = "已登记" | "登记的数不同" | "未登记";

/** An accusation and what the ledger says of it. */
export interface LedgerLine {
  readonly 图表: string;
  readonly 项目: string;
  readonly 公布值: string;
  readonly 应为: string;
  readonly 勘误表: Standing;
  readonly 处理: string;
}

/**
 * Each accusation beside its row of the ledger. A row is about an accusation if it names the same
 * published fact, or for one that is about no single fact, the same exhibit and 项目; it agrees if
 * it quotes the same printed value and corrects it to a possible one (or lets it stand).
 */
export function besideLedger(
  accusations: readonly Accusation[],
  ledger: readonly Erratum[],
): Frame<LedgerLine> {
  const lines = accusations.map((accusation): LedgerLine => {
    const { 图表, 项目, 公布值, 可能值 } = accusation;
    const row = ledger.find((each) => isAbout(each, accusation));
    return {
      图表,
      项目,
      公布值,
      应为: 可能值.join(" 或 "),
      勘误表: row === undefined ? "未登记" : agrees(row, accusation) ? "已登记" : "登记的数不同",
      处理: row?.处理 ?? "",
    };
  });
  return Frame.fromRows(lines, ["图表", "项目", "公布值", "应为", "勘误表", "处理"]);
}

/** The ledger's rows that no accusation is about: doubts of the editors, which arithmetic cannot share. */
export function otherErrata(
  accusations: readonly Accusation[],
  ledger: readonly Erratum[],
): Erratum[] {
  return ledger.filter((row) => !accusations.some((accusation) => isAbout(row, accusation)));
}

function isAbout(row: Erratum, { 编号, 图表, 项目 }: Accusation): boolean {
  return row.编号 === 编号 && (编号 !== "" || (row.图表 === 图表 && row.项目 === 项目));
}

function agrees({ 公布值, 重算值 }: Erratum, accusation: Accusation): boolean {
  return 公布值 === accusation.公布值 && (重算值 === "" || accusation.可能值.includes(重算值));
}

function ofBase(family: readonly EditionFinding[]): Accusation {
  const [first] = family;
  return {
    图表: exhibitOf(first?.table ?? ""),
    项目: "基数",
    编号: "",
    公布值: String(first?.base ?? ""),
    可能值: (first?.bases ?? []).map(String),
  };
}

function ofNumber({ table, item, fact, printed, expected }: EditionFinding): Accusation {
  return {
    图表: exhibitOf(table),
    项目: item,
    编号: fact,
    公布值: printed,
    可能值: expected === null ? [] : [expected],
  };
}

/** The exhibit that a group of numbers is named after, e.g. `图38` of `用人单位问卷：图38`. */
function exhibitOf(group: string): string {
  return /：(图\d+)$/.exec(group)?.[1] ?? group;
}
