import { exhibitOf, statementsOf } from "lib/document/blocks.ts";
import type { Exhibit, Statement } from "lib/document/exhibit.ts";
import { blockHtml } from "lib/document/html.ts";
import { blockText } from "lib/document/plain.ts";
import type { Setting, Showable } from "lib/document/section.ts";
import type { Fact } from "lib/edition/published.ts";

/** A published fact of section 一（一）. */
export function fact(id: string, subject: string, value: string, kind: Fact["kind"]): Fact {
  return { id, place: "一（一）", subject, measure: "人数", value, unit: "人", kind };
}

/** What a section of a small chapter knows, except for what is said otherwise. */
export function setting(more: Partial<Setting> = {}): Setting {
  return {
    notebook: "01-employment",
    facts: { tables: [], statements: [] },
    coverage: [],
    errata: [],
    labels: new Map(),
    ...more,
  };
}

/** A table of two departments, except for what is said otherwise. */
export function exhibit(more: Partial<Exhibit> = {}): Exhibit {
  return {
    kind: "table",
    key: "各系人数",
    number: 3,
    label: "表 3",
    title: "各系人数",
    chapter: "一",
    section: "一（一）",
    notebook: "01",
    columns: ["系", "人数", "比例%"],
    rows: [["医学系", 12, "45.70"], ["护理系", null, null]],
    base: null,
    coverage: "published",
    note: null,
    ...more,
  };
}

/** The number of all graduates, except for what is said otherwise. */
export function statement(more: Partial<Statement> = {}): Statement {
  return {
    id: "毕业生·人数",
    key: "毕业生·人数",
    place: "一（一）",
    subject: "毕业生",
    measure: "人数",
    value: 4,
    unit: "人",
    coverage: "published",
    of: null,
    chapter: "",
    notebook: "01",
    cell: null,
    ...more,
  };
}

/** What was shown, as text without the remarks. */
export function textOf({ blocks }: Showable): string {
  return blocks.filter(({ kind }) => kind !== "note").map(blockText).join("\n");
}

/** What was shown, as HTML. */
export function htmlOf({ blocks }: Showable): string {
  return blocks.map((block) => blockHtml(block)).join("");
}

/** The remarks on what was shown. */
export function notesOf({ blocks }: Showable): string[] {
  return blocks.flatMap((block) => (block.kind === "note" ? [block.text] : []));
}

/** The exhibit that was shown. @throws {Error} if none was */
export function shownExhibit({ blocks }: Showable): Exhibit {
  const [found] = blocks.flatMap((block) => exhibitOf(block) ?? []);
  if (found === undefined) throw new Error("No exhibit was shown");
  return found;
}

/** The computed numbers that were shown. */
export function shownStatements({ blocks }: Showable): Statement[] {
  return blocks.flatMap(statementsOf);
}
