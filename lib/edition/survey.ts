/** Survey responses, one row each, read against the codebook of their questionnaire. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCodebook } from "./codebook.ts";
import { type Codebook, type Question, RESPONSE_ID } from "./questionnaire.ts";
import { PLATFORM_COLUMNS, RESPONSE_NUMBERS } from "./platform_columns.ts";
import { missingColumns, readSheet } from "../table/csv.ts";
import { type Fault, throwIfAny } from "../table/faults.ts";
import { Frame, ofPersons } from "../table/frame.ts";
import { nearestWords } from "../table/nearest.ts";
import { readAnswer } from "./answer.ts";
import { isAsked, NOT_ASKED } from "./routing.ts";

/**
 * A response: one answer a question by its code. Several answers are joined by ┋, first to last where
 * they are ranked; null is not asked, or asked and not answered; {@link NOT_ASKED} is what the
 * platform says it did not ask. Of one's own words it only holds that there are some, and it has no
 * number of its own: a response can be counted, not found again.
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
 * Reads the surveys that an edition has: both, one or none. Where the second has a figure's key that
 * the first has too, its own is told apart by the survey's name.
 *
 * @throws {DataError} with every fault of them
 */
export function readSurveys(folder: string): NamedSurvey[] {
  const taken = new Set<string>();
  return Object.entries(SURVEYS).filter(([file]) => existsSync(join(folder, `${file}.csv`)))
    .map(([file, name]) => {
      const { codebook, ...others } = readSurvey(folder, file);
      const questions = codebook.questions.map((one) =>
        one.key !== "" && taken.has(one.key) ? { ...one, key: `${one.key}·${name}` } : one
      );
      for (const { key } of questions) taken.add(key);
      return { name, codebook: { ...codebook, questions }, ...others };
    });
}

/** A questionnaire and what came back. */
export interface Survey {
  readonly codebook: Codebook;
  readonly responses: Frame<Response>;
  /** Columns of the file that are the platform's own, and are not read. */
  readonly aside?: readonly string[];
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
  return { codebook, ...readResponses(join(folder, `${name}.csv`), codebook) };
}

/**
 * Reads responses. A question that was asked may stay unanswered; one that was not asked may not be
 * answered. What a respondent wrote stays in the file: no fault repeats it, nor a response's number.
 *
 * @throws {DataError} with every fault of the file: what {@link readSheet} finds, a missing or
 *   unknown column, an empty or repeated 问卷编号, an unknown option, two answers to a single choice,
 *   the same answer twice, what is no number, an answer to a question that was not asked
 */
export function readResponses(
  path: string,
  codebook: Codebook,
): Required<Pick<Survey, "responses" | "aside">> {
  // Free text may hold line breaks, and so may what is written behind an option 其他.
  const written = codebook.questions.filter(({ kind, options }) =>
    kind === "填空" || options.some((option) => /^其[他它]/.test(option))
  );
  const sheet = readSheet(path, {
    prose: [...PLATFORM_COLUMNS, ...written.map(({ code }) => code)],
  });
  const codes = codebook.questions.map(({ code }) => code);
  const own = sheet.header.filter((name) => !codes.includes(name));
  const numbered = RESPONSE_NUMBERS.find((name) => own.includes(name)) ?? RESPONSE_ID;
  const columns = [numbered, ...codes];
  const aside = own.filter((name) => name !== numbered && PLATFORM_COLUMNS.includes(name));
  const misnamed = [
    ...missingColumns(sheet, columns),
    ...own.filter((name) => name !== numbered && !aside.includes(name)).map((column) => ({
      file: sheet.file,
      row: 1,
      column,
      expected: `${codebook.file} 中没有这个题号${nearestWords(column, columns)}`,
    })),
  ];
  throwIfAny(misnamed.length > 0 ? [...misnamed, ...sheet.faults] : []);

  const faults: Fault[] = [...sheet.faults];
  const places = new Map(columns.map((name) => [name, sheet.header.indexOf(name)]));
  const seen = new Map<string, number>();
  const responses = sheet.rows.map(({ number, cells }) => {
    const cell = (column: string) => cells[places.get(column) ?? -1] ?? "";
    const id = cell(numbered);
    const first = seen.get(id);
    if (id === "" || first !== undefined) {
      const wrong = first === undefined
        ? { expected: "每份答卷都应有编号" }
        : { against: first, expected: "重复，编号应各不相同" };
      faults.push({ file: sheet.file, row: number, column: numbered, ...wrong });
    } else seen.set(id, number);

    const answers: Record<string, string | null> = {};
    const doubtful = new Set<string>();
    for (const question of codebook.questions) {
      const { code, routing } = question;
      const { answer, wrong, shown } = readAnswer(cell(code), question);
      answers[code] = answer;
      if (answer === null || answer === NOT_ASKED) continue;
      if (wrong.length > 0) doubtful.add(code);
      // An earlier answer that is itself at fault tells nothing of who should have been asked.
      const told = routing.every((condition) => !doubtful.has(condition.code));
      const stray = told && !isAsked(routing, answers) ? [notAsked(question, answers)] : [];
      for (const expected of [...wrong, ...stray]) {
        faults.push({
          file: sheet.file,
          row: number,
          column: code,
          ...(shown === undefined ? {} : { found: shown }),
          expected: `“${question.text}”：${expected}`,
        });
      }
    }
    return answers;
  });
  throwIfAny(faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return { responses: ofPersons(Frame.fromRows<Response>(responses, codes)), aside };
}

/** Says why a response should not have answered a question. */
function notAsked(question: Question, answers: Response): string {
  const reasons = question.routing.filter((condition) => !isAsked([condition], answers)).map(
    ({ code, wanted, options }) => {
      const answer = answers[code] ?? null;
      const given = answer === null || answer === NOT_ASKED
        ? `${code} 没有作答`
        : `${code} 为“${answer}”`;
      return `只问 ${code} ${wanted ? "为" : "不为"}“${
        options.join("”或“")
      }”的人，这份答卷 ${given}`;
    },
  );
  const { options } = question;
  const list = options.length === 0 ? "" : `。本题可选：${options.join("、")}`;
  return `不应作答：${reasons.join("；")}${list}`;
}
