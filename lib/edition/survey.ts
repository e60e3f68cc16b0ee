/** Survey responses, one row each, read against the codebook of their questionnaire. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { closest } from "fastest-levenshtein";
import { readCodebook } from "./codebook.ts";
import { type Codebook, type Question, RESPONSE_ID } from "./questionnaire.ts";
import { missingColumns, readSheet } from "../table/csv.ts";
import { type Fault, throwIfAny } from "../table/faults.ts";
import { Frame } from "../table/frame.ts";
import { isAsked, splitAnswer } from "./routing.ts";

/**
 * A response: `问卷编号`, then one answer a question by its code. Several answers stay joined by ┋;
 * null is not asked, or asked and not answered.
 */
export type Response = Readonly<Record<string, string | null>>;

/** The surveys that an edition may have: file stem and what a report calls it. */
const SURVEYS = {
  "graduate-survey": "毕业生就业跟踪调查",
  "employer-survey": "用人单位满意度调查",
} as const;

/** A survey that an edition has, by name. */
export interface NamedSurvey extends Survey {
  readonly name: string;
}

/**
 * Reads the surveys that an edition has: both, one or none.
 *
 * @throws {DataError} with every fault of them
 */
export function readSurveys(folder: string): NamedSurvey[] {
  return Object.entries(SURVEYS).filter(([file]) => existsSync(join(folder, `${file}.csv`)))
    .map(([file, name]) => ({ name, ...readSurvey(folder, file) }));
}

/** A questionnaire and what came back. */
export interface Survey {
  readonly codebook: Codebook;
  readonly responses: Frame<Response>;
}

/**
 * Reads a survey: `<name>.codebook.csv` and `<name>.csv`.
 *
 * @param folder the edition's folder
 * @param name e.g. `graduate-survey`
 * @throws {DataError} with every fault of the codebook, else every fault of the responses
 */
export function readSurvey(folder: string, name: string): Survey {
  const codebook = readCodebook(join(folder, `${name}.codebook.csv`));
  return { codebook, responses: readResponses(join(folder, `${name}.csv`), codebook) };
}

/**
 * Reads responses. A question that was asked may stay unanswered; one that was not asked may not be
 * answered.
 *
 * @throws {DataError} with every fault of the file: what {@link readSheet} finds, a missing or
 *   unknown column, an empty or repeated 问卷编号, an unknown option, two answers to a single choice,
 *   the same answer twice, an answer to a question that was not asked
 */
export function readResponses(path: string, codebook: Codebook): Frame<Response> {
  const sheet = readSheet(path);
  const columns = [RESPONSE_ID, ...codebook.questions.map(({ code }) => code)];
  const misnamed = [
    ...missingColumns(sheet, columns),
    ...sheet.header.filter((name) => !columns.includes(name)).map((column) => ({
      file: sheet.file,
      row: 1,
      column,
      expected: `${codebook.file} 中没有这个题号，最接近的是“${closest(column, columns)}”`,
    })),
  ];
  throwIfAny(misnamed.length > 0 ? [...misnamed, ...sheet.faults] : []);

  const faults: Fault[] = [...sheet.faults];
  const places = new Map(columns.map((name) => [name, sheet.header.indexOf(name)]));
  const seen = new Map<string, number>();
  const responses = sheet.rows.map(({ number, cells }) => {
    const cell = (column: string) => cells[places.get(column) ?? -1] ?? "";
    const id = cell(RESPONSE_ID);
    const first = seen.get(id);
    if (id === "" || first !== undefined) {
      const expected = id === "" ? "每份答卷都应有编号" : `与第 ${first} 行重复，编号应各不相同`;
      faults.push({ file: sheet.file, row: number, column: RESPONSE_ID, found: id, expected });
    } else seen.set(id, number);

    const answers: Record<string, string | null> = { [RESPONSE_ID]: id };
    const doubtful = new Set<string>();
    for (const question of codebook.questions) {
      const { code, routing } = question;
      const found = cell(code);
      answers[code] = found === "" ? null : found;
      if (found === "") continue;
      const wrong = answerProblems(found, question);
      if (wrong.length > 0) doubtful.add(code);
      // An earlier answer that is itself at fault tells nothing of who should have been asked.
      const told = routing.every((condition) => !doubtful.has(condition.code));
      if (told && !isAsked(routing, answers)) wrong.push(notAsked(question, answers));
      for (const expected of wrong) {
        const whose = `问卷 ${id === "" ? "（无编号）" : id}，“${question.text}”：`;
        faults.push({
          file: sheet.file,
          row: number,
          column: code,
          found,
          expected: whose + expected,
        });
      }
    }
    return answers;
  });
  throwIfAny(faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return Frame.fromRows<Response>(responses, columns);
}

/** What is wrong with an answer by itself. */
function answerProblems(answer: string, { kind, options }: Question): string[] {
  const chosen = splitAnswer(answer);
  const list = `可选：${options.join("、")}`;
  const unknown = chosen.filter((one) => !options.includes(one)).map((one) =>
    one === ""
      ? `有空的选项；${list}`
      : `没有选项“${one}”，最接近的是“${closest(one, [...options])}”；${list}`
  );
  if (unknown.length > 0) return unknown;
  if (chosen.length > 1 && kind !== "多选") {
    return [`${kind}题只能选一项，现选了 ${chosen.length} 项；${list}`];
  }
  const twice = chosen.find((one, i) => chosen.indexOf(one) !== i);
  return twice === undefined ? [] : [`“${twice}”选了两次；${list}`];
}

/** Says why a response should not have answered a question. */
function notAsked(question: Question, answers: Response): string {
  const reasons = question.routing.filter((condition) => !isAsked([condition], answers)).map(
    ({ code, wanted, options }) => {
      const answer = answers[code] ?? null;
      const given = answer === null ? `${code} 没有作答` : `${code} 为“${answer}”`;
      return `只问 ${code} ${wanted ? "为" : "不为"}“${
        options.join("”或“")
      }”的人，这份答卷 ${given}`;
    },
  );
  return `不应作答：${reasons.join("；")}。本题可选：${question.options.join("、")}`;
}
