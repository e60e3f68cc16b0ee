import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { editedLines } from "lib/publish/jupyter/edited.ts";
import { temporaryData } from "../../temporary_data.ts";

const notebook = (source: string, audience?: string) =>
  JSON.stringify({ cells: [{ cell_type: "code", source }], metadata: { audience } });

function git(folder: string, ...args: readonly string[]): void {
  const who = ["-c", "user.name=test", "-c", "user.email=test@localhost"];
  const { success, stderr } = new Deno.Command("git", { args: [...who, ...args], cwd: folder })
    .outputSync();
  assert(success, new TextDecoder().decode(stderr));
}

Deno.test("a chapter that was changed is named, in one sentence with what to do; nothing else is", async () => {
  using data = temporaryData({
    "house/notebooks/01-a.ipynb": notebook("1;"),
    "house/notebooks/02-b.ipynb": notebook("2;"),
    "house/notebooks/mine.ipynb": notebook("3;", "analyst"),
  });
  const house = join(data.folder, "house");
  assertEquals(await editedLines(house), []);
  git(data.folder, "init", "--quiet");
  assertEquals(await editedLines(house), []);
  git(data.folder, "add", "--all");
  git(data.folder, "commit", "--quiet", "--message=as it was");
  assertEquals(await editedLines(house), []);

  const write = (name: string, text: string) =>
    Deno.writeTextFileSync(join(house, "notebooks", name), text);
  write("mine.ipynb", notebook("33;", "analyst"));
  write("03-c.ipynb", notebook("4;"));
  assertEquals(await editedLines(house), []);
  write("02-b.ipynb", notebook("22;"));
  const [line = "", ...more] = await editedLines(house);
  assertEquals(more, []);
  assertStringIncludes(line, "notebooks/02-b.ipynb 改过");
  assertStringIncludes(line, "git restore notebooks/02-b.ipynb");
  assertStringIncludes(line, "edition.json");
});
