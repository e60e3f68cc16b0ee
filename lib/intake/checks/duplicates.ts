import type { Check } from "../check.ts";
import { isKey } from "../join.ts";
import { cell, whereOf } from "../rows.ts";

/** Graduates who stand in the registers more than once. */
export const duplicates: Check = {
  name: "重复的学号",
  find({ graduates }, report) {
    const first = new Map<string, number>();
    for (let i = 0; i < graduates.size; i++) {
      const id = cell(graduates, "学号", i);
      const earlier = first.get(id);
      if (!isKey(id) || earlier === undefined) {
        if (isKey(id)) first.set(id, i);
        continue;
      }
      const { file, row } = whereOf(graduates, earlier);
      const same = [...graduates.columns.keys()].every((name) =>
        cell(graduates, name, i) === cell(graduates, name, earlier)
      );
      report({
        level: "fail",
        ...whereOf(graduates, i),
        column: "学号",
        value: "",
        advice: same
          ? `与前面的行完全相同（如 ${file} 第 ${row} 行）；请删去多余的行`
          : `与前面的行是同一学号，内容却不同（如 ${file} 第 ${row} 行）；请核实留哪一行`,
      });
    }
  },
};
