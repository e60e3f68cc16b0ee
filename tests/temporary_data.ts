import { dirname, join } from "node:path";
import { DataError } from "lib/table/faults.ts";
import { root } from "lib/workspace.ts";

/** A data folder in a temporary place that `REPORT_DATA` names until it is disposed of. */
export interface TemporaryData extends Disposable {
  readonly folder: string;
}

/**
 * Makes a data folder with the house's dictionaries and the given files, and lets the workspace
 * use it. `REPORT_YEAR` is unset meanwhile.
 *
 * @param files path within the data folder → content
 */
export function temporaryData(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): TemporaryData {
  const folder = Deno.makeTempDirSync();
  copyFolder(join(root(), "data", "dictionaries"), join(folder, "dictionaries"));
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, ...path.split("/"));
    Deno.mkdirSync(dirname(target), { recursive: true });
    if (typeof content === "string") Deno.writeTextFileSync(target, content);
    else Deno.writeFileSync(target, content);
  }
  const restore = environment({ REPORT_DATA: folder, REPORT_YEAR: undefined });
  return {
    folder,
    [Symbol.dispose]() {
      restore();
      Deno.removeSync(folder, { recursive: true });
    },
  };
}

/** Sets (or unsets) environment variables; what it returns puts the old ones back. */
export function environment(wanted: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.keys(wanted).map((name) => [name, Deno.env.get(name)] as const);
  const set = (name: string, value: string | undefined) =>
    value === undefined ? Deno.env.delete(name) : Deno.env.set(name, value);
  for (const [name, value] of Object.entries(wanted)) set(name, value);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}

/** Copies a folder with everything in it. */
export function copyFolder(from: string, to: string): void {
  Deno.mkdirSync(to, { recursive: true });
  for (const { name, isDirectory } of Deno.readDirSync(from)) {
    if (isDirectory) copyFolder(join(from, name), join(to, name));
    else Deno.copyFileSync(join(from, name), join(to, name));
  }
}

/** The faults that `read` reports, each as `file:row column found`; without any it fails. */
export function faultsOf(read: () => unknown): string[] {
  return dataErrorOf(read).faults.map(({ file, row, column, found }) =>
    [`${file.split("/").at(-1)}:${row ?? "-"}`, column ?? "-", found ?? "-"].join(" ")
  );
}

/** The error that `read` throws about the data; without one it fails. */
export function dataErrorOf(read: () => unknown): DataError {
  try {
    read();
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error("Expected a DataError: nothing was thrown");
}
