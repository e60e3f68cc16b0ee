/** `deno task check [--year Y]`: what the notebooks compute against what print says. */
import { runTask, yearFrom } from "./run_task.ts";

await runTask(async (args) => {
  const asked = yearFrom(args, "deno task check [--year 2023]");
  const { join } = await import("node:path");
  const { readEdition } = await import("../edition/settings.ts");
  const { preflight } = await import("../edition/preflight.ts");
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
  preflight(year, [(folder) => auditEdition(join(folder, "published"))]);
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
