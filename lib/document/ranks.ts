import type { Section } from "./section.ts";
import type { Named, Phrase } from "./words.ts";

/**
 * First, second and so on of a ranking, each with a number of its own in brackets: 甲（45.74%）、乙（…）.
 *
 * @param section speaks of what is ranked, e.g. `about("就业行业")`
 * @param by what they are ranked by: `人数` makes the measures 人数第1位, 人数第2位 …
 * @param rows in order; a row without a name is left out
 * @param name a row's name
 * @param beside a number about the row itself, e.g. `(row) => ({ 人数: row.人数 })`
 */
export function ranks<R>(
  section: Section,
  by: string,
  rows: readonly R[],
  name: (row: R) => string | null,
  beside?: (row: R) => Named,
): Phrase[] {
  return rows.filter((row) => Boolean(name(row))).map((row, i) => {
    const place = { [`${by}第${i + 1}位`]: name(row) };
    if (beside === undefined) return section.phrase`${place}`;
    return section.phrase`${place}（${{ [name(row) ?? ""]: beside(row) }}）`;
  });
}
