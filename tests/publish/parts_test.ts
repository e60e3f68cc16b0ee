import { assertEquals } from "@std/assert";
import { ABSTRACT } from "lib/document/abstract.ts";
import { blockText } from "lib/document/plain.ts";
import { paperParts } from "lib/publish/parts.ts";
import { CHAPTERS, STATEMENT } from "./small_report.ts";

const titles = (chapters: readonly { readonly title: string }[]) =>
  chapters.map(({ title }) => title);

Deno.test("the abstract stands before the contents, the chapters after", () => {
  const abstract = CHAPTERS.map((chapter) => ({ ...chapter, title: ABSTRACT }));
  const { opening, chapters } = paperParts([...abstract, ...CHAPTERS]);
  assertEquals([titles(opening), titles(chapters)], [[ABSTRACT], ["一、基本情况"]]);
});

Deno.test("what is for analysts alone is in no part", () => {
  const texts = paperParts(CHAPTERS).chapters.flatMap(({ blocks }) =>
    blocks.map(({ block }) => blockText(block))
  );
  assertEquals(texts.filter((text) => text.includes("只给分析人员看")), []);
});

Deno.test("key figures are told where they are known, and no table of them is empty", () => {
  assertEquals(paperParts(CHAPTERS).keyFigures, null);
  const key = "毕业生·毕业去向落实率";
  const chapters = CHAPTERS.map((chapter) => ({
    ...chapter,
    blocks: [{
      block: { kind: "paragraph", words: [{ ...STATEMENT, key }] } as const,
      cell: 1,
      analyst: false,
    }],
  }));
  assertEquals(paperParts(chapters).keyFigures?.rows, [
    ["毕业去向落实率", "84.68%", "1271 人 ÷ 1501 人"],
  ]);
});
