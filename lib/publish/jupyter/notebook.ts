/** Notebooks as data: reading them, their outputs, and the one way in which they are written. */
import { type Block, BLOCKS_MIME } from "../../document/blocks.ts";
import type { Source, SourceCell } from "../../document/document.ts";
import { proseBlocks } from "../../document/markdown.ts";
import { sortKeys } from "../sort_keys.ts";

/** A notebook file (nbformat 4), as far as this workspace uses it. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  /**
   * `requires` lists the files of an edition without which the chapter has nothing to tell;
   * `audience: "auditor"` keeps a chapter out of the signed report, `audience: "analyst"` a notebook out
   * of every report.
   */
  readonly metadata?: {
    readonly requires?: readonly string[];
    readonly audience?: "auditor" | "analyst";
  };
}

/** A cell; its text and an output's text may be one string or a list of lines. */
export interface NotebookCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata?: { readonly tags?: readonly string[] };
  readonly outputs?: readonly Output[];
  readonly id?: string;
  /** Pictures that were pasted into prose. */
  readonly attachments?: Readonly<Record<string, unknown>>;
}

/** An output of a code cell. */
export interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly text?: string | readonly string[];
  readonly name?: string;
}

/**
 * Reads a notebook file.
 *
 * @throws {Error} in Chinese, if it is no notebook
 */
export function readNotebook(path: string): Notebook {
  const text = Deno.readTextFileSync(path);
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null && "cells" in json && Array.isArray(json.cells)) {
      return json as Notebook;
    }
  } catch {
    // Said below, like JSON that is no notebook.
  }
  throw new Error(`${path} 不是规范的 Jupyter 笔记本（应为含 cells 的 JSON）`);
}

/** A cell's text. */
export function sourceOf(cell: NotebookCell): string {
  return joined(cell.source);
}

/** The blocks that an executed notebook's code cells showed, by the cell's number. */
export function shownBlocks(executed: Notebook): Map<number, Block[]> {
  let run = 0;
  return new Map(
    executed.cells.filter(({ cell_type }) => cell_type === "code").map((cell) => {
      const blocks = (cell.outputs ?? []).flatMap(({ data }) => {
        const carried = data?.[BLOCKS_MIME] as { readonly blocks: readonly Block[] } | undefined;
        return carried?.blocks ?? [];
      });
      return [++run, blocks];
    }),
  );
}

/**
 * A notebook and the blocks that its cells showed, as a source of the report.
 *
 * @param name file stem
 * @param shown the blocks of each code cell, by its number
 */
export function sourceFor(
  name: string,
  notebook: Notebook,
  shown: ReadonlyMap<number, readonly Block[]>,
): Source {
  let run = 0;
  const cells = notebook.cells.map((cell): SourceCell => {
    const analyst = cell.metadata?.tags?.includes("analyst") ?? false;
    if (cell.cell_type !== "code") return { prose: proseBlocks(sourceOf(cell)), analyst };
    const code = ++run;
    return { code, blocks: shown.get(code) ?? [], analyst };
  });
  return { notebook: name, cells, auditor: notebook.metadata?.audience === "auditor" };
}

/**
 * A notebook's one spelling: sorted keys, lists of lines, cells numbered from the top, no outputs, no
 * counts of runs, no times, no versions, no ids made by chance. The same cells are the same file,
 * whoever ran them and on whatever data; what they show stands in `reports/`.
 */
export function canonicalText(notebook: Notebook): string {
  const cells = notebook.cells.map((cell, i) => ({
    cell_type: cell.cell_type,
    id: `cell-${String(i + 1).padStart(2, "0")}`,
    metadata: cell.metadata?.tags?.length ? { tags: cell.metadata.tags } : {},
    source: lines(sourceOf(cell)),
    ...(cell.cell_type === "code" ? { execution_count: null, outputs: [] } : {}),
    ...(cell.attachments === undefined ? {} : { attachments: cell.attachments }),
  }));
  const { requires, audience } = notebook.metadata ?? {};
  const metadata = {
    ...(requires === undefined ? {} : { requires }),
    ...(audience === undefined ? {} : { audience }),
    kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
    language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
  };
  const whole = { cells, metadata, nbformat: 4, nbformat_minor: 5 };
  return JSON.stringify(sortKeys(whole), null, 1) + "\n";
}

function joined(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.join("");
}

/** As nbformat splits a text: every line keeps its line break. */
function lines(text: string): string[] {
  return text.replaceAll("\r\n", "\n").match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
