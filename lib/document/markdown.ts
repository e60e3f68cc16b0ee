/** Prose of a notebook or of a college's own text as blocks. */
import { marked, type Token, type Tokens } from "marked";
import type { Block, Heading } from "./blocks.ts";

/**
 * Markdown as blocks: headings, paragraphs, lists and tables. Emphasis and links keep their words;
 * HTML is text like any other.
 */
export function proseBlocks(markdown: string): Block[] {
  return marked.lexer(markdown).flatMap(blocksOf);
}

function blocksOf(token: Token): Block[] {
  switch (token.type) {
    case "heading": {
      const level = Math.min((token as Tokens.Heading).depth, 5) as Heading["level"];
      return [{ kind: "heading", level, text: wordsOf(token), place: "" }];
    }
    case "paragraph":
    case "html":
    case "code":
      return [{ kind: "paragraph", words: [wordsOf(token)] }];
    case "list": {
      const items = (token as Tokens.List).items.map((item) => [wordsOf(item)]);
      return [{ kind: "list", items }];
    }
    case "table": {
      const { header, rows } = token as Tokens.Table;
      const columns = header.map(wordsOf);
      return [{ kind: "listing", caption: "", columns, rows: rows.map((row) => row.map(wordsOf)) }];
    }
    case "blockquote":
      return ((token as Tokens.Blockquote).tokens ?? []).flatMap(blocksOf);
    default:
      return [];
  }
}

/** The words of a piece of prose. A line break between 汉字 is none: it only folded the line. */
function wordsOf(token: { readonly tokens?: readonly Token[]; readonly text?: string }): string {
  const text = token.tokens === undefined
    ? token.text ?? ""
    : token.tokens.map((one) => one.type === "br" ? "\n" : wordsOf(one as Tokens.Text)).join("");
  return unescaped(text).replace(/\s*\n\s*/g, "").trim() || text;
}

/** marked's lexer leaves text as typed but for what Markdown itself escapes. */
function unescaped(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "",
  );
}
