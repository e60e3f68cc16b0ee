/** The first `edition.json` of a year: what the files and last year's edition tell, to be looked over. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readEdition } from "../edition/settings.ts";
import { editionFolder, editions } from "../workspace.ts";
import type { Place } from "./findings.ts";
import { cell, type Rows } from "./rows.ts";

/** A draft, and what an analyst has to look over in it. */
export interface EditionDraft {
  readonly school: string;
  readonly text: string;
  readonly doubts: readonly Omit<Place, "check">[];
}

/**
 * Drafts `edition.json`. School and home province are last year's; without one, the school that the
 * files name most often and the province that most graduates come from, which is said to be a guess.
 * The day is the end of August, the usual one.
 *
 * @param rows translated graduates
 */
export function draftEdition(year: number, rows: Rows): EditionDraft {
  const last = editions().filter((one) => one < year)
    .findLast((one) => existsSync(join(editionFolder(one), "edition.json")));
  const past = last === undefined ? undefined : readEdition(editionFolder(last));
  const named = commonest(rows, "学校");
  const origin = commonest(rows, "生源地");
  const asOf = `${year}-08-31`;
  const told = named ?? past?.school;
  const school = told ?? "本校";
  // Another school's edition, such as a sample, tells nothing of this school's province.
  const known = past !== undefined && (named === undefined || named === past.school);
  const homeProvince = known ? past.homeProvince : origin;
  const doubt = (column: string, value: string, advice: string) => ({
    level: "warn" as const,
    file: "edition.json",
    column,
    value,
    advice,
  });
  return {
    school,
    text: JSON.stringify(
      { year, school, asOf, homeProvince, records: "register" },
      null,
      2,
    ) + "\n",
    doubts: [
      doubt("asOf", asOf, "数据截止日期是代拟的，请核对"),
      ...(known && named !== undefined ? [] : [
        doubt(
          "school",
          school,
          told === undefined
            ? "各文件里没有学校名称，先写作“本校”，请改为全称"
            : "学校名称取自登记表或上一版次，请核对",
        ),
      ]),
      ...(known ? [] : [doubt("homeProvince", homeProvince ?? "", "按生源最多的省份代拟，请核对")]),
    ],
  };
}

/** The commonest filled value of a column. */
function commonest(rows: Rows, column: string): string | undefined {
  const counts = new Map<string, number>();
  for (let i = 0; i < rows.size; i++) {
    const text = cell(rows, column, i);
    if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
