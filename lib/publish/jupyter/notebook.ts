/** Notebooks as data: reading them, their outputs, and the one way in which they are written. */
import { type Made, MADE_MIME } from "../../document/exhibit.ts";

/** A notebook file (nbformat 4), as far as this workspace uses it. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  /** `requires` lists the files of an edition without which the chapter has nothing to tell. */
  readonly metadata?: { readonly requires?: readonly string[] };
}

/** A cell; its text and an output's text may be one string or a list of lines. */
export interface NotebookCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata?: { readonly tags?: readonly string[] };
  readonly outputs?: readonly Output[];
  readonly id?: string;
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

/** What the outputs of a notebook contribute to the report, one entry an output, in order. */
export function madeBy(notebook: Notebook): Made[] {
  return notebook.cells.flatMap((cell) =>
    (cell.outputs ?? []).flatMap((output) => {
      const made = output.data?.[MADE_MIME];
      return made === undefined ? [] : [made as Made];
    })
  );
}

/**
 * A notebook with the outputs of another run of the same cells.
 *
 * @param executed the same notebook as Jupyter wrote it after running it
 */
export function withOutputs(notebook: Notebook, executed: Notebook): Notebook {
  return {
    ...notebook,
    cells: notebook.cells.map((cell, i) => {
      const outputs = executed.cells[i]?.outputs;
      return outputs === undefined ? cell : { ...cell, outputs };
    }),
  };
}

/**
 * A notebook's one spelling: sorted keys, lists of lines, cells and runs numbered from the top, no
 * times, no versions, no ids made by chance. The same cells with the same outputs are the same file.
 */
export function canonicalText(notebook: Notebook): string {
  let run = 0;
  const cells = notebook.cells.map((cell, i) => {
    const common = {
      cell_type: cell.cell_type,
      id: `cell-${String(i + 1).padStart(2, "0")}`,
      metadata: cell.metadata?.tags?.length ? { tags: cell.metadata.tags } : {},
      source: lines(sourceOf(cell)),
    };
    return cell.cell_type !== "code" ? common : {
      ...common,
      execution_count: ++run,
      outputs: (cell.outputs ?? []).map((output) => canonicalOutput(output, run)),
    };
  });
  const requires = notebook.metadata?.requires;
  const metadata = {
    ...(requires === undefined ? {} : { requires }),
    kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
    language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
  };
  const whole = { cells, metadata, nbformat: 4, nbformat_minor: 5 };
  return JSON.stringify(sortKeys(whole), null, 1) + "\n";
}

function canonicalOutput(output: Output, run: number): unknown {
  const { output_type, name, text, data } = output;
  if (output_type === "stream") return { output_type, name, text: lines(joined(text ?? "")) };
  const shown = Object.fromEntries(
    Object.entries(data ?? {}).map(([type, value]) => [
      type,
      type.startsWith("text/") && isText(value) ? lines(joined(value)) : value,
    ]),
  );
  return {
    output_type,
    data: shown,
    metadata: {},
    ...(output_type === "execute_result" ? { execution_count: run } : {}),
  };
}

function isText(value: unknown): value is string | readonly string[] {
  return typeof value === "string" ||
    Array.isArray(value) && value.every((line) => typeof line === "string");
}

function joined(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.join("");
}

/** As nbformat splits a text: every line keeps its line break. */
function lines(text: string): string[] {
  return text.replaceAll("\r\n", "\n").match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}
