import type { Check } from "../check.ts";
import { dayOf, order } from "../dates.ts";
import { cell, whereOf } from "../rows.ts";

/** The columns that hold dates. */
const DATES = ["入学时间", "毕业时间", "签约日期"];

/** Dates that no calendar has, study that ends before it begins, graduates of another year. */
export const dates: Check = {
  name: "日期",
  find({ graduates: rows, year }, report) {
    for (let i = 0; i < rows.size; i++) {
      const place = whereOf(rows, i);
      for (const column of DATES) {
        const text = cell(rows, column, i);
        if (text === "" || dayOf(text) !== undefined) continue;
        const advice = "不是日历上有的日期；应如 2024-07-01、20240701";
        report({ level: "warn", ...place, column, value: text, advice });
      }
      const begun = dayOf(cell(rows, "入学时间", i));
      const ended = dayOf(cell(rows, "毕业时间", i));
      if (begun !== undefined && ended !== undefined && order(begun) >= order(ended)) {
        const advice = "毕业不晚于入学，请核实";
        report({ level: "warn", ...place, column: "毕业时间", value: "", advice });
      }
      const cohort = dayOf(cell(rows, "毕业年份", i).replace(/届|年$/, ""))?.year ?? ended?.year;
      if (cohort !== undefined && cohort !== year) {
        const advice = `不是 ${year} 届；不该计入的请在原表里删去`;
        report({ level: "warn", ...place, column: "毕业年份", value: String(cohort), advice });
      }
    }
  },
};
