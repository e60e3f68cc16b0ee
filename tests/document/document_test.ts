import { assertEquals } from "@std/assert";
import type { Block, Heading, Paragraph } from "lib/document/blocks.ts";
import { assemble, madeOf, signed, type Source, type SourceCell } from "lib/document/document.ts";
import { blockText } from "lib/document/plain.ts";
import { exhibit, fact, statement } from "./setting.ts";

const facts = { tables: [], statements: [] };
const heading = (level: Heading["level"], text: string): Heading => ({
  kind: "heading",
  level,
  text,
  place: "",
});
const prose = (...blocks: Block[]): SourceCell => ({ prose: blocks, analyst: false });
const code = (number: number, ...blocks: Block[]): SourceCell => ({
  code: number,
  blocks,
  analyst: false,
});
const analyst = (cell: SourceCell): SourceCell => ({ ...cell, analyst: true });
const words = (text: string): Paragraph => ({ kind: "paragraph", words: [text] });
const table = (key: string): Block => ({ kind: "table", exhibit: exhibit({ key, number: null }) });
const source = (...cells: SourceCell[]): Source => ({ notebook: "01", cells });
const lines = (document: ReturnType<typeof assemble>) =>
  signed(document).flatMap(({ blocks }) =>
    blocks.map(({ block }) => blockText(block).split("\n")[0])
  );

Deno.test("a section that shows nothing leaves no trace, and those after it close the gap", () => {
  const document = assemble([source(
    prose(heading(1, "一、基本情况")),
    prose(heading(2, "（一）规模")),
    code(1, words("共 4 人。")),
    prose(heading(2, "（二）民族"), words("按民族看。")),
    code(2),
    prose(heading(2, "（三）去向")),
    prose(heading(3, "1. 就业")),
    code(3),
    prose(heading(3, "2. 升学")),
    code(4, words("升学 1 人。")),
  )], { facts });
  assertEquals(lines(document), [
    "一、基本情况",
    "（一）规模",
    "共 4 人。",
    "（二）去向",
    "1. 升学",
    "升学 1 人。",
  ]);
});

Deno.test("plain prose stands for itself, and analysts' cells are not in the signed report", () => {
  const document = assemble([source(
    prose(heading(1, "编写说明")),
    prose(heading(2, "一、公式"), words("率等于分子除以分母。")),
    analyst(prose(heading(2, "核对"))),
    analyst(code(1, words("只给分析员看。"))),
  )], { facts });
  assertEquals(lines(document), ["编写说明", "一、公式", "率等于分子除以分母。"]);
});

Deno.test("numbers learn section, cell and fact; where print has a key twice the place decides", () => {
  const said = statement({ id: "", place: "", key: "毕业生·人数" });
  const document = assemble([source(
    prose(heading(1, "二、流向")),
    prose(heading(2, "（一）甲")),
    code(1, { kind: "paragraph", words: [said] }),
    prose(heading(2, "（二）乙")),
    code(2, { kind: "paragraph", words: [said] }),
  )], {
    facts: {
      tables: [],
      statements: [
        { ...fact("2-001", "毕业生", "4", "exact"), place: "二（一）" },
        { ...fact("2-002", "毕业生", "4", "exact"), place: "二（二）" },
      ],
    },
  });
  assertEquals(madeOf(document).statements.map(({ id, place, cell }) => [id, place, cell]), [
    ["2-001", "二（一）", 1],
    ["2-002", "二（二）", 2],
  ]);
});

Deno.test("exhibits are numbered over chapters, references follow, a second showing is left out", () => {
  const see: Block = { kind: "paragraph", words: ["见", { see: "乙", label: "?" }, "。"] };
  const document = assemble([
    source(prose(heading(1, "一、甲章")), code(1, table("甲"), see)),
    { notebook: "02", cells: [prose(heading(1, "二、乙章")), code(1, table("乙"), table("甲"))] },
  ], { facts });
  assertEquals(lines(document), [
    "一、甲章",
    "表 1. 各系人数",
    "见表 2。",
    "二、乙章",
    "表 2. 各系人数",
  ]);
  assertEquals(
    madeOf(document).exhibits.map(({ key, number, section, chapter }) => [
      key,
      number,
      section,
      chapter,
    ]),
    [["甲", 1, "一", "一、甲章"], ["乙", 2, "二", "二、乙章"]],
  );
});

Deno.test("headings that code makes are numbered among the others; data may give the number", () => {
  const made = (text: string, place = ""): Block => ({ ...heading(3, text), place });
  const document = assemble([source(
    prose(heading(1, "一、甲章")),
    prose(heading(2, "（一）群体")),
    code(
      1,
      made("甲类"),
      words("甲。"),
      made("乙类"),
      words("乙。"),
      made("丙类", "一（九）"),
      words("丙。"),
    ),
  )], { facts });
  assertEquals(lines(document), [
    "一、甲章",
    "（一）群体",
    "1. 甲类",
    "甲。",
    "2. 乙类",
    "乙。",
    "（九）丙类",
    "丙。",
  ]);
});

Deno.test("a chapter of which nothing is known is not in the signed report, and numbers close up", () => {
  const document = assemble([
    source(prose(heading(1, "一、甲章")), code(1, words("甲。"))),
    { notebook: "02", cells: [prose(heading(1, "二、乙章")), code(1)] },
    { notebook: "03", cells: [prose(heading(1, "三、丙章")), code(1, words("丙。"))] },
  ], { facts });
  assertEquals(lines(document), ["一、甲章", "甲。", "二、丙章", "丙。"]);
});
