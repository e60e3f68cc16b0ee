/**
 * The report as one value: chapters of blocks. A notebook's cells make blocks; HTML, Word, Excel, PDF,
 * plain text, `exhibits.json` and the comparison with print are readers of them.
 */
import type { Cell, Exhibit, Statement } from "./exhibit.ts";

/** A place in a sentence: text as it is, a computed number, an exhibit (见表 3), or a number asked for. */
export type Word = string | Statement | Reference | Lookup;

/** Points to a numbered exhibit. */
export interface Reference {
  /** The exhibit's key. */
  readonly see: string;
  /** How a reader finds it, e.g. `表 3`. */
  readonly label: string;
}

/** A number that a text asks for; it is found when the report is put together. */
export interface Lookup {
  /** `[subject, measure]`, or `[exhibit's key, row, column]`. */
  readonly ask: readonly string[];
  /** The file that asks. */
  readonly file: string;
}

/** A heading; the chapter's title has level 1. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3 | 4 | 5;
  /** With its number, e.g. `（二）毕业去向`. */
  readonly text: string;
  /** Number of the section that it opens, e.g. `一（二）`; empty until the report is put together. */
  readonly place: string;
  /** False for a heading within a text, which takes no number among the report's own. */
  readonly numbered?: boolean;
}

/** A paragraph of prose. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly words: readonly Word[];
}

/** A list, a line an item. */
export interface List {
  readonly kind: "list";
  readonly items: readonly (readonly Word[])[];
}

/** A numbered table. */
export interface Table {
  readonly kind: "table";
  readonly exhibit: Exhibit;
}

/** A numbered figure: what is drawn, and the rows behind it. */
export interface Figure {
  readonly kind: "figure";
  readonly exhibit: Exhibit;
  /** Inline SVG, with a size of its own; empty where nothing that could be drawn is known. */
  readonly svg: string;
  /** The columns that the drawing shows, which its text alternative tells. */
  readonly seen: readonly string[];
}

/** Rows without a number, which explain and count as no exhibit. */
export interface Listing {
  readonly kind: "listing";
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The name of a file as which a page offers the rows; a page offers none without it. */
  readonly file?: string;
}

/** A drawing without a number. */
export interface Sketch {
  readonly kind: "sketch";
  readonly caption: string;
  readonly svg: string;
  /** What one sees in it, for those who do not. */
  readonly alt: string;
  readonly listing: Listing | null;
}

/** A remark of the editors', such as how an exhibit compares with print. */
export interface Note {
  readonly kind: "note";
  readonly tone: "agree" | "differ" | "erratum" | "remark";
  readonly text: string;
}

/** One piece of the report. */
export type Block = Heading | Paragraph | List | Table | Figure | Listing | Sketch | Note;

/** A block in its place: who it is for, and which cell made it. */
export interface Placed {
  readonly block: Block;
  /** Number of the code cell that made it, as Jupyter's brackets count; null for prose. */
  readonly cell: number | null;
  /** Whether it is only for analysts; the signed report leaves it out. */
  readonly analyst: boolean;
}

/** A chapter: the blocks of one notebook, in order. */
export interface ChapterBlocks {
  /** File stem of the notebook. */
  readonly notebook: string;
  readonly title: string;
  readonly blocks: readonly Placed[];
  /** Whether the signed report leaves it out: what only an auditor reads. */
  readonly auditor?: boolean;
}

/** The output format under which a notebook carries its blocks beside their HTML. */
export const BLOCKS_MIME = "application/vnd.graduate-report+json";

/** Whether a word is a computed number. */
export function isStatement(word: Word): word is Statement {
  return typeof word === "object" && "measure" in word;
}

/** Whether a word is a number that is still to be found. */
export function isLookup(word: Word): word is Lookup {
  return typeof word === "object" && "ask" in word;
}

/** The computed numbers in a block, in reading order. */
export function statementsOf(block: Block): Statement[] {
  if (block.kind === "paragraph") return block.words.filter(isStatement);
  if (block.kind === "list") return block.items.flatMap((words) => words.filter(isStatement));
  return [];
}

/** The numbered exhibit that a block shows, if it does. */
export function exhibitOf(block: Block): Exhibit | null {
  return block.kind === "table" || block.kind === "figure" ? block.exhibit : null;
}
