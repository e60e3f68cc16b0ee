/** All cells of all notebooks in this process, as `deno task check` runs them. Prints JSON. */
import { join } from "node:path";
import { chapterNames } from "lib/publish/jupyter/chapters.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import { chosenYear, root } from "lib/workspace.ts";

Deno.env.set("REPORT_YEAR", String(chosenYear()));
const folder = join(root(), "notebooks");
for (const name of chapterNames(folder)) await runInProcess(join(folder, `${name}.ipynb`));
console.log("null");
