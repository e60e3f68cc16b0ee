/** What stands behind a computed number: how it comes about, and whether it is as published. */
import type { Comparison } from "../../document/compare.ts";
import type { Statement } from "../../document/exhibit.ts";
import { escapeHtml } from "../../document/html.ts";
import { sayNumber } from "../../document/words.ts";
import { sourceOf } from "../jupyter/notebook.ts";
import type { Notebook } from "../jupyter/notebook.ts";
import { anchorOf, cellAnchor } from "./page.ts";

/** What is known of a report's numbers besides the numbers. */
export interface Evidence {
  readonly comparison: Pick<Comparison, "differ" | "errata" | "unchecked">;
  /** Notebook → the edition's files that it reads. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

/** How a notebook reads which of an edition's files. */
const READERS: readonly (readonly [verb: RegExp, files: readonly string[]])[] = [
  [/\breport\.graduates\b|\bgraduates\b.*= report\b/, ["graduates.csv"]],
  [/\.cohorts\(/, ["history.csv"]],
  [/\breadProfile\(/, ["profile.csv"]],
  [/\breadProvincialMajors\(/, ["provincial-majors.csv"]],
  [/\breadUniversities\(/, ["universities.csv"]],
  [/\breadSurveys\(/, ["graduate-survey.csv", "employer-survey.csv"]],
  [/\breadInitiatives\(/, ["initiatives.csv"]],
];

/**
 * The files that a notebook reads, among those that there are.
 *
 * @param there the names in the edition's folder
 */
export function filesReadBy(notebook: Notebook, there: ReadonlySet<string>): string[] {
  const code = notebook.cells.filter(({ cell_type }) => cell_type === "code").map(sourceOf).join(
    "\n",
  );
  return READERS.filter(([verb]) => verb.test(code)).flatMap(([, files]) => files)
    .filter((file) => there.has(file));
}

/** The id of what explains a number; null for a name, which needs no explanation. */
export function explanationOf(statement: Statement): string | null {
  const { value, unit } = statement;
  const isNumber = typeof value === "number" || unit !== "";
  return isNumber ? `why-${anchorOf(statement)}` : null;
}

/** A number's explanation, which opens beside it without a script. */
export function explanationHtml(statement: Statement, evidence: Evidence): string {
  const { subject, measure, of, notebook, cell } = statement;
  const files = evidence.files.get(notebook) ?? [];
  const facts = [
    of === null ? "" : `${of[0]} ÷ ${of[1]}`,
    agreement(statement, evidence),
    files.length === 0 ? "" : `本章的数据：${files.join("、")}`,
  ].filter((fact) => fact !== "");
  const links = [
    ...(cell === null ? [] : [`<a href="${notebook}.html#${cellAnchor(cell)}">算出它的代码</a>`]),
    `<a href="#${escapeHtml(anchorOf(statement))}">这个数的链接</a>`,
  ];
  return `<div popover class="why" id="${escapeHtml(explanationOf(statement) ?? "")}">` +
    `<p><b>${escapeHtml(`${subject} · ${measure}`)}</b>　${escapeHtml(sayNumber(statement))}</p>` +
    `<p>${facts.map(escapeHtml).join("<br>")}</p><p>${links.join("　")}</p></div>`;
}

/** How a number compares with print. */
function agreement({ id, key }: Statement, { comparison }: Evidence): string {
  if (id === key) return "没有公布过";
  const other = [...comparison.differ, ...comparison.errata].find((one) => one.id === id);
  if (other !== undefined) return `公布的是 ${other.published}（编号 ${id}）`;
  return comparison.unchecked.some((one) => one.id === id)
    ? `公布过，没有对照（编号 ${id}）`
    : `与公布的相符（编号 ${id}）`;
}
