import type { Setting } from "lib/document/section.ts";
import type { Fact } from "lib/edition/published.ts";

/** A published fact of section 一（一）. */
export function fact(id: string, subject: string, value: string, kind: Fact["kind"]): Fact {
  return { id, place: "一（一）", subject, measure: "人数", value, unit: "人", kind };
}

/** What a section of a small chapter knows, except for what is said otherwise. */
export function setting(more: Partial<Setting> = {}): Setting {
  return {
    notebook: "01-employment",
    chapter: "一、基本情况",
    facts: { tables: [], statements: [] },
    coverage: [],
    errata: [],
    ...more,
  };
}
