/**
 * What a survey would say if its mix were that of all graduates. Secondary to the plain shares: it
 * mends the mix of the groups it is given, and nothing else that sets those who answer apart.
 */
import type { Question } from "../edition/questionnaire.ts";
import { Frame } from "../table/frame.ts";
import { splitAnswer } from "../edition/routing.ts";
import type { Outcome } from "../edition/roles.ts";
import type { Response, Survey } from "../edition/survey.ts";
import { audience } from "./choice.ts";
import { estimate, type Interval, weightedInterval } from "./confidence.ts";
import { type Ratio, ratio } from "./ratio.ts";
import { tally } from "./tally.ts";

/** A group's part of the sample and of all. */
export interface MixRow {
  readonly 组别: string;
  readonly 样本人数: number;
  readonly 样本比例: Ratio;
  readonly 总体人数: number;
  readonly 总体比例: Ratio;
}

/**
 * How many responses came back, as a share of all who could have answered.
 *
 * @param responses one row a response
 * @param population one row a person
 */
export function responseRate<R extends object>(
  responses: Frame<Response>,
  population: Frame<R>,
): Ratio {
  return ratio(responses.size, population.size);
}

/**
 * The sample's mix beside the population's.
 *
 * @param responses one row a response
 * @param group the question that tells a response's group
 * @param population one row a person
 * @param by the population's column with the same groups
 * @returns a row a group, in the question's order
 * @throws {RangeError} if the population has a group that the question does not offer, since its
 *   members could not be told apart in the sample
 */
export function sampleMix<R extends object>(
  responses: Frame<Response>,
  group: Question,
  population: Frame<R>,
  by: keyof R & string,
): Frame<MixRow> {
  const sample = counts(responses, group.code);
  const all = counts(population, by);
  const strange = [...all.keys()].find((name) => !group.options.includes(name));
  if (strange !== undefined) {
    throw new RangeError(
      `Cannot compare the mix: "${strange}" (${by}) is not an option of ${group.code}`,
    );
  }
  const total = sum([...all.values()]);
  const answered = sum(group.options.map((name) => sample.get(name) ?? 0));
  const rows = group.options.map((组别) => {
    const 样本人数 = sample.get(组别) ?? 0;
    const 总体人数 = all.get(组别) ?? 0;
    return {
      组别,
      样本人数,
      样本比例: ratio(样本人数, answered),
      总体人数,
      总体比例: ratio(总体人数, total),
    };
  });
  return Frame.fromRows(rows, ["组别", "样本人数", "样本比例", "总体人数", "总体比例"]);
}

/** A survey whose mix can be set beside that of all graduates. */
export interface Comparable<S extends Survey> {
  readonly survey: S;
  /** The question that tells a respondent's outcome. */
  readonly group: Question;
  readonly mix: Frame<MixRow>;
}

/** 项目 of the question that tells a respondent's outcome. */
const GROUP = "毕业去向";

/**
 * The survey of those that were graduates themselves: the one with a question 毕业去向 whose options
 * are the outcomes (就业, 升学, 未就业) of the graduates.
 *
 * @returns null where no survey asks so
 */
export function comparable<S extends Survey>(
  surveys: readonly S[],
  graduates: Frame<{ readonly 去向大类: Outcome }>,
): Comparable<S> | null {
  const outcomes = [...new Set(graduates.column("去向大类"))];
  for (const survey of surveys) {
    const group = survey.codebook.questions.find(({ item, kind, options }) =>
      item === GROUP && kind === "单选" && outcomes.every((name) => options.includes(name))
    );
    if (group === undefined) continue;
    return { survey, group, mix: sampleMix(survey.responses, group, graduates, "去向大类") };
  }
  return null;
}

/** By how many percentage points a group's part of the sample may differ before that is called far. */
export const FAR_POINTS = 5;

/** The groups whose part of the sample is more than {@link FAR_POINTS} from their part of all. */
export function farGroups(mix: Frame<MixRow>): Frame<MixRow> {
  return mix.filter(({ 样本比例: one, 总体比例: other }) =>
    one.base > 0 && other.base > 0 &&
    // In whole numbers, so that exactly five points are five points.
    100 * Math.abs(one.count * other.base - other.count * one.base) >
      FAR_POINTS * one.base * other.base
  );
}

/** The groups that a question can be put to, as far as its routing tells. */
export function groupsAsked(question: Question, group: Question): string[] {
  return group.options.filter((name) =>
    question.routing.every(({ code, wanted, options }) =>
      code !== group.code || options.includes(name) === wanted
    )
  );
}

/** An estimate by groups; `share` lies between 0 and 1. */
export interface Estimate {
  readonly share: number;
  /** e.g. `45.74%` */
  readonly text: string;
  readonly interval: Interval;
}

/**
 * The share who chose one of some options, with each group weighted as in the population (W. G.
 * Cochran, Sampling Techniques, 3rd ed. 1977, §5A.9): the sum over groups of (group's part of the
 * population) × (share within the group's responses). Groups that the question is not put to are
 * left out of the population too. The groups' sizes are taken as fixed; the interval is that of
 * {@link weightedInterval}, in which a group of all alike is not taken as known for certain.
 *
 * @param responses one row a response
 * @param question the question asked
 * @param options of whom the share is taken, e.g. a scale's best three labels
 * @param group the question that tells a response's group
 * @param mix the population's headcounts, from {@link sampleMix}
 * @returns null where fewer than two of a group answered, so that nothing is known of it
 */
export function poststratified(
  responses: Frame<Response>,
  question: Question,
  options: readonly string[],
  group: Question,
  mix: Frame<MixRow>,
): Estimate | null {
  const { answered } = audience(responses, question);
  const chosen = answered.filter((response) =>
    splitAnswer(response[question.code] ?? "").some((one) => options.includes(one))
  );
  const bases = counts(answered, group.code);
  const hits = counts(chosen, group.code);
  const put = new Set(groupsAsked(question, group));
  const strata = mix.rows().filter(({ 组别, 总体人数 }) => put.has(组别) && 总体人数 > 0)
    .map(({ 组别, 总体人数 }) => ({
      weight: 总体人数,
      share: ratio(hits.get(组别) ?? 0, bases.get(组别) ?? 0),
    }));
  if (strata.some(({ share }) => share.base < 2)) return null;
  const interval = weightedInterval(strata);
  if (interval === null) return null;
  const population = sum(strata.map(({ weight }) => weight));
  const share = sum(strata.map(({ weight, share }) => (weight / population) * Number(share)));
  return { share, text: estimate(share), interval };
}

function counts<R extends object>(frame: Frame<R>, by: keyof R & string): Map<string, number> {
  return new Map(
    tally(frame, by, "人数").rows()
      .map((row) => row as Readonly<Record<string, unknown>>)
      .map((row) => [String(row[by]), Number(row["人数"])]),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
