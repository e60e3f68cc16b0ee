/** Where analysts' own tables are put: the one folder that a cell may write into. */
import { dirname, join } from "node:path";
import { root } from "../workspace.ts";

/** The folder below the root, in it a folder a year; git leaves it alone. */
export function exportsFolder(): string {
  return join(root(), "exports");
}

let write = writeHere;

/** Writes a text below {@link exportsFolder}. @throws {Error} if the system refuses */
export function writeExport(path: string, text: string): void {
  write(path, text);
}

/** Writes a text with the rights of whoever calls. */
export function writeHere(path: string, text: string): void {
  Deno.mkdirSync(dirname(path), { recursive: true });
  Deno.writeTextFileSync(path, text);
}

/** Has another write from here on, where this process is about to give up its own right to. */
export function writeThrough(other: typeof writeHere): void {
  write = other;
}
