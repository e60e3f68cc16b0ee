/** The parts of a report that is signed, as paper has them: what comes before the contents, and after. */
import type { ChapterBlocks, Listing } from "../document/blocks.ts";
import { ABSTRACT, keyFigures } from "../document/abstract.ts";
import { madeOf, signed } from "../document/document.ts";
import { sayWord } from "../document/words.ts";

/** A report on paper. */
export interface PaperParts {
  /** Abstracts, before the contents. */
  readonly opening: readonly ChapterBlocks[];
  readonly chapters: readonly ChapterBlocks[];
  /** The numbers that a reader wants first; null where none is known. */
  readonly keyFigures: Listing | null;
}

/** Parts the chapters of a report; what is for analysts alone is left out. */
export function paperParts(all: readonly ChapterBlocks[]): PaperParts {
  const chapters = signed({ chapters: all });
  const rows = keyFigures(madeOf({ chapters }))
    .map(({ label, statement, remark }) => [label, sayWord(statement), remark]);
  return {
    opening: chapters.filter(({ title }) => title === ABSTRACT),
    chapters: chapters.filter(({ title }) => title !== ABSTRACT),
    keyFigures: rows.length === 0
      ? null
      : { kind: "listing", caption: "主要数据", columns: ["指标", "数值", "说明"], rows },
  };
}
