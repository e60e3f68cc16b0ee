/** `deno task report [--year Y]`: runs every notebook and writes `reports/<Y>/`. */
import { command, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const REPORT = command({
  name: "report",
  does: "读一个版次的数据，运行全部笔记本，写出 reports/<年份>/，并与已公布的数核对。",
  options: { year: YEAR },
  codes: "0 全部运行完、核对相符，1 有错误或不符，2 参数不对",
});

await runTask(REPORT, async ({ year: asked }) => {
  const { join } = await import("node:path");
  const { chosenYear, editionFolder, root, shownPath } = await import("../workspace.ts");
  const { preflight } = await import("../edition/preflight.ts");
  const { openRecords } = await import("../edition/records.ts");
  const { auditEdition } = await import("../audit/edition.ts");
  const { chaptersOf, skippedLines } = await import("../publish/jupyter/chapters.ts");
  const { editedLines } = await import("../publish/jupyter/edited.ts");
  const { terminal } = await import("../publish/jupyter/progress.ts");
  const { verdict } = await import("../publish/freeze.ts");
  const { writeReport } = await import("../publish/report.ts");
  const { setUp, thisMachine } = await import("../publish/jupyter/setup.ts");

  const started = performance.now();
  const year = chosenYear(asked);
  Deno.env.set("REPORT_YEAR", String(year));
  const doubts = preflight(year, [(folder) => auditEdition(join(folder, "published"))]);
  console.log(openRecords(editionFolder(year)).extent);
  for (const line of doubts) console.log(`请核对：${line}`);
  const jupyter = await setUp(thisMachine(root(), (line) => console.log(line)));
  const ready = performance.now();

  for (const line of skippedLines(chaptersOf(join(root(), "notebooks"), year))) console.log(line);
  console.log(`${year} 年报告：运行笔记本`);
  const { edition, folder, comparison, remarks, seconds } = await writeReport(
    year,
    jupyter,
    terminal(),
  );
  const parts = [
    `准备 ${((ready - started) / 1000).toFixed(1)}`,
    `启动内核 ${seconds.kernels.toFixed(1)}`,
    `运行单元 ${seconds.cells.toFixed(1)}`,
    `导出 ${seconds.export.toFixed(1)}`,
  ];
  const total = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`已写入 ${shownPath(folder)}/index.html`);
  console.log(`用时 ${total} 秒：${parts.join("，")}`);

  for (const line of remarks) console.log(line);
  const { lines, right } = verdict(edition, comparison);
  for (const line of lines) console.log(line);
  if (!right) { for (const line of await editedLines(root())) console.log(line); }
  return right ? 0 : 1;
});
