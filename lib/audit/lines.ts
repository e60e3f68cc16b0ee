/** The audit's findings as lines for a terminal. */
import { closureOf, isTotal } from "./closure.ts";
import type { Finding, Verdict } from "./finding.ts";
import { unitsInWhole, writeUnits } from "./printed.ts";
import type { AuditRow } from "./rows.ts";

const NAMES: Readonly<Record<Verdict, string>> = {
  "consistent": "相符",
  "other-base": "另有基数",
  "impossible": "不可能",
  "undetermined": "无法断定",
};

/**
 * A table's heading with its tally of verdicts, what its sum says, and a line for each number that
 * is not consistent; a summary at the end.
 *
 * @param findings one a row, in the order of `rows`, as `audit` returns them
 */
export function linesOf(rows: readonly AuditRow[], findings: readonly Finding[]): string[] {
  const pairs = rows.flatMap((row, i) => {
    const finding = findings[i];
    return finding === undefined ? [] : [{ row, finding }];
  });
  const tables = [...Map.groupBy(pairs, ({ row }) => row.table)].flatMap(([table, own]) => [
    `${table}：${tally(own.map(({ finding }) => finding))}`,
    ...sumLine(own.map(({ row }) => row)),
    ...remarks(own.map(({ finding }) => finding)),
  ]);
  return [...tables, "", `合计 ${findings.length} 个百分比：${tally(findings)}`];
}

function tally(findings: readonly Finding[]): string {
  return (Object.keys(NAMES) as Verdict[]).flatMap((verdict) => {
    const number = findings.filter((finding) => finding.verdict === verdict).length;
    return number === 0 ? [] : [`${NAMES[verdict]} ${number}`];
  }).join("，");
}

/** Rows that share verdict and evidence are told once. */
function remarks(findings: readonly Finding[]): string[] {
  const told = findings.filter(({ verdict }) => verdict !== "consistent");
  return [...Map.groupBy(told, ({ verdict, why }) => `${NAMES[verdict]}　${why}`)].map(
    ([remark, same]) => `  ${same.map(({ item }) => item).join("、")}：${remark}`,
  );
}

/** Whether the parts make up the whole; said only of tables whose sum is near it. */
function sumLine(rows: readonly AuditRow[]): string[] {
  const parts = rows.filter(({ item }) => !isTotal(item));
  const closure = closureOf(parts);
  if (closure === null) return [];
  const { units, decimals, slack, closes, count } = closure;
  const sum = `${writeUnits(units, decimals)}%`;
  const bases = new Set(rows.map(({ base }) => base));
  const [base] = bases;
  const whole = bases.size === 1 && typeof base === "number" && count === base;
  const totals = rows.filter((row) => isTotal(row.item) && count !== null && row.count !== null)
    .filter((row) => row.count !== count)
    .map((row) => `  ${row.item}印作 ${row.count} 人，各项人数之和却是 ${count}`);
  const allowed = `${parts.length} 项取整至多差 ${writeUnits(slack, decimals)}`;
  if (units === unitsInWhole(decimals)) return totals;
  if (closes) return [`  各项之和 ${sum}，在取整允许的范围内（${allowed}）`, ...totals];
  return whole ? [`  人数合为基数，百分比之和却是 ${sum}（${allowed}）`, ...totals] : totals;
}
