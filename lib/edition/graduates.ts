import { distance } from "fastest-levenshtein";
import { join } from "node:path";
import { readSheet, type Sheet } from "../table/csv.ts";
import { throwIfAny } from "../table/faults.ts";
import { type Frame, ofPersons, pure } from "../table/frame.ts";
import {
  type Check,
  conform,
  identifier,
  oneOf,
  optional,
  type Schema,
  text,
} from "../table/schema.ts";
import { entryOf } from "./code_list.ts";
import type { Dictionaries } from "./dictionaries.ts";
import { isGrassRoots, type Outcome, type Role } from "./roles.ts";

/** The columns that every `graduates.csv` has. */
interface Required {
  readonly 学号: string;
  readonly 性别: "男" | "女";
  readonly 学历: string;
  readonly 院系: string;
  readonly 专业: string;
  readonly 生源地: string;
  readonly 毕业去向: string;
}

/** The columns that an edition may lack. */
interface Optional {
  /** Whose graduate, where a register holds those of several schools. */
  readonly 学校: string;
  readonly 民族: string;
  readonly 专业代码: string;
  readonly 专业大类: string;
  readonly 学科门类: string;
  readonly 第二学位: string;
  readonly 生源城市: string;
  readonly 特困家庭: "是" | "否";
  readonly 困难类别: string;
  readonly 省级优秀毕业生: "是" | "否";
  readonly 荣誉: string;
  readonly 师范生: string;
  readonly 残疾: string;
  readonly 单位名称: string;
  readonly 单位性质: string;
  readonly 单位行业: string;
  readonly 职位类别: string;
  readonly 就业省份: string;
  readonly 就业城市: string;
  /** Pay in 元 a month; null where the cell is empty. */
  readonly 月收入: number | null;
  readonly 升学院校: string;
}

/**
 * One graduate, as `graduates.csv` has it (data contract: data/README.md); no cell is a name.
 *
 * A column that the file lacks is not in the frame either: reading it stops with an error, so ask
 * `report.has` first. In a column that is there, an empty text is a cell that does not apply or is
 * not known.
 */
export interface GraduateRecord extends Required, Optional {}

/** A graduate with what the code lists say of the destination, the employer and the group. */
export interface Graduate extends GraduateRecord {
  readonly 统计类别: string;
  readonly 去向大类: Outcome;
  readonly 去向角色: Role;
  /** 机关, 事业单位 …; empty where neither the destination nor the employer's nature tells. */
  readonly 单位性质类别: string;
  /** Empty where the records do not tell; there where 民族 is. */
  readonly 少数民族: "是" | "否" | "";
}

/** The file of an edition that holds its graduates. */
export const GRADUATES = "graduates.csv";

/** The names of the columns that every file has; the type keeps the list whole. */
export const REQUIRED_COLUMNS = Object.keys(
  { 学号: 0, 性别: 0, 学历: 0, 院系: 0, 专业: 0, 生源地: 0, 毕业去向: 0 } satisfies Record<
    keyof Required,
    0
  >,
) as (keyof Required)[];

/** The names of the optional columns; the type keeps the list whole. */
const OPTIONAL = Object.keys(
  {
    学校: 0,
    民族: 0,
    专业代码: 0,
    专业大类: 0,
    学科门类: 0,
    第二学位: 0,
    生源城市: 0,
    特困家庭: 0,
    困难类别: 0,
    省级优秀毕业生: 0,
    荣誉: 0,
    师范生: 0,
    残疾: 0,
    单位名称: 0,
    单位性质: 0,
    单位行业: 0,
    职位类别: 0,
    就业省份: 0,
    就业城市: 0,
    月收入: 0,
    升学院校: 0,
  } satisfies Record<keyof Optional, 0>,
) as (keyof Optional)[];

/** Pay in 元 a month, with or without decimals; empty where not known. */
const pay: Check<number | null> = (cell) =>
  cell === ""
    ? { value: null }
    : /^\d+(\.\d+)?$/.test(cell)
    ? { value: Number(cell) }
    : { expected: "应为每月的元数，如 5200，不带单位和千位分隔" };

/**
 * Reads the graduates of an edition, each classified by its destination.
 *
 * @param folder the edition's folder
 * @throws {DataError} with every fault of the file at once; a file without any graduate is one
 */
export function readGraduates(folder: string, dictionaries: Dictionaries): Frame<Graduate> {
  return graduatesOf(readSheet(join(folder, GRADUATES)), dictionaries);
}

/** Like {@link readGraduates}, out of a sheet that was read before. */
export function graduatesOf(sheet: Sheet, dictionaries: Dictionaries): Frame<Graduate> {
  const records = recordsOf(sheet, dictionaries);
  const { file } = sheet;
  throwIfAny(records.size > 0 ? [] : [{ file, expected: "只有表头，没有任何毕业生" }]);
  return classify(records, dictionaries);
}

