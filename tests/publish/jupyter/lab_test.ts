import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { notebookNames } from "lib/publish/jupyter/chapters.ts";
import { labStart } from "lib/publish/jupyter/lab.ts";
import { canonicalText, readNotebook } from "lib/publish/jupyter/notebook.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";

const jupyter = await setUp(thisMachine(root(), (line) => console.log(line)));
const settings = join(root(), "lib", "publish", "jupyter", "lab");

Deno.test("a chapter that was opened, run and saved is the file that it was", async () => {
  const [source, saved] = [join(root(), "notebooks"), Deno.makeTempDirSync()];
  try {
    const [program, ...first] = jupyter.python;
    const script = join(import.meta.dirname ?? "", "save.py");
    const { success, stderr } = await new Deno.Command(program, {
      args: [...first, script, settings, source, saved],
      env: { ...jupyter.env },
    }).output();
    assert(success, new TextDecoder().decode(stderr));
    for (const name of notebookNames(source)) {
      const [before, after] = [source, saved].map((folder) => join(folder, `${name}.ipynb`));
      assertEquals(Deno.readTextFileSync(after ?? ""), canonicalText(readNotebook(before ?? "")));
    }
  } finally {
    Deno.removeSync(saved, { recursive: true });
  }
});

Deno.test("JupyterLab starts on the chapters, with our settings and our style sheet", () => {
  const folder = Deno.makeTempDirSync();
  try {
    const mine = { ...jupyter, env: { ...jupyter.env, JUPYTER_CONFIG_DIR: folder } };
    const { command, env } = labStart(mine, "/work space", undefined, ["--no-browser"]);
    assertEquals(command.slice(jupyter.python.length, jupyter.python.length + 2), [
      "-m",
      "jupyterlab",
    ]);
    assert(
      command.includes(`--FileContentsManager.preferred_dir=${join("/work space", "notebooks")}`),
    );
    assertEquals(command.at(-1), "--no-browser");
    assertEquals(env.JUPYTER_CONFIG_PATH, settings);
    assertEquals("REPORT_BROWSER" in env, false);
    const sheet = Deno.readTextFileSync(join(folder, "custom", "custom.css"));
    assertStringIncludes(sheet, ".exhibit");
    assertEquals(
      labStart(mine, "/x", "/usr/bin/chromium", []).env.REPORT_BROWSER,
      "/usr/bin/chromium",
    );
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
