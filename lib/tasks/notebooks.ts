/** `deno task notebooks`: formats the notebooks and takes out whatever a run has left in them. */
import { command } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const NOTEBOOKS = command({
  name: "notebooks",
  does: "整理各笔记本：排齐代码的格式，清掉运行留下的输出。",
  options: {},
});

await runTask(NOTEBOOKS, async () => {
  const { join } = await import("node:path");
  const { root } = await import("../workspace.ts");
  const { writeIfChanged } = await import("../files.ts");
  const { notebookNames } = await import("../publish/jupyter/chapters.ts");
  const { formatted } = await import("../publish/jupyter/format.ts");
  const { canonicalText, readNotebook } = await import("../publish/jupyter/notebook.ts");

  const folder = join(root(), "notebooks");
  const names = notebookNames(folder);
  const paths = names.map((name) => join(folder, `${name}.ipynb`));
  const tidy = () =>
    paths.forEach((path) => writeIfChanged(path, canonicalText(readNotebook(path))));
  tidy();
  const texts = await formatted(folder, names);
  paths.forEach((path, i) => writeIfChanged(path, texts[i] ?? ""));
  tidy();
  console.log(`${names.length} 个笔记本已整理`);
  return 0;
});
