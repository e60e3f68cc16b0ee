import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { canonicalText } from "lib/publish/jupyter/notebook.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";
import { withNotebook } from "./unruly.ts";

await setUp(thisMachine(root(), (line) => console.log(line)));

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

Deno.test("a run that is killed leaves neither notebooks with outputs nor their folder behind", async () => {
  // One notebook is done when the run is killed; the others go on telling of cells, also then.
  await withNotebook(["const quick = 1;"], async (folder) => {
    const cells = Array.from({ length: 5_000 }, (_, i) => `const number${i} = 1;`);
    const long = canonicalText({
      cells: cells.map((source) => ({ cell_type: "code", source })),
    });
    const others = ["a", "b", "c", "d"];
    for (const name of others) Deno.writeTextFileSync(join(folder, `${name}.ipynb`), long);
    const script = join(folder, "killed.ts");
    Deno.writeTextFileSync(
      script,
      `import { execute } from "lib/publish/jupyter/execute.ts";
      import { canonicalText } from "lib/publish/jupyter/notebook.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
      const jupyter = await setUp(thisMachine(Deno.cwd(), () => {}));
      const screen = { rewritable: false, write: () => {} };
      const names = ${JSON.stringify(["trial", ...others])};
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
