/** `deno task cells`: checks, lints and holds to format the notebooks' cells, which `deno` cannot. */
import { command } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const CELLS = command({
  name: "cells",
  does: "检查各笔记本的代码单元：类型、写法和格式。",
  options: {},
});

await runTask(CELLS, async () => {
  const { join } = await import("node:path");
  const { root } = await import("../workspace.ts");
  const { cellFaults } = await import("../publish/jupyter/cells.ts");
  const { notebookNames } = await import("../publish/jupyter/chapters.ts");
  const { editedLines } = await import("../publish/jupyter/edited.ts");
  const { formatted } = await import("../publish/jupyter/format.ts");
  const { extractCells } = await import("../publish/jupyter/in_process.ts");
  const { readNotebook } = await import("../publish/jupyter/notebook.ts");

  const folder = join(root(), "notebooks");
  // A notebook that is gone or renamed must not leave its module behind to be checked.
  await Deno.remove(join(root(), ".cache", "cells"), { recursive: true }).catch(() => {});
  const names = notebookNames(folder);
  const modules = names.map((name) => extractCells(join(folder, `${name}.ipynb`)));
  const faults = names.flatMap((name) =>
    cellFaults(readNotebook(join(folder, `${name}.ipynb`))).map(({ cell, line, expected }) =>
      `notebooks/${name}.ipynb [${cell}] ${line.trim()}\n  ${expected}`
    )
  );
  (await formatted(folder, names)).forEach((text, i) => {
    if (text === Deno.readTextFileSync(join(folder, `${names[i]}.ipynb`))) return;
    faults.push(`notebooks/${names[i]}.ipynb 的格式不齐；请运行 deno task notebooks`);
  });
  faults.forEach((fault) => console.error(fault));
  // Before the tests, which hold chapters to print.
  for (const line of await editedLines(root())) console.log(line);
  const deno = async (...args: string[]) => {
    const command = new Deno.Command(Deno.execPath(), { args, cwd: root(), stdin: "null" });
    return (await command.spawn().status).success;
  };
  const checked = await deno("check", "--quiet", ...modules);
  const linted = await deno("lint", "--quiet", ...modules);
  if (checked && linted && faults.length === 0) {
    console.log(`${names.length} 个笔记本的代码单元都没有问题`);
    return 0;
  }
  return 1;
});
