/** `deno task notebooks [--year Y]`: formats and runs the notebooks, and saves their outputs in them. */
import { runTask, yearFrom } from "./run_task.ts";

await runTask(async (args) => {
  const asked = yearFrom(args, "deno task notebooks [--year 2023]");
  const { join } = await import("node:path");
  const { chosenYear, root } = await import("../workspace.ts");
  const { notebookNames } = await import("../publish/jupyter/chapters.ts");
  const { formatted } = await import("../publish/jupyter/format.ts");
  const { execute } = await import("../publish/jupyter/execute.ts");
  const { writeIfChanged } = await import("../publish/files.ts");
  const { canonicalText } = await import("../publish/jupyter/notebook.ts");
  const { terminal } = await import("../publish/jupyter/progress.ts");
  const { setUp, thisMachine } = await import("../publish/jupyter/setup.ts");

  const year = chosenYear(asked);
  Deno.env.set("REPORT_YEAR", String(year));
  const jupyter = await setUp(thisMachine(root(), (line) => console.log(line)));
  const folder = join(root(), "notebooks");
  const names = notebookNames(folder);
  (await formatted(folder, names)).forEach((text, i) =>
    writeIfChanged(join(folder, `${names[i]}.ipynb`), text)
  );
  const { chapters } = await execute(folder, year, jupyter, terminal());
  for (const { name, notebook } of chapters) {
    writeIfChanged(join(folder, `${name}.ipynb`), canonicalText(notebook));
  }
  console.log(`已把 ${year} 年的运行结果存入 notebooks/`);
  return 0;
});