/** What the cells of each column must be, by the edition's code lists. */
export function graduateSchema(dictionaries: Dictionaries): Schema<GraduateRecord> {
  const { destinations, degrees, employerNatures, industries, regions, ethnicGroups } =
    dictionaries;
  const province = entryOf(regions, "省份");
  const marked = <V extends string>(column: string): Check<V> => {
    const values = dictionaries.specialGroups.filter((one) => one.列 === column);
    return (values.size === 0 ? optional(text) : optional(entryOf(values, "取值"))) as Check<V>;
  };
  return {
    学号: identifier,
    学校: text,
    性别: oneOf(["男", "女"]),
    民族: entryOf(ethnicGroups, "民族"),
    学历: entryOf(degrees, "学历", "学历"),
    第二学位: optional(text),
    院系: text,
    专业大类: text,
    学科门类: text,
    专业: text,
    专业代码: optional(text),
    生源地: province,
    生源城市: optional(text),
    特困家庭: oneOf(["是", "否"]),
    困难类别: marked("困难类别"),
    省级优秀毕业生: oneOf(["是", "否"]),
    荣誉: optional(text),
    师范生: marked("师范生"),
    残疾: marked("残疾"),
    毕业去向: entryOf(destinations, "毕业去向", "去向大类"),
    单位名称: optional(text),
    单位性质: optional(entryOf(employerNatures, "单位性质", "单位性质类别")),
    单位行业: optional(entryOf(industries, "单位行业")),
    职位类别: optional(text),
    就业省份: optional(province),
    就业城市: optional(text),
    月收入: pay,
    升学院校: optional(text),
  };
}

function recordsOf(sheet: Sheet, dictionaries: Dictionaries): Frame<GraduateRecord> {
  const schema = graduateSchema(dictionaries);
  // A header that is one slip away from an optional column is that column, not a stranger.
  const strangers = sheet.header.filter((name) => !(name in schema));
  const lacking = OPTIONAL.filter((name) => strangers.every((other) => distance(name, other) > 1));
  return ofPersons(conform(sheet, schema, { key: "学号", hidden: ["学号"], optional: lacking }));
}

/**
 * Adds what the code lists say of each graduate: 统计类别, 去向大类 and 去向角色 of the destination;
 * 单位性质类别 where the records tell employers' natures, from the destination where that decides it
 * (a soldier's employer is no enterprise), else from the employer's nature; 少数民族 where the
 * records tell ethnic groups. A programme at the grass roots only says where one serves, so that
 * there the employer, where registered, goes first.
 */
export function classify(
  records: Frame<GraduateRecord>,
  { destinations, employerNatures, ethnicGroups }: Pick<
    Dictionaries,
    "destinations" | "employerNatures" | "ethnicGroups"
  >,
): Frame<Graduate> {
  const destination = finder(destinations.rows(), "毕业去向");
  const nature = finder(employerNatures.rows(), "单位性质");
  const people = finder(ethnicGroups.rows(), "民族");
  const employerGroup = (graduate: GraduateRecord) => {
    const { 角色, 单位性质类别: byDestination } = destination(graduate.毕业去向);
    const byEmployer = graduate.单位性质 === "" ? "" : nature(graduate.单位性质).单位性质类别;
    return isGrassRoots(角色) ? byEmployer || byDestination : byDestination || byEmployer;
  };
  const has = (column: keyof GraduateRecord) => records.names.includes(column);
  type Added = Pick<Graduate, "统计类别" | "去向大类" | "去向角色" | "单位性质类别" | "少数民族">;
  return records.derive<Added>(
    {
      统计类别: pure((graduate) => destination(graduate.毕业去向).统计类别),
      去向大类: pure((graduate) => destination(graduate.毕业去向).去向大类),
      去向角色: pure((graduate) => destination(graduate.毕业去向).角色),
      ...(has("单位性质") ? { 单位性质类别: pure(employerGroup) } : {}),
      ...(has("民族")
        ? { 少数民族: pure((graduate: GraduateRecord) => MINORITY[people(graduate.民族).角色]) }
        : {}),
    } as { [K in keyof Added]: (graduate: GraduateRecord) => Added[K] },
  );
}

const MINORITY = { 多数: "否", 少数: "是", 未知: "" } as const;

/** Finds an entry of a code list by its name. */
function finder<R extends object>(rows: readonly R[], name: keyof R): (value: string) => R {
  const known = new Map(rows.map((row) => [row[name], row]));
  return (value) => {
    const found = known.get(value as R[keyof R]);
    if (found === undefined) throw new RangeError(`Unknown ${String(name)} "${value}"`);
    return found;
  };
}
