/** Commands that write editions, killed at every moment. */
import { assert, assertEquals } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { LOCK } from "lib/files.ts";
import { editionFolder, root } from "lib/workspace.ts";
import { college } from "../editions/college.ts";
import { register } from "../intake/taken.ts";
import { plainEnvironment, taskArgs } from "../task.ts";
import { copyFolder } from "../temporary_data.ts";

/** A command that writes into an edition of a data folder. */
interface Writer {
  readonly task: string;
  readonly args: readonly string[];
  readonly year: string;
  /** Makes the data that it begins with. */
  begin(data: string): void;
  /** What appears beside the edition, or in it, when it begins to write. */
  readonly fresh: string;
}

const REGISTER = "登记表.csv";

/** What rebuilding the records of 2023 starts from. */
function printed(data: string): void {
  copyFolder(editionFolder(2023), join(data, "2023"));
}

function made(data: string): void {
  for (const [path, text] of Object.entries(college().files)) {
    const target = join(data, ...path.split("/"));
    Deno.mkdirSync(join(target, ".."), { recursive: true });
    Deno.writeTextFileSync(target, text);
  }
}

const WRITERS: readonly Writer[] = [
  {
    task: "intake",
    args: ["--year", "2025", REGISTER],
    year: "2025",
    begin: (data) => {
      made(data);
      const rows = register(...Array.from({ length: 2000 }, () => ({})));
      Deno.writeTextFileSync(join(data, "..", REGISTER), rows);
    },
    fresh: ".2025.new",
  },
  { task: "new", args: ["--year", "2031"], year: "2031", begin: made, fresh: ".2031.new" },
  { task: "freeze", args: [], year: "2025", begin: made, fresh: "2025/.published.new" },
  { task: "publish-facts", args: [], year: "2025", begin: made, fresh: "2025/.published.new" },
  { task: "twin", args: [], year: "2023", begin: printed, fresh: ".2023.new" },
  { task: "twin:surveys", args: [], year: "2023", begin: printed, fresh: ".2023.new" },
];

/** A command in a folder of its own. */
function start(folder: string, { task, args }: Writer): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [...taskArgs(task), ...args],
    cwd: root(),
    clearEnv: true,
    env: {
      ...plainEnvironment(),
      NO_COLOR: "1",
      REPORT_DATA: join(folder, "data"),
      REPORT_KEY: join(folder, "key"),
      INIT_CWD: folder,
    },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** An edition's files by name; what a command has not put in place yet, and the time of a freeze, do not count. */
function contentOf(folder: string, year: string): Map<string, string> {
  const content = new Map<string, string>();
  const walk = (at: string, shown: string) => {
    for (const { name, isDirectory } of existsSync(at) ? Deno.readDirSync(at) : []) {
      if (name.startsWith(".")) continue;
      const path = join(at, name);
      if (isDirectory) walk(path, `${shown}${name}/`);
      else {
        const text = Deno.readTextFileSync(path);
        content.set(shown + name, text.replace(/"frozen": "[^"]*"/, ""));
      }
    }
  };
  walk(join(folder, "data", year), "");
  return content;
}

/** What is beside the editions, and beside what is in one, that is not theirs. */
function leftIn(folder: string, year: string): string[] {
  const data = join(folder, "data");
  return [data, join(data, year)].filter((at) => existsSync(at))
    .flatMap((at) => [...Deno.readDirSync(at)].map(({ name }) => name))
    .filter((name) => name.startsWith(".") && name !== LOCK);
}

/** How often a command may be faster than its kill. */
const TRIES = 20;

const delay = (milliseconds: number) =>
  new Promise<false>((done) => setTimeout(done, Math.max(0, milliseconds), false));

/** Waits until a command writes. @returns whether it does, rather than having ended */
async function begunBefore(
  ended: Promise<true>,
  folder: string,
  { fresh }: Writer,
): Promise<boolean> {
  const path = join(folder, "data", ...fresh.split("/"));
  while (!existsSync(path)) {
    if (await Promise.race([ended, delay(1)])) return false;
  }
  return true;
}

/** Kills a process and waits for its end. @returns whether it still ran */
async function killOf(child: Deno.ChildProcess): Promise<boolean> {
  try {
    child.kill("SIGKILL");
  } catch {
    // It was faster this time.
  }
  return (await child.status).signal === "SIGKILL";
}

/** What became of killed commands. */
export interface KilledWriters {
  readonly killed: number;
  /** How many had left something that the next run put right and told of. */
  readonly mended: number;
  readonly tasks: readonly string[];
}

/**
 * Kills each command that writes an edition so many times, half at moments spread evenly over it and
 * half when it has begun to write. Each time the edition must be as it was before or as it is after
 * the whole command, at once or after the next run, which must leave nothing else.
 */
export async function killWriters(times: number): Promise<KilledWriters> {
  let [killed, mended] = [0, 0];
  for (const writer of WRITERS) {
    const folder = Deno.makeTempDirSync();
    const anew = () => {
      Deno.removeSync(folder, { recursive: true });
      copyFolder(join(root(), "data", "dictionaries"), join(folder, "data", "dictionaries"));
      Deno.writeTextFileSync(join(folder, "key"), "5".repeat(64) + "\n");
      writer.begin(join(folder, "data"));
    };
    try {
      anew();
      const before = contentOf(folder, writer.year);
      const started = performance.now();
      const { code, stderr } = await start(folder, writer).output();
      const whole = performance.now() - started;
      assertEquals(code, 0, new TextDecoder().decode(stderr));
      const after = contentOf(folder, writer.year);
      for (let i = 0; i < times; i++) {
        // A command that ended before it was killed shows nothing: it is tried again.
        for (let tried = 0; tried < TRIES; tried++) {
          anew();
          const child = start(folder, writer);
          const ended = child.output().then((): true => true);
          if (i % 2 === 0) await Promise.race([ended, delay(whole * (i + 0.5) / times)]);
          else if (await begunBefore(ended, folder, writer)) await delay((i - tried) % 7);
          const hit = await killOf(child);
          await ended;
          if (hit) {
            killed++;
            break;
          }
        }
        const now = contentOf(folder, writer.year);
        const left = leftIn(folder, writer.year);
        const aside = left.some((name) => name.endsWith(".old"));
        if (!aside) assert([before, after].some((one) => same(one, now)), `${writer.task}: half`);
        const next = await start(folder, writer).output();
        const said = [next.stdout, next.stderr].map((bytes) => new TextDecoder().decode(bytes))
          .join("");
        // What is done already is not done again.
        assert(next.success || same(now, after), said);
        assertEquals(contentOf(folder, writer.year), after);
        assertEquals(leftIn(folder, writer.year), [], writer.task);
        if (left.length > 0) {
          assert(said.includes("上次运行中途停止，已"), said);
          mended++;
        }
      }
    } finally {
      Deno.removeSync(folder, { recursive: true });
    }
  }
  return { killed, mended, tasks: WRITERS.map(({ task }) => task) };
}

function same(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);
}
