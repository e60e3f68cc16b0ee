/** A small workspace of its own, at a path that quoting and URLs may trip over. */
import { assertEquals } from "@std/assert";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { LOCK } from "lib/files.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";
import { editionJson, graduatesCsv } from "../small_edition.ts";
import { plainEnvironment, taskArgs } from "../task.ts";
import { copyFolder } from "../temporary_data.ts";

/** A workspace with an edition of 2031. */
export interface Workspace extends Disposable {
  readonly folder: string;
  /** Gives the edition another contact, so that its report is another. */
  contact(line: string): void;
  /** Its reports, by name; what lies beside them too, but for the lock. */
  reports(): string[];
  /** What runs keep only while they run, and what they left in the system's temporary folder. */
  temporary(): string[];
  /** Starts what `deno task name` starts, with more in its environment and arguments of Deno's own. */
  start(
    name: string,
    args?: readonly string[],
    more?: {
      readonly env: Readonly<Record<string, string>>;
      readonly before: readonly string[];
    },
  ): Deno.ChildProcess;
}

// Whichever test is the first to need it, and alone: set up once, it is found set up.
await setUp(thisMachine(root(), (line) => console.log(line)));

const FILES = ["deno.json", "deno.lock", ".npmrc", "requirements.txt"];

/** Makes one with some chapters; Jupyter is the real workspace's. */
export function workspace(notebooks: readonly string[] = ["00-conventions"]): Workspace {
  const temp = Deno.makeTempDirSync();
  const folder = join(temp, "报告 #1 100%25 副本");
  copyFolder(join(root(), "lib"), join(folder, "lib"));
  copyFolder(join(root(), "data", "dictionaries"), join(folder, "data", "dictionaries"));
  for (const name of [...FILES, ...notebooks.map((name) => `notebooks/${name}.ipynb`)]) {
    const target = join(folder, name);
    Deno.mkdirSync(dirname(target), { recursive: true });
    Deno.copyFileSync(join(root(), name), target);
  }
  linkApart(Deno.realPathSync(join(root(), ".venv")), join(folder, ".venv"), KERNELS);
  const edition = join(folder, "data", "2031");
  Deno.mkdirSync(edition);
  Deno.writeTextFileSync(join(edition, "edition.json"), editionJson());
  const graduates = graduatesCsv({}, { 毕业去向: "国内升学" }, { 毕业去向: "自主创业" });
  Deno.writeTextFileSync(join(edition, "graduates.csv"), graduates);
  const env = plainEnvironment();
  return {
    folder,
    contact: (line) =>
      Deno.writeTextFileSync(join(edition, "edition.json"), editionJson({ contact: line })),
    reports: () => namesIn(join(folder, "reports")).filter((name) => name !== LOCK).sort(),
    temporary: () =>
      [temp, join(folder, ".cache", "runs")].flatMap(namesIn)
        .filter((name) => ![basename(folder), LOCK].includes(name)),
    start: (name, args = [], more = { env: {}, before: [] }) =>
      new Deno.Command(Deno.execPath(), {
        args: [...taskArgs(name).toSpliced(1, 0, ...more.before), ...args],
        cwd: folder,
        env: { ...env, ...more.env, NO_COLOR: "1", TMPDIR: temp },
        clearEnv: true,
        stdout: "piped",
        stderr: "piped",
      }).spawn(),
    [Symbol.dispose]: () => Deno.removeSync(temp, { recursive: true }),
  };
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? [...Deno.readDirSync(folder)].map(({ name }) => name) : [];
}

/** Where Jupyter's kernels are registered: by a path of the workspace, so that each has its own. */
const KERNELS = ["share", "jupyter", "kernels"];

/** A folder like another, by links, but for what lies on a path in it, which begins empty. */
function linkApart(from: string, to: string, [apart, ...rest]: readonly string[]): void {
  Deno.mkdirSync(to);
  if (apart === undefined) return;
  for (const { name } of Deno.readDirSync(from)) {
    if (name === apart) linkApart(join(from, name), join(to, name), rest);
    else Deno.symlinkSync(join(from, name), join(to, name));
  }
}

/** What a process printed. @throws {AssertionError} if it failed */
export async function outputOf(child: Deno.ChildProcess): Promise<string> {
  const { code, stdout, stderr } = await child.output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assertEquals(code, 0, `${out}${err}`);
  return `${out}${err}`;
}
