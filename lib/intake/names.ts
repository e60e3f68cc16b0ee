/** Names of persons that stand where an employer, a university or an honour should. */
import type { Findings } from "./findings.ts";
import type { Persons } from "./personal.ts";
import { type Rows, UNREAD, whereOf, withColumns } from "./rows.ts";

/** Columns of free text whose values are no school's own words. */
const COLUMNS = [
  "单位名称",
  "升学院校",
  "荣誉",
  "职位类别",
  "第二学位",
  "学校",
  "留学国家",
  "专业代码",
];

/**
 * The rows without cells that are somebody's name, whoever's: only when all files have been read is it
 * known who is a person.
 */
export function withoutNames(rows: Rows, persons: Persons, findings: Findings): Rows {
  return withColumns(
    rows,
    COLUMNS.flatMap((column): [string, string[]][] => {
      const texts = rows.columns.get(column);
      if (texts === undefined || !texts.some((text) => persons.isName(text))) return [];
      return [[
        column,
        texts.map((text, i) => {
          if (!persons.isName(text)) return text;
          findings.add({
            check: "个人信息",
            level: "warn",
            ...whereOf(rows, i),
            column,
            value: "",
            advice: "填的是人名，这些格已清空，不写入数据",
          });
          return UNREAD;
        }),
      ]];
    }),
  );
}
