import type { Check } from "../check.ts";
import { cell, whereOf } from "../rows.ts";

/** A major that stands in several groups (专业大类, 学科门类), of which one is a slip. */
export const groupsOfMajors: Check = {
  name: "专业的大类不一",
  find({ graduates: rows }, report) {
    for (const column of ["专业大类", "学科门类"]) {
      const groups = new Map<string, Map<string, number>>();
      for (let i = 0; i < rows.size; i++) {
        const group = cell(rows, column, i);
        const major = keyOf(rows, i);
        if (group === "") continue;
        const known = groups.get(major) ?? new Map<string, number>();
        groups.set(major, known.set(group, (known.get(group) ?? 0) + 1));
      }
      const usual = new Map(
        [...groups].filter(([, all]) => all.size > 1)
          .map(([major, all]) => [major, [...all].toSorted((a, b) => b[1] - a[1])[0]?.[0]]),
      );
      for (let i = 0; usual.size > 0 && i < rows.size; i++) {
        const most = usual.get(keyOf(rows, i));
        const group = cell(rows, column, i);
        if (most === undefined || group === most || group === "") continue;
        const value = `${cell(rows, "专业", i)}：${group}`;
        const advice = `同一专业多数写作“${most}”，请核实`;
        report({ level: "warn", ...whereOf(rows, i), column, value, advice });
      }
    }
  },
};

/** A major of one degree: 会计 of 专科 and of 本科 may stand in different groups. */
function keyOf(rows: Parameters<typeof cell>[0], i: number): string {
  return `${cell(rows, "学历", i)}\u0000${cell(rows, "专业", i)}`;
}
