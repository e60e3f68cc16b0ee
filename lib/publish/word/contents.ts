/** Contents and lists of exhibits: whole when the document is opened, and fields that Word can renew. */
import {
  InternalHyperlink,
  LeaderType,
  type PageNumberEstimator,
  PageReference,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import { estimatePageNumbers, estimatePageNumbersWith } from "docx/layout";
import type { Exhibit } from "../../document/exhibit.ts";
import type { Setting } from "./body.ts";
import { STYLE, twips } from "./look.ts";
import { captionName, textRun } from "./words.ts";

/** Contents of headings, which Word's library fills in. */
export function contents(title: string): (Paragraph | TableOfContents)[] {
  return [
    new Paragraph({ style: STYLE.contents, pageBreakBefore: true, children: [new TextRun(title)] }),
    new TableOfContents(title, { hyperlink: true, headingStyleRange: "1-3" }),
  ];
}

/** A list of the exhibits of a kind, which Word can make anew from their captions. */
export function listOf(
  exhibits: readonly Exhibit[],
  kind: Exhibit["kind"],
  { bookmarks, width }: Setting,
): (Paragraph | TableOfContents)[] {
  const own = exhibits.filter((exhibit) => exhibit.kind === kind);
  const [first] = own;
  if (first === undefined) return [];
  const name = captionName(first.label);
  const title = `${name}目录`;
  return [
    new Paragraph({ style: STYLE.contents, children: [textRun(title)] }),
    new TableOfContents(title, {
      hyperlink: true,
      captionLabelIncludingNumbers: name,
      contentChildren: own.map(({ key, label, title }) => {
        const anchor = bookmarks.get(key) ?? "";
        return new Paragraph({
          style: STYLE.listed,
          tabStops: [{ type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.DOT }],
          children: [
            new InternalHyperlink({
              anchor,
              children: [
                textRun(`${label}　${title}`),
                new TextRun({ children: [new Tab()] }),
                new PageReference(anchor),
              ],
            }),
          ],
        });
      }),
    }),
  ];
}

/**
 * On which page Word will have what contents lead to. A font that is not known may stand on the
 * cover, which is a page of its own; elsewhere it would make the numbers a guess, and none is said.
 */
export const knownPages: PageNumberEstimator = (body, context) => {
  const pages = estimateAll(body, context);
  const guessed = pages.guesses?.some(({ page }) => page !== 1) ?? false;
  return guessed ? estimatePageNumbers(body, context) : pages;
};

const estimateAll = estimatePageNumbersWith({ guess: true });
