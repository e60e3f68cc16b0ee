/** `deno task gather --year Y FILE…`: registers of many schools, or in Parquet, become one. */
import { command, UsageError, usageOf, whereTyped, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const GATHER = command({
  name: "gather",
  does: "把 Parquet、CSV 文件里的毕业生（一所或许多所学校的）合成一个版次的 graduates.csv。\n" +
    "文件夹里若是 <学校>/<年份>/graduates.csv（或 .parquet），学校的名字记入“学校”一列。\n" +
    "取值由 report 检查。Parquet 用 DuckDB 读，第一次用时下载（约 45 MB）。",
  options: { year: { ...YEAR, does: "合成哪一年的版次" } },
  operands: {
    name: "文件或文件夹",
    does: "要合并的文件；文件夹则取其中全部",
    least: 1,
    most: 1000,
  },
});

await runTask(GATHER, async ({ year, operands }) => {
  if (year === undefined) {
    throw new UsageError(`要写明哪一年\n用法：${usageOf(GATHER)}`);
  }
  const { existsSync } = await import("node:fs");
  const { join } = await import("node:path");
  const { GRADUATES } = await import("../edition/graduates.ts");
  const { QueryError } = await import("../gather/duckdb.ts");
  const { gather } = await import("../gather/gather.ts");
  const { editionFolder, shownPath } = await import("../workspace.ts");

  const target = join(editionFolder(year), GRADUATES);
  if (existsSync(target)) {
    throw new Error(
      `${shownPath(target)} 已经存在，没有改动；要重新合成，请先把它移走`,
    );
  }
  try {
    const { files, graduates, columns, left } = await gather(
      operands.map((name) => whereTyped(name)),
      year,
      target,
    );
    const count = graduates.toLocaleString("en-US");
    console.log(
      `${files} 个文件、${count} 名毕业生、${columns.length} 列，已写入 ${shownPath(target)}`,
    );
    if (left.length > 0) {
      console.log(`不是每个文件都有、因而没有收入的列：${left.join("、")}`);
    }
    console.log(
      `写好 ${
        shownPath(join(editionFolder(year), "edition.json"))
      } 以后：deno task report --year ${year}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    console.error(`有文件不能读，什么也没有写。DuckDB 说：\n${error.message}`);
    return 1;
  }
});
