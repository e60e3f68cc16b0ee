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

type Bytes = Uint8Array<ArrayBuffer>;

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
  const fonts = font?.files ?? [];
  const word = async () => {
    const { writeWordBeside } = await import("./word/beside.ts");
    const { packed, unpacked } = await import("./word/bitmaps.ts");
    const drawn = hashOf(JSON.stringify([code, ...fonts.map(stateOf)]));
    const known = unpacked(store.recall(BITMAPS, drawn));
    const { bytes, used } = await writeWordBeside(
      { edition: told, chapters, font, known },
      signal,
    );
    store.keep(BITMAPS, drawn, packed(used));
    return bytes;
  };
  const workbook = async () => (await import("./excel/workbook.ts")).writeWorkbook(told, report);

  const made = (name: string, files: readonly string[], make: () => Promise<Bytes>) =>
    recalledOrMade(store, name, madeOf(...files), make);
  const printing = browser === undefined
    ? NO_BROWSER
    : made("report.pdf", [browser], () => pdf(browser))
      .catch((error: Error) => `没有写 report.pdf：${error.message}`);
  const [document, tables] = await Promise.all([
    made("report.docx", fonts, word),
    made("tables.xlsx", [], workbook),
  ]);
  const files = new Map([["tables.xlsx", tables], ["report.docx", document]]);
  const remarks = font === null ? [NO_FONT] : [];
  const printed = await printing;
  if (typeof printed === "string") remarks.push(printed);
  else files.set("report.pdf", printed);
  return { files, remarks };
}

/** Where things stood in the PDF that was printed last: where they probably stand in the next. */
const PLACES = "places.json";
const PLACES_FORM = "id → page";

/** The bitmaps in the last Word document. */
const BITMAPS = "bitmaps.zip";

/** A program or a font as far as it can be told from another version of it without reading it. */
function stateOf(path: string): string {
  const { size, mtime } = Deno.statSync(path);
  return `${path} ${size} ${mtime?.getTime()}`;
}
