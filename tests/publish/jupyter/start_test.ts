import { assertEquals, assertRejects } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { kernelSpec } from "lib/publish/jupyter/kernel.ts";
import { runNotebooks } from "lib/publish/jupyter/run.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";

const jupyter = await setUp(thisMachine(root(), (line) => console.log(line)));

/** A kernel that ends at once as often as a file says, as one does whose port somebody has taken. */
const DYING = `
import os, runpy, sys
counter = sys.argv[1]
left = int(open(counter).read())
if left > 0:
    open(counter, "w").write(str(left - 1))
    sys.exit(1)
sys.argv = sys.argv[2:]
sys.path.insert(0, os.path.dirname(sys.argv[0]))
runpy.run_path(sys.argv[0], run_name="__main__")`;

/**
 * Runs a notebook whose kernel ends at once some times.
 *
 * @returns how often it still would, and whether the notebook was written
 */
async function run(deaths: number): Promise<{ readonly left: string; readonly written: boolean }> {
  const folder = Deno.makeTempDirSync();
  try {
    const counter = join(folder, "counter");
    Deno.writeTextFileSync(counter, String(deaths));
    const spec = kernelSpec(jupyter.python, Deno.execPath());
    const [python = "", ...relay] = spec["argv"] as string[];
    const place = join(folder, "kernels", "deno");
    Deno.mkdirSync(place, { recursive: true });
    const argv = [python, "-c", DYING, counter, ...relay];
    Deno.writeTextFileSync(join(place, "kernel.json"), JSON.stringify({ ...spec, argv }));
    await runNotebooks({
      jupyter: { ...jupyter, env: { ...jupyter.env, JUPYTER_PATH: folder } },
      folder: join(root(), "notebooks"),
      names: ["00-conventions"],
      year: 2023,
      out: folder,
      progress: { step: () => {}, finish: () => {}, fail: () => {} },
    });
    const written = existsSync(join(folder, "00-conventions.ipynb"));
    return { left: Deno.readTextFileSync(counter), written };
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

Deno.test("a kernel that dies while it starts is started again", async () => {
  assertEquals(await run(2), { left: "0", written: true });
});

Deno.test("a kernel that never starts is told of", async () => {
  await assertRejects(() => run(99), Error, "未能开始运行");
});
