/** Registers of any size, dealt out of the edition of 2023. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "lib/workspace.ts";

/** The year of the edition whose graduates are dealt again and again. */
export const YEAR = 2023;

/**
 * A data folder with one edition, whose register has so many rows: the same graduates over and over,
 * each time under other 学号. It is made where it is missing, a piece at a time, so that a size is no
 * matter of memory.
 *
 * @param rows how many graduates
 * @param folder where to keep it
 */
export function registerOf(
  rows: number,
  folder: string = join(root(), ".cache", "bench", String(rows)),
): { readonly data: string; readonly edition: string; readonly register: string } {
  const edition = join(folder, String(YEAR));
  const register = join(edition, "graduates.csv");
  if (!existsSync(register)) {
    Deno.mkdirSync(edition, { recursive: true });
    const source = join(root(), "data", String(YEAR));
    Deno.copyFileSync(join(source, "edition.json"), join(edition, "edition.json"));
    const text = Deno.readTextFileSync(join(source, "graduates.csv"));
    const [header = "", ...graduates] = text.trimEnd().split(/\r?\n/);
    const fresh = join(dirname(edition), "fresh.csv");
    writeRows(fresh, header, graduates.map((line) => line.slice(line.indexOf(","))), rows);
    Deno.renameSync(fresh, register);
  }
  return { data: folder, edition, register };
}

/** How many rows are written at once. */
const PIECE = 20_000;

/** @param tails what follows the 学号 of each graduate, from the comma on */
function writeRows(path: string, header: string, tails: readonly string[], rows: number): void {
  using file = Deno.openSync(path, { write: true, create: true, truncate: true });
  const encoder = new TextEncoder();
  const write = (text: string) => {
    const bytes = encoder.encode(text);
    for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
  };
  write(`${header}\n`);
  for (let first = 0; first < rows; first += PIECE) {
    const lines = Array.from({ length: Math.min(PIECE, rows - first) }, (_, i) => {
      const row = first + i;
      return `重构${YEAR}${String(row + 1).padStart(8, "0")}${tails[row % tails.length]}\n`;
    });
    write(lines.join(""));
  }
}
