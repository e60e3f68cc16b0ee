/** The parts of a report that is signed, as paper has them: what comes before the contents, and after. */
import type { ChapterBlocks, Listing } from "../document/blocks.ts";
import { ABSTRACT, keyFigures } from "../document/abstract.ts";
import { madeOf, signed } from "../document/document.ts";
import { sayWord } from "../document/words.ts";
import type { Erratum } from "../edition/errata.ts";

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

/** What is known to be wrong or doubtful in an earlier print, as the report's last chapter. */
export function errataChapter(errata: readonly Erratum[]): ChapterBlocks[] {
  if (errata.length === 0) return [];
  const title = "附录 勘误与说明";
  const items = errata.map(({ 图表, 项目, 公布值, 重算值, 原因, 处理 }) => [
    `${项目 === "" ? 图表 : `${图表} ${项目}`}：印作 ${公布值}` +
    `${重算值 === "" ? "" : `，重算为 ${重算值}`}。${原因}${处理 === "" ? "" : `（${处理}）`}`,
  ]);
  return [{
    notebook: "",
    title,
    blocks: [
      {
        block: { kind: "heading", level: 1, text: title, place: title },
        cell: null,
        analyst: false,
      },
      { block: { kind: "list", items }, cell: null, analyst: false },
    ],
  }];
}
