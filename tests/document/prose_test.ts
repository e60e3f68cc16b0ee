import { assertEquals, assertThrows } from "@std/assert";
import type { Block, Paragraph } from "lib/document/blocks.ts";
import { assemble, signed } from "lib/document/document.ts";
import { blockText } from "lib/document/plain.ts";
import { textBlocks, untold } from "lib/document/prose.ts";
import { openSection } from "lib/document/section.ts";
import { DataError } from "lib/table/faults.ts";
import { exhibit, fact, setting, shownStatements, statement, textOf } from "./setting.ts";

const section = openSection(setting(), "学校", () => {});
const text = (markdown: string) => ({ file: "data/2031/text/甲.md", title: null, markdown });

Deno.test("a text is shown as it is written, its numbers where they are named", () => {
  const campuses = section.phrase`校区：${{ 校区数: [2, "个"] }}`;
  const shown = section.prose(text("学校有 {学校.校区数}校区。\n\n- 甲\n- 乙"), [campuses]);
  assertEquals(textOf(shown), "学校有 2 个校区。\n甲\n乙");
  assertEquals(shownStatements(shown).map(({ key }) => key), ["学校·校区数"]);
  assertEquals(section.prose(null).blocks, []);
});

Deno.test("what a text leaves out can be listed below it", () => {
  const numbers = [section.phrase`${{ 校区数: [2, "个"] }}`, section.phrase`${{ 教师人数: 9 }}`];
  const rest = untold(text("学校有 {学校.校区数}校区。"), numbers);
  assertEquals(textOf(section.list(rest)), "9 人");
  assertEquals(untold(null, numbers), numbers);
});

const table = exhibit({
  key: "专业大类落实情况",
  columns: ["序号", "专业大类", "毕业去向落实人数·就业", "毕业去向落实率%"],
  rows: [[1, "旅游大类", 7, "94.00"], [2, "其他大类", null, null]],
});

/** A report of one chapter with a text, a number and a table. */
function report(markdown: string): string {
  const title: Block = { kind: "heading", level: 1, text: "一、甲章", place: "" };
  const number: Paragraph = { kind: "paragraph", words: [statement({ place: "", value: 5 })] };
  const document = assemble([{
    notebook: "01",
    cells: [
      { prose: [title], analyst: false },
      { code: 1, blocks: textBlocks(text(markdown)), analyst: false },
      { code: 2, blocks: [number, { kind: "table", exhibit: table }], analyst: false },
    ],
  }], { facts: { tables: [], statements: [fact("1-001", "毕业生", "5", "exact")] } });
  const [, told] = signed(document).flatMap(({ blocks }) => blocks.map(({ block }) => block));
  return told === undefined ? "" : blockText(told);
}

Deno.test("a text may name any number of the report, and any cell of an exhibit", () => {
  assertEquals(report("共 {毕业生.人数}。"), "共 5 人。");
  assertEquals(
    report("{专业大类落实情况.旅游大类.落实率}，{专业大类落实情况.旅游大类.就业}。"),
    "94.00%，7 人。",
  );
});

Deno.test("placeholders that name nothing are all told at once, with the nearest right one", () => {
  const error = assertThrows(
    () =>
      report(
        "{毕业生.人书}、{专业大类落实.旅游大类.落实率}、{专业大类落实情况.旅行大类.落实率}、{专业大类落实情况.旅游大类.率}、{专业大类落实情况.其他大类.落实率}",
      ),
    DataError,
  );
  assertEquals(error.faults.map(({ found, expected }) => `${found} ${expected}`), [
    "{毕业生.人书} 没有这个数，最接近的是“毕业生.人数”",
    "{专业大类落实.旅游大类.落实率} 没有这个图表，最接近的是“专业大类落实情况”",
    "{专业大类落实情况.旅行大类.落实率} 专业大类落实情况没有这一行，最接近的是“旅游大类”",
    "{专业大类落实情况.旅游大类.率} 专业大类落实情况没有这一列，最接近的是“序号”",
    "{专业大类落实情况.其他大类.落实率} 这一格没有数值，不能写进正文",
  ]);
});

Deno.test("a heading within a text takes no number among the report's own", () => {
  const [heading] = textBlocks(text("## 小标题"));
  assertEquals(heading, { kind: "heading", level: 2, text: "小标题", place: "", numbered: false });
});
