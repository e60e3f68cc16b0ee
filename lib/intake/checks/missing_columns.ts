import type { Check } from "../check.ts";
import { REQUIRED } from "../graduates.ts";
import { KEYS } from "../join.ts";
import { strangersOf } from "../source.ts";

/** Columns without which there is no report and that no file has, by name, code or parts. */
export const missingColumns: Check = {
  name: "缺少的列",
  find({ translated, sources }, report) {
    const strangers = [...new Set(sources.flatMap(strangersOf))];
    const rest = strangers.length === 0
      ? "各文件里没有认不出的列，请换一份含这一列的导出"
      : `若是下列之一，请在 intake.json 的 columns 里写明：${strangers.slice(0, 12).join("、")}`;
    for (const column of REQUIRED) {
      // Codes, parts of a place and other keys have become the column itself by now.
      const served = column === "学号" ? KEYS : [column];
      if (served.some((name) => translated.columns.has(name))) continue;
      report({ level: "fail", file: "", column, value: "", advice: `没有这一列。${rest}` });
    }
  },
};
