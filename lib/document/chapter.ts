/** A chapter: opens its sections and remembers what they made, to close with a comparison. */
import { type Block, exhibitOf, statementsOf } from "./blocks.ts";
import { closingNotes } from "./check.ts";
import { openSection, type Section, type Setting, type Showable } from "./section.ts";

/** A chapter of the report: what makes its sentences, tables and figures. */
export interface Chapter extends Section {
  /** How everything made so far compares with print; the last cell of a notebook shows it. */
  check(): Showable;
}

/**
 * What each chapter made last, by what it is; running a cell again replaces what it made, and
 * opening the chapter again forgets nothing.
 */
const chapters = new Map<string, Map<string, Block>>();

/** Forgets what all chapters made: another run begins. */
export function forgetChapters(): void {
  chapters.clear();
}

/**
 * Opens a chapter.
 *
 * @param subject of whom its sentences speak where a number does not say so itself
 */
export function openChapter(setting: Setting, subject: string): Chapter {
  const made = chapters.get(setting.notebook) ?? new Map<string, Block>();
  chapters.set(setting.notebook, made);
  const remember = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      const exhibit = exhibitOf(block);
      if (exhibit !== null) made.set(`${exhibit.kind} ${exhibit.key}`, block);
      for (const statement of statementsOf(block)) {
        made.set(statement.id, { kind: "paragraph", words: [statement] });
      }
    }
  };
  return {
    ...openSection(setting, subject, remember),
    check: () => ({ blocks: closingNotes([...made.values()], setting) }),
  };
}
