/** What was computed against what the published report prints: pure, over plain data. */
import { decimal, parseBound } from "../table/bound.ts";
import type { Erratum } from "../edition/errata.ts";
import type { Fact, Facts, PublishedTable } from "../edition/published.ts";

/** What a comparison needs to know of an exhibit. */
export interface ComputedExhibit {
  readonly kind: "table" | "figure";
  readonly key: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ComputedCell[])[];
  readonly base: { readonly count: number } | null;
}

/** What a comparison needs to know of a computed number in prose. */
export interface ComputedStatement {
  readonly place: string;
  readonly subject: string;
  readonly measure: string;
  readonly value: ComputedCell;
}

/** A computed value: a count, a text as it would be printed, or null where unknown. */
export type ComputedCell = string | number | null;

/** Everything computed. */
export interface Computed {
  readonly exhibits: readonly ComputedExhibit[];
  readonly statements: readonly ComputedStatement[];
}

/** What print says, and what is known to be wrong with it. */
export interface Printed {
  readonly facts: Facts;
  readonly errata: readonly Erratum[];
}

/** A fact that the records do not give. */
export interface Difference {
  readonly id: string;
  readonly place: string;
  readonly published: string;
  readonly computed: string;
}

/** A fact that nothing was compared with. */
export interface Unchecked {
  readonly id: string;
  readonly why: string;
}

/** The contents of `check.json`. */
export interface Comparison {
  /** How many facts the published report states. */
  readonly facts: number;
  readonly agree: number;
  readonly differ: readonly Difference[];
  readonly unchecked: readonly Unchecked[];
  /** Differences that the ledger of errata explains. */
  readonly errata: readonly (Difference & { readonly why: string })[];
  /** Rows of the ledger that no longer apply: what they say of print or of the records is untrue. */
  readonly stale: readonly Erratum[];
}

/** Why a fact that nobody has held against the printed copy counts neither as right nor as wrong. */
export const NOT_PROOFREAD = "草稿，尚未校对";

/**
 * Whether every fact was compared, nothing differs but what the ledger explains, and the ledger holds.
 */
export function holds(
  { differ, unchecked, stale }: Pick<Comparison, "differ" | "unchecked" | "stale">,
): boolean {
  return differ.length + unchecked.length + stale.length === 0;
}

/**
 * Compares everything made with every published fact. A table's fact is one printed cell, found by
 * the table's key, its row and its column; a statement's is found by its subject and measure, and
 * where print says that twice, by its place.
 *
 * @param ledger the edition's errata; a difference that it names is set apart from the others
 */
export function compare(made: Computed, facts: Facts, ledger: readonly Erratum[] = []): Comparison {
  const ofKind = (wanted: "table" | "figure", printed: readonly PublishedTable[] = []) =>
    printed.flatMap((table) =>
      compareTable(
        wanted,
        made.exhibits.find(({ kind, key }) => kind === wanted && key === table.key),
        table,
      )
    );
  const outcomes = [
    ...ofKind("table", facts.tables),
    ...ofKind("figure", facts.figures),
    ...facts.statements.map((fact) => compareFact(made.statements, fact, facts)),
  ];
  const differences = outcomes.filter((one) => typeof one === "object" && "computed" in one);
  const explains = ({ 编号, 公布值, 重算值 }: Erratum, { id, published, computed }: Difference) =>
    编号 === id && 公布值 === published && 重算值 === computed;
  return {
    facts: outcomes.length,
    agree: outcomes.filter((outcome) => outcome === "agree").length,
    differ: differences.filter((one) => !ledger.some((row) => explains(row, one))),
    unchecked: outcomes.filter((outcome) => typeof outcome === "object" && "why" in outcome),
    errata: differences.flatMap((one) => {
      const row = ledger.find((row) => explains(row, one));
      return row === undefined ? [] : [{ ...one, why: row.原因 }];
    }),
    // Without print there is nothing that a ledger could be right or wrong about.
    stale: (outcomes.length === 0 ? [] : ledger).filter((row) =>
      row.编号 === "" ? !describes(row, made) : !differences.some((one) => explains(row, one)) &&
        !remarks(row, facts, made)
    ),
  };
}

/** Whether a ledger row about an exhibit's base or title is true of it (or it is not made yet). */
function describes({ 键, 项目, 公布值, 重算值 }: Erratum, made: Computed): boolean {
  const exhibit = made.exhibits.find(({ key }) => key === 键);
  if (exhibit === undefined) return true;
  const used = 项目 === "基数" ? String(exhibit.base?.count ?? "") : exhibit.title;
  return used === 重算值 && used !== 公布值;
}

