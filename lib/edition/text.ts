/** The college's own prose: `text/<name>.md` of an edition. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { strangeIn } from "../table/characters.ts";
import { DataError, throwIfAny } from "../table/faults.ts";
import { shownPath } from "../workspace.ts";

/** One text, as the college wrote it. */
export interface Text {
  /** The file as an analyst knows it. */
  readonly file: string;
  /** Its first line where that is a title (`# 校地合作`); null where it has none. */
  readonly title: string | null;
  /** What stands below the title. */
  readonly markdown: string;
}

/** The names of an edition's texts, in the order of the file system's sorted names. */
export function textNames(folder: string): string[] {
  const texts = join(folder, "text");
  if (!existsSync(texts)) return [];
  return [...Deno.readDirSync(texts)].map(({ name }) => name)
    .filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -".md".length)).sort();
}

/**
 * Reads a text.
 *
 * @param folder the edition's folder
 * @param name e.g. `学校简介`
 * @returns null where the edition has no such text, which is no fault
 * @throws {DataError} if it is not UTF-8, or with each line that holds what no text should
 */
export function readText(folder: string, name: string): Text | null {
  const path = join(folder, "text", `${name}.md`);
  if (!existsSync(path)) return null;
  const file = shownPath(path);
  const whole = decoded(Deno.readFileSync(path), file).replaceAll("\r\n", "\n");
  throwIfAny(
    whole.split("\n").flatMap((line, i) => {
      const strange = strangeIn(line, { prose: true });
      if (strange === undefined) return [];
      const expected = `第 ${strange.place} 个字符是 ${strange.name}，请删去或改正`;
      return [{ file, row: i + 1, expected }];
    }),
  );
  const [heading = "", title] = /^\s*#\s+(.+?)\s*(?:\n|$)/.exec(whole) ?? [];
  return { file, title: title ?? null, markdown: whole.slice(heading.length) };
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DataError([{ file, expected: "编码不是 UTF-8；请在编辑器里另存为 UTF-8" }]);
  }
}
