import type { Frame } from "../table/frame.ts";
import type { Section } from "./section.ts";
import type { Named, Phrase } from "./words.ts";

/**
 * First, second and so on of a ranking, each with a number of its own in brackets: 甲（45.74%）、乙（…）;
 * those that are as good as the last one, and not named, are counted: 丙（并列的还有 2 个）.
 *
 * @param section speaks of what is ranked, e.g. `about("就业行业")`
 * @param by what they are ranked by: `人数` makes the measures 人数第1位, 人数第2位 …
 * @param foremost its first rows, see `foremost()`
 * @param name a row's name
 * @param beside a number about the row itself, e.g. `(row) => ({ 人数: row.人数 })`
 */
export function ranks<R extends object>(
  section: Section,
  by: string,
  { rows, more }: { readonly rows: Frame<R>; readonly more: number },
  name: (row: R) => string,
  beside?: (row: R) => Named,
): Phrase[] {
  return rows.rows().map((row, i) => {
    const place = { [`${by}第${i + 1}位`]: name(row) };
    const named = beside === undefined
      ? section.phrase`${place}`
      : section.phrase`${place}（${{ [name(row)]: beside(row) }}）`;
    return more === 0 || i < rows.size - 1
      ? named
      : section.phrase`${named}（并列的还有 ${{ [`${by}末位并列的个数`]: more }}）`;
  });
}