/** Whether a ledger row speaks truly of a fact that it lets stand, or that is not computed yet. */
function remarks({ 编号, 键, 公布值, 重算值 }: Erratum, facts: Facts, made: Computed): boolean {
  const fact = facts.statements.find(({ id }) => id === 编号);
  const printed = fact?.value ?? printedCell(facts, 编号);
  if (printed === undefined) return facts.statements.length === 0;
  const computed = fact === undefined
    ? made.exhibits.some(({ key }) => key === 键)
    : made.statements.some((one) => isSameFact(one, fact, facts));
  return printed === 公布值 && (重算值 === "" || !computed);
}

/** The printed cell that an id such as `表12·29·就业人数` names. */
function printedCell({ tables, figures = [] }: Facts, id: string): string | undefined {
  const [place, row, ...column] = id.split("·");
  const table = tables.find(({ number }) => `表${number}` === place) ??
    figures.find(({ number }) => `图${number}` === place);
  return table?.rows[Number(row) - 1]?.[table.columns.indexOf(column.join("·"))];
}

/** Whether a ledger row is about something made: an exhibit, or a number among `facts`. */
export function isAbout({ 键, 编号, 图表 }: Erratum, made: Computed, facts: Facts): boolean {
  if (编号 === "" || 编号.startsWith(`${图表}·`)) {
    return made.exhibits.some(({ key }) => key === 键);
  }
  return facts.statements.some(({ id }) => id === 编号);
}

/** The facts that are about something made: those of its exhibits and of its statements. */
export function factsAbout(made: Computed, facts: Facts): Facts {
  const about = (wanted: "table" | "figure") => ({ key: printed }: PublishedTable) =>
    made.exhibits.some(({ kind, key }) => kind === wanted && key === printed);
  return {
    tables: facts.tables.filter(about("table")),
    ...(facts.figures === undefined ? {} : { figures: facts.figures.filter(about("figure")) }),
    statements: facts.statements.filter((fact) =>
      made.statements.some((one) => isSameFact(one, fact, facts))
    ),
  };
}

/** What identifies a statement: of whom it speaks, what it says of them, and where it stands. */
type FactKey = Pick<Fact, "place" | "subject" | "measure">;

/**
 * Whether a statement is the one that a fact prints: subject and measure are its key, and where
 * print has the same key in two places, the place decides (a statement that has none yet is either).
 */
export function isSameFact(one: FactKey, fact: FactKey, { statements }: Facts): boolean {
  if (one.measure !== fact.measure || one.subject !== fact.subject) return false;
  if (one.place === fact.place || one.place === "") return true;
  return !statements.some((other) =>
    other.measure === one.measure && other.subject === one.subject && other.place === one.place
  );
}

type Outcome = "agree" | Difference | Unchecked;

function compareTable(
  kind: "table" | "figure",
  exhibit: ComputedExhibit | undefined,
  table: PublishedTable,
): Outcome[] {
  const [name, what] = kind === "table" ? ["表", "这张表"] : ["图", "这张图"];
  const place = `${name}${table.number}`;
  const rows = Math.max(table.rows.length, exhibit?.rows.length ?? 0);
  return Array.from({ length: rows }, (_, i) => i).flatMap((i) =>
    table.columns.map((column): Outcome => {
      const id = `${place}·${i + 1}·${column}`;
      if (table.drafts?.has(i)) return { id, why: NOT_PROOFREAD };
      if (exhibit === undefined) return { id, why: `没有笔记本算出${what}` };
      const published = table.rows[i]?.[table.columns.indexOf(column)] ?? "（没有这一行）";
      const at = exhibit.columns.indexOf(column);
      const computed = at < 0 ? "（没有这一列）" : asPrinted(
        exhibit.rows[i] === undefined ? "（没有这一行）" : exhibit.rows[i]?.[at] ?? null,
      );
      return published === computed ? "agree" : { id, place, published, computed };
    })
  );
}

function compareFact(
  statements: readonly ComputedStatement[],
  fact: Fact,
  facts: Facts,
): Outcome {
  const { id, place, value } = fact;
  if (fact.draft) return { id, why: NOT_PROOFREAD };
  const statement = statements.find((one) => isSameFact(one, fact, facts));
  if (statement === undefined) {
    return { id, why: `没有笔记本算出“${fact.subject}”的“${fact.measure}”（${place}）` };
  }
  const computed = asPrinted(statement.value);
  const right = fact.kind === "bound" ? respects(computed, value) : computed === value;
  return right ? "agree" : { id, place, published: value, computed };
}

/** A cell as print would have it. */
export function asPrinted(cell: ComputedCell): string {
  return cell === null ? "—" : String(cell);
}

/** Whether a computed decimal respects a printed bound such as `≥84`, `<8` or `≠100`. */
function respects(computed: string, bound: string): boolean {
  const number = decimal(computed);
  return number !== null && parseBound(bound)?.admits(number) === true;
}
