/** Numbers of exhibits: an exhibit is named by its key, its number is its place in the report. */
import type { Exhibit } from "./exhibit.ts";

/** What an exhibit is called in the report. */
export interface Label {
  readonly number: number;
  /** `表 3`, or `表 1-2` where numbers begin anew with each chapter. */
  readonly label: string;
}

/** Exhibit's key → what it is called. */
export type Labels = ReadonlyMap<string, Label>;

/** How an edition numbers: through the whole report, or anew in each chapter. */
export type Numbering = "continuous" | "by chapter";

const NAMES = { table: "表", figure: "图" } as const;

/** What an exhibit is called before the report has been put together. */
export function provisionalLabel(kind: Exhibit["kind"]): string {
  return NAMES[kind];
}

/**
 * Numbers exhibits in the order in which they stand, tables and figures each by themselves; one that
 * stands again keeps its number.
 *
 * @param chapters the exhibits of each chapter
 */
export function numberExhibits(
  chapters: readonly (readonly Pick<Exhibit, "kind" | "key">[])[],
  numbering: Numbering = "continuous",
): Map<string, Label> {
  const labels = new Map<string, Label>();
  const counts = { table: 0, figure: 0 };
  let chapter = 0;
  for (const exhibits of chapters) {
    if (exhibits.length > 0) chapter++;
    const before = { ...counts };
    for (const { kind, key } of exhibits) {
      if (labels.has(key)) continue;
      const number = ++counts[kind];
      const shown = numbering === "continuous"
        ? `${number}`
        : `${chapter}-${number - before[kind]}`;
      labels.set(key, { number, label: `${NAMES[kind]} ${shown}` });
    }
  }
  return labels;
}
