/**
 * `deno task report [--year Y] [--fresh]`: runs what has changed and writes `reports/<Y>/`; with
 * `--watch`, shows it while notebooks, data or code are being written.
 */
import { command, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const REPORT = command({
  name: "report",
  does:
    "读一个版次的数据，运行笔记本，写出 reports/<年份>/，并与已公布的数核对。数据、lib 和笔记本都没有改动的章，沿用上次的运行。",
  options: {
    year: YEAR,
    watch: {
      does:
        "边改边看：在浏览器里预览，保存了笔记本、数据或 lib 就重算改动的章；不经 Jupyter，不写 reports/",
    },
    fresh: { does: "全部重新运行、重新写出，不沿用上次的（换了字体、笔记本读了别处的文件时用）" },
  },
  codes: "0 全部运行完、核对相符，1 有错误或不符，2 参数不对",
});

await runTask(REPORT, async ({ year: asked, fresh, watch }) => {
  const started = performance.now();
  const { chosenYear, root, shownPath } = await import("../workspace.ts");
  const { editedLines } = await import("../publish/jupyter/edited.ts");
  const { terminal } = await import("../publish/jupyter/progress.ts");
  const { verdict } = await import("../publish/freeze.ts");
  const { writeReport } = await import("../publish/report.ts");
  const { setUp, thisMachine } = await import("../publish/jupyter/setup.ts");

  const year = chosenYear(asked);
  Deno.env.set("REPORT_YEAR", String(year));
  const check = import.meta.resolve("./checked.ts");
  if (watch) {
    const { watchReport } = await import("../publish/preview/watch.ts");
    console.log("边改边看，按 Ctrl+C 结束；定稿时请运行 deno task report。");
    await watchReport({ year, check }, console.log, new AbortController().signal);
    return 0;
  }
  const { edition, folder, written, comparison, remarks, seconds } = await writeReport(year, {
    jupyter: () => setUp(thisMachine(root(), (line) => console.log(line))),
    screen: terminal(),
    check,
    fresh,
  });
  const parts = [
    ["启动内核", seconds.kernels],
    ["运行单元", seconds.cells],
    ["导出", seconds.export],
  ] as const;
  const told = parts.filter(([, took]) => took > 0).map(([part, took]) =>
    `${part} ${took.toFixed(1)}`
  );
  const total = ((performance.now() - started) / 1000).toFixed(1);
  const index = `${shownPath(folder)}/index.html`;
  console.log(written ? `已写入 ${index}` : `与 ${index} 等现有文件一字不差，没有重写`);
  console.log(`用时 ${total} 秒：${told.join("，")}`);

  for (const line of remarks) console.log(line);
  const { lines, right } = verdict(edition, comparison);
  for (const line of lines) console.log(line);
  if (!right) { for (const line of await editedLines(root())) console.log(line); }
  return right ? 0 : 1;
});
