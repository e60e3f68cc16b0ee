/** `deno task notebooks`: formats the notebooks and takes out whatever a run has left in them. */
import { runTask, UsageError } from "./run_task.ts";

await runTask(async (args) => {
  if (args.length > 0) throw new UsageError("用法：deno task notebooks");
  const { join } = await import("node:path");
  const { root } = await import("../workspace.ts");
  const { writeIfChanged } = await import("../publish/files.ts");
  const { notebookNames } = await import("../publish/jupyter/chapters.ts");
  const { formatted } = await import("../publish/jupyter/format.ts");
  const { canonicalText, readNotebook } = await import("../publish/jupyter/notebook.ts");

  const folder = join(root(), "notebooks");
  const names = notebookNames(folder);
  const texts = await formatted(folder, names);
  names.forEach((name, i) => {
    const path = join(folder, `${name}.ipynb`);
    writeIfChanged(path, texts[i] ?? "");
    writeIfChanged(path, canonicalText(readNotebook(path)));
  });
  console.log(`${names.length} 个笔记本已整理`);
  return 0;
});
