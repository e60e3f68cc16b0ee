import { assert, assertEquals, assertRejects } from "@std/assert";
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { join } from "node:path";
import { root } from "lib/workspace.ts";
import { findBrowser } from "lib/publish/browser.ts";
import { writePdf } from "lib/publish/pdf/document.ts";
import { openFile, pagesOf } from "lib/publish/pdf/file.ts";
import { fontFaces } from "lib/publish/pdf/fonts.ts";
import { openPrinter, type Pages, printNumbered } from "lib/publish/pdf/print.ts";
import { processesOf } from "../../processes.ts";
import { CHAPTERS, COVER } from "../small_report.ts";

const browser = findBrowser();

/** A test that needs a browser; where there is none it is skipped, and its name says why. */
function testPrinting(name: string, test: (browser: string) => Promise<void>): void {
  Deno.test(browser === undefined ? `${name} (skipped: no Edge, Chrome or Chromium here)` : name, {
    ignore: browser === undefined,
  }, async () => await test(browser ?? ""));
}

let printed: Promise<Uint8Array<ArrayBuffer>> | undefined;
const report = (browser: string) => printed ??= writePdf(COVER, CHAPTERS, browser);

const load = async (bytes: Uint8Array) => await PDFDocument.load(bytes, { updateMetadata: false });

/** The texts of a kind that a file's objects hold. */
function textsIn(file: PDFDocument, key: string): string[] {
  return file.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return [];
    const text = object.lookup(PDFName.of(key));
    return text instanceof PDFHexString || text instanceof PDFString ? [text.decodeText()] : [];
  });
}

testPrinting("a report is A4, tagged, in Chinese, and says what it is", async (browser) => {
  const file = await load(await report(browser));
  const { width, height } = file.getPage(0).getSize();
  assertEquals([Math.round(width), Math.round(height)], [595, 842]);
  assertEquals(file.getTitle(), `${COVER.school}${COVER.title}`);
  assertEquals(file.getAuthor(), COVER.school);
  assertEquals(file.getCreationDate()?.toISOString(), "2031-08-31T00:00:00.000Z");
  const lang = file.catalog.lookup(PDFName.of("Lang"));
  assert(lang instanceof PDFHexString && lang.decodeText() === "zh-CN");
  assert(file.catalog.has(PDFName.of("StructTreeRoot")));
  assert(file.catalog.has(PDFName.of("MarkInfo")));
});

testPrinting("headings are bookmarks", async (browser) => {
  const titles = textsIn(await load(await report(browser)), "Title");
  for (const title of ["一、基本情况", "（一）规模"]) assert(titles.includes(title), titles.join());
});

testPrinting("figures say what they show to those who do not see them", async (browser) => {
  const alternatives = textsIn(await load(await report(browser)), "Alt");
  assert(alternatives.some((text) => text.includes("男：人数 600")), alternatives.join());
});

testPrinting("characters are those of embedded fonts, and no drawings", async (browser) => {
  const file = await load(await report(browser));
  const fonts = file.context.enumerateIndirectObjects().flatMap(([, object]) =>
    object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("Font")
      ? [object.get(PDFName.of("Subtype"))?.toString()]
      : []
  );
  assert(fonts.length > 0);
  // Where none can be made, they are the drawings that the browser has of this computer's fonts.
  if (await fontFaces("字") !== "") assert(!fonts.includes("/Type3"), fonts.join());
});

testPrinting("pages are labelled as they are numbered", async (browser) => {
  const file = await load(await report(browser));
  const before = (pagesOf(file).get("start") ?? 0) - 1;
  assert(before >= 2);
  const labels = file.catalog.lookup(PDFName.of("PageLabels"), PDFDict);
  const said = labels.get(PDFName.of("Nums"))?.toString().replace(/\s+/g, " ") ?? "";
  assert(said.includes(`${before} <<`), said);
});

testPrinting(
  "the same report gives the same bytes, however often it had to be printed",
  async (browser) => {
    const guess = new Map([["start", 9]]);
    assertEquals(await writePdf(COVER, CHAPTERS, browser, { guess }), await report(browser));
  },
);

