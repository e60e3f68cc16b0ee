/** What was computed, as facts that are published: how a report that was never printed is recorded. */
import { type Fact, type FactKind, type Facts, isExact } from "../edition/published.ts";
import type { PrintedTitle } from "../edition/titles.ts";
import { exhibitOf, statementsOf } from "./blocks.ts";
import { asPrinted } from "./compare.ts";
import type { Document } from "./document.ts";
import type { Exhibit, Statement } from "./exhibit.ts";

/** Facts, and what their exhibits are called. */
export interface Published {
  readonly facts: Facts;
  readonly titles: readonly PrintedTitle[];
}

/**
 * All that a report says, as published facts: the cells of its tables, the numbers of its figures and
 * of its sentences, each sentence's once for each section. Chapters on print itself are left out.
 *
 * @param before what was published so far; a fact that is still there keeps its 编号
 */
export function published({ chapters }: Pick<Document, "chapters">, before: Facts): Published {
  const own = chapters.filter(({ auditor }) => auditor !== true);
  // The abstract repeats the chapters' numbers: what it has of its own comes last.
  const [abstract = [], told = []] = [true, false].map((first) =>
    own.filter(({ notebook }) => (notebook === "") === first)
  );
  const blocks = [...told, ...abstract]
    .flatMap(({ blocks }) => blocks).map(({ block }) => block);
  const exhibits = distinct(blocks.flatMap((block) => exhibitOf(block) ?? []), ({ key }) => key);
  const of = (kind: Exhibit["kind"]) =>
    exhibits.filter((one) => one.kind === kind).map((exhibit, i) => ({
      number: exhibit.number ?? i + 1,
      exhibit,
    }));
  const [tables, figures] = [of("table"), of("figure")];
  const printed = ({ number, exhibit }: (typeof tables)[number]) => ({
    number,
    key: exhibit.key,
    columns: exhibit.columns,
    rows: exhibit.rows.map((cells) => cells.map(asPrinted)),
  });
  const title = (name: string) => ({ number, exhibit }: (typeof tables)[number]) => ({
    图表: `${name}${number}`,
    键: exhibit.key,
    正文题名: exhibit.title,
    目录题名: exhibit.title,
  });
  return {
    facts: {
      tables: tables.map(printed),
      ...(figures.length > 0 ? { figures: figures.map(printed) } : {}),
      statements: numbered(
        distinct(blocks.flatMap(statementsOf), placeAndKey).filter(({ value }) => value !== ""),
        before,
      ),
    },
    titles: [...tables.map(title("表")), ...figures.map(title("图"))],
  };
}

/** What tells facts apart: two sections may each say the same of the same. */
function placeAndKey(one: Pick<Fact, "place" | "subject" | "measure">): string {
  return JSON.stringify([one.place, one.subject, one.measure]);
}

/** Statements as facts, numbered within their chapters as `1-001`. */
function numbered(statements: readonly Statement[], before: Facts): Fact[] {
  const known = new Map(before.statements.map((fact) => [placeAndKey(fact), fact.id]));
  const taken = new Set(known.values());
  const counts = new Map<string, number>();
  const next = (chapter: string): string => {
    const count = (counts.get(chapter) ?? 0) + 1;
    counts.set(chapter, count);
    const id = `${chapter}-${String(count).padStart(3, "0")}`;
    return taken.has(id) ? next(chapter) : id;
  };
  return statements.map((one) => {
    const { place, subject, measure, unit, notebook } = one;
    const value = asPrinted(one.value);
    const id = known.get(placeAndKey(one)) ?? next(chapterNumber(notebook));
    const kind: FactKind = isExact(value) ? "exact" : "claim";
    return { id, place, subject, measure, value, unit, kind };
  });
}

/** `01-employment` is chapter 1; what belongs to no notebook stands before the first chapter. */
function chapterNumber(notebook: string): string {
  const number = /^\d+/.exec(notebook)?.[0];
  return number === undefined ? notebook || "0" : String(Number(number));
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const first = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!first.has(key)) first.set(key, item);
  }
  return [...first.values()];
}
