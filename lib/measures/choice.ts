/** Choice questions: how many chose each option, and of whom that is a share. */
import { type Question, UNLISTED } from "../edition/questionnaire.ts";
import { Frame, pure } from "../table/frame.ts";
import { isAsked, NOT_ASKED, splitAnswer } from "../edition/routing.ts";
import type { Response } from "../edition/survey.ts";
import { type Ratio, ratio } from "./ratio.ts";
import { tally } from "./tally.ts";

/** An option and how many chose it. */
export interface ChoiceRow {
  readonly 选项: string;
  readonly 人数: number;
  readonly 比例: Ratio;
}

/** The answers to a choice question. */
export interface Choice {
  readonly question: Question;
  /** How many the question was put to. */
  readonly asked: number;
  /** How many of them answered: the base of every share. */
  readonly base: number;
  /** A row an option in the questionnaire's order, with those nobody chose. */
  readonly rows: Frame<ChoiceRow>;
}

/**
 * A question with one answer: each option's share of those who were asked and answered. The counts
 * make up the base.
 *
 * @param responses all responses; the question's routing picks those it was put to
 * @throws {TypeError} if the question takes several answers
 * @throws {RangeError} if an answer is not an option
 */
export function singleChoice(responses: Frame<Response>, question: Question): Choice {
  requireKind(question, "单选", "量表");
  const { asked, answered } = audience(responses, question);
  return choice(question, asked, answered, answered);
}

/**
 * A question with several answers: for each option, the share of respondents who chose it (not of
 * the choices made). A respondent counts under every option chosen, so the shares need not sum to
 * 100 %.
 *
 * @param responses all responses; the question's routing picks those it was put to
 * @throws {TypeError} if the question takes one answer
 * @throws {RangeError} if an answer is not an option
 */
export function multipleChoice(responses: Frame<Response>, question: Question): Choice {
  requireKind(question, "多选");
  const { asked, answered } = audience(responses, question);
  const chosen = answered.column(question.code)
    .flatMap((answer) => (answer === null ? [] : [...new Set(splitAnswer(answer))]))
    .map((option) => ({ [question.code]: option }));
  return choice(question, asked, answered, Frame.fromRows<Response>(chosen, [question.code]));
}

/**
 * The options by how many chose them, most first; ties keep the questionnaire's order. What a report
 * does not list comes last, however large: it is not an option that could lead.
 */
export function ranked(rows: Frame<ChoiceRow>): Frame<ChoiceRow> {
  const order = rows.rows().toSorted((a, b) =>
    Number(a.选项 === UNLISTED) - Number(b.选项 === UNLISTED) || b.人数 - a.人数
  );
  return Frame.fromRows(order, ["选项", "人数", "比例"]);
}

/**
 * The `most` options that were chosen most often (首要、其次……), without what a report does not list.
 */
export function leading(rows: Frame<ChoiceRow>, most: number): Frame<ChoiceRow> {
  return ranked(rows.filter(({ 选项 }) => 选项 !== UNLISTED)).slice(0, most);
}

/**
 * The share of those who chose one of several options of a question with one answer, as one ratio
 * of counts (adding rounded percentages can miss it by 0.01).
 *
 * @throws {RangeError} if an option does not exist
 */
export function combined({ question, base, rows }: Choice, options: readonly string[]): Ratio {
  requireKind(question, "单选", "量表");
  const unknown = options.find((option) => !question.options.includes(option));
  if (unknown !== undefined) {
    throw new RangeError(
      `${question.code} 没有选项“${unknown}”；现有：${question.options.join("、")}`,
    );
  }
  const counts = rows.rows().map(({ 选项, 人数 }) => (options.includes(选项) ? 人数 : 0));
  return ratio(counts.reduce((sum, count) => sum + count, 0), base);
}

/**
 * All shares of a question added up, as one ratio: 100 % for a single choice, and for several
 * answers as many times 100 % as respondents chose options on average.
 */
export function sumOfShares({ base, rows }: Choice): Ratio {
  return ratio(rows.column("人数").reduce((sum, count) => sum + count, 0), base);
}

/**
 * How many a question was put to, and the responses of those who answered it. It was put to those
 * whom its routing asks, but for those of whom the survey platform says that it was not.
 */
export function audience(
  responses: Frame<Response>,
  { code, routing }: Question,
): { readonly asked: number; readonly answered: Frame<Response> } {
  const asked = responses.filter(
    pure((response) => isAsked(routing, response) && response[code] !== NOT_ASKED),
  );
  return {
    asked: asked.size,
    answered: asked.filter((response) => response[code] !== null),
  };
}

/** Counts `choices`, a row each choice made, against the number of respondents. */
function choice(
  question: Question,
  asked: number,
  answered: Frame<Response>,
  choices: Frame<Response>,
): Choice {
  const { code, options } = question;
  const base = answered.size;
  const counts = new Map(
    tally(choices, code, "人数").rows().map((row) => [row[code], Number(row["人数"])]),
  );
  const unknown = [...counts.keys()].find((option) => !options.some((known) => known === option));
  if (unknown !== undefined) {
    throw new RangeError(`Cannot count ${code}: "${unknown}" is not one of its options`);
  }
  const rows = options.map((选项) => {
    const 人数 = counts.get(选项) ?? 0;
    return { 选项, 人数, 比例: ratio(人数, base) };
  });
  return { question, asked, base, rows: Frame.fromRows(rows, ["选项", "人数", "比例"]) };
}

function requireKind({ code, kind }: Question, ...kinds: readonly Question["kind"][]): void {
  if (kinds.includes(kind)) return;
  throw new TypeError(`Cannot count ${code} as ${kinds.join(" or ")}: its kind is ${kind}`);
}
