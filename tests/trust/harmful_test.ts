import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { parseHTML } from "linkedom";
import { join } from "node:path";
import { summary } from "lib/document/summary.ts";
import { preflight } from "lib/edition/preflight.ts";
import { readEdition } from "lib/edition/settings.ts";
import { writeWorkbook } from "lib/publish/excel/workbook.ts";
import { pageFaults } from "lib/publish/html/page.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import { readNotebook } from "lib/publish/jupyter/notebook.ts";
import { compose } from "lib/publish/composed.ts";
import { reportFiles } from "lib/publish/report.ts";
import { DataError } from "lib/table/faults.ts";
import { editionFolder, root } from "lib/workspace.ts";
import { runChapters } from "../notebooks/run_chapter.ts";
import { partsOf as officeParts, xmlFaults } from "../publish/office_parts.ts";
import { editionJson, graduatesCsv } from "../small_edition.ts";
import { dataErrorOf, environment, temporaryData } from "../temporary_data.ts";
import { HARM, HARMFUL } from "./harmful.ts";

const NOTEBOOKS = [
  "00-conventions",
  "01-employment",
  "02-destinations",
  "03-trends",
  "04-surveys",
  "05-initiatives",
  "06-feedback",
];

/** An element of a parsed page. */
interface Element {
  readonly tagName: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  querySelectorAll(selector: string): Iterable<Element>;
}

function elementsOf(html: string): Element[] {
  const { document } = parseHTML(html) as unknown as { readonly document: Element };
  return [...document.querySelectorAll("*")];
}

/** Every `element` and `element attribute` of pages. */
function formsOf(pages: Iterable<string>): Set<string> {
  const forms = new Set<string>();
  for (const page of pages) {
    for (const { tagName, attributes } of elementsOf(page)) {
      forms.add(tagName.toLowerCase());
      for (const { name } of attributes) forms.add(`${tagName} ${name}`.toLowerCase());
    }
  }
  return forms;
}

/** The report of an edition: its files and what the terminal is told. */
async function reportOf(made: typeof HARMFUL) {
  using data = temporaryData(made.files);
  const restore = environment({ REPORT_YEAR: String(made.year), REPORT_DATA: data.folder });
  try {
    const folder = join(root(), "notebooks");
    const doubts = preflight(made.year);
    const edition = readEdition(editionFolder(made.year));
    const chapters = [];
    for (const name of NOTEBOOKS) {
      const path = join(folder, `${name}.ipynb`);
      chapters.push({ name, notebook: readNotebook(path), source: await runInProcess(path) });
    }
    const facts = { tables: [], statements: [] };
    const { document, comparison } = compose(edition, facts, chapters.map((one) => one.source));
    const files = reportFiles(edition, chapters, document, comparison);
    const workbook = await writeWorkbook(edition, document.chapters);
    return { files, workbook, said: [...doubts, ...summary(comparison)] };
  } finally {
    restore();
  }
}

Deno.test("an edition whose every name means harm makes a report in which it is text", async () => {
  const { files, workbook, said } = await reportOf(HARMFUL);
  const pages = [...files].filter(([name]) => name.endsWith(".html"));
  assertEquals(pages.length, NOTEBOOKS.length + 2);
  const honest = join(root(), "reports", "2023");
  const known = formsOf(
    [...Deno.readDirSync(honest)].filter(({ name }) => name.endsWith(".html"))
      .map(({ name }) => Deno.readTextFileSync(join(honest, name))),
  );
  for (const [name, html] of pages) {
    assertEquals(pageFaults(html), [], name);
    assertEquals([...formsOf([html])].filter((form) => !known.has(form)), [], name);
    for (const { attributes } of elementsOf(html)) {
      for (const { name: attribute, value } of attributes) {
        if (attribute === "id") assert(/^[^\s"'<>`&\p{C}]+$/u.test(value), `id ${value}`);
        if (attribute === "href") assert(/^(#|[\w-]+\.(html|xlsx|docx|pdf))/.test(value), value);
      }
    }
  }
  const surveys = files.get("04-surveys.html") ?? "";
  assert([...surveys.matchAll(/<figure class="exhibit figure"/g)].length >= 4, "no survey is told");
  const all = pages.map(([, html]) => parseHTML(html).document.documentElement?.textContent ?? "")
    .join("\n");
  for (const harm of HARM.filter((one) => !one.includes("·") && one.length < 100)) {
    assert(all.includes(harm), `not shown: ${harm}`);
  }
  for (const [path, xml] of officeParts(workbook)) {
    assertEquals(xmlFaults(xml), [], path);
    assert(!/<f[ >]/.test(xml), `${path} holds a formula`);
  }
  // deno-lint-ignore no-control-regex
  for (const line of said) assert(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(line), line);
});

Deno.test("a text's placeholder that names an object's own parts is refused", async () => {
  for (
    const ask of ["__proto__.x", "constructor.name", "毕业生.__proto__", "a.constructor.prototype"]
  ) {
    using data = temporaryData({
      "2031/edition.json": editionJson(),
      "2031/graduates.csv": graduatesCsv({}),
      "2031/text/学校简介.md": `有 {${ask}} 人。`,
    });
    const error = await assertRejects(
      () => runChapters(["00-conventions"], { year: 2031, data: data.folder }),
      DataError,
    );
    assertStringIncludes(error.message, "学校简介.md：现为“{");
  }
});

Deno.test("characters that hide, mislead or command a terminal are refused wherever they are typed", () => {
  const files = (school: string, text: string) => ({
    "2031/edition.json": editionJson({
      school,
      groups: [{ name: `甲${school}`, test: "性别=女" }],
    }),
    "2031/graduates.csv": graduatesCsv({}),
    "2031/text/学校简介.md": text,
  });
  for (const harm of ["\u001b[2J", "\u0000", "\u009b", "\u202e", "\u2066", "\u007f"]) {
    {
      using _ = temporaryData(files(`学院${harm}`, "好"));
      const error = dataErrorOf(() => preflight(2031));
      assertEquals(error.faults.map(({ column }) => column), ["school", "groups 第 1 个 name"]);
      assert(!error.message.includes(harm));
    }
    using _ = temporaryData(files("学院", `第一行\n第${harm}二行`));
    const error = dataErrorOf(() => preflight(2031));
    assertStringIncludes(error.message, "学校简介.md 第 2 行：第 2 个字符是 U+");
    assert(!error.message.includes(harm));
  }
});
