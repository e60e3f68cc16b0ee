/** What other programs read in the files: LibreOffice in Word and Excel, poppler in the PDF. */
import { assert, assertEquals } from "@std/assert";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { exhibitOf } from "lib/document/blocks.ts";
import { madeOf, signed } from "lib/document/document.ts";
import { captionOf } from "lib/document/html.ts";
import { sayWord } from "lib/document/words.ts";
import { readEdition } from "lib/edition/settings.ts";
import { findBrowser } from "lib/publish/browser.ts";
import { officeFiles } from "lib/publish/office.ts";
import { editionFolder } from "lib/workspace.ts";
import { runChapters } from "../notebooks/run_chapter.ts";

/** A program on the search path. */
function programOf(name: string): string | null {
  const folders = (Deno.env.get("PATH") ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

const needs = {
  soffice: programOf("soffice"),
  pdftotext: programOf("pdftotext"),
  browser: findBrowser() ?? null,
};

/** A test that needs other programs; where one is missing it is skipped, and its name says which. */
function testWith(
  names: readonly (keyof typeof needs)[],
  what: string,
  test: () => Promise<void>,
): void {
  const missing = names.filter((name) => needs[name] === null);
  const why = missing.length === 0 ? "" : ` (skipped: no ${missing.join(", no ")} here)`;
  Deno.test(`${what}${why}`, { ignore: missing.length > 0 }, test);
}

const CHAPTERS = ["01-employment", "02-destinations", "03-trends", "04-surveys", "06-feedback"];

/** The report of 2023 and its files, made once. */
let made: ReturnType<typeof make> | undefined;
const report = () => made ??= make();

async function make() {
  const { chapters } = await runChapters(CHAPTERS);
  const { files } = await officeFiles(readEdition(editionFolder(2023)), chapters);
  return { chapters: signed({ chapters }), files };
}

/** Runs a program in a folder with a file of the report; what it left there, by name. */
async function run(
  program: string | null,
  file: string,
  args: (folder: string, path: string) => readonly string[],
): Promise<Map<string, string>> {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, file);
    await Deno.writeFile(path, (await report()).files.get(file) ?? new Uint8Array());
    const { success, stderr } = await new Deno.Command(program ?? "", {
      args: [...args(folder, path)],
      stdout: "null",
      stderr: "piped",
    }).output();
    assert(success, new TextDecoder().decode(stderr));
    const texts = [...Deno.readDirSync(folder)].filter(({ name }) => /\.(txt|csv)$/.test(name));
    return new Map(texts.map(({ name }) => [name, Deno.readTextFileSync(join(folder, name))]));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const office = (to: string) => (folder: string, path: string) => [
  `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
  "--headless",
  "--convert-to",
  to,
  "--outdir",
  folder,
  path,
];

const sentencesOf = async () =>
  (await report()).chapters.flatMap(({ blocks }) =>
    blocks.flatMap(({ block }) =>
      block.kind === "paragraph" ? [block.words.map(sayWord).join("")] : []
    )
  );
const exhibitsOf = async () =>
  (await report()).chapters.flatMap(({ blocks }) =>
    blocks.flatMap(({ block }) => exhibitOf(block) ?? [])
  );

testWith(
  ["soffice"],
  "LibreOffice reads every caption and sentence in the Word document",
  async () => {
    const texts = await run(needs.soffice, "report.docx", office("txt:Text (encoded):UTF8"));
    const lines = new Set(
      (texts.get("report.txt") ?? "").split(/\r?\n/).map((line) => line.trim()),
    );
    const captions = (await exhibitsOf()).map(({ label, title }) => `${label}　${title}`);
    assertEquals(captions.length, 57);
    const wanted = [...captions, ...await sentencesOf()];
    assertEquals(wanted.filter((line) => !lines.has(line.trim())), []);
  },
);

testWith(
  ["soffice"],
  "LibreOffice reads every sheet of the workbook, and its numbers",
  async () => {
    // All sheets, each as a file: comma, quotation marks, UTF-8, cells as they look.
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
    const sheets = await run(needs.soffice, "tables.xlsx", office(filter));
    const { exhibits } = madeOf(await report());
    assertEquals(sheets.size, exhibits.length + 2);
    const [table] = exhibits;
    assert(table !== undefined);
    const text = [...sheets].find(([name]) => name.includes(table.title))?.[1] ?? "";
    const rows = table.rows.map((row) =>
      row.map((cell, i) => (table.columns[i]?.endsWith("%") ? `${cell}%` : cell)).join(",")
    );
    assertEquals(rows.filter((row) => !text.includes(row)), []);
  },
);

testWith(
  ["browser", "pdftotext"],
  "poppler reads every caption and sentence in the PDF, on the pages that the contents say",
  async () => {
    const texts = await run(needs.pdftotext, "report.pdf", (folder, path) => [
      "-raw",
      path,
      join(folder, "report.txt"),
    ]);
    const bare = (text: string) => text.replace(/\s+/g, "");
    const pages = (texts.get("report.txt") ?? "").split("\f");
    // The number that is printed at a page's foot; the cover has none.
    const numbers = pages.map((page) => /^—\s*(\S+?)\s*—$/m.exec(page)?.[1] ?? "");
    // A sentence may go on beyond the foot of a page and the head of the next.
    const heads = new Set((await report()).chapters.map(({ title }) => bare(title)));
    const all = bare(
      pages.flatMap((page) => page.split("\n"))
        .filter((line) => !/^—\s*\S+?\s*—$/.test(line) && !heads.has(bare(line))).join(""),
    );
    assertEquals((await sentencesOf()).filter((text) => !all.includes(bare(text))), []);
    const start = numbers.indexOf("1");
    const contents = bare(pages.slice(0, start).join(""));
    const body = pages.slice(start).map(bare);
    const wrong = (await exhibitsOf()).flatMap((exhibit) => {
      const caption = bare(captionOf(exhibit));
      const page = numbers[start + body.findIndex((text) => text.includes(caption))];
      return contents.includes(`${caption}${page}`) ? [] : [`${caption}: ${page}`];
    });
    assertEquals(wrong, []);
    assertEquals(numbers.slice(1, start), ROMAN.slice(0, start - 1));
    // A table that goes on says so on each further page, and nowhere else.
    const again = body.map((text) =>
      [...text.matchAll(/续(表\d+)(?=序号|经济区域)/g)].map(([, n]) => n)
    );
    assert(again.flat().length > 3);
    const twice = again.filter((labels, i) =>
      labels.some((label) =>
        body[i]?.includes(`${label}.`) || !body.slice(0, i).some((one) => one.includes(`${label}.`))
      )
    );
    assertEquals(twice, []);
  },
);

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
