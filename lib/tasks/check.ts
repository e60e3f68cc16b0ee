/** `deno task check [--year Y]`: what the notebooks compute against what print says. */
import { command, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const CHECK = command({
  name: "check",
  does: "只算不写：把笔记本算出的数与已公布的逐项核对，列出不同。",
  options: { year: YEAR },
  codes: "0 相符，1 有不同或有错误，2 参数不对",
});

await runTask(CHECK, async ({ year: asked }) => {
  const { join } = await import("node:path");
  const { readEdition } = await import("../edition/settings.ts");
  const { preflight } = await import("../edition/preflight.ts");
  const { openRecords } = await import("../edition/records.ts");
  const { auditEdition } = await import("../audit/edition.ts");
  const { compare, holds } = await import("../document/compare.ts");
  const { readFacts } = await import("../edition/published.ts");
  const { summary } = await import("../document/summary.ts");
  const { chaptersOf, skippedLines } = await import("../publish/jupyter/chapters.ts");
  const { runInProcess } = await import("../publish/jupyter/in_process.ts");
  const { assemble, madeOf } = await import("../document/document.ts");
  const { chosenYear, editionFolder, root } = await import("../workspace.ts");

  const year = chosenYear(asked);
  Deno.env.set("REPORT_YEAR", String(year));
  const doubts = preflight(year, [(folder) => auditEdition(join(folder, "published"))]);
  console.log(openRecords(editionFolder(year)).extent);
  for (const line of doubts) console.log(`请核对：${line}`);
  const folder = join(root(), "notebooks");
  const sources = [];
  const chapters = chaptersOf(folder, year);
  for (const line of skippedLines(chapters)) console.log(line);
  for (const name of chapters.names) {
    sources.push(await runInProcess(join(folder, `${name}.ipynb`)));
  }
  const facts = readFacts(join(editionFolder(year), "published"));
  const { errata, numbering } = readEdition(editionFolder(year));
  const comparison = compare(madeOf(assemble(sources, { facts, numbering })), facts, errata);
  for (const line of summary(comparison)) console.log(line);
  for (const { id, why } of comparison.unchecked) console.log(`  ？${id}：${why}`);
  return holds(comparison) ? 0 : 1;
});
