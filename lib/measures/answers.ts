/** The answers behind a figure, found in the codebook by the figure's number or a short name. */
import { type Question, questionsOf } from "../edition/questionnaire.ts";
import type { Survey } from "../edition/survey.ts";
import { type Choice, multipleChoice, singleChoice } from "./choice.ts";
import { type Scale, scale } from "./scale.ts";

/**
 * A choice question, counted as its kind asks.
 *
 * @param name the figure that shows this question only, e.g. `图9`, or the question's 项目
 * @throws {RangeError} if the codebook has none or several of that name
 */
export function choiceOf(survey: Survey, name: string): Choice {
  const question = theOne(survey, name);
  return question.kind === "多选"
    ? multipleChoice(survey.responses, question)
    : singleChoice(survey.responses, question);
}

/**
 * A scale.
 *
 * @param name the figure that shows this question only, e.g. `图12`, or the question's 项目
 * @throws {RangeError} if the codebook has none or several of that name
 * @throws {TypeError} if the question is no scale
 */
export function scaleOf(survey: Survey, name: string): Scale {
  return scale(survey.responses, theOne(survey, name));
}

/**
 * The scales that a figure shows, in the questionnaire's order.
 *
 * @param figure e.g. `图14`
 * @throws {RangeError} if there is none
 * @throws {TypeError} if a question of the figure is no scale
 */
export function scalesOf({ codebook, responses }: Survey, figure: string): Scale[] {
  return questionsOf(codebook, figure).map((question) => scale(responses, question));
}

function theOne({ codebook: { file, questions } }: Survey, name: string): Question {
  const found = questions.filter(({ figure, item }) => figure === name || item === name);
  const [question] = found;
  if (question !== undefined && found.length === 1) return question;
  throw new RangeError(`${file} 中应恰好有一题的图号或项目是“${name}”，现有 ${found.length} 题`);
}
