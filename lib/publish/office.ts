/** The report as files that are handed over: a workbook, a Word document, a PDF where a browser is. */
import type { ChapterBlocks } from "../document/blocks.ts";
import { appendix, type Explained } from "./appendix.ts";
import { findBrowser, NO_BROWSER } from "./browser.ts";
import type { Cover } from "./cover.ts";
import { codeOf } from "./ground.ts";
import { hashOf } from "./hashes.ts";
import { sortKeys } from "./sort_keys.ts";
import { decoded, encoded, NO_STORE, recalledOrMade, type Store } from "./store.ts";
import { chineseFont, NO_FONT } from "./word/fonts.ts";

/** Files by name, and what could not be done here, in Chinese. */
export interface OfficeFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly remarks: readonly string[];
}

/** What this computer has, and what it has made before. */
export interface Means {
  readonly browser?: string | undefined;
  readonly font?: ReturnType<typeof chineseFont>;
  readonly store?: Store;
  /** Ends the printing. */
  readonly signal?: AbortSignal;
}

/**
 * Writes the report's files, or recalls those that would be made of the same. One that this computer
 * cannot write is told of and left out: a college without a browser still has its Word document.
 */
export async function officeFiles(
  edition: Cover & Explained,
  report: readonly ChapterBlocks[],
  { browser = findBrowser(), font = chineseFont(), store = NO_STORE, signal }: Means = {},
): Promise<OfficeFiles> {
  const { school, title, asOf, note, records, contact, errata, accepted } = edition;
  const told = { school, title, asOf, note, records, contact, errata, accepted };
  const chapters = [...report, ...appendix(told)];
  const code = codeOf();
  const content = JSON.stringify(sortKeys([told, report]));
  const madeOf = (...files: readonly string[]) =>
    hashOf(JSON.stringify([code, content, ...files.map(stateOf)]));
  // What makes a file is loaded where it is needed: most of it is never, where all is recalled.
  const pdf = async (browser: string) => {
    const { writePdf } = await import("./pdf/document.ts");
    const places = store.recall(PLACES, PLACES_FORM);
    const guess = places && new Map(decoded(places) as [string, number][]);
    const settled = (pages: ReadonlyMap<string, number>) =>
      store.keep(PLACES, PLACES_FORM, encoded([...pages]));
    return await writePdf(told, chapters, browser, { guess, settled, signal });
  };
  const workbook = async () => (await import("./excel/workbook.ts")).writeWorkbook(told, report);
  const word = async () => (await import("./word/document.ts")).writeWord(told, chapters, { font });

  // The browser prints while the others are written.
  const printing = browser === undefined ? NO_BROWSER : recalledOrMade(
    store,
    "report.pdf",
    madeOf(browser),
    () => pdf(browser),
  ).catch((error: Error) => `没有写 report.pdf：${error.message}`);
  const files = new Map<string, Uint8Array>([
    ["tables.xlsx", await recalledOrMade(store, "tables.xlsx", madeOf(), workbook)],
    [
      "report.docx",
      await recalledOrMade(store, "report.docx", madeOf(...font?.files ?? []), word),
    ],
  ]);
  const remarks = font === null ? [NO_FONT] : [];
  const printed = await printing;
  if (typeof printed === "string") remarks.push(printed);
  else files.set("report.pdf", printed);
  return { files, remarks };
}

/** Where things stood in the PDF that was printed last: where they probably stand in the next. */
const PLACES = "places.json";
const PLACES_FORM = "id → page";

/** A program or a font as far as it can be told from another version of it without reading it. */
function stateOf(path: string): string {
  const { size, mtime } = Deno.statSync(path);
  return `${path} ${size} ${mtime?.getTime()}`;
}
