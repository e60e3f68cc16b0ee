/** The edition's own columns out of what was joined and translated: `graduates.csv` as it is written. */
import type { Dictionaries } from "../edition/dictionaries.ts";
import { isKey, KEYS } from "./join.ts";
import { cell, isFilled, type Rows, UNREAD, withColumns } from "./rows.ts";

/** The columns of `graduates.csv` in the order in which they are written. */
export const COLUMNS = [
  "学号",
  "性别",
  "民族",
  "学历",
  "第二学位",
  "院系",
  "专业大类",
  "学科门类",
  "专业",
  "专业代码",
  "生源地",
  "生源城市",
  "特困家庭",
  "困难类别",
  "省级优秀毕业生",
  "荣誉",
  "师范生",
  "残疾",
  "毕业去向",
  "单位名称",
  "单位性质",
  "单位行业",
  "职位类别",
  "就业省份",
  "就业城市",
  "月收入",
  "升学院校",
] as const;

/** The columns without which there is no report. */
export const REQUIRED = ["学号", "性别", "学历", "院系", "专业", "生源地", "毕业去向"] as const;

/** What tells of an employer; a university that stands there is none. */
const EMPLOYER = ["单位名称", "单位性质", "单位行业", "职位类别", "就业省份", "就业城市"];

const SCHOOL = /大学|学院|学校|研究院|研究所|university|college|school|institute/i;

/** Graduates, and where the universities lie that they went on to. */
export interface Derived {
  readonly graduates: Rows;
  /** University → province, empty where the files tell none or several. */
  readonly universities: ReadonlyMap<string, string>;
}

/**
 * Derives the columns of the contract. 学号 is the surest key that a row has. The national systems
 * write the university of those in further study as their 单位名称: it goes to 升学院校, with its place,
 * and the employer's columns are emptied. Columns in which nothing is filled are left out.
 */
export function derive(rows: Rows, { destinations }: Pick<Dictionaries, "destinations">): Derived {
  const outcome = new Map(destinations.rows().map((one) => [one.毕业去向, one.去向大类]));
  const columns = new Map<string, string[]>(
    [...rows.columns].map((
      [name, texts],
    ) => [name, texts.map((text) => (text === UNREAD ? "" : text))]),
  );
  const column = (name: string) => {
    const known = columns.get(name) ?? new Array<string>(rows.size).fill("");
    columns.set(name, known);
    return known;
  };
  const id = column("学号");
  const university = column("升学院校");
  const provinces = new Map<string, Set<string>>();
  for (let i = 0; i < rows.size; i++) {
    const keys = KEYS.map((key) => cell(rows, key, i));
    id[i] = keys.find(isKey) ?? keys.find((hash) => hash !== "") ?? "";
    if (outcome.get(cell(rows, "毕业去向", i)) !== "升学") continue;
    const employer = cell(rows, "单位名称", i);
    const moved = university[i] === "" && SCHOOL.test(employer);
    if (moved) university[i] = employer;
    const name = university[i] ?? "";
    if (name === "" || (!moved && employer !== "" && employer !== name)) continue;
    const province = cell(rows, "就业省份", i);
    provinces.set(name, (provinces.get(name) ?? new Set()).add(province));
    for (const one of EMPLOYER) {
      const texts = columns.get(one);
      if (texts !== undefined) texts[i] = "";
    }
  }
  for (const key of KEYS) if (key !== "学号") columns.delete(key);
  const graduates = withColumns({ ...rows, columns: new Map() }, columns);
  const universities = new Map(
    [...provinces].map(([name, all]) => [name, all.size === 1 ? [...all][0] ?? "" : ""]),
  );
  return { graduates, universities };
}

/** The columns that are written: those of the contract in which anything is filled. */
export function written(graduates: Rows): string[] {
  return COLUMNS.filter((name) => isFilled(graduates, name));
}
