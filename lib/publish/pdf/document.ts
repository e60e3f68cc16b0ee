/** The report as a PDF that is signed and published. */
import type { ChapterBlocks } from "../../document/blocks.ts";
import type { Cover } from "../cover.ts";
import { settle } from "./file.ts";
import { fontFaces } from "./fonts.ts";
import { pagesBefore, printPage } from "./page.ts";
import { openPrinter, type Pages, printNumbered } from "./print.ts";

/** What may spare a printing, and end one. */
export interface Printing {
  /** Where things stood in the last report. */
  readonly guess?: Pages | undefined;
  /** Given where they stand now. */
  readonly settled?: (pages: Pages) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes `report.pdf`: A4, contents with page numbers, roman numerals before page 1, running heads,
 * bookmarks, tags, fonts embedded as fonts.
 *
 * @param chapters the report's chapters; what is for analysts alone is left out
 * @param browser the path of a browser that prints, see `findBrowser`
 * @throws {Error} in Chinese, if the browser does not print
 */
export async function writePdf(
  edition: Cover,
  chapters: readonly ChapterBlocks[],
  browser: string,
  { guess, settled = () => {}, signal }: Printing = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const faces = await fontFaces(printPage(edition, chapters, new Map()), signal);
  const render = (pages: Pages) => printPage(edition, chapters, pages, faces);
  await using printer = await openPrinter(browser, signal);
  const { file, pages } = await printNumbered(render, printer, guess);
  settled(pages);
  const { school, title, asOf } = edition;
  return await settle(file, {
    title: `${school}${title}`,
    author: school,
    date: asOf,
    before: pagesBefore(pages),
  });
}
