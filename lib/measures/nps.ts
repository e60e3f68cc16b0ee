/** How likely people would recommend: the net promoter score. */
import type { Question } from "../edition/questionnaire.ts";
import type { Response } from "../edition/survey.ts";
import { Frame } from "../table/frame.ts";
import { audience } from "./choice.ts";
import { type Interval, meanInterval } from "./confidence.ts";
import { type Ratio, ratio } from "./ratio.ts";
import type { ScaleRow } from "./scale.ts";

/** The three groups by their answers, and what each counts in the score. */
const GROUPS = [
  { 选项: "推荐者", from: 9, to: 10, 得分: 100 },
  { 选项: "中立者", from: 7, to: 8, 得分: 0 },
  { 选项: "贬损者", from: 0, to: 6, 得分: -100 },
] as const;

/** What the groups are called in full, with the answers that make them up. */
export const GROUP_LABELS = GROUPS.map(({ 选项, from, to }) => `${选项}（${from}–${to}）`);

/** The answers of those who would recommend. */
export const PROMOTERS: readonly string[] = ["10", "9"];

/** The answers to a question of the kind NPS. */
export interface Nps {
  readonly question: Question;
  /** How many the question was put to. */
  readonly asked: number;
  /** How many of them answered. */
  readonly base: number;
  /** 推荐者, 中立者 and 贬损者. */
  readonly rows: Frame<ScaleRow>;
  /** Promoters less detractors, of all who answered: −100 to 100 as a percentage. */
  readonly score: Ratio;
  /** Of the score. */
  readonly interval: Interval | null;
  /** Mean answer, 0 to 10, to two decimals; null where nobody answered. */
  readonly mean: string | null;
}

/**
 * The net promoter score (F. F. Reichheld, "The one number you need to grow", Harvard Business Review
 * 81, 2003): the share of those who answer 9 or 10 less that of those who answer 0 to 6. Its interval
 * is that of the mean of 100, 0 and −100.
 *
 * @param responses all responses; the question's routing picks those it was put to
 * @throws {TypeError} if the question is of another kind
 */
export function nps(responses: Frame<Response>, question: Question): Nps {
  const { code, kind } = question;
  if (kind !== "NPS") throw new TypeError(`Cannot score ${code} as NPS: its kind is ${kind}`);
  const { asked, answered } = audience(responses, question);
  const answers = answered.column(code).map(Number);
  const base = answers.length;
  const counted = GROUPS.map(({ 选项, from, to, 得分 }) => {
    const 人数 = answers.filter((answer) => from <= answer && answer <= to).length;
    return { 选项, 得分, 人数, 比例: ratio(人数, base) };
  });
  const rows = Frame.fromRows<ScaleRow>(counted, ["选项", "得分", "人数", "比例"]);
  const total = counted.reduce((sum, { 得分, 人数 }) => sum + 得分 * 人数, 0);
  return {
    question,
    asked,
    base,
    rows,
    score: ratio(total / 100, base),
    interval: meanInterval({ base, total, rows }),
    mean: ratio(answers.reduce((sum, answer) => sum + answer, 0), base).quotient(),
  };
}
