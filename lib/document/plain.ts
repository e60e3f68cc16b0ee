/** Blocks as plain text, for tools that show no HTML and for readers of a terminal. */
import type { Block, Word } from "./blocks.ts";
import type { Cell } from "./exhibit.ts";
import { sayWord } from "./words.ts";

/** A block's words, or its caption and rows. */
export function blockText(block: Block): string {
  const say = (words: readonly Word[]) => words.map(sayWord).join("");
  switch (block.kind) {
    case "heading":
    case "note":
      return block.text;
    case "paragraph":
      return say(block.words);
    case "list":
      return block.items.map(say).join("\n");
    case "table":
    case "figure": {
      const { label, title, columns, rows, sums = [] } = block.exhibit;
      const all = rows.flatMap((row, i) => [
        row,
        ...sums.filter(({ after }) => after === i + 1).map(({ cells }) => cells),
      ]);
      return [`${label}. ${title}`, grid(columns, all)].join("\n");
    }
    case "listing":
      return [block.caption, grid(block.columns, block.rows)].join("\n");
    case "sketch":
      return [block.caption, block.alt].join("\n");
  }
}

function grid(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => row.map((cell) => cell ?? "—").join("\t")).join("\n");
}
