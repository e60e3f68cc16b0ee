/** 专业大类 or 学科门类 out of the major's code, where the files have the code alone. */
import { fileOf } from "../edition/dictionaries.ts";
import { readRecords } from "../table/csv.ts";
import { dayOf } from "./dates.ts";
import { cell, isFilled, type Rows, withColumns } from "./rows.ts";

/** How many years before graduation one enters, where a row does not say. */
const YEARS: Readonly<Record<string, number>> = { 专科: 3, 本科: 4 };

/**
 * Adds the group that the first two digits of 专业代码 stand for, by the catalogue of the year of
 * entry (`major-groups.csv`; 52 was 资源环境与安全 until 2020 and is 医药卫生 since). It does so only
 * where no file tells groups and every row's code leads to a group of the same kind: a column that is
 * filled for some would not be one.
 *
 * @param year of graduation
 * @returns the rows, with a word for the log where something was added
 */
export function withMajorGroups(
  rows: Rows,
  year: number,
): { readonly rows: Rows; readonly note?: string } {
  if (!isFilled(rows, "专业代码") || ["专业大类", "学科门类"].some((one) => isFilled(rows, one))) {
    return { rows };
  }
  const list = readRecords(fileOf("major-groups"), [
    "列",
    "学历",
    "代码",
    "名称",
    "起",
    "止",
  ]);
  const known = new Map<string, typeof list>();
  for (const one of list) {
    const id = one.学历 + one.代码;
    known.set(id, [...known.get(id) ?? [], one]);
  }
  const found = Array.from({ length: rows.size }, (_, i) => {
    const degree = cell(rows, "学历", i);
    const entry = dayOf(cell(rows, "入学时间", i))?.year ?? year - (YEARS[degree] ?? 0);
    const code = cell(rows, "专业代码", i);
    if (!/^\d{6}[TKH]*$/.test(code)) return undefined;
    return known.get(degree + code.slice(0, 2))?.find(({ 起, 止 }) =>
      (起 === "" || Number(起) <= entry) && (止 === "" || entry <= Number(止))
    );
  });
  const kinds = new Set(found.map((one) => one?.列));
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === undefined) return { rows };
  const names = found.map((one) => one?.名称 ?? "");
  return {
    rows: withColumns(rows, [[kind, names]]),
    note: `${kind}由专业代码的前两位按专业目录填出`,
  };
}