/** A page whose contents say on which pages two headings stand; tells what it was told each time. */
function numbered() {
  const said: (number | undefined)[] = [];
  const render = (pages: Pages) => {
    said.push(pages.get("b"));
    return `<!doctype html><title>页</title><style>@page { size: A4 }</style>
      <a href="#a">甲 ${pages.get("a") ?? ""}</a><a href="#b">乙 ${pages.get("b") ?? ""}</a>
      <h1 id="a">甲</h1><p style="height: 400mm">…</p><h1 id="b">乙</h1>`;
  };
  return { said, render };
}

testPrinting("contents say the pages on which things stand", async (browser) => {
  const { said, render } = numbered();
  await using printer = await openPrinter(browser);
  const { file, pages } = await printNumbered(render, printer);
  assertEquals(said, [undefined, 2]);
  assertEquals([...pages], [...pagesOf(file)]);
  assertEquals(pages.get("a"), 1);
});

testPrinting(
  "a right guess of the pages spares a printing, a wrong one does no harm",
  async (browser) => {
    const { said, render } = numbered();
    await using printer = await openPrinter(browser);
    const { pages } = await printNumbered(render, printer, new Map([["a", 1], ["b", 7]]));
    assertEquals([said, pages.get("b")], [[7, 2], 2]);
    await printNumbered(render, printer, pages);
    assertEquals(said, [7, 2, 2]);
  },
);

testPrinting("page numbers that never settle are not printed", async (browser) => {
  let times = 0;
  const restless = () => {
    const blank = `<p style="break-after: page">…</p>`.repeat(times++);
    return `<!doctype html><title>页</title><a href="#a">甲</a>${blank}<h1 id="a">甲</h1>`;
  };
  await using printer = await openPrinter(browser);
  await assertRejects(() => printNumbered(restless, printer), Error, "页码仍与实际不符");
});

testPrinting("a browser is ended by a signal", async (browser) => {
  const stop = new AbortController();
  const printer = await openPrinter(browser, stop.signal);
  const printing = printer.print("<p>");
  stop.abort();
  await assertRejects(() => printing, Error, "浏览器没有印出 PDF");
  await printer[Symbol.asyncDispose]();
  await assertRejects(() => openPrinter(browser, stop.signal), DOMException);
});

Deno.test("a browser ends with whoever had it print, however that ended", {
  ignore: browser === undefined || Deno.build.os !== "linux",
}, async () => {
  const temp = Deno.makeTempDirSync();
  Deno.writeTextFileSync(join(temp, "deno.json"), "{}"); // A workspace, to which the browser keeps.
  const code = `
    import { openPrinter } from ${JSON.stringify(import.meta.resolve("lib/publish/pdf/print.ts"))};
    const printer = await openPrinter(${JSON.stringify(browser)});
    await printer.print("<p>");
    console.log("printed");
    await new Promise(() => {});`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--config", join(root(), "deno.json"), code],
    cwd: temp,
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const said = child.stdout.getReader();
  await said.read();
  assert(processesOf(temp).length > 0, "the browser is not seen");
  child.kill("SIGKILL");
  await said.cancel();
  await child.status;
  for (let i = 0; i < 300 && processesOf(temp).length > 0; i++) {
    await new Promise((done) => setTimeout(done, 100));
  }
  assertEquals(processesOf(temp), []);
  Deno.removeSync(temp, { recursive: true });
});

Deno.test("a browser that does not print is told of by name", async () => {
  const deno = Deno.execPath(); // A program that knows nothing of printing.
  await using printer = await openPrinter(deno);
  await assertRejects(() => printer.print("<p>"), Error, `浏览器没有印出 PDF（${deno}`);
});

Deno.test("a file without places says of none where it stands", async () => {
  const file = await PDFDocument.create();
  file.addPage();
  assertEquals([...pagesOf(await openFile(await file.save()))], []);
});
