/** A chapter: opens its sections and remembers what they made, to close with a comparison. */
import { checkHtml } from "./check.ts";
import type { Made } from "./exhibit.ts";
import { openSection, type Section, type Setting } from "./section.ts";
import type { Showable } from "./show.ts";

/** A chapter of the report. */
export interface Chapter {
  /**
   * Opens a section.
   *
   * @param place the section's number as the published facts name it, e.g. `一（三）2`
   */
  section(place: string): Section;
  /** How everything made so far compares with print; the last cell of a notebook shows it. */
  check(): Showable;
}

/** Opens a chapter. */
export function openChapter(setting: Setting): Chapter {
  const made = new Map<string, Made>();
  const remember = (one: Made) => {
    for (const exhibit of one.exhibits) {
      made.set(`${exhibit.kind}${exhibit.number}`, { exhibits: [exhibit], statements: [] });
    }
    for (const statement of one.statements) {
      made.set(statement.id, { exhibits: [], statements: [statement] });
    }
  };
  return {
    section: (place) => openSection(setting, place, remember),
    check() {
      const all = {
        exhibits: [...made.values()].flatMap(({ exhibits }) => exhibits),
        statements: [...made.values()].flatMap(({ statements }) => statements),
      };
      const html = checkHtml(all, setting) || `<p class="check">本版次没有可对照的公布数据</p>`;
      const text = html.replace(/<[^>]+>/g, " ").trim();
      return { html, text, made: { exhibits: [], statements: [] } };
    },
  };
}
