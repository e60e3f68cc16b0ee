/** Packs a workspace with all that it needs, for a computer that has no network. */
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { workFolder } from "../../files.ts";
import { type Jupyter, type Machine, type Ran, SetupError } from "../jupyter/setup.ts";
import { DENO_DIR, OFFLINE, WHEELS } from "../offline.ts";
import { starters } from "./starters.ts";
import type { Target } from "./target.ts";

/** What is to be packed. */
export interface Order {
  readonly target: Target;
  /** Version of Python that the other computer has, e.g. `3.11`. */
  readonly python: string;
  /** Version of Deno. */
  readonly deno: string;
  /** Where the archive goes. */
  readonly archive: string;
}

/** A workspace that was packed. */
export interface Packed {
  readonly bytes: number;
  readonly sha256: string;
  /** How many bytes each part has before it is packed. */
  readonly parts: Readonly<Record<string, number>>;
}

/** A file of the archive: its name there, and where it is or what it holds. */
interface Entry {
  readonly name: string;
  readonly from: string | Uint8Array;
  /** Whether it is a program. */
  readonly runs?: boolean;
}

/** The folder that the archive unpacks to. */
const FOLDER = "graduate-report";

/**
 * Downloads what the other computer needs, each thing held to its hash, and packs it with the files
 * that git keeps, but for records of real persons.
 *
 * @throws {SetupError} in Chinese, if something cannot be had
 */
export async function bundle(machine: Machine, jupyter: Jupyter, order: Order): Promise<Packed> {
  const { root, deno, say } = machine;
  const { target, python, archive } = order;
  using work = await workFolder(say);
  const cache = join(work.path, DENO_DIR);
  const programs = join(work.path, "program");
  const wheels = join(work.path, WHEELS);
  const get = (what: string, ran: Ran) => {
    if (!ran.ok) throw new SetupError(`没有取到${what}：\n${ran.out.trim()}`);
    return ran.out;
  };

  const tracked = await machine.run(["git"], ["ls-files", "-z"]);
  if (!tracked.ok) {
    throw new SetupError("只有用 git 取得的工作区才能打包：装进去的是 git 所管的文件。");
  }
  say("打包：npm 软件包……");
  get("npm 软件包", await machine.run([deno], ["install", "--quiet"], { DENO_DIR: cache }));
  say(`打包：Deno ${order.deno}（${target.name}）……`);
  const from = `npm:${target.deno}@${order.deno}`;
  const alone = ["cache", "--quiet", "--no-config", "--no-lock", from];
  get(" Deno", await machine.run([deno], alone, { DENO_DIR: programs }));
  say(`打包：Jupyter 软件包（Python ${python}）……`);
  const asked = {
    requirements: join(root, "requirements.txt"),
    folder: wheels,
    python,
    platforms: target.platforms,
    markers: target.markers,
  };
  const script = join(import.meta.dirname ?? "", "wheels.py");
  get(" Jupyter 软件包", await machine.run(jupyter.python, [script, JSON.stringify(asked)]));

  const [registry = ""] = namesIn(join(cache, "npm"));
  const program = join(programs, "npm", registry, target.deno, order.deno, target.program);
  const own = packable(root, tracked.out.split("\0"));
  const started = starters(target, { python, deno: order.deno, registry: `https://${registry}/` });
  const encoder = new TextEncoder();
  const parts: Readonly<Record<string, readonly Entry[]>> = {
    "工作区": [
      ...own.map((name) => ({ name, from: join(root, name) })),
      ...[...started].map(([name, text]) => ({ name, from: encoder.encode(text), runs: true })),
    ],
    "Deno": [{ name: `${OFFLINE}/${target.program}`, from: program, runs: true }],
    "npm": below(join(cache, "npm")).map((name) => ({
      name: `${OFFLINE}/${DENO_DIR}/npm/${name}`,
      from: join(cache, "npm", name),
    })),
    "Jupyter": namesIn(wheels).map((name) => ({
      name: `${OFFLINE}/${WHEELS}/${name}`,
      from: join(wheels, name),
    })),
  };
  say("打包：写入压缩文件……");
  const fresh = join(work.path, "archive.zip");
  const sizes: Record<string, number> = {};
  const { bytes, sha256 } = writeZip(fresh, (add) => {
    for (const [part, entries] of Object.entries(parts)) {
      sizes[part] = entries.reduce((sum, entry) => sum + add(entry), 0);
    }
  });
  Deno.renameSync(fresh, archive);
  return { bytes, sha256, parts: sizes };
}

/**
 * The files of a workspace that may be passed on: those that exist, and of editions, even where git was
 * told to keep them, only what was rebuilt from print.
 */
export function packable(root: string, tracked: readonly string[]): string[] {
  const rebuilt = (year: string) => {
    const path = join(root, "data", year, "edition.json");
    const text = existsSync(path) ? Deno.readTextFileSync(path) : "";
    return /"records"\s*:\s*"reconstructed"/.test(text);
  };
  return tracked.filter((name) => {
    const [, year] = /^(?:data|reports)\/(\d{4})\//.exec(name) ?? [];
    return name !== "" && existsSync(join(root, name)) && (year === undefined || rebuilt(year));
  });
}

/** Writes an archive an entry at a time; `add` returns how many bytes an entry has. */
function writeZip(
  path: string,
  fill: (add: (entry: Entry) => number) => void,
): { readonly bytes: number; readonly sha256: string } {
  using out = Deno.openSync(path, { write: true, createNew: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    hash.update(chunk);
    bytes += chunk.length;
    for (let left = chunk; left.length > 0;) left = left.subarray(out.writeSync(left));
  });
  fill(({ name, from, runs }) => {
    const content = typeof from === "string" ? Deno.readFileSync(from) : from;
    const full = `${FOLDER}/${name}`;
    const file = /\.(whl|tgz|wasm\.gz)$/.test(name)
      ? new ZipPassThrough(full)
      : new ZipDeflate(full, { level: 6 });
    file.mtime = NO_DATE;
    // Unix, with its modes.
    file.os = 3;
    file.attrs = (runs === true ? 0o100755 : 0o100644) << 16;
    zip.add(file);
    file.push(content, true);
    return content.length;
  });
  zip.end();
  return { bytes, sha256: hash.digest("hex") };
}

/** The earliest date that a zip entry can have. */
const NO_DATE = new Date(1980, 0, 1);

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

/** The files below a folder, with forward slashes. */
function below(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? below(join(folder, name)).map((inner) => `${name}/${inner}`) : [name]
  ).sort();
}
