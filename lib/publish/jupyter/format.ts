import { join } from "node:path";
import { workFolder } from "../../files.ts";
import { root } from "../../workspace.ts";

/**
 * Notebooks as `deno fmt` would have them. It is run on copies, because `deno fmt --check` takes
 * every notebook that it has not met before for unformatted (Deno 2.9.6), so that the workspace's
 * own formatting leaves notebooks out.
 *
 * @param folder the notebooks' folder
 * @param names file stems
 * @returns each notebook's text as it should be, in the order of `names`
 */
export async function formatted(folder: string, names: readonly string[]): Promise<string[]> {
  using work = await workFolder();
  const copies = work.path;
  const files = names.map((name) => join(copies, `${name}.ipynb`));
  files.forEach((file, i) => Deno.copyFileSync(join(folder, `${names[i]}.ipynb`), file));
  const args = ["fmt", "--quiet", "--config", join(root(), "deno.json"), ...files];
  await new Deno.Command(Deno.execPath(), { args, cwd: copies, stdin: "null" }).output();
  return files.map((file) => Deno.readTextFileSync(file));
}
