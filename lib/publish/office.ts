/** The report as files that are handed over: a workbook, a Word document, a PDF where a browser is. */
import type { ChapterBlocks } from "../document/blocks.ts";
import { appendix, type Explained } from "./appendix.ts";
import { findBrowser, NO_BROWSER } from "./browser.ts";
import type { Cover } from "./cover.ts";
import { writeWorkbook } from "./excel/workbook.ts";
import { writePdf } from "./pdf/document.ts";
import { writeWord } from "./word/document.ts";
import { chineseFont, NO_FONT } from "./word/fonts.ts";

/** Files by name, and what could not be done here, in Chinese. */
export interface OfficeFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly remarks: readonly string[];
}

/** What this computer has. */
export interface Means {
  readonly browser?: string | undefined;
  readonly font?: ReturnType<typeof chineseFont>;
}

/**
 * Writes the report's files. One that this computer cannot write is told of and left out: a college
 * without a browser still has its Word document.
 */
export async function officeFiles(
  edition: Cover & Explained,
  report: readonly ChapterBlocks[],
  { browser = findBrowser(), font = chineseFont() }: Means = {},
): Promise<OfficeFiles> {
  const chapters = [...report, ...appendix(edition)];
  // The browser prints while the others are written.
  const printing = browser === undefined ? NO_BROWSER : writePdf(edition, chapters, browser)
    .catch((error: Error) => `没有写 report.pdf：${error.message}`);
  const files = new Map<string, Uint8Array>([
    ["tables.xlsx", await writeWorkbook(edition, report)],
    ["report.docx", await writeWord(edition, chapters, { font })],
  ]);
  const remarks = font === null ? [NO_FONT] : [];
  const printed = await printing;
  if (typeof printed === "string") remarks.push(printed);
  else files.set("report.pdf", printed);
  return { files, remarks };
}
