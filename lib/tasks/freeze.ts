/** `deno task freeze [--year Y] [--force 原因]`: an edition's published facts are what it now computes. */
import { command, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const FREEZE = command({
  name: "freeze",
  does: "定稿：把算出的数写成这个版次已公布的数（data/<年份>/published/），" +
    "连同数据、lib、笔记本的校验和。此后算出别的数就不通过，除非记入 errata.csv。",
  options: {
    year: YEAR,
    force: {
      value: "原因",
      does: "published/ 已经有了也重写；原因记入 freeze.json",
      read: (text: string) =>
        text.trim() === "" ? { expected: "--force 后面应写明原因" } : { value: text.trim() },
    },
  },
  codes: "0 已写入，1 有错误或不能写，2 参数不对",
});

await runTask(FREEZE, async ({ year: asked, force }) => {
  const { join } = await import("node:path");
  const { mendEditions } = await import("../edition/mend.ts");
  const { preflight } = await import("../edition/preflight.ts");
  const { auditEdition } = await import("../audit/edition.ts");
  const { skippedLines } = await import("../publish/jupyter/chapters.ts");
  const { calculate } = await import("../publish/composed.ts");
  const { freeze } = await import("../publish/publish_facts.ts");
  const { chosenYear, shownPath } = await import("../workspace.ts");

  await mendEditions((line) => console.log(line));
  const year = chosenYear(asked);
  const doubts = preflight(year, [(folder) => auditEdition(join(folder, "published"))]);
  for (const line of doubts) console.log(`请核对：${line}`);
  const calculated = await calculate(year);
  for (const line of skippedLines(calculated.chapters.skipped)) console.log(line);
  const { folder, facts } = await freeze(calculated, { because: force });
  console.log(`已冻结 ${year} 年的 ${facts} 项数据，写入 ${shownPath(folder)}/`);
  return 0;
});
