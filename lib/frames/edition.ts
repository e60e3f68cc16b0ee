import { join } from "node:path";
import { readRecords } from "./csv.ts";
import { DataError, type Fault, throwIfAny } from "./faults.ts";
import { existsSync } from "node:fs";
import { shownPath } from "../workspace.ts";

/** What one year's report is about and the choices that a year can make differently. */
export interface Edition {
  readonly year: number;
  readonly school: string;
  readonly title: string;
  /** The day on which the records were drawn, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The province whose graduates and jobs count as 省内. */
  readonly homeProvince: string;
  /** `reconstructed` where the records were rebuilt from a published report. */
  readonly records: "register" | "reconstructed";
  /** What a reader should know of the edition as a whole; empty where nothing. */
  readonly note: string;
  /** Which base an exhibit's shares use where that is a choice: 图表 → name of the base. */
  readonly bases: Readonly<Record<string, string>>;
  /** How firmly an exhibit (项目 empty) or one of its rows is known; see {@link Coverage}. */
  readonly coverage: readonly CoverageRow[];
}

/** A row of `coverage.csv`. */
export interface CoverageRow {
  readonly 图表: string;
  readonly 项目: string;
  readonly 依据: string;
  readonly 说明: string;
}

/**
 * Reads `edition.json` and, where there is one, `coverage.csv`.
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
  const year = Number(json["year"]);
  return {
    year,
    school: String(json["school"]),
    title: String(json["title"] ?? `${year} 届毕业生就业质量年度报告`),
    asOf: String(json["asOf"]),
    homeProvince: String(json["homeProvince"]),
    records: json["records"] === "reconstructed" ? "reconstructed" : "register",
    note: String(json["note"] ?? ""),
    bases: (json["bases"] ?? {}) as Record<string, string>,
    coverage: readCoverage(join(folder, "coverage.csv")),
  };
}

function readCoverage(path: string): readonly CoverageRow[] {
  return existsSync(path) ? readRecords(path, ["图表", "项目", "依据", "说明"]) : [];
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
    if (typeof json === "object" && json !== null) return json as Record<string, unknown>;
  } catch {
    // Reported below, like JSON that is no object.
  }
  throw new DataError([{
    file,
    expected: "不是规范的 JSON 对象（常见原因：多了或少了逗号、引号）",
  }]);
}
