/** `deno task publish-facts [--year Y]`: drafts `published/` for proof-reading. */
import { command, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const PUBLISH_FACTS = command({
  name: "publish-facts",
  does: "把算出的数写成 data/<年份>/published/ 的草稿，供与印刷版逐行校对。\n" +
    "每行的“校对”列写着“草稿”；与印刷版对过的，改成印的数，删去“草稿”。",
  options: { year: YEAR },
  codes: "0 已写入，1 有错误或已有 published/，2 参数不对",
});

await runTask(PUBLISH_FACTS, async ({ year: asked }) => {
  const { mendEditions } = await import("../edition/mend.ts");
  const { preflight } = await import("../edition/preflight.ts");
  const { skippedLines } = await import("../publish/jupyter/chapters.ts");
  const { calculate } = await import("../publish/composed.ts");
  const { draft } = await import("../publish/publish_facts.ts");
  const { chosenYear, shownPath } = await import("../workspace.ts");

  await mendEditions((line) => console.log(line));
  const year = chosenYear(asked);
  for (const line of preflight(year)) console.log(`请核对：${line}`);
  const calculated = await calculate(year);
  for (const line of skippedLines(calculated.chapters.skipped)) console.log(line);
  const { folder, facts } = await draft(calculated);
  console.log(`已写入 ${shownPath(folder)}/：${facts} 项草稿，与印刷版校对后才算数`);
  return 0;
});
