import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";

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
  const runs = join(root(), ".cache", "runs");
  const run = `
    import { execute } from "lib/publish/jupyter/execute.ts";
    import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
    const jupyter = await setUp(thisMachine(Deno.cwd(), () => {}));
    const screen = { rewritable: false, write: () => {} };
    await execute({ folder: "notebooks", year: 2023, jupyter, screen });
    await new Promise(() => {});`;
  const script = join(root(), ".cache", "killed.ts");
  Deno.writeTextFileSync(script, run);
  try {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", script],
      cwd: root(),
      env: { REPORT_YEAR: "2023" },
      stdout: "null",
      stderr: "null",
    }).spawn();
    const written = () => files(runs).some((path) => path.endsWith(".ipynb"));
    const ran = await until(written);
    child.kill("SIGKILL");
    await child.status;
    assert(ran);
    const kept = () => [...Deno.readDirSync(runs)].filter(({ isDirectory }) => isDirectory);
    await until(() => kept().length === 0);
    assertEquals(kept(), []);
  } finally {
    Deno.removeSync(script);
  }
});
