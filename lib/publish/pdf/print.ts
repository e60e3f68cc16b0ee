/** Prints a page that stands alone through a browser. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { workFolder } from "../../files.ts";
import { readPages } from "./file.ts";

/** Longest that a browser may take to print, in milliseconds. */
const PATIENCE = 180_000;

/** How often a page is printed at most until its page numbers are those where things stand. */
const TRIES = 4;

/** Where things stand: id → page, counted from 1; empty before the first printing. */
export type Pages = ReadonlyMap<string, number>;

/**
 * Prints HTML: size, margins, running heads and page numbers are its style sheet's matter
 * (`@page`). Headings become bookmarks, the file is tagged, fonts are embedded.
 *
 * @param html a page that needs nothing else
 * @param browser the path of Edge, Chrome or Chromium, see `findBrowser`
 * @returns the file as the browser wrote it
 * @throws {Error} in Chinese, if the browser does not print
 */
export async function printPdf(html: string, browser: string): Promise<Uint8Array<ArrayBuffer>> {
  using work = await workFolder();
  const folder = work.path;
  const page = join(folder, "report.html");
  const target = join(folder, "report.pdf");
  await Deno.writeTextFile(page, html);
  const { success, stderr } = await new Deno.Command(browser, {
    args: [
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
      "--no-pdf-header-footer",
      "--generate-pdf-document-outline",
      "--export-tagged-pdf",
      `--print-to-pdf=${target}`,
      pathToFileURL(page).href,
    ],
    stdout: "null",
    stderr: "piped",
    signal: AbortSignal.timeout(PATIENCE),
  }).output();
  const bytes = await Deno.readFile(target).catch(() => null);
  if (bytes !== null && new TextDecoder().decode(bytes.slice(0, 5)) === "%PDF-") return bytes;
  const said = new TextDecoder().decode(stderr).trim().split("\n").at(-1) ?? "";
  throw new Error(
    `浏览器没有印出 PDF（${browser}${success ? "" : "，异常退出"}）：${said || "没有说原因"}`,
  );
}

/**
 * Prints a page that says on which pages its parts stand: again and again, until what it says is
 * where they are.
 *
 * @param render the page, given where things stood when it was printed before; only what a link
 *   leads to has a place
 * @throws {Error} in Chinese, if the browser does not print, or page numbers do not settle
 */
export async function printNumbered(
  render: (pages: Pages) => string,
  browser: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: Pages }> {
  let pages: Pages = new Map();
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const bytes = await printPdf(render(pages), browser);
    const found = await readPages(bytes);
    if (attempt > 0 && isSame(found, pages)) return { bytes, pages };
    pages = found;
  }
  throw new Error(`印了 ${TRIES} 遍，目录中的页码仍与实际不符`);
}

function isSame(one: Pages, other: Pages): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
}
