import type { Check } from "../check.ts";
import { REQUIRED } from "../graduates.ts";
import { cell, isFilled, whereOf } from "../rows.ts";

/** Required columns, and those that are all filled or not there. */
const FILLED = [...REQUIRED, "民族", "专业大类", "学科门类", "特困家庭", "省级优秀毕业生"];

/** Cells that must be filled and are not. */
export const blanks: Check = {
  name: "必填的空格",
  find({ translated, graduates }, report) {
    for (const column of FILLED) {
      // 学号 is filled from other keys where the files lack it.
      const rows = column === "学号" ? graduates : translated;
      if (!isFilled(rows, column)) continue;
      for (let i = 0; i < rows.size; i++) {
        if (cell(rows, column, i) !== "") continue;
        const advice = column === "学号"
          ? "这些行没有可用的学号，也没有身份证号、考生号；请补上，或删去不是毕业生的行"
          : "不应为空；请补上，或在 intake.json 的 values 里写明空格是什么意思";
        report({ level: "fail", ...whereOf(rows, i), column, value: "", advice });
      }
    }
  },
};
