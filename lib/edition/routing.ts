/**
 * Who is asked a question: the small language of a codebook's 适用对象 column.
 *
 *     G01=就业                    those who chose 就业 in G01
 *     G01≠升学                    those who answered G01, but not 升学
 *     G05∈较差┋很差              those who chose one of several options
 *     G05∉较差┋很差              those who answered, but none of these
 *     G01=就业；G18≠没有变动      both must hold
 *
 * An empty text asks everyone. In a question with several answers `=`, `∈` and `∋` ask for one of the
 * options among the answers, `≠` and `∉` for none. Where the earlier question was not answered, no
 * condition on it holds.
 */
import { nearestWords } from "../table/nearest.ts";
import { isWanted, parseConditions, type Written } from "./conditions.ts";

/** Joins the options of a question and the answers of a response, as the survey platform does. */
export const JOINER = "┋";

/** What the survey platform writes where a question was not put to somebody. */
export const NOT_ASKED = "(跳过)";

/** A condition on one earlier answer. */
export interface Condition {
  /** Code of the earlier question. */
  readonly code: string;
  /** Whether one of {@link options} must be among the answers, or none may be. */
  readonly wanted: boolean;
  readonly options: readonly string[];
}

/** All of these must hold; an empty list asks everyone. */
export type Routing = readonly Condition[];

/** What a condition may refer to. */
interface Earlier {
  readonly code: string;
  readonly options: readonly string[];
}

/**
 * Reads a routing.
 *
 * @param earlier the questions asked before this one
 * @returns the routing, or what is wrong with it in plain Chinese, condition by condition
 */
export function parseRouting(
  text: string,
  earlier: readonly Earlier[],
): { readonly value: Routing } | { readonly expected: readonly string[] } {
  return parseConditions(
    text,
    (written) => conditionOf(written, earlier),
    `G01=就业、G01≠升学 或 G05∈甲${JOINER}乙`,
  );
}

/** A condition, or what is wrong with it. */
function conditionOf(
  { name: code, operator, operand, text }: Written,
  earlier: readonly Earlier[],
): Condition | string {
  const question = earlier.find((one) => one.code === code);
  if (question === undefined) {
    const codes = earlier.map((one) => one.code);
    const which = codes.length === 0
      ? "这是第一题，前面没有题"
      : `前面的题号有 ${codes.join("、")}`;
    return `“${text}”中的“${code}”不是前面的题号；${which}`;
  }
  if (question.options.length === 0) {
    return `“${text}”中的“${code}”没有选项，不能作条件`;
  }
  const options = splitAnswer(operand);
  const unknown = options.find((option) => !question.options.includes(option));
  if (unknown === undefined) return { code, wanted: isWanted(operator), options };
  return `“${text}”中的“${unknown}”不是 ${code} 的选项${
    nearestWords(unknown, question.options)
  }；选项有 ${question.options.join("、")}`;
}

/**
 * Whether a response is asked a question.
 *
 * @param answers the response's answers by question code; null or {@link NOT_ASKED} where there is none
 */
export function isAsked(
  routing: Routing,
  answers: Readonly<Record<string, string | null>>,
): boolean {
  return routing.every(({ code, wanted, options }) => {
    const answer = answers[code] ?? null;
    if (answer === null || answer === NOT_ASKED) return false;
    return splitAnswer(answer).some((one) => options.includes(one)) === wanted;
  });
}

/** The options that an answer names, in its own order. */
export function splitAnswer(answer: string): string[] {
  return answer.split(JOINER).map((part) => part.trim());
}
