import { basename, join } from "node:path";
import { keyOf, readExhibitKeys } from "./exhibit_keys.ts";
import { readRecords } from "../table/csv.ts";
import { DataError, type Fault, throwIfAny } from "../table/faults.ts";
import { existsSync } from "node:fs";
import { shownPath } from "../workspace.ts";

/** What one year's report is about and the choices that a year can make differently. */
export interface Edition {
  /** The name of the edition's folder: a copied folder is another year's edition. */
  readonly year: number;
  readonly school: string;
  /** With its year, which `edition.json` leaves out. */
  readonly title: string;
  /** The day on which the records were drawn, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The province whose graduates and jobs count as 省内. */
  readonly homeProvince: string;
  /** `reconstructed` where the records were rebuilt from a published report. */
  readonly records: "register" | "reconstructed";
  /** What a reader should know of the edition as a whole; empty where nothing. */
  readonly note: string;
  /** Which base an exhibit's shares use where that is a choice: exhibit's key → name of the base. */
  readonly bases: Readonly<Record<string, string>>;
  /** How firmly an exhibit (项目 empty) or one of its rows is known; see {@link Coverage}. */
  readonly coverage: readonly CoverageRow[];
  /** Where print is known to be wrong or in doubt. */
  readonly errata: readonly Erratum[];
}

/**
 * A row of `errata.csv`, the ledger of what is wrong or doubtful in print.
 *
 * 编号 names the published fact it is about. Without one, 项目 says what it is about: 基数 (the base
 * that the exhibit's heading names) or 图题 (its title). A row without 重算值 is a remark: the fact
 * stands as printed, but a reader should know.
 */
export interface Erratum {
  readonly 图表: string;
  /** The key of the exhibit that 图表 names, by its key or by its printed number. */
  readonly 键: string;
  readonly 项目: string;
  readonly 编号: string;
  readonly 公布值: string;
  readonly 重算值: string;
  readonly 原因: string;
  readonly 处理: string;
}

/** A row of `coverage.csv`; 图表 is the exhibit's key, even where the file has its printed number. */
export interface CoverageRow {
  readonly 图表: string;
  readonly 项目: string;
  readonly 依据: string;
  readonly 说明: string;
}

/**
 * Reads `edition.json` and, where they are, `coverage.csv` and `errata.csv`.
 *
 * `year`, `school`, `asOf` and `homeProvince` must be there; the rest has defaults, so that a new
 * year's file can be four lines long.
 *
 * @throws {DataError} if the file is missing, is not JSON or lacks something
 */
export function readEdition(folder: string): Edition {
  const path = join(folder, "edition.json");
  const file = shownPath(path);
  const json = parseObject(path, file);
  const faults: Fault[] = [];
  const need = (name: string, expected: string, right: (value: unknown) => boolean) => {
    if (!right(json[name])) {
      const found = json[name];
      faults.push({
        file,
        column: name,
        ...(found === undefined ? {} : { found: String(found) }),
        expected,
      });
    }
  };
  const filled = (value: unknown) => typeof value === "string" && value.trim() !== "";
  need("year", "应为四位年份，如 2023", (value) => /^\d{4}$/.test(String(value)));
  need("school", "应为学校全称", filled);
  need("homeProvince", "应为学校所在省份的全称，如 山东省", filled);
  need("asOf", "应为数据截止日期，如 2023-08-31", (v) => /^\d{4}-\d{2}-\d{2}$/.test(String(v)));
  throwIfAny(faults);
  const keys = readExhibitKeys(folder);
  const year = Number(/^\d{4}$/.exec(basename(folder))?.[0] ?? json["year"]);
  return {
    year,
    school: String(json["school"]),
    title: `${year} 届${json["title"] ?? "毕业生就业质量年度报告"}`,
    asOf: String(json["asOf"]),
    homeProvince: String(json["homeProvince"]),
    records: json["records"] === "reconstructed" ? "reconstructed" : "register",
    note: String(json["note"] ?? ""),
    bases: Object.fromEntries(
      Object.entries((json["bases"] ?? {}) as Record<string, string>)
        .map(([name, base]) => [keyOf(name, keys), base]),
    ),
    coverage: recordsIfAny(join(folder, "coverage.csv"), ["图表", "项目", "依据", "说明"])
      .map((row) => ({ ...row, 图表: keyOf(row.图表, keys) })),
    errata: recordsIfAny(join(folder, "errata.csv"), [
      "图表",
      "项目",
      "编号",
      "公布值",
      "重算值",
      "原因",
      "处理",
    ]).map((row) => ({ ...row, 键: keyOf(row.图表, keys) })),
  };
}

function recordsIfAny<const K extends string>(path: string, columns: readonly K[]) {
  return existsSync(path) ? readRecords(path, columns) : [];
}

function parseObject(path: string, file: string): Record<string, unknown> {
  let content: string;
  try {
    content = Deno.readTextFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new DataError([{ file, expected: "找不到这个文件；每个版次都要有一个" }]);
  }
  try {
    const json: unknown = JSON.parse(content.replace(/^\uFEFF/, ""));
    const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
    if (isObject) return json as Record<string, unknown>;
  } catch {
    // Reported below, like JSON that is no object.
  }
  throw new DataError([{
    file,
    expected: "不是规范的 JSON 对象（常见原因：多了或少了逗号、引号）",
  }]);
}
