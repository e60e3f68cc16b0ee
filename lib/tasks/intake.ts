/** `deno task intake --year Y FILE… [--survey F] [--employers F] [--accept CHECK --because "…"] [--json]` */
import { runTask, UsageError } from "./run_task.ts";

const USAGE = `deno task intake --year 2025 文件… [选项]

把学校手里的导出（就业登记、花名册、荣誉名单、困难名单，.xlsx .xls .csv 都行）变成 data/2025/。
有一项检查不通过就什么也不写，并说明哪里不对、怎么办。

  --survey 文件       毕业生问卷的导出
  --employers 文件    用人单位问卷的导出
  --accept 检查名 --because "理由"
                      明知不通过仍要写入时用，理由记入 intake.json；可以写几次
  --json              只打印问题清单（JSON）
  --help              显示这段话`;

interface Arguments {
  year?: number;
  files: string[];
  survey?: string;
  employers?: string;
  accepted: { check: string; because: string }[];
  json: boolean;
}

/** @throws {UsageError} for arguments that are unknown or lack something */
function parse(args: readonly string[]): Arguments {
  const out: Arguments = { files: [], accepted: [], json: false };
  const words = args.flatMap((arg) => {
    const [, flag = "", value = ""] = /^(--[a-z]+)=(.*)$/s.exec(arg) ?? [];
    return flag === "" ? [arg] : [flag, value];
  });
  const wrong = (what: string) => new UsageError(`${what}\n用法：${USAGE}`);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "--json") {
      out.json = true;
      continue;
    }
    if (!word.startsWith("--")) {
      out.files.push(word);
      continue;
    }
    const value = words[++i];
    if (value === undefined || value === "") throw wrong(`${word} 后面缺少内容`);
    if (word === "--year" && /^\d{4}$/.test(value)) out.year = Number(value);
    else if (word === "--survey") out.survey = value;
    else if (word === "--employers") out.employers = value;
    else if (word === "--accept") out.accepted.push({ check: value, because: "" });
    else if (word === "--because") {
      const last = out.accepted.at(-1);
      if (last === undefined) throw wrong("--because 应写在 --accept 后面");
      last.because = value;
    } else {throw wrong(
        word === "--year" ? `--year 后应为四位年份，现为“${value}”` : `不认识的参数：${word}`,
      );}
  }
  if (out.year === undefined) throw wrong("请用 --year 说明是哪一年");
  if (out.files.length === 0 && out.survey === undefined && out.employers === undefined) {
    throw wrong("请写明要读哪些文件");
  }
  const bare = out.accepted.find(({ because }) => because === "");
  if (bare !== undefined) throw wrong(`接受“${bare.check}”要用 --because 说明理由`);
  return out;
}

/** How many causes are printed; the rest is in the page. */
const SHOWN = 10;

await runTask(async (args) => {
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const { year = 0, json, ...request } = parse(args);
  const { intake } = await import("../intake/intake.ts");
  const { sentence } = await import("../intake/findings.ts");
  const { summary } = await import("../intake/preflight_page.ts");
  const { meter } = await import("../intake/meter.ts");
  const { shownPath } = await import("../workspace.ts");
  const progress = meter();
  const outcome = await intake({ year, ...request }, progress.tell);
  progress.end();
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
    const people = request.files.length > 0 ? `：毕业生 ${outcome.graduates} 人` : "";
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
