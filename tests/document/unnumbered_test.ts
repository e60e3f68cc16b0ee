import { assertEquals, assertStringIncludes } from "@std/assert";
import { drawing, listing } from "lib/document/unnumbered.ts";
import { Frame } from "lib/table/frame.ts";
import { attributesOf, textsOf } from "../page.ts";

const rows = Frame.fromRows(
  Array.from({ length: 20 }, (_, i) => ({ 名: `<${i}>`, 数: i === 0 ? null : i })),
  ["名", "数"],
);
const NOTHING = { exhibits: [], statements: [] };

Deno.test("a drawing has a caption, words for those who do not see it, and no number", () => {
  const shown = drawing("<svg></svg>", { caption: "一 < 二", alt: '两条"线"' });
  assertEquals(textsOf(shown.html, "figcaption"), ["一 < 二"]);
  assertEquals(attributesOf(shown.html, "[role=img]", "aria-label"), ['两条"线"']);
  assertEquals(shown.html.includes("details"), false);
  assertStringIncludes(shown.text, "一 < 二");
  assertEquals(shown.made, NOTHING);
});

Deno.test("the rows behind a drawing can be opened", () => {
  const { html } = drawing("<svg></svg>", { caption: "图", alt: "图", rows });
  assertEquals(textsOf(html, "details tbody tr").length, 20);
});

Deno.test("a listing shows all its rows, and a dash for what is unknown", () => {
  const shown = listing(rows, "全部");
  assertEquals(textsOf(shown.html, "tbody td").slice(0, 4), ["<0>", "—", "<1>", "1"]);
  assertEquals(textsOf(shown.html, "tbody tr").length, 20);
  assertEquals(shown.text.split("\n").slice(0, 3), ["全部", "名\t数", "<0>\t—"]);
  assertEquals(shown.made, NOTHING);
});
