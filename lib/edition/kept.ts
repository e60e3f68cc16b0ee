/** Reading once what several notebooks of one process open. */
import { statSync } from "node:fs";

/**
 * Makes a reader that reads again only if its files have changed since (in size or time of change),
 * and else gives what it read. It is for values that nobody can change, such as frames.
 *
 * @returns a function that takes the files on which a value depends, and how to read it; what
 *   reading throws is thrown, and nothing is kept then
 */
export function kept<T>(): (files: readonly string[], read: () => T) => T {
  const known = new Map<string, { readonly state: string; readonly value: T }>();
  return (files, read) => {
    const name = files.join("\n");
    const state = stateOf(files);
    const last = known.get(name);
    if (last !== undefined && last.state === state) return last.value;
    const value = read();
    known.set(name, { state, value });
    return value;
  };
}

/** Sizes and times of change. A missing file has a state too: to complain of it is the reader's task. */
export function stateOf(files: readonly string[]): string {
  return files.map((file) => {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? "" : `${found.size} ${found.mtimeNs}`;
  }).join("\n");
}
