/**
 * The college's own prose with computed numbers. A placeholder names a number of the report:
 *
 *     {毕业生.毕业去向落实率}                   of whom, what: a number in a sentence
 *     {专业大类落实情况.医药卫生大类.落实率}       an exhibit's key, a row, a column
 */
import { type Block, isStatement, type Lookup, type Word } from "./blocks.ts";
import { proseBlocks } from "./markdown.ts";
import type { Statement } from "./exhibit.ts";
import type { Phrase } from "./words.ts";

/** Numbers that a text may name, by `subject·measure`. */
export type Numbers = ReadonlyMap<string, Statement>;

/**
 * A text as blocks. What a placeholder names among `numbers` is said at once, what it names of
 * another chapter when the report is put together.
 *
 * @param file the text's file as an analyst knows it
 */
export function textBlocks(
  { file, markdown }: { readonly file: string; readonly markdown: string },
  numbers: Numbers = new Map(),
): Block[] {
  const words = (text: string): Word[] =>
    text.split(/\{([^{}]*)\}/).map((part, i): Word => {
      if (i % 2 === 0) return part;
      const path = part.split(".").map((name) => name.trim());
      return numbers.get(path.join("·")) ?? { ask: path, file } satisfies Lookup;
    }).filter((word) => word !== "");
  return proseBlocks(markdown).map((block): Block => {
    switch (block.kind) {
      case "paragraph":
        return { ...block, words: block.words.flatMap((word) => words(String(word))) };
      case "list":
        return {
          ...block,
          items: block.items.map((item) => item.flatMap((word) => words(String(word)))),
        };
      case "heading":
        return { ...block, numbered: false };
      default:
        return block;
    }
  });
}

/** The phrases of which a text says no number: what it leaves out can be listed below it. */
export function untold(
  text: { readonly markdown: string } | null,
  phrases: readonly Phrase[],
): Phrase[] {
  const asked = new Set(
    [...(text?.markdown ?? "").matchAll(/\{([^{}]*)\}/g)]
      .map(([, path = ""]) => path.split(".").map((name) => name.trim()).join("·")),
  );
  return phrases.filter(({ words }) =>
    !(words ?? []).some((word) => isStatement(word) && asked.has(word.key))
  );
}
