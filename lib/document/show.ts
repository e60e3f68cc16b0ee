/** The one way in which a cell displays something. */
import { Ratio } from "../measures/ratio.ts";
import { displayFrames, Frame } from "../table/frame.ts";
import { type Block, BLOCKS_MIME, type Listing } from "./blocks.ts";
import { blockHtml } from "./html.ts";
import { isOfPersons } from "./persons.ts";
import { blockText } from "./plain.ts";
import { listingOf, type Showable } from "./section.ts";

/** What a notebook's output holds: one entry a format. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** What a cell showed, with the number of the cell. */
export interface Shown {
  readonly cell: number;
  readonly blocks: readonly Block[];
}

/** What can be shown: something made, a table, a drawing, a number or a text. */
export type Item = Showable | Frame<object> | Ratio | Element | string | number | null | undefined;

/** A drawing as a library gives it, e.g. `Plot.plot(…)`. */
interface Element {
  readonly outerHTML: string;
}

/**
 * How long a cell waits after displaying. The Deno kernel reports a cell as done before its output
 * queue is drained, and Jupyter drops what comes later; one turn of the timer lets it drain.
 */
const DRAIN_MS = 5;

/**
 * How many bytes are displayed at once. Of a message of 5 MB nothing was lost, of 11 MB all, and the
 * Deno kernel ended.
 */
const MOST = 4_000_000;

let captured: Shown[] | undefined;
let cell = 0;

/**
 * Displays something and waits until Jupyter has it. Always `await` it, and let a cell display in no
 * other way. Outside Jupyter it displays nothing.
 *
 * @throws {TypeError} in Chinese, for what cannot be shown
 * @throws {RangeError} in Chinese, for more than Jupyter can carry
 */
export async function show(item: Item): Promise<void> {
  const blocks = blocksOf(item);
  if (blocks.length === 0) return;
  requireLight(blocks);
  captured?.push({ cell, blocks });
  if (!inJupyter()) return;
  await Deno.jupyter.display(bundleOf(blocks) as Record<string, string>, { raw: true });
  await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
}

/**
 * Collects what is shown while `run` runs, in order. Runs must not overlap.
 *
 * @param run is given a function to call with each cell's number before that cell
 * @throws {Error} if another capture is going on
 */
export async function capture(
  run: (enter: (number: number) => void) => Promise<void>,
): Promise<Shown[]> {
  if (captured) throw new Error("Cannot capture: another capture is going on");
  const shown: Shown[] = captured = [];
  try {
    await run((number) => cell = number);
    return shown;
  } finally {
    captured = undefined;
  }
}

/** Blocks as Jupyter displays them, with the blocks themselves beside their HTML. */
export function bundleOf(blocks: readonly Block[]): MimeBundle {
  return {
    "text/html": blocks.map((block) => blockHtml(block)).join(""),
    "text/plain": blocks.map((block) => blockText(block)).join("\n"),
    [BLOCKS_MIME]: { blocks },
  };
}

/** @throws {RangeError} in Chinese, for blocks that Jupyter cannot carry */
function requireLight(blocks: readonly Block[]): void {
  // A bundle says all three times and in tags; what is far from the limit need not be measured.
  if (JSON.stringify(blocks).length < MOST / 20) return;
  const bytes = new TextEncoder().encode(JSON.stringify(bundleOf(blocks))).length;
  if (bytes <= MOST) return;
  throw new RangeError(
    `一次要显示的内容太多（约 ${(bytes / 1e6).toFixed(1)} MB，最多 ${MOST / 1e6} MB），` +
      "传送中会丢失；请先汇总，或分几格显示。",
  );
}

/** An item as blocks. @throws {TypeError} in Chinese, for what cannot be shown */
function blocksOf(item: Item): readonly Block[] {
  if (item instanceof Frame) return [frameListing(item)];
  if (item instanceof Ratio) return [{ kind: "paragraph", words: [`${item}%`] }];
  if (typeof item === "number") return [{ kind: "paragraph", words: [String(item)] }];
  if (item === "") return []; // A figure of which nothing is known.
  if (typeof item === "string") {
    return [
      isDrawing(item) ? sketch(item) : { kind: "paragraph", words: [item] },
    ];
  }
  if (typeof item === "object" && item !== null) {
    if ("blocks" in item) return item.blocks;
    if ("outerHTML" in item) return [sketch(item.outerHTML)];
  }
  const found = Array.isArray(item) ? "列表" : item === null ? "null" : OTHERS[typeof item];
  throw new TypeError(
    `show(…) 要一个表、图、数、句子或 table、figure、text 的结果，现在是${found}`,
  );
}

/** What else could be handed to `show`, in an analyst's words. */
const OTHERS: Readonly<Record<string, string>> = {
  undefined: "空的（undefined）",
  boolean: "真假（true、false）",
  function: "函数，也许少了括号",
  object: "对象",
};

/** Whether a text is a drawing of the house's, and not a cell of data that would like to be one. */
function isDrawing(text: string): boolean {
  return text.trimStart().startsWith("<svg") &&
    !/<\s*(script|foreignObject|iframe|object|embed|image|use|a)\b|\son\w+\s*=|javascript:/i.test(
      text,
    );
}

function sketch(svg: string): Block {
  return { kind: "sketch", caption: "", svg, alt: "图", listing: null };
}

/** How many rows of a table an analyst is shown. */
const LIMIT = 30;

/** A table's first rows; of a table of persons only what columns it has, and how many rows. */
function frameListing(frame: Frame<object>): Listing {
  if (isOfPersons(frame)) {
    return {
      kind: "listing",
      caption: `${frame.size} 行，一人（一卷）一行，不逐行显示；要看数，先用 tally、rollup 汇总`,
      columns: ["列", "类型"],
      rows: frame.names.map((name) => [name, typesOf(frame.column(name as never))]),
    };
  }
  const caption = frame.size > LIMIT ? `共 ${frame.size} 行，以下为前 ${LIMIT} 行` : "";
  return listingOf(frame.slice(0, LIMIT), caption);
}

/** What kinds of values a column has, in an analyst's words. */
function typesOf(values: readonly unknown[]): string {
  const kinds = values.map((value) => {
    if (value === null || value === undefined) return "未知";
    if (value instanceof Ratio) return "比例";
    return KINDS[typeof value] ?? "其他";
  });
  return [...new Set(kinds)].join("、");
}

const KINDS: Readonly<Record<string, string>> = { string: "文字", number: "数", boolean: "是否" };

// A table that ends a cell is shown as `show` shows it; it is the analyst's, and no block of the report.
displayFrames((frame) => {
  const listing = frameListing(frame);
  return { "text/html": blockHtml(listing), "text/plain": blockText(listing) };
});

function inJupyter(): boolean {
  try {
    return typeof Deno.jupyter.display === "function";
  } catch {
    return false; // Deno.jupyter throws where there is no kernel.
  }
}
