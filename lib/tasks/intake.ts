/** `deno task intake --year Y FILE… [--survey F] [--employers F] [--accept CHECK --because "…"] [--json]` */
import { command, UsageError, type Valued, whereTyped, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const file = (does: string): Valued<string> => ({
  value: "文件",
  does,
  read: (text) => ({ value: whereTyped(text) }),
});
const words = (value: string, does: string) => ({
  value,
  does,
  many: true as const,
  read: (text: string) => ({ value: text }),
});

const INTAKE = command({
  name: "intake",
  does:
    "把学校手里的导出（就业登记、花名册、荣誉名单、困难名单，.xlsx .xls .csv 都行）变成 data/年份/。\n" +
    "有一项检查不通过就什么也不写，并说明哪里不对、怎么办。",
  options: {
    year: { ...YEAR, does: "哪一年的版次，必写" },
    survey: file("毕业生问卷的导出"),
    employers: file("用人单位问卷的导出"),
    accept: words("检查名", "明知不通过仍要写入的检查，可以写几次，各跟一个 --because"),
    because: words("理由", "为什么可以接受，记入 intake.json"),
    json: { does: "只打印问题清单（JSON）" },
  },
  operands: { name: "文件", does: "毕业生的各种表", least: 0, most: Infinity },
  codes: "0 已写入，1 有检查不通过或文件不能读，2 参数不对",
});

/** How many causes are printed; the rest is in the page. */
const SHOWN = 10;

await runTask(INTAKE, async ({ year, survey, employers, accept, because, json, operands }) => {
  if (year === undefined) {
    throw new UsageError("请用 --year 写明是哪一年；详见 deno task intake --help");
  }
  if (operands.length === 0 && survey === undefined && employers === undefined) {
    throw new UsageError("请写明要读哪些文件；详见 deno task intake --help");
  }
  if (accept.length !== because.length) {
    throw new UsageError("每个 --accept 都要跟一个 --because，写明理由");
  }
  const { mendEditions } = await import("../edition/mend.ts");
  const { intake } = await import("../intake/intake.ts");
  const { askAbout, keepAnswers } = await import("../intake/ask.ts");
  const { sentence } = await import("../intake/findings.ts");
  const { summary } = await import("../intake/preflight_page.ts");
  const { meter } = await import("../intake/meter.ts");
  const { shownPath } = await import("../workspace.ts");
  await mendEditions((line) => console.error(line));
  const progress = meter();
  const request = {
    year,
    files: operands.map(whereTyped),
    ...(survey === undefined ? {} : { survey }),
    ...(employers === undefined ? {} : { employers }),
    accepted: accept.map((check, i) => ({ check, because: because[i] ?? "" })),
  };
  const take = async () => {
    const outcome = await intake(request, progress.tell);
    progress.end();
    return outcome;
  };
  let outcome = await take();
  if (!outcome.written && !json && Deno.stdin.isTerminal()) {
    const told = askAbout(outcome, prompt);
    if (told !== undefined) {
      keepAnswers(outcome.folder, told);
      outcome = await take();
    }
  }
  if (json) {
    console.log(JSON.stringify(outcome.findings, null, 2));
    return outcome.written ? 0 : 1;
  }
  console.log(`${year} 届数据`);
  for (const line of outcome.files) console.log(`  ${line}`);
  for (const line of outcome.notes.slice(0, SHOWN)) console.log(`  · ${line}`);
  console.log(summary(outcome.findings));
  const findings = outcome.findings.slice(0, SHOWN);
  for (const one of findings) {
    console.log(`  ${one.level === "fail" ? "✗" : "？"} ${one.check}｜${sentence(one)}`);
  }
  const rest = outcome.findings.length - findings.length;
  if (rest > 0) console.log(`  …… 另有 ${rest} 项`);
  console.log(`全部清单：${shownPath(outcome.folder)}/preflight.html（表格：preflight.csv）`);
  if (outcome.written) {
    const people = operands.length > 0 ? `：毕业生 ${outcome.graduates} 人` : "";
    console.log(`已写入 ${shownPath(outcome.folder)}/${people}`);
    console.log(`接着运行：deno task report --year ${year}`);
    return 0;
  }
  console.log("有 ✗ 的项没有处理，什么也没有写入。改正原表后重新运行；也可以：");
  console.log(
    `  在 ${
      shownPath(outcome.folder)
    }/intake.json 里填上答案（columns：列的含义；values：写法的取值）；`,
  );
  console.log(`  核实无误的，加上 --accept 检查名 --because "理由"。`);
  return 1;
});
