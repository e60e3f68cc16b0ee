/** Questions whose options are put in order: who is put first, and the mean rank. */
import type { Question } from "../edition/questionnaire.ts";
import { splitAnswer } from "../edition/routing.ts";
import type { Response } from "../edition/survey.ts";
import { Frame } from "../table/frame.ts";
import { audience } from "./choice.ts";
import { type Ratio, ratio } from "./ratio.ts";

/** An option, how often it was put first, and where it was put. */
export interface OrderingRow {
  readonly 选项: string;
  readonly 首选: number;
  readonly 首选率: Ratio;
  /** How many gave it a rank at all. */
  readonly 排入: number;
  /** Mean of the ranks that it was given, 1 being first, to two decimals; null where nobody did. */
  readonly 平均名次: string | null;
}

/** The answers to a question whose options are put in order. */
export interface Ordering {
  readonly question: Question;
  /** How many the question was put to. */
  readonly asked: number;
  /** How many of them ranked at least one option: the base of 首选率. */
  readonly base: number;
  /** Most often first on top; equals by mean rank, then as in the questionnaire. */
  readonly rows: Frame<OrderingRow>;
}

/**
 * Counts a ranking. Respondents need not rank every option; the mean rank is that of those who ranked
 * it, so that 排入 must be read with it.
 *
 * @param responses all responses; the question's routing picks those it was put to
 * @throws {TypeError} if the question is of another kind
 */
export function ordering(responses: Frame<Response>, question: Question): Ordering {
  const { code, kind, options } = question;
  if (kind !== "排序") throw new TypeError(`Cannot rank ${code}: its kind is ${kind}`);
  const { asked, answered } = audience(responses, question);
  const answers = answered.column(code).map((answer) => splitAnswer(answer ?? ""));
  const counted = options.map((选项) => {
    const ranks = answers.map((answer) => answer.indexOf(选项) + 1).filter((rank) => rank > 0);
    const sum = ranks.reduce((total, rank) => total + rank, 0);
    const 首选 = ranks.filter((rank) => rank === 1).length;
    const row: OrderingRow = {
      选项,
      首选,
      首选率: ratio(首选, answers.length),
      排入: ranks.length,
      平均名次: ratio(sum, ranks.length).quotient(),
    };
    return { row, mean: sum / ranks.length };
  });
  const sorted = counted.toSorted((a, b) => b.row.首选 - a.row.首选 || (a.mean - b.mean || 0));
  return {
    question,
    asked,
    base: answers.length,
    rows: Frame.fromRows(sorted.map(({ row }) => row), [
      "选项",
      "首选",
      "首选率",
      "排入",
      "平均名次",
    ]),
  };
}
