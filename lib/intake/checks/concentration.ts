import type { Check } from "../check.ts";
import { cell, type Rows } from "../rows.ts";

/** From how many founders on, and from which share of them, one industry is remarkable. */
const FOUNDERS = 20;
const SAME_INDUSTRY = 0.8;
/** From how many graduates on, and from which share of the employed, one employer is remarkable. */
const HIRED = 30;
const SAME_EMPLOYER = 0.05;
/** From which share of the employed on founders are remarkable. */
const MANY_FOUNDERS = 0.1;

/** What the Ministry's reviewers ask about: many founders, all in one trade, many at one employer. */
export const concentration: Check = {
  name: "集中度",
  find({ graduates: rows, dictionaries }, report) {
    const known = new Map(dictionaries.destinations.rows().map((one) => [one.毕业去向, one]));
    const all = Array.from({ length: rows.size }, (_, i) => i);
    const roleOf = (i: number) => known.get(cell(rows, "毕业去向", i));
    const employed = all.filter((i) => roleOf(i)?.去向大类 === "就业");
    const founders = employed.filter((i) => roleOf(i)?.角色 === "自主创业");
    const tell = (column: string, value: string, advice: string) =>
      report({ level: "warn", file: "", column, value, advice });

    if (founders.length >= FOUNDERS && founders.length > employed.length * MANY_FOUNDERS) {
      tell(
        "毕业去向",
        "自主创业",
        `就业的 ${employed.length} 人里有 ${founders.length} 人自主创业，` +
          "审核时会问；请备好营业执照等材料",
      );
    }
    const [industry, inIt] = most(rows, "单位行业", founders);
    if (founders.length >= FOUNDERS && inIt >= founders.length * SAME_INDUSTRY) {
      tell(
        "单位行业",
        industry,
        `${founders.length} 名自主创业者里有 ${inIt} 人在这一个行业，` +
          "审核时会问；请核实行业是否批量填写",
      );
    }
    const [employer, hired] = most(rows, "单位名称", employed);
    if (hired >= HIRED && hired > employed.length * SAME_EMPLOYER) {
      tell("单位名称", employer, `一家单位录用了 ${hired} 人，审核时会问；请核实单位规模和合同`);
    }
  },
};

/** The commonest filled value of a column, and how often it stands there. */
function most(rows: Rows, column: string, among: readonly number[]): readonly [string, number] {
  const counts = new Map<string, number>();
  for (const i of among) {
    const value = cell(rows, column, i);
    if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0] as const);
}
