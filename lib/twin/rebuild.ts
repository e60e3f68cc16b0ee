/** Rebuilding an edition's files from its published report. */
import { join } from "node:path";
import { stringify } from "@std/csv";
import { supplementFolder } from "../files.ts";
import { readRecords } from "../table/csv.ts";
import type { Dictionaries } from "../edition/dictionaries.ts";
import { readEdition } from "../edition/settings.ts";
import { COLUMNS } from "./draft.ts";
import { rebuildGraduates } from "./graduates.ts";
import { readMargins } from "./margins.ts";
import { provincialMajors } from "./provincial.ts";
import { type Margin, recount } from "./recount.ts";
import { readTendencies } from "./tendencies.ts";

/**
 * Rebuilds `graduates.csv`, `universities.csv` and `provincial-majors.csv` of an edition from its
 * `published/`, `majors.csv` and `tendencies.csv`, and counts the new records afresh. The files
 * are put in place together at the end; after an error the old ones are as they were.
 *
 * @param folder the edition's folder, e.g. `data/2023`
 * @returns every printed margin beside what the new records give
 * @throws {Error} if the edition's records are a school's own, which must not be overwritten
 * @throws {DataError | RangeError} if print cannot be read or contradicts itself
 */
export async function rebuild(folder: string, dictionaries: Dictionaries): Promise<Margin[]> {
  const edition = readEdition(folder);
  if (edition.records !== "reconstructed") {
    throw new Error(
      `${edition.year} 版的 edition.json 未注明 "records": "reconstructed"，其记录不是重构数据，不予覆盖`,
    );
  }
  const { graduates, universities } = rebuildGraduates({
    margins: readMargins(folder, edition, dictionaries),
    catalogue: readRecords(join(folder, "majors.csv"), ["专业", "专业大类", "院系", "学历"]),
    tendencies: readTendencies(folder),
    dictionaries,
    homeProvince: edition.homeProvince,
    year: edition.year,
  });
  const files = {
    "graduates.csv": csv(graduates, COLUMNS),
    "universities.csv": csv(universities, ["升学院校", "省份"]),
    "provincial-majors.csv": csv(provincialMajors(folder), ["专业", "全省人数"]),
  };
  let margins: Margin[] = [];
  await supplementFolder(folder, (fresh) => {
    for (const [name, content] of Object.entries(files)) {
      Deno.writeTextFileSync(join(fresh, name), content);
    }
    margins = recount(folder, edition, dictionaries, fresh);
  });
  return margins;
}

/** Lines end in a bare line feed, so that a rebuilt file is the same on every system. */
function csv<R extends object>(rows: readonly R[], columns: readonly (keyof R & string)[]): string {
  const lines = rows.map((row) => columns.map((column) => row[column]));
  return stringify([columns, ...lines]).replaceAll("\r\n", "\n");
}
