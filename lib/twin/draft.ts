/** A record while it is being filled, column by column. */
import type { GraduateRecord } from "../edition/graduates.ts";

/** The columns of `graduates.csv` in the order of the file. */
export const COLUMNS = [
  "学号",
  "性别",
  "民族",
  "学历",
  "院系",
  "专业大类",
  "专业",
  "生源地",
  "生源城市",
  "特困家庭",
  "省级优秀毕业生",
  "毕业去向",
  "单位性质",
  "单位行业",
  "就业省份",
  "就业城市",
  "升学院校",
] as const satisfies readonly (keyof GraduateRecord)[];

/** Classes that print counts by; known while drafting, left out of the file. */
const CLASSES = ["去向大类", "统计类别", "单位性质类别"] as const;

/** A column of a draft. */
export type DraftColumn = typeof COLUMNS[number] | typeof CLASSES[number];

/** A record on its way; a cell not filled yet is empty. */
export type Draft = Record<DraftColumn, string>;

/** A draft with the given cells. */
export function draft(cells: Partial<Draft>): Draft {
  const empty = Object.fromEntries([...COLUMNS, ...CLASSES].map((column) => [column, ""]));
  return { ...empty as Draft, ...cells };
}
