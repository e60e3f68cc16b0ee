import { join } from "node:path";
import { readSheet } from "../table/csv.ts";
import type { Destination, Dictionaries, Outcome } from "./dictionaries.ts";
import type { Frame } from "../table/frame.ts";
import { throwIfAny } from "../table/faults.ts";
import { conform, oneOf, optional, type Schema, text } from "../table/schema.ts";

/** One graduate, as `graduates.csv` has it (data contract: data/README.md); no cell is a name. */
export interface GraduateRecord {
  readonly 学号: string;
  readonly 性别: "男" | "女";
  readonly 民族: string;
  readonly 学历: string;
  readonly 院系: string;
  readonly 专业大类: string;
  readonly 专业: string;
  readonly 生源地: string;
  readonly 生源城市: string;
  readonly 特困家庭: "是" | "否";
  readonly 省级优秀毕业生: "是" | "否";
  readonly 毕业去向: string;
  readonly 单位性质: string;
  readonly 单位行业: string;
  readonly 就业省份: string;
  readonly 就业城市: string;
  readonly 升学院校: string;
}

/** A graduate with what the destinations dictionary says of the destination. */
export interface Graduate extends GraduateRecord {
  readonly 统计类别: string;
  readonly 去向大类: Outcome;
  /** 机关, 事业单位 …; empty where neither the destination nor the employer's nature tells. */
  readonly 单位性质类别: string;
}

/** The file of an edition that holds its graduates. */
export const GRADUATES = "graduates.csv";

/**
 * Reads the graduates of an edition, each classified by its destination.
 *
 * @param folder the edition's folder
 * @throws {DataError} with every fault of the file at once; a file without any graduate is one
 */
export function readGraduates(folder: string, dictionaries: Dictionaries): Frame<Graduate> {
  const { destinations, employerNatures, industries, regions, ethnicGroups } = dictionaries;
  const province = oneOf(regions.column("省份"));
  const schema: Schema<GraduateRecord> = {
    学号: text,
    性别: oneOf(["男", "女"]),
    民族: oneOf(ethnicGroups.column("民族")),
    学历: text,
    院系: text,
    专业大类: text,
    专业: text,
    生源地: province,
    生源城市: optional(text),
    特困家庭: oneOf(["是", "否"]),
    省级优秀毕业生: oneOf(["是", "否"]),
    毕业去向: oneOf(destinations.column("毕业去向")),
    单位性质: optional(oneOf(employerNatures.column("单位性质"))),
    单位行业: optional(oneOf(industries.column("单位行业"))),
    就业省份: optional(province),
    就业城市: optional(text),
    升学院校: optional(text),
  };
  const sheet = readSheet(join(folder, GRADUATES));
  const records = conform(sheet, schema, { key: "学号" });
  const { file } = sheet;
  throwIfAny(records.size > 0 ? [] : [{ file, expected: "只有表头，没有任何毕业生" }]);
  return classify(records, dictionaries);
}

/**
 * Adds what the dictionaries say of each graduate's destination and employer: 统计类别, 去向大类 and
 * 单位性质类别, the last from the destination where that decides it (a soldier's employer is no
 * enterprise), else from the employer's nature.
 */
export function classify(
  records: Frame<GraduateRecord>,
  { destinations, employerNatures }: Pick<Dictionaries, "destinations" | "employerNatures">,
): Frame<Graduate> {
  const byDestination = new Map(destinations.rows().map((row) => [row.毕业去向, row]));
  const byNature = new Map(employerNatures.rows().map((row) => [row.单位性质, row.单位性质类别]));
  const of = ({ 毕业去向 }: GraduateRecord): Destination => {
    const found = byDestination.get(毕业去向);
    if (found === undefined) throw new RangeError(`Unknown destination "${毕业去向}"`);
    return found;
  };
  return records.derive<Pick<Graduate, "统计类别" | "去向大类" | "单位性质类别">>({
    统计类别: (graduate) => of(graduate).统计类别,
    去向大类: (graduate) => of(graduate).去向大类,
    单位性质类别: (graduate) =>
      of(graduate).单位性质类别 || (byNature.get(graduate.单位性质) ?? ""),
  });
}
