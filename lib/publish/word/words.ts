/** Words of a sentence as runs of Word; what points to an exhibit is a field that follows its number. */
import { Bookmark, type ParagraphChild, SimpleField, TextRun } from "docx";
import type { Word } from "../../document/blocks.ts";
import type { Exhibit } from "../../document/exhibit.ts";
import { sayWord } from "../../document/words.ts";
import { printable } from "../office_file.ts";

/** The bookmark of each exhibit's label, by the exhibit's key. */
export type Bookmarks = ReadonlyMap<string, string>;

/** A run of text that XML can hold. */
export function textRun(text: string): TextRun {
  return new TextRun(printable(text));
}

/** Gives each exhibit a bookmark; Word hides those that begin with `_` from its list. */
export function bookmarksOf(exhibits: readonly Exhibit[]): Map<string, string> {
  return new Map(exhibits.map(({ key, kind }, i) => [key, `_Ref_${kind}_${i + 1}`]));
}

/** The words of a sentence. */
export function wordRuns(words: readonly Word[], bookmarks: Bookmarks): ParagraphChild[] {
  return words.map((word) => {
    const said = printable(sayWord(word));
    const bookmark = typeof word === "object" && "see" in word
      ? bookmarks.get(word.see)
      : undefined;
    return bookmark === undefined
      ? new TextRun(said)
      : new SimpleField(`REF ${bookmark} \\h`, said);
  });
}

/** What Word counts a caption under: 表 for `表 3` and `表 1-2`. */
export function captionName(label: string): string {
  return printable(label).split(/\s/)[0] ?? "";
}

/**
 * An exhibit's caption: its label, whose number Word counts, and its title.
 *
 * @param follows whether its number is the next one of its kind; Word counts anew where it is not
 */
export function captionRuns(
  { key, label, title }: Exhibit,
  bookmarks: Bookmarks,
  follows: boolean,
): ParagraphChild[] {
  const [, before = label, number = ""] = /^(.*?)(\d*)$/.exec(printable(label)) ?? [];
  const restart = follows ? "" : ` \\r ${number}`;
  const counted = number === ""
    ? []
    : [new SimpleField(`SEQ ${captionName(label)} \\* ARABIC${restart}`, number)];
  const bookmark = bookmarks.get(key);
  const children = [new TextRun(before), ...counted];
  return [
    ...(bookmark === undefined ? children : [new Bookmark({ id: bookmark, children })]),
    textRun(`　${title}`),
  ];
}
