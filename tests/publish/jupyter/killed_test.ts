import { assert, assertEquals } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { KERNEL } from "lib/publish/jupyter/kernel.ts";
import { canonicalText } from "lib/publish/jupyter/notebook.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";
import { withNotebook } from "./unruly.ts";

const jupyter = await setUp(thisMachine(root(), (line) => console.log(line)));

/** All files below a folder. */
function files(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? files(join(folder, name)) : [join(folder, name)]
  );
}

/** Asks again and again, for a minute at most. */
async function until(holds: () => boolean): Promise<boolean> {
  for (let i = 0; i < 600 && !holds(); i++) await new Promise((done) => setTimeout(done, 100));
  return holds();
}

/** Two notebooks: `trial` is done at once, `long` goes on telling of cells for a long time. */
async function withQuickAndLong(use: (folder: string) => Promise<void>): Promise<void> {
  await withNotebook(["const quick = 1;"], async (folder) => {
    const cells = Array.from({ length: 5_000 }, (_, i) => `const number${i} = 1;`)
      .map((source) => ({ cell_type: "code", source }));
    Deno.writeTextFileSync(join(folder, "long.ipynb"), canonicalText({ cells }));
    await use(folder);
  });
}

Deno.test("a run that is killed leaves neither notebooks with outputs nor their folder behind", async () => {
  await withQuickAndLong(async (folder) => {
    const script = join(folder, "killed.ts");
    Deno.writeTextFileSync(
      script,
      `import { execute } from "lib/publish/jupyter/execute.ts";
      import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
      const jupyter = await setUp(thisMachine(Deno.cwd(), () => {}));
      const screen = { rewritable: false, write: () => {} };
      const names = ["trial", "long"];
      await execute({ folder: ${JSON.stringify(folder)}, names, year: 2023, jupyter, screen });`,
    );
    const runs = join(root(), ".cache", "runs");
    Deno.mkdirSync(runs, { recursive: true });
    const before = new Set([...Deno.readDirSync(runs)].map(({ name }) => name));
    const kept = () =>
      [...Deno.readDirSync(runs)].filter(({ name, isDirectory }) =>
        isDirectory && !before.has(name)
      ).map(({ name }) => join(runs, name));
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", script],
      cwd: root(),
      env: { REPORT_YEAR: "2023" },
      stdout: "null",
      stderr: "null",
    }).spawn();
    const ran = await until(() => kept().flatMap(files).some((path) => path.endsWith(".ipynb")));
    child.kill("SIGKILL");
    await child.status;
    assert(ran);
    await until(() => kept().length === 0);
    assertEquals(kept(), []);
  });
});

Deno.test("a runner whose caller no longer listens removes what it wrote when its input ends", async () => {
  await withQuickAndLong(async (folder) => {
    const out = join(folder, "out");
    Deno.mkdirSync(out);
    const [program, ...first] = jupyter.python;
    const child = new Deno.Command(program, {
      args: [...first, join(root(), "lib", "publish", "jupyter", "run_notebooks.py")],
      env: { ...jupyter.env, REPORT_YEAR: "2023" },
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const request = { notebooks: ["trial", "long"], folder, out, kernel: KERNEL, timeout: 60 };
    const input = child.stdin.getWriter();
    await input.write(new TextEncoder().encode(JSON.stringify(request) + "\n"));
    const events = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    for (let told = ""; !told.includes('"finished"');) {
      const { value, done } = await events.read();
      assert(!done, told);
      told += value;
    }
    assertEquals(files(out), [join(out, "trial.ipynb")]);
    await events.cancel();
    // It goes on telling of cells all the while.
    await new Promise((done) => setTimeout(done, 500));
    await input.close();
    await child.status;
    assertEquals(existsSync(out), false);
  });
});
