import type { Check } from "../check.ts";
import { REQUIRED } from "../graduates.ts";
import { KEYS } from "../join.ts";
import { strangersOf } from "../source.ts";

/** Columns without which there is no report and that no file has, by name, code or parts. */
export const missingColumns: Check = {
  name: "缺少的列",
  find({ translated, sources }, report) {
    if (translated.size === 0) {
      const advice = "没有读到任何毕业生；请给出就业登记的导出（至少有学号和毕业去向的表）";
      report({ level: "fail", file: "", column: "", value: "", advice });
      return;
    }
    const strangers = [...new Set(sources.flatMap(strangersOf))];
    const rest = strangers.length === 0
      ? "请换一份含这一列的导出，或同时给一份有学号和这一列的花名册"
      : `若是下列之一，请在 intake.json 的 columns 里写明：${strangers.slice(0, 12).join("、")}`;
    for (const column of REQUIRED) {
      // Codes, parts of a place and other keys have become the column itself by now.
      const served = column === "学号" ? KEYS : [column];
      if (served.some((name) => translated.columns.has(name))) continue;
      report({ level: "fail", file: "", column, value: "", advice: `没有这一列。${rest}` });
    }
  },
};
