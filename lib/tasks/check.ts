/** `deno task check [--year Y]`: what the notebooks compute against what print says. */
import { command, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const CHECK = command({
  name: "check",
  does: "只算不写：把笔记本算出的数与已公布的逐项核对，列出不同。",
  options: { year: YEAR },
  codes: "0 相符，1 有不同、有没核对到的或有错误，2 参数不对",
});

await runTask(CHECK, async ({ year: asked }) => {
  const { default: checked } = await import("./checked.ts");
  const { skippedLines } = await import("../publish/jupyter/chapters.ts");
  const { editedLines } = await import("../publish/jupyter/edited.ts");
  const { calculate } = await import("../publish/composed.ts");
  const { verdict } = await import("../publish/freeze.ts");
  const { chosenYear, root } = await import("../workspace.ts");

  const year = chosenYear(asked);
  Deno.env.set("REPORT_YEAR", String(year));
  for (const line of checked()) console.log(line);
  const { edition, chapters, comparison } = await calculate(year);
  for (const line of skippedLines(chapters.skipped)) console.log(line);
  const { lines, right } = verdict(edition, comparison);
  for (const line of lines) console.log(line);
  if (!right) { for (const line of await editedLines(root())) console.log(line); }
  return right ? 0 : 1;
});
