/** `deno task audit FILE [--json]`: audits a report's printed percentages. */
import { ROUNDINGS } from "../audit/rounding.ts";
import { command, whereTyped } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const AUDIT = command({
  name: "audit",
  does: "核查一份报告印出的百分比：人数、基数与百分比合不合。\n" +
    "文件是报告里的表（.xlsx .xls .csv 都行，表头写明人数和比例），" +
    "或一行一项的 表,项目,人数,基数,百分比；人数、基数可以留空。",
  options: {
    json: { does: "输出 JSON，一行百分比一项" },
    as: {
      value: "fraction|percent",
      does: "一列数都不到 1 而看不出是哪一种时：fraction 小数（0.5638 即 56.38%），percent 百分数",
      read: (text: string) =>
        text === "fraction" || text === "percent"
          ? { value: text as "fraction" | "percent" }
          : { expected: "应为 fraction 或 percent" },
    },
    rounding: {
      value: "取整方式",
      does: `${ROUNDINGS.join("、")} 之一；不写则为 half-up（四舍五入）`,
      read: (text: string) => {
        const value = ROUNDINGS.find((each) => each === text);
        return value === undefined ? { expected: `应为${ROUNDINGS.join("、")}之一` } : { value };
      },
    },
  },
  operands: { name: "文件", does: "要核查的文件", least: 1, most: 1 },
  codes: "0 核查完（不论查出什么），2 参数不对或文件不能读",
});

await runTask(AUDIT, async ({ json, rounding, as, operands: [name = ""] }) => {
  const { DataError } = await import("../table/faults.ts");
  const { audit } = await import("../audit/audit.ts");
  const { linesOf } = await import("../audit/lines.ts");
  const { readPrintedTables } = await import("../audit/tables.ts");

  const file = whereTyped(name);
  try {
    const { rows, doubts } = await readPrintedTables(file, as);
    for (const doubt of doubts) console.error(`没有核查：${doubt}`);
    const findings = audit(rows, rounding);
    console.log(json ? JSON.stringify(findings, null, 2) : linesOf(rows, findings).join("\n"));
    return 0;
  } catch (error) {
    if (error instanceof DataError) console.error(error.message);
    else if (isUnreadable(error)) console.error(`无法读取 ${file}：${error.message}`);
    else throw error;
    return 2;
  }
});

/** A folder, a file without permission and the like: the system's own refusal to read. */
function isUnreadable(error: unknown): error is Error {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
