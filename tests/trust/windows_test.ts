/** What of Windows can be held on any system: ends of lines, names of files, programs that it lacks. */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { calculate } from "lib/publish/composed.ts";
import { root } from "lib/workspace.ts";
import { withCopy } from "../notebooks/changed_copy.ts";
import { environment } from "../temporary_data.ts";

/** The files below a folder, with forward slashes. */
function below(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? below(join(folder, name)).map((inner) => `${name}/${inner}`) : [name]
  );
}

Deno.test("an edition whose every file was saved by a Windows editor makes the same report", async () => {
  const made = (change: (folder: string) => void) =>
    withCopy(change, async (data) => {
      const restore = environment({ REPORT_DATA: data });
      try {
        const { document, comparison } = await calculate(2023);
        return JSON.stringify([document.chapters, comparison]);
      } finally {
        restore();
      }
    });
  let changed = 0;
  const windows = await made((data) => {
    for (const name of below(data)) {
      const path = join(data, ...name.split("/"));
      const text = Deno.readTextFileSync(path);
      Deno.writeTextFileSync(path, "\uFEFF" + text.replaceAll("\n", "\r\n"));
      changed++;
    }
  });
  assert(changed > 50, `${changed} files`);
  assertEquals(windows === await made(() => {}), true, "the report is another");
});

Deno.test("no file has a name that Windows refuses, or takes for another's", () => {
  const folders = ["lib", "notebooks", "tests", "data/2023", "data/dictionaries", "reports/2023"];
  const names = folders.flatMap((folder) =>
    below(join(root(), folder)).map((one) => `${folder}/${one}`)
  );
  assert(names.length > 500);
  for (const name of names) {
    for (const part of name.split("/")) {
      assert(!/[<>:"|?*\\]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part), name);
    }
    // The longest path that programs without a manifest open, less a folder of somebody's own.
    assert(name.length < 160, name);
  }
  const folded = names.map((name) => name.normalize("NFC").toLowerCase());
  assertEquals(new Set(folded).size, names.length);
});

/** Programs that lib starts by name, where: what Windows lacks is not asked for there. */
const PROGRAMS = [
  "lib/publish/bundle/bundle.ts git",
  "lib/publish/jupyter/edited.ts git",
  "lib/publish/jupyter/setup.ts apt-get",
  "lib/publish/pdf/talk.ts /bin/sh",
  "lib/publish/word/fonts.ts fc-list",
];

Deno.test("no program is started by name but those that are known, and no path is put together by hand", () => {
  const found = new Set<string>();
  for (const name of below(join(root(), "lib")).filter((one) => one.endsWith(".ts"))) {
    const code = Deno.readTextFileSync(join(root(), "lib", ...name.split("/")));
    for (const [, program] of code.matchAll(/(?:Command\(|\brun\(\[)"([^"]+)"/g)) {
      found.add(`lib/${name} ${program}`);
    }
    assert(!/\.pathname\b(?!\s*[,}=])/.test(code) || name.startsWith("publish/preview/"), name);
  }
  assertEquals([...found].sort(), PROGRAMS);
});
