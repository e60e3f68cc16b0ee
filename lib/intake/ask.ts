/** Questions that only the analyst can answer, asked on the terminal and kept in the draft. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { FURTHER } from "./findings.ts";
import type { Outcome } from "./intake.ts";
import { INTAKE } from "../edition/acceptances.ts";
import { MASK } from "./personal.ts";
import { UNKNOWN_OPTIONAL, UNKNOWN_REQUIRED } from "./values.ts";

/** How many values are asked for; more are answered in the file. */
const MOST = 10;

/** What was answered: headers with their meaning, and values by column. */
export interface Told {
  readonly columns: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Asks which header is a missing column, and what an unknown value stands for.
 *
 * @param ask shows a question and gives the answer; null or empty where there is none
 * @returns undefined if nothing was answered
 */
export function askAbout(
  { questions, findings }: Pick<Outcome, "questions" | "findings">,
  ask: (question: string) => string | null,
): Told | undefined {
  const columns: Record<string, string> = {};
  for (const column of questions.columns) {
    const left = questions.headers.filter((header) => !(header in columns));
    if (left.length === 0) break;
    const list = left.map((header, i) => `${i + 1} ${header}`).join("  ");
    const answer = ask(`哪一列是“${column}”？${list}\n填序号，没有就直接回车：`)?.trim() ?? "";
    const header = left[Number(answer) - 1];
    if (header !== undefined) columns[header] = column;
  }
  const values: Record<string, Record<string, string>> = {};
  const unknown = findings.filter(({ check, level, value }) =>
    level === "fail" && ![MASK, FURTHER].includes(value) &&
    [UNKNOWN_REQUIRED, UNKNOWN_OPTIONAL].includes(check)
  );
  for (const { column, value, count, advice } of unknown.slice(0, MOST)) {
    const question =
      `${column}的“${value}”（${count} 处）应是什么？${advice}\n写出取值，不知道就直接回车：`;
    const answer = ask(question)?.trim() ?? "";
    if (answer !== "") (values[column] ??= {})[value] = answer;
  }
  const told = Object.keys(columns).length + Object.keys(values).length > 0;
  return told ? { columns, values } : undefined;
}

/**
 * Adds answers to the draft that a failed intake left.
 *
 * @param folder where the draft is
 */
export function keepAnswers(folder: string, told: Told): void {
  const path = join(folder, INTAKE);
  const draft = (existsSync(path) ? JSON.parse(Deno.readTextFileSync(path)) : {}) as Partial<Told>;
  const values: Record<string, Record<string, string>> = {};
  for (const answers of [draft.values ?? {}, told.values]) {
    for (const [column, one] of Object.entries(answers)) {
      values[column] = { ...values[column], ...one };
    }
  }
  const columns = { ...draft.columns, ...told.columns };
  Deno.writeTextFileSync(path, JSON.stringify({ columns, values }, null, 2) + "\n");
}
