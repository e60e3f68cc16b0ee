import { assertEquals, assertMatch } from "@std/assert";
import { NO_BROWSER } from "lib/publish/browser.ts";
import { officeFiles } from "lib/publish/office.ts";
import { NO_FONT } from "lib/publish/word/fonts.ts";
import { partsOf } from "./office_parts.ts";
import { CHAPTERS, COVER } from "./small_report.ts";

const ERRATUM = {
  图表: "表13",
  键: "重大战略",
  项目: "",
  编号: "",
  公布值: "3.49",
  重算值: "3.35",
  原因: "基数不同",
  处理: "",
};
const edition = { ...COVER, errata: [ERRATUM] };

Deno.test("a browser that does not print costs the PDF alone, and is told of", async () => {
  const browser = Deno.execPath(); // A program that knows nothing of printing.
  const { files, remarks } = await officeFiles(edition, CHAPTERS, { browser, font: null });
  assertEquals([...files.keys()], ["tables.xlsx", "report.docx"]);
  assertEquals(remarks[0], NO_FONT);
  assertMatch(remarks[1] ?? "", /^没有写 report\.pdf：浏览器没有印出 PDF/);
  const word = partsOf(files.get("report.docx") ?? new Uint8Array()).get("word/document.xml") ?? "";
  assertMatch(word, /附录 勘误与说明/);
});

Deno.test("what to do without a browser is said in one sentence", () => {
  assertMatch(NO_BROWSER, /Edge、Chrome 或 Chromium.*report\.pdf.*REPORT_BROWSER/);
});
