/** What a questionnaire asks, as plain data; `codebook.ts` reads it from a file. */
import type { Routing } from "./routing.ts";
import type { SentenceForm } from "./sentence_form.ts";

/**
 * What a question asks for: one option, several, one label of a scale, a number, how likely one
 * would recommend (0 to 10), options in order, or one's own words.
 */
export const KINDS = ["单选", "多选", "量表", "数值", "NPS", "排序", "填空"] as const;
export type QuestionKind = typeof KINDS[number];

/** The answers to a question of the kind NPS, best first. */
export const LIKELIHOODS = Array.from({ length: 11 }, (_, i) => String(10 - i));

/**
 * The option that gathers what a published report does not list. Records rebuilt from a report have
 * it; it is no finding and takes no place in a ranking.
 */
export const UNLISTED = "报告未列出";

/** One question. */
export interface Question {
  /** Its column in the responses, e.g. `G01`. */
  readonly code: string;
  readonly text: string;
  readonly kind: QuestionKind;
  /** In the order of the questionnaire; a scale's from best to worst; a number's bands, if any. */
  readonly options: readonly string[];
  /** What each label of a scale scores, in the options' order; none for other kinds. */
  readonly scores: readonly number[];
  /** What a number is counted in, e.g. `元/月`; empty where the codebook does not say. */
  readonly unit: string;
  /** Who is asked. */
  readonly routing: Routing;
  /** The figure that shows it in print, e.g. `图14`; empty where none does. */
  readonly figure: string;
  /** Its short name beside others of its battery; the text where the codebook gives none. */
  readonly item: string;
  /**
   * Where it is told: the chapter's number as typed in its notebook, then headings from the outside
   * in, e.g. `四`, `毕业生就业跟踪调查`, `求职收获`. Empty where the codebook does not say; `不列` alone
   * where it is only asked to route others.
   */
  readonly section: readonly string[];
  /** Key of the figure that shows it; scales, numbers or NPS of one key are a battery. Empty where none shows it. */
  readonly key: string;
  /** The figure's title. */
  readonly title: string;
  /** The sentence that tells it. */
  readonly sentence: SentenceForm;
  /** Of what it speaks and what it measures, as numbers are named. */
  readonly subject: string;
  readonly measure: string;
  /** Whether the options have an order of their own, as 非常多 before 较多; else the largest is first. */
  readonly ordered: boolean;
  /** The labels of a scale that count as satisfied. */
  readonly satisfied: readonly string[];
}

/** A questionnaire. */
export interface Codebook {
  /** The file as an analyst knows it. */
  readonly file: string;
  readonly questions: readonly Question[];
}

/** The column of a response's own number, which no question may be called. */
export const RESPONSE_ID = "问卷编号";

/**
 * The question of a code.
 *
 * @throws {RangeError} if there is none, naming those there are
 */
export function questionOf(codebook: Codebook, code: string): Question {
  const found = codebook.questions.find((one) => one.code === code);
  if (found !== undefined) return found;
  throw new RangeError(
    `没有题号“${code}”；${codebook.file} 中有 ${
      codebook.questions.map((one) => one.code).join("、")
    }`,
  );
}

/**
 * The questions that a figure shows, in the codebook's order: one, or a battery.
 *
 * @param figure e.g. `图14`
 * @throws {RangeError} if there is none
 */
export function questionsOf(codebook: Codebook, figure: string): readonly Question[] {
  const found = codebook.questions.filter((one) => one.figure === figure);
  if (found.length > 0) return found;
  const figures = new Set(codebook.questions.map((one) => one.figure).filter((one) => one !== ""));
  throw new RangeError(
    `没有“${figure}”的题目（${codebook.file}）；现有：${[...figures].join("、")}`,
  );
}
