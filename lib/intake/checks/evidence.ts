import type { Check } from "../check.ts";
import { cell, isFilled, whereOf } from "../rows.ts";

/** What proves a destination of a role, where the files have such a column at all. */
const EVIDENCE: readonly (readonly [role: string, column: string, why: string])[] = [
  ["签约就业", "单位名称", "签约就业应有用人单位"],
  ["签约就业", "信用代码", "用人单位应有统一社会信用代码"],
  ["自由职业", "月收入", "自由职业以不低于当地最低工资的收入为据"],
  ["其他形式就业", "月收入", "其他录用形式以不低于当地最低工资的收入为据"],
  ["科研助理", "月收入", "科研助理、管理助理以不低于当地最低工资的收入为据"],
];

/** Destinations whose evidence is empty although the files have a column for it. */
export const evidence: Check = {
  name: "佐证",
  find({ translated: rows, dictionaries }, report) {
    // A cell that was filled and had to be emptied (personal, unreadable) has been told already.
    const role = new Map(dictionaries.destinations.rows().map((one) => [one.毕业去向, one.角色]));
    const asked = EVIDENCE.filter(([, column]) => isFilled(rows, column));
    for (let i = 0; i < rows.size; i++) {
      const destination = cell(rows, "毕业去向", i);
      for (const [wanted, column, why] of asked) {
        if (role.get(destination) !== wanted || cell(rows, column, i) !== "") continue;
        const advice = `${why}，这些行是空的；请补上或核实去向`;
        report({ level: "warn", ...whereOf(rows, i), column, value: destination, advice });
      }
    }
  },
};
