/** Scales: distribution, satisfaction rate and mean score; batteries of them. */
import type { Question } from "../edition/questionnaire.ts";
import { Frame } from "../table/frame.ts";
import type { Response } from "../edition/survey.ts";
import { type ChoiceRow, combined, singleChoice } from "./choice.ts";
import { type Ratio, ratio } from "./ratio.ts";

/** A label of a scale, its score and how many chose it. */
export interface ScaleRow extends ChoiceRow {
  readonly 得分: number;
}

/** The answers to a scale. */
export interface Scale {
  readonly question: Question;
  /** How many the question was put to. */
  readonly asked: number;
  /** How many of them answered. */
  readonly base: number;
  /** A row a label, best to worst. */
  readonly rows: Frame<ScaleRow>;
  /** Share of the labels that count as satisfied (满意度、适应度、胜任度……). */
  readonly satisfied: Ratio;
  /** Sum of all scores; over the base it is the mean. */
  readonly total: number;
  /** Mean score to two decimals, rounded half up, e.g. `"4.35"`; null where nobody answered. */
  readonly mean: string | null;
}

/**
 * A scale. The satisfaction rate is the share of respondents who chose one of the labels that the
 * codebook counts as satisfied, as one ratio of counts; the mean score gives the labels the scores
 * that the codebook states, else 5 to 1 where there are five, best to worst.
 *
 * @param responses all responses; the question's routing picks those it was put to
 * @throws {TypeError} if the question is no scale
 * @throws {RangeError} if an answer is not one of its labels
 */
export function scale(responses: Frame<Response>, question: Question): Scale {
  if (question.kind !== "量表") {
    throw new TypeError(`Cannot score ${question.code}: its kind is ${question.kind}, not 量表`);
  }
  const counted = singleChoice(responses, question);
  const rows = counted.rows.rows()
    .map(({ 选项, 人数, 比例 }, i) => ({ 选项, 得分: question.scores[i] ?? 0, 人数, 比例 }));
  const total = rows.reduce((sum, { 得分, 人数 }) => sum + 得分 * 人数, 0);
  return {
    question,
    asked: counted.asked,
    base: counted.base,
    rows: Frame.fromRows(rows, ["选项", "得分", "人数", "比例"]),
    satisfied: combined(counted, question.satisfied),
    total,
    // Scores may have two decimals: in hundredths they are whole.
    mean: ratio(Math.round(total * 100), counted.base * 100).quotient(),
  };
}
