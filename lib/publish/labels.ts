/** The numbers of the last report that was put together, for those who look at one chapter alone. */
import { dirname, join } from "node:path";
import type { Label, Labels } from "../document/numbering.ts";
import { root } from "../workspace.ts";
import { readIfThere, writeIfChanged } from "../files.ts";

function fileOf(year: number): string {
  return join(root(), ".cache", "labels", `${year}.json`);
}

/** What the exhibits of a year's report were last called; nothing where it was never put together. */
export function readLabels(year: number): Labels {
  try {
    return new Map(JSON.parse(readIfThere(fileOf(year)) ?? "[]") as [string, Label][]);
  } catch {
    return new Map(); // A file that was cut off is as good as none.
  }
}

/** Keeps the numbers of a report. */
export function keepLabels(year: number, labels: Labels): void {
  const path = fileOf(year);
  Deno.mkdirSync(dirname(path), { recursive: true });
  writeIfChanged(path, JSON.stringify([...labels]) + "\n");
}
