/** Where things lie: the workspace's root, its data and the editions on disk. */
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

/**
 * The folder that holds `deno.json`, found by walking up from the working directory,
 * because a notebook runs in `notebooks/` and a task at the root.
 *
 * @throws {Error} outside a workspace
 */
export function root(): string {
  for (let folder = Deno.cwd();; folder = dirname(folder)) {
    if (existsSync(join(folder, "deno.json"))) return folder;
    if (dirname(folder) === folder) {
      throw new Error(`找不到工作区：${Deno.cwd()} 及其上级文件夹中没有 deno.json`);
    }
  }
}

/** The data folder: `REPORT_DATA` where set (records may be kept elsewhere), else `data/` at the root. */
export function dataFolder(): string {
  const elsewhere = Deno.env.get("REPORT_DATA");
  return elsewhere ? resolve(root(), elsewhere) : join(root(), "data");
}

/** The years that have an edition on disk, oldest first. */
export function editions(): number[] {
  const folder = dataFolder();
  if (!existsSync(folder)) return [];
  return [...Deno.readDirSync(folder)]
    .filter((entry) => entry.isDirectory && /^\d{4}$/.test(entry.name))
    .map((entry) => Number(entry.name))
    .sort((a, b) => a - b);
}

/** The folder of one year's edition, whether or not it exists. */
export function editionFolder(year: number): string {
  return join(dataFolder(), String(year));
}

/** A path as an analyst knows it: from the root, with forward slashes. */
export function shownPath(path: string): string {
  const base = root() + sep;
  const relative = path.startsWith(base) ? path.slice(base.length) : path;
  return relative.replaceAll("\\", "/");
}

/**
 * The year to report on: the one asked for, else `REPORT_YEAR`, else the newest edition.
 *
 * @throws {Error} if that edition is not on disk, naming those that are, or a run that wrote it was
 *   killed half-way
 */
export function chosenYear(asked?: number): number {
  const wanted = asked ?? Deno.env.get("REPORT_YEAR");
  const present = editions();
  const year = wanted === undefined || wanted === "" ? present.at(-1) : Number(wanted);
  for (const folder of year === undefined ? [] : mayBeAside(year)) {
    const stranded = strandedOf(folder);
    if (stranded !== undefined) {
      throw new Error(
        `写 ${shownPath(folder)} 的一次运行中途停止了：请重新运行那个命令，` +
          `或把 ${shownPath(stranded)} 改名为 ${basename(folder)}`,
      );
    }
  }
  if (year !== undefined && present.includes(year)) return year;
  const list = present.length === 0 ? "还没有任何版次" : `现有版次：${present.join("、")}`;
  const lines = [
    `没有 ${wanted ?? "任何"} 年的版次（${shownPath(dataFolder())}）；${list}`,
    `要新建，运行 deno task new --year ${Number.isInteger(year) ? year : "年份"}`,
    "数据在别处，就先说明在哪个文件夹里（其中有以年份为名的文件夹）：",
    ...setVariable("REPORT_DATA", "D:\\就业", "/home/我/就业").map((line) => `  ${line}`),
  ];
  throw new Error(lines.join("\n"));
}

/**
 * Where the content of a folder is while it is replaced. The new one is in a folder of its own,
 * because a folder's name can be part of what it says: an edition's is its year.
 */
export function aside(folder: string): { readonly fresh: string; readonly old: string } {
  const beside = (suffix: string) => join(dirname(folder), `.${basename(folder)}.${suffix}`);
  return { fresh: join(beside("new"), basename(folder)), old: beside("old") };
}

/** What a replacement that was killed between two renamings has left where a folder was, if it has. */
function strandedOf(folder: string): string | undefined {
  const { old } = aside(folder);
  return !existsSync(folder) && existsSync(old) ? old : undefined;
}

/** The folders of an edition that are replaced as a whole. */
function mayBeAside(year: number): string[] {
  return [editionFolder(year), join(editionFolder(year), "published")];
}

/** How a variable of the environment is set in the shells that an analyst may have. */
export function setVariable(name: string, windows: string, unix: string): string[] {
  return [
    `PowerShell：$env:${name} = "${windows}"`,
    `命令提示符（cmd）：set ${name}=${windows}`,
    `macOS、Linux（bash、zsh）：export ${name}="${unix}"`,
  ];
}
