/** The surveys of an intake: a platform's export to responses and, where there is none, a codebook. */
import { stringify } from "@std/csv";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCodebook } from "../../edition/codebook.ts";
import { readAnswer } from "../../edition/answer.ts";
import { type Question, type QuestionKind, RESPONSE_ID } from "../../edition/questionnaire.ts";
import { isAsked, JOINER, NOT_ASKED, type Routing } from "../../edition/routing.ts";
import { readHeaders } from "../columns.ts";
import type { Findings } from "../findings.ts";
import type { Persons } from "../personal.ts";
import { openSheets, refusal, type Row } from "../../table/sheets/sheets.ts";
import { nameOf } from "../source.ts";
import { loose } from "../text.ts";
import { answersOf, isSkipped, secondsOf } from "./answers.ts";
import { hurried, repeated, type Response } from "./checks.ts";
import { codebookText, draftCodebook } from "./codebook_draft.ts";
import { type Asked, columnsOf } from "./questions.ts";

/** What surveys give. */
export interface Surveys {
  /** File name → text. */
  readonly files: ReadonlyMap<string, string>;
  /** One line a survey: what was read. */
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

interface Reading {
  readonly persons: Persons;
  readonly findings: Findings;
  readonly progress: (file: string, rows: number) => void;
}

/** A question with the columns that answer it; those of a draft have no routing and no unit. */
interface Matched {
  readonly asked: Asked;
  readonly code: string;
  readonly kind: QuestionKind;
  readonly options: readonly string[];
  readonly routing: Routing;
  /** The codebook's own, for kinds that have no options. */
  readonly question?: Question;
}

/**
 * Reads the surveys that an analyst names.
 *
 * @param folder the edition's folder, whose codebooks are used where they are
 * @throws {DataError} if a file cannot be read, or a codebook is wrong
 */
export async function takeSurveys(
  request: { readonly survey?: string; readonly employers?: string },
  folder: string,
  reading: Reading,
): Promise<Surveys> {
  const files = new Map<string, string>();
  const lines: string[] = [];
  const notes: string[] = [];
  const wanted = [
    ["graduate-survey", "毕业生问卷", "G", request.survey],
    ["employer-survey", "用人单位问卷", "E", request.employers],
  ] as const;
  for (const [name, called, letter, path] of wanted) {
    if (path === undefined) continue;
    const table = await readTable(path, reading.progress);
    const columns = columnsOf(table.header, table.rows.map(({ cells }) => cells), readHeaders());
    const codebook = join(folder, `${name}.codebook.csv`);
    let questions: readonly Matched[];
    if (existsSync(codebook)) {
      questions = matched(readCodebook(codebook).questions, columns.questions, table.file, reading);
    } else {
      const answers = columns.questions.map((asked) =>
        table.rows.map(({ cells }) => answersOf(asked, cells))
      );
      const draft = draftCodebook(letter, columns.questions, answers);
      if (draft.questions.length === 0) {
        throw refusal(table.file, "没有认出任何选择题；请核对这份导出");
      }
      files.set(`${name}.codebook.csv`, codebookText(draft));
      questions = draft.questions.map((one) => ({ ...one, routing: [] }));
      reading.findings.add({
        check: "代拟的题目表",
        level: "warn",
        file: `${name}.codebook.csv`,
        column: "",
        value: "",
        advice:
          `题目表是按答卷代拟的（${draft.questions.length} 题），请补上没有人选的选项和适用对象` +
          `，写法见 data/README.md；改好后重新运行`,
      });
      if (draft.written.length > 0) {
        notes.push(
          `${table.file}：填空题不读入：${
            draft.written.map((one) => reading.persons.shown(one)).join("、")
          }`,
        );
      }
    }
    if (columns.personal.length > 0) {
      notes.push(`${table.file}：涉及个人的题不读入：${columns.personal.join("、")}`);
    }
    const responses = table.rows.map((row) =>
      response(row, questions, columns.seconds, table.file, reading)
    );
    for (const doubt of [...repeated(responses), ...hurried(responses)]) {
      reading.findings.add({ ...doubt, file: table.file, column: "", value: "" });
    }
    files.set(`${name}.csv`, responsesText(responses, questions));
    lines.push(
      `${table.file}：${called}，${responses.length} 份，${questions.length} 题（${table.container}）`,
    );
  }
  return { files, lines, notes };
}

async function readTable(path: string, progress: Reading["progress"]) {
  const [sheet] = openSheets(path);
  if (sheet === undefined) throw refusal(path, "工作簿里没有数据");
  const file = nameOf(sheet);
  let header: readonly string[] | undefined;
  const rows: Row[] = [];
  for await (const portion of sheet.rows()) {
    for (const row of portion) {
      const filled = row.cells.filter((cell) => cell.trim() !== "").length;
      // A title stands alone in its row; a header and a response do not.
      if (filled < 2) continue;
      if (header === undefined) header = row.cells;
      else rows.push(row);
    }
    progress(file, rows.length);
  }
  if (header === undefined || rows.length === 0) throw refusal(file, "没有任何答卷");
  return { file, container: sheet.container, header, rows };
}

/** The codebook's questions with their columns: by header, by text, by short name. */
function matched(
  questions: readonly Question[],
  asked: readonly Asked[],
  file: string,
  { findings }: Reading,
): Matched[] {
  return questions.flatMap((question): Matched[] => {
    const names = [question.code, question.text, question.item].map(loose);
    const found = names.map((name) =>
      asked.find(({ header, text }) => loose(header) === name || loose(text) === name)
    ).find((one) => one !== undefined);
    if (found !== undefined) return [{ ...question, asked: found, question }];
    findings.add({
      check: "答卷缺题",
      level: "fail",
      file,
      column: question.code,
      value: question.text,
      advice: "题目表里有这一题，导出里没有；请核对题干，或从题目表里删去",
    });
    return [];
  });
}

function response(
  { number, cells }: Row,
  questions: readonly Matched[],
  seconds: number | undefined,
  file: string,
  { findings }: Reading,
): Response {
  const answers: Record<string, string | null> = {};
  for (const matched of questions) {
    const { code, routing, asked } = matched;
    if (isSkipped(asked, cells)) {
      answers[code] = NOT_ASKED;
      continue;
    }
    // What is no answer may be somebody's own words, so it is counted and never repeated.
    const tell = (check: string, what: string) =>
      findings.add({
        check,
        level: "warn",
        file,
        row: number,
        column: code,
        value: "",
        advice: `${what}，没有计入：${asked.text}`,
      });
    const answer = answerOf(matched, cells, tell);
    answers[code] = answer;
    if (answer === null || isAsked(routing, answers)) continue;
    answers[code] = null;
    tell("问卷跳转", "按题目表的适用对象不该问到，却有回答");
  }
  return {
    row: number,
    seconds: seconds === undefined ? undefined : secondsOf(cells[seconds] ?? ""),
    answers: new Map(questions.map(({ code }) => [code, answers[code] ?? ""])),
  };
}

/** An answer as the edition wants it, or null where there is none. */
function answerOf(
  { kind, options, asked, question }: Matched,
  cells: readonly string[],
  tell: (check: string, what: string) => void,
): string | null {
  const given = answersOf(asked, cells);
  if (question !== undefined && !["单选", "多选", "量表"].includes(kind)) {
    const { answer, wrong } = readAnswer(given.join(JOINER), question);
    if (wrong.length === 0) return answer;
    tell("题目表以外的回答", `有的回答不合题型（${kind}）`);
    return null;
  }
  const known = new Set(given.flatMap((one) => {
    const option = options.find((label) => loose(label) === loose(one)) ??
      // A coded export has the option's place, from 1, where the codebook has its words.
      (/^\d{1,2}$/.test(one) ? options[Number(one) - 1] : undefined);
    if (option === undefined) {
      tell("题目表以外的回答", "有的回答不在题目表的选项里（选项漏了的请补到题目表里）");
    }
    return option ?? [];
  }));
  if (known.size > 1 && kind !== "多选") {
    tell("单选题多选", `${kind}题选了几项`);
    return null;
  }
  return known.size === 0 ? null : [...known].join(JOINER);
}

/** Responses as the edition wants them, numbered in their order. */
function responsesText(responses: readonly Response[], questions: readonly Matched[]): string {
  const codes = questions.map(({ code }) => code);
  const rows = responses.map(({ answers }, i) => [
    String(i + 1),
    ...codes.map((code) => answers.get(code) ?? ""),
  ]);
  return stringify([[RESPONSE_ID, ...codes], ...rows]).replaceAll("\r\n", "\n");
}
