/** `deno task diff A B [--json] [--csv FILE] [--any]`: two editions side by side. */
import { command, UsageError } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const DIFF = command({
  name: "diff",
  does: "两个版次并排：什么变了，变了多少，新有什么，没了什么。两个版次都当场算出。",
  options: {
    json: { does: "输出 JSON，列出全部不同" },
    csv: {
      value: "文件",
      does: "另把全部不同写成一个 CSV",
      read: (text: string) => ({ value: text }),
    },
    any: { does: "不是同一所学校的也比" },
  },
  operands: { name: "年份", does: "先写早的，再写晚的，如 2023 2024", least: 2, most: 2 },
  codes: "0 比较完（不论有无不同），1 有错误，2 参数不对",
});

await runTask(DIFF, async ({ json, csv, any, operands }) => {
  const { resolve } = await import("node:path");
  const { stringify } = await import("@std/csv");
  const { difference, headline } = await import("../document/difference.ts");
  const { differenceLines, differenceRows } = await import("../document/difference_words.ts");
  const { madeOf } = await import("../document/document.ts");
  const { plainName } = await import("../edition/near_duplicates.ts");
  const { preflight } = await import("../edition/preflight.ts");
  const { readEdition } = await import("../edition/settings.ts");
  const { calculate } = await import("../publish/composed.ts");
  const { writeIfChanged } = await import("../files.ts");
  const { chosenYear, editionFolder, shownPath } = await import("../workspace.ts");

  const strange = operands.filter((one) => !/^\d{4}$/.test(one));
  if (strange.length > 0) throw new UsageError(`“${strange.join("”、“")}”应为四位年份，如 2023`);
  const [first = 0, second = 0] = operands.map((one) => chosenYear(Number(one)));
  if (first === second) throw new UsageError("两个年份是同一年，没有可比的");
  const schools = [first, second].map((year) => readEdition(editionFolder(year)).school);
  const [one = "", other = ""] = schools;
  if (!any && plainName(one) !== plainName(other)) {
    throw new Error(
      `${first} 年是${one}，${second} 年是${other}，不是同一所学校；确实要比，请加 --any`,
    );
  }

  const side = async (year: number) => {
    preflight(year);
    return { year, made: madeOf((await calculate(year)).document) };
  };
  const [before, after] = [await side(first), await side(second)];
  const found = difference(before.made, after.made);
  if (json) {
    const sides = { before: { year: first, school: one }, after: { year: second, school: other } };
    console.log(
      JSON.stringify({ ...sides, headline: headline(before.made, after.made), ...found }, null, 1),
    );
  } else {
    console.log(`${first} 年 → ${second} 年　${one === other ? one : `${one} → ${other}`}`);
    for (const line of differenceLines(before, after, found)) console.log(line);
  }
  if (csv !== undefined) {
    const path = resolve(Deno.env.get("INIT_CWD") ?? Deno.cwd(), csv);
    // Excel takes a CSV without a byte-order mark for GBK.
    writeIfChanged(path, `\uFEFF${stringify(differenceRows(found))}`);
    if (!json) console.log(`全部清单写在 ${shownPath(path)}`);
  }
  return 0;
});
