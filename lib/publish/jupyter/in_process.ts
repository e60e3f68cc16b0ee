/** Runs a notebook's cells in this process, without Jupyter: fast, and with whole errors. */
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Block } from "../../document/blocks.ts";
import { forgetChapters } from "../../document/chapter.ts";
import type { Source } from "../../document/document.ts";
import { capture } from "../../document/show.ts";
import { root } from "../../workspace.ts";
import { cellFaults, codeCells, joinCells } from "./cells.ts";
import { CellFailure, reasonThrown, reasonUnawaited } from "./failure.ts";
import { forbid } from "./forbidden.ts";
import { writeIfChanged } from "../../files.ts";
import { readNotebook, sourceFor } from "./notebook.ts";

/** Where modules made of cells lie, below the workspace's root. */
export const CELLS = join(".cache", "cells");

/**
 * Writes a notebook's cells as a module under `.cache/cells/`.
 *
 * @param path the notebook
 * @returns the module's path
 */
export function extractCells(path: string): string {
  const folder = join(root(), CELLS);
  Deno.mkdirSync(folder, { recursive: true });
  const name = basename(path);
  const module = join(folder, name.replace(/\.ipynb$/, ".ts"));
  const text = joinCells(name, codeCells(readNotebook(path)));
  writeIfChanged(module, text);
  return module;
}

/**
 * Runs a notebook's cells in order and returns it with what they showed. Runs must not overlap.
 *
 * @param path the notebook
 * @throws {CellFailure} if a cell fails, or something that it does not await, or displays in a way
 *   that Jupyter can lose
 */
export async function runInProcess(path: string): Promise<Source> {
  const notebook = readNotebook(path);
  const sources = codeCells(notebook);
  const name = basename(path, ".ipynb");
  const failure = (number: number, reason: string) =>
    new CellFailure(name, number, sources[number - 1] ?? "", reason);
  const fault = cellFaults(notebook)[0];
  if (fault) throw failure(fault.cell, `${fault.line.trim()}\n${fault.expected}`);

  let current = 0;
  const strays = heedStrays(() => current);
  const allow = forbid();
  try {
    const module = extractCells(path);
    // The text's hash in the address makes an edited notebook a new module.
    const version = await shortHash(sources.join("\n"));
    const { default: run } = await import(`${pathToFileURL(module)}?${version}`) as {
      default: (cell: (number: number) => void) => Promise<void>;
    };
    forgetChapters();
    const shown = new Map<number, Block[]>();
    const enter = (number: number) => void (current = number);
    for (const { cell, blocks } of await capture((tell) => run((n) => (enter(n), tell(n))))) {
      shown.set(cell, [...shown.get(cell) ?? [], ...blocks]);
    }
    // What nobody awaits fails a turn later than the cell that began it.
    await new Promise((done) => setTimeout(done));
    return sourceFor(name, notebook, shown);
  } catch (error) {
    throw failure(current, reasonThrown(error));
  } finally {
    allow();
    const [stray] = strays.end();
    // It came first, and what failed after it probably failed because of it.
    // deno-lint-ignore no-unsafe-finally
    if (stray !== undefined) throw failure(stray.cell, stray.reason);
  }
}

/** A failure that no cell awaited. */
interface Stray {
  readonly cell: number;
  readonly reason: string;
}

/** Gathers failures that nobody awaits, which would end the whole process, until it is told to end. */
function heedStrays(cell: () => number): { readonly end: () => readonly Stray[] } {
  const found: Stray[] = [];
  const heed = (event: Event, thrown: unknown) => {
    event.preventDefault();
    found.push({ cell: cell(), reason: reasonUnawaited(thrown) });
  };
  const rejected = (event: PromiseRejectionEvent) => heed(event, event.reason);
  const erred = (event: ErrorEvent) => heed(event, event.error);
  globalThis.addEventListener("unhandledrejection", rejected);
  globalThis.addEventListener("error", erred);
  return {
    end: () => {
      globalThis.removeEventListener("unhandledrejection", rejected);
      globalThis.removeEventListener("error", erred);
      return found;
    },
  };
}

async function shortHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex().slice(0, 12);
}
