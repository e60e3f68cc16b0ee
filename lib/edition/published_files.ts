/** Writing what is published: the files that `readFacts` and `readTitles` read. */
import { stringify } from "@std/csv";
import { COLUMNS, DRAFT, type Facts, PROOF, type PublishedTable, STATEMENTS } from "./published.ts";
import { type PrintedTitle, TITLE_COLUMNS, TITLES } from "./titles.ts";

/**
 * The files of a `published/` folder, by name.
 *
 * @param draft whether nothing was held against the printed copy yet: every row is then marked
 */
export function publishedFiles(
  { tables, figures = [], statements }: Facts,
  titles: readonly PrintedTitle[],
  { draft = false } = {},
): Map<string, string> {
  const csv = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
    text(draft ? [...columns, PROOF] : columns, draft ? rows.map((row) => [...row, DRAFT]) : rows);
  const sheets = (stem: string, of: readonly PublishedTable[]) =>
    of.map(({ number, columns, rows }) =>
      [`${stem}-${String(number).padStart(2, "0")}.csv`, csv(columns, rows)] as const
    );
  return new Map([
    ...sheets("table", tables),
    ...sheets("figure", figures),
    [
      STATEMENTS,
      csv(
        COLUMNS,
        statements.map(({ id, place, subject, measure, value, unit, kind }) => [
          id,
          place,
          subject,
          measure,
          value,
          unit,
          kind,
        ]),
      ),
    ],
    [TITLES, text(TITLE_COLUMNS, titles.map((row) => TITLE_COLUMNS.map((name) => row[name])))],
  ]);
}

/** A file of ours is `published/`'s own, so that another writing replaces it. */
export function isPublishedFile(name: string): boolean {
  return /^(table|figure)-\d{2,}\.csv$/.test(name) || name === STATEMENTS || name === TITLES;
}

function text(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([columns, ...rows].map((row) => [...row])).replaceAll("\r\n", "\n");
}
