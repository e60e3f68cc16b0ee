import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSheet } from "../table/csv.ts";
import { type Fault, gather, throwIfAny } from "../table/faults.ts";
import { conform, optional, text } from "../table/schema.ts";
import { type ExhibitKeys, exhibitNamed, keyOf } from "./exhibit_keys.ts";

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

/** What a row without 编号 may be about. */
const OF_AN_EXHIBIT = ["基数", "图题"] as const;

/**
 * Reads `errata.csv`.
 *
 * @param folder the edition's folder; without the file nothing is known to be wrong in print
 * @throws {DataError} with every fault of the file
 */
export function readErrata(folder: string, keys: ExhibitKeys): readonly Erratum[] {
  const path = join(folder, "errata.csv");
  if (!existsSync(path)) return [];
  const sheet = readSheet(path);
  const named = exhibitNamed(keys);
  const faults: Fault[] = [];
  const rows = gather(faults, () =>
    conform<Omit<Erratum, "键">>(sheet, {
      // Print's own name for it is what a reader of the ledger sees.
      图表: (cell) => "expected" in named(cell) ? named(cell) : { value: cell },
      项目: text,
      编号: optional(text),
      公布值: text,
      重算值: optional(text),
      原因: text,
      处理: optional(text),
    }).rows());
  const at = (column: string) => sheet.header.indexOf(column);
  for (const { number, cells } of sheet.rows) {
    const about = cells[at("项目")] ?? "";
    if (cells[at("编号")] !== "" || OF_AN_EXHIBIT.some((one) => one === about)) continue;
    faults.push({
      file: sheet.file,
      row: number,
      column: "项目",
      found: about,
      expected: `没有编号时应为${OF_AN_EXHIBIT.join("或")}；说的若是一个公布数，请填编号`,
    });
  }
  throwIfAny(faults);
  return (rows ?? []).map((row) => ({ ...row, 键: keyOf(row.图表, keys) }));
}
