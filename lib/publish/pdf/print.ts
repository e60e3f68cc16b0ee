/** Prints pages that stand alone through a browser. */
import type { PDFDocument } from "@cantoo/pdf-lib";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { workFolder } from "../../files.ts";
import { openFile, pagesOf } from "./file.ts";
import { notPrinted, talkTo } from "./talk.ts";

/** Longest that a browser may take for a report, in milliseconds. */
const PATIENCE = 180_000;

/** How often a page is printed at most until its page numbers are those where things stand. */
const TRIES = 4;

/** Where things stand: id → page, counted from 1; empty where that is not known. */
export type Pages = ReadonlyMap<string, number>;

/** A browser that prints until it is disposed of. */
export interface Printer extends AsyncDisposable {
  /**
   * Prints HTML: size, margins, running heads and page numbers are its style sheet's matter
   * (`@page`). Headings become bookmarks, the file is tagged, fonts are embedded.
   *
   * @param html a page that needs nothing else
   * @returns the file as the browser wrote it
   * @throws {Error} in Chinese, if the browser does not print
   */
  print(html: string): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Opens a printer.
 *
 * @param browser the path of Edge, Chrome or Chromium, see `findBrowser`
 * @param signal ends the browser
 * @throws its reason, if it has been given already
 */
export async function openPrinter(browser: string, signal?: AbortSignal): Promise<Printer> {
  const temporary = await workFolder();
  signal?.throwIfAborted(); // A signal that came before the browser would not reach it.
  const folder = temporary.path;
  const page = join(folder, "report.html");
  const end = AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]);
  const work: Work = { browser, folder, page: pathToFileURL(page).href, signal: end };
  const { print, close } = Deno.build.os === "windows" ? launchedEachTime(work) : kept(work);
  return {
    print: async (html) => {
      await Deno.writeTextFile(page, html);
      const bytes = await print();
      if (new TextDecoder().decode(bytes.slice(0, 5)) === "%PDF-") return bytes;
      throw new Error(`浏览器没有印出 PDF（${browser}）：印出的不是 PDF`);
    },
    [Symbol.asyncDispose]: async () => {
      await close();
      temporary[Symbol.dispose]();
    },
  };
}

/** What is to be printed by what. */
interface Work {
  readonly browser: string;
  /** Where the browser keeps what it needs. */
  readonly folder: string;
  /** The page's address. */
  readonly page: string;
  readonly signal: AbortSignal;
}

/** A way to have a page printed. */
interface Way {
  print(): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/** One browser for all printings, which spares its start; it ends with whoever talks to it. */
function kept({ browser, folder, page, signal }: Work): Way {
  const talk = talkTo(browser, optionsFor(folder), signal);
  const opened = (async () => {
    const { targetId } = await talk.ask("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await talk.ask("Target.attachToTarget", { targetId, flatten: true });
    await talk.ask("Page.enable", {}, sessionId);
    return sessionId;
  })();
  opened.catch(() => {}); // Whoever prints is told.
  return {
    print: async () => {
      const session = await opened;
      const loaded = talk.hear("Page.loadEventFired");
      await talk.ask("Page.navigate", { url: page }, session);
      await loaded;
      // Fonts that a page brings along may come after it.
      const expression =
        "Promise.all([...document.fonts].map((font) => font.load())).then(() => 0)";
      await talk.ask("Runtime.evaluate", { expression, awaitPromise: true }, session);
      const { data } = await talk.ask("Page.printToPDF", {
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }, session);
      return Uint8Array.fromBase64(String(data));
    },
    close: () => talk.end(),
  };
}

/** Windows hands a program no pipes beyond the usual three. */
function launchedEachTime({ browser, folder, page, signal }: Work): Way {
  const target = join(folder, "report.pdf");
  const args = [
    ...optionsFor(folder),
    ...["--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf"],
    ...[`--print-to-pdf=${target}`, page],
  ];
  return {
    print: async () => {
      await Deno.remove(target).catch(() => {});
      const { stderr } = await new Deno.Command(browser, {
        args,
        stdout: "null",
        stderr: "piped",
        signal,
      }).output();
      const bytes = await Deno.readFile(target).catch(() => null);
      if (bytes === null) throw new Error(notPrinted(browser, new TextDecoder().decode(stderr)));
      return bytes;
    },
    close: () => Promise.resolve(),
  };
}

function optionsFor(folder: string): string[] {
  return [
    "--headless=new",
    `--user-data-dir=${join(folder, "profile")}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--disable-gpu",
    // A browser refuses to shut itself in where it is run by the system's own user.
    ...(Deno.build.os !== "windows" && Deno.uid() === 0 ? ["--no-sandbox"] : []),
  ];
}

/**
 * Prints a page that says on which pages its parts stand: again and again, until what it says is
 * where they are.
 *
 * @param render the page, given where things stood when it was printed before; only what a link
 *   leads to has a place
 * @param guess where things probably stand: if they do, one printing is enough
 * @throws {Error} in Chinese, if the browser does not print, or page numbers do not settle
 */
export async function printNumbered(
  render: (pages: Pages) => string,
  printer: Printer,
  guess: Pages = new Map(),
): Promise<{ readonly file: PDFDocument; readonly pages: Pages }> {
  let pages = guess;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const file = await openFile(await printer.print(render(pages)));
    const found = pagesOf(file);
    if (isSame(found, pages)) return { file, pages };
    pages = found;
  }
  throw new Error(`印了 ${TRIES} 遍，目录中的页码仍与实际不符`);
}

function isSame(one: Pages, other: Pages): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
}
