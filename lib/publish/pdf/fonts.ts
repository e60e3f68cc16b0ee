/**
 * Fonts that a page brings along when it is printed. A browser embeds TrueType outlines in a PDF as a
 * font; of PostScript outlines it leaves drawings of each character. Windows and macOS have Chinese
 * fonts of the first kind, free systems often only of the second: there they are made over.
 */
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../workspace.ts";
import { readIfThere, writeIfChanged } from "../../files.ts";
import { venvPython } from "../jupyter/setup.ts";
import program from "./outlines.py" with { type: "text" };

/** The families of the style sheet whose outlines are PostScript's. */
const FAMILIES = ["Noto Serif CJK SC", "Noto Sans CJK SC"];

/** Characters that a browser adds by itself: numbers of pages, markers of lists, hyphens. */
const ADDED = "0123456789IVXLCDM•◦▪‐\u00a0";

/** A font of this computer. */
interface Installed {
  readonly family: string;
  readonly file: string;
  /** Which font of its file it is. */
  readonly index: string;
}

/**
 * Rules of a style sheet with the fonts that a page needs, cut to its characters; empty where this
 * computer needs none or cannot make them, since characters that are drawings can be read too.
 *
 * @param html the page
 * @param signal ends what makes them
 */
export async function fontFaces(html: string, signal?: AbortSignal): Promise<string> {
  const python = venvPython(root(), Deno.build.os);
  if (Deno.build.os !== "linux" || !existsSync(python)) return "";
  const characters = [...new Set(html + ADDED)].toSorted().join("");
  const found = await Promise.all(FAMILIES.map(postScript));
  const faces = found.flatMap((
    font,
  ) => (font === null ? [] : [face(font, characters, python, signal)]));
  return (await Promise.all(faces)).join("\n");
}

/** A family of this computer, if its outlines are PostScript's. */
async function postScript(family: string): Promise<Installed | null> {
  const format = "%{family}\n%{file}\n%{index}\n%{fontformat}";
  const told = await output("fc-match", ["--format", format, family]);
  const [names, file, index, kind] = new TextDecoder().decode(told ?? undefined).split("\n");
  if (kind !== "CFF" || file === undefined || index === undefined) return null;
  return names?.split(",").includes(family) ? { family, file, index } : null;
}

/** A font as a rule; it is kept until other characters are asked for. */
async function face(
  font: Installed,
  characters: string,
  python: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { family, file, index } = font;
  const { size, mtimeMs } = statSync(file);
  const state = JSON.stringify([program, file, index, size, mtimeMs, characters]);
  const folder = join(root(), ".cache", "fonts");
  const path = join(folder, `${family}.json`);
  const kept = JSON.parse(readIfThere(path) ?? "{}") as { state?: string; rule?: string };
  if (kept.state === state && kept.rule !== undefined) return kept.rule;
  const made = await output(python, ["-c", program, file, index], characters, signal);
  if (made === null) return "";
  const rule = `@font-face { font-family: "${family}"; ` +
    `src: url("data:font/ttf;base64,${made.toBase64()}"); }`;
  Deno.mkdirSync(dirname(path), { recursive: true });
  writeIfChanged(path, JSON.stringify({ state, rule }) + "\n");
  return rule;
}

/** What a program prints; null if it cannot be run or fails. */
async function output(
  program: string,
  args: readonly string[],
  input = "",
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const child = new Deno.Command(program, {
      args: [...args],
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
      ...(signal === undefined ? {} : { signal }),
    }).spawn();
    const writer = child.stdin.getWriter();
    const written = writer.write(new TextEncoder().encode(input)).then(() => writer.close());
    const [{ success, stdout }] = await Promise.all([child.output(), written.catch(() => {})]);
    return success ? stdout : null;
  } catch {
    return null; // No such program here.
  }
}
