/** The whole list of findings as files: a page to read, and a table to work through. */
import { stringify } from "@std/csv";
import type { Finding } from "./findings.ts";

/** What is said beside the findings. */
export interface Told {
  readonly year: number;
  /** One line a file: what it was taken for. */
  readonly files: readonly string[];
  /** What was done to cells and rows while reading. */
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

const LEVEL = { fail: "须处理", warn: "请核实" } as const;

/** `preflight.csv`: one line a cause, with a byte-order mark for Excel. */
export function preflightCsv(findings: readonly Finding[]): string {
  const header = ["检查", "级别", "文件", "列", "值", "处数", "行（前 20 处）", "怎么办"];
  const rows = findings.map((one) => [
    one.check,
    LEVEL[one.level],
    one.file,
    one.column,
    one.value,
    String(one.count),
    one.rows.join("、"),
    one.advice,
  ]);
  return "\uFEFF" + stringify([header, ...rows]);
}

/** `preflight.html`: findings by check, then what was read and what was done to it. */
export function preflightPage({ year, files, notes, findings }: Told): string {
  const checks = [...Map.groupBy(findings, ({ check }) => check)];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${year} 届数据检查</title>
<style>
body { font: 16px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
th, td { border-bottom: 1px solid #ccc; padding: .3rem .5rem; text-align: left; vertical-align: top; }
td.number { text-align: right; white-space: nowrap; }
.fail { font-weight: bold; }
</style>
</head>
<body>
<h1>${year} 届数据检查</h1>
<p>${escape(summary(findings))}</p>
${checks.map(([check, list]) => section(check, list)).join("\n")}
<h2>读了什么</h2>
<ul>${files.map((line) => `<li>${escape(line)}</li>`).join("")}</ul>
<h2>读时做了什么</h2>
<ul>${
    (notes.length > 0 ? notes : ["没有改动"]).map((line) => `<li>${escape(line)}</li>`).join("")
  }</ul>
</body>
</html>
`;
}

/** How many causes there are, in a sentence. */
export function summary(findings: readonly Finding[]): string {
  const fails = findings.filter(({ level }) => level === "fail").length;
  const warns = findings.length - fails;
  if (findings.length === 0) return "没有发现问题。";
  return `须处理的 ${fails} 项，请核实的 ${warns} 项（同一原因算一项）。`;
}

function section(check: string, findings: readonly Finding[]): string {
  const rows = findings.map((one) =>
    `<tr><td class="${one.level}">${LEVEL[one.level]}</td><td>${escape(one.file)}</td><td>${
      escape(one.column)
    }</td><td>${escape(one.value)}</td><td class="number">${one.count}</td><td>${
      one.rows.join("、")
    }</td><td>${escape(one.advice)}</td></tr>`
  );
  return `<h2>${escape(check)}</h2>
<table>
<thead><tr><th>级别</th><th>文件</th><th>列</th><th>值</th><th>处数</th><th>行（前 20 处）</th><th>怎么办</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
