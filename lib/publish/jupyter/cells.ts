/** The code of a notebook as one TypeScript module, which tools can check and Deno can run. */
import { type Notebook, sourceOf } from "./notebook.ts";

/** Something in a cell that Jupyter would not report but that spoils the chapter. */
export interface CellFault {
  /** The code cell's number, counted from 1 as Jupyter's brackets do. */
  readonly cell: number;
  /** The line at fault. */
  readonly line: string;
  /** What to do instead, in plain Chinese. */
  readonly expected: string;
}

/** The texts of a notebook's code cells, in order. */
export function codeCells(notebook: Notebook): string[] {
  return notebook.cells.filter((cell) => cell.cell_type === "code").map(sourceOf);
}

/**
 * Joins code cells into a module: imports first, then a default function that runs the rest. It
 * calls its parameter with a cell's number before that cell, so that an error can be placed.
 *
 * @param name file name of the notebook, for the comments that lead an error back to its cell
 */
export function joinCells(name: string, sources: readonly string[]): string {
  const cells = sources.map(splitImports);
  const imports = cells.flatMap((cell, i) =>
    cell.imports.map((line) => `${line} // ${name} · [${i + 1}]`)
  );
  const bodies = cells.map((cell, i) =>
    `  // ${name} · [${i + 1}]\n  cell(${i + 1});\n${cell.rest.trim()}\n`
  );
  return `${imports.join("\n")}

/** Made from ${name}: change the notebook, not this file. */
export default async function (cell: (number: number) => void): Promise<void> {
${bodies.join("\n")}}
`;
}

/** An import declaration at the start of a line; it may run over several lines. */
const IMPORT =
  /^import\s(?:type\s)?(?:[^"'();]*?\sfrom\s+)?["'][^"'\n]+["'](?:\s+with\s*\{[^}]*\})?;?[^\S\n]*$/gm;

function splitImports(source: string): { imports: string[]; rest: string } {
  const imports = (source.match(IMPORT) ?? []).map((text) => text.replace(/\s*\n\s*/g, " ").trim());
  return { imports, rest: source.replace(IMPORT, "") };
}

/** An import of code from outside the workspace, which `deno.lock` does not hold; so in `kernel.py`. */
const FOREIGN = /\b(?:from|import)\s*\(?\s*["'`](?:npm|jsr|https?|data):/;

/**
 * Finds an import that nothing pins, and what makes a cell's display unreliable: a value at a cell's
 * end (the kernel displays it on its own way and can lose it) and a `show` that nobody waits for. It
 * reads the text line by line and relies on formatted cells, where the parts of a statement are
 * indented.
 */
export function cellFaults(notebook: Notebook): CellFault[] {
  return codeCells(notebook).flatMap((source, i) => {
    const code = source.replace(/\/\*[\s\S]*?\*\//g, "").split("\n")
      .map((line) => line.replace(/^\s*\/\/.*$/, "").trimEnd()).filter((line) => line !== "");
    const faults = code.filter((line) => /(?<![\w.])(?<!await\s+)show\(/.test(line))
      .map((line) => ({ cell: i + 1, line, expected: "应写成 await show(…)，否则输出可能丢失" }));
    faults.push(
      ...code.filter((line) => FOREIGN.test(line)).map((line) => ({
        cell: i + 1,
        line,
        expected:
          "笔记本不能临时引入软件包，它没有锁定版本；应先写进 deno.json 的 imports，按那里的名字引入",
      })),
    );
    const last = code.findLast((line) => /^[^\s)}\]]/.test(line));
    if (last !== undefined && faults.length === 0 && isBareValue(last)) {
      faults.push({
        cell: i + 1,
        line: last,
        expected: "单元末尾不应留一个值；要显示就写 await show(…)",
      });
    }
    return faults;
  });
}

const STATEMENT =
  /^(import|export|const|let|var|function|async\s+function|class|interface|type|enum|if|else|for|while|do|switch|try|throw|return)\b/;

function isBareValue(line: string): boolean {
  if (STATEMENT.test(line) || /^await\s+show\(/.test(line) || /^console\.\w+\(/.test(line)) {
    return false;
  }
  return !/^[\w.$[\]"']+\s*(=(?![=>])|\+=|-=)/.test(line);
}
