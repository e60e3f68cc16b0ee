/** A questionnaire as a report tells it: sections, and in them a sentence and a figure a question. */
import { UNTOLD } from "../edition/codebook.ts";
import type { Question } from "../edition/questionnaire.ts";
import type { NumberForm } from "../edition/sentence_form.ts";
import type { NamedSurvey, Survey } from "../edition/survey.ts";
import {
  audience,
  type Choice,
  combined,
  multipleChoice,
  singleChoice,
} from "../measures/choice.ts";
import { nps } from "../measures/nps.ts";
import { FEWEST_NUMBERS, numbers } from "../measures/numbers.ts";
import { ordering } from "../measures/ordering.ts";
import type { Ratio } from "../measures/ratio.ts";
import { type Scale, scale } from "../measures/scale.ts";
import { promotersShare } from "../measures/weighted.ts";
import { chineseNumber } from "./headings.ts";
import { isFirm } from "./known.ts";
import { npsFigure } from "./nps_figure.ts";
import { numbersTable } from "./numbers_table.ts";
import { orderingFigure } from "./ordering_figure.ts";
import type { Section, Showable } from "./section.ts";
import { choiceFigure, scaleFigure } from "./survey_figures.ts";
import { UNIT } from "./survey_notes.ts";
import {
  firstChoices,
  leaders,
  meanRanks,
  medians,
  middleHalf,
  opinions,
  promoterScores,
  satisfactions,
  scores,
} from "./survey_words.ts";
import type { Slot } from "./words.ts";

/** What is told together: one question, or the items of a battery, which are of one kind. */
export interface Told {
  readonly survey: NamedSurvey;
  /** At least one. */
  readonly questions: readonly Question[];
}

/** A part of a chapter: a heading with what is told under it. */
export interface Part {
  readonly level: 2 | 3;
  readonly title: string;
  /** The survey that it is about, at least at first. */
  readonly survey: NamedSurvey;
  readonly told: readonly Told[];
}

/**
 * The parts of a chapter, as the codebooks place their questions.
 *
 * @param chapter the chapter's number as the codebooks have it, e.g. `四`
 */
export function partsOf(surveys: readonly NamedSurvey[], chapter: string): Part[] {
  const own = surveys.flatMap(toldOf).filter(({ section }) => section[0] === chapter);
  return [...Map.groupBy(own, ({ section }) => section[1] ?? "")].flatMap(([title, inside]) => {
    const below = Map.groupBy(inside, ({ section }) => section.slice(2).join(" "));
    const part = (level: Part["level"], title: string, told: readonly Told[]): Part[] => {
      const [first = inside[0]] = told;
      return first === undefined ? [] : [{ level, title, survey: first.survey, told }];
    };
    return [
      ...part(2, title, below.get("") ?? []),
      ...[...below].flatMap(([title, told]) => (title === "" ? [] : part(3, title, told))),
    ];
  });
}

/** The questions that no chapter has a place for: a report shows them in an appendix. */
export function unplaced(surveys: readonly NamedSurvey[]): Told[] {
  return surveys.flatMap(toldOf).filter(({ section }) => section.length === 0);
}

/** Where a codebook's questions are told that says of none where it belongs. */
const USUAL_CHAPTER = "四";

/** A survey's questions in order, the items of a battery together. */
function toldOf(survey: NamedSurvey): (Told & { readonly section: readonly string[] })[] {
  const { questions } = survey.codebook;
  const silent = questions.every(({ section }) => section.length === 0);
  const groups = Map.groupBy(
    questions.filter(({ section }) => section[0] !== UNTOLD),
    ({ code, key }) => key || code,
  );
  return [...groups.values()].map((questions) => ({
    survey,
    questions,
    section: silent ? [USUAL_CHAPTER, survey.name] : questions[0]?.section ?? [],
  }));
}

/**
 * The sentences about what is told. Of what nobody answered they say that; of what nobody was asked,
 * nothing; of numbers that too few told, how few.
 */
export function sentenceOf(section: Section, told: Told): Showable {
  const { survey, questions } = told;
  const [first] = questions;
  if (first === undefined) return { blocks: [] };
  const about = section.about(first.subject);
  const text = asText(first);
  const answered = answeredIn(told);
  if (answered.length === 0 && isWhole(section, first)) {
    const asked = questions.some((one) => audience(survey.responses, one).asked > 0);
    return asked ? about.text`问到“${text}”，没有收到答案。` : { blocks: [] };
  }
  if (answered.length === 1 && first.kind === "数值") {
    const { base, quartiles } = numbers(survey.responses, answered[0] ?? first);
    if (quartiles === null) {
      return about.text`
        问到“${text}”，填答的有 ${{
        填答份数: base,
      }}，不足 ${FEWEST_NUMBERS} ${UNIT}，不列出数值。`;
    }
  }
  const strings = [""];
  const slots: Slot[] = [];
  for (const part of first.sentence) {
    if (typeof part === "string") strings[strings.length - 1] += part;
    else {
      slots.push(slotOf(about, survey, questions, part));
      strings.push("");
    }
  }
  return about.text(strings, ...slots);
}

/**
 * Whether the answers are all there are. An edition that was rebuilt from a report may know that a
 * question was asked, and not how it was answered: that is not the same as no answers.
 */
function isWhole(section: Section, { key }: Question): boolean {
  return isFirm(section.known(key)());
}

/** A question as a sentence quotes it. */
function asText({ text }: Question): string {
  return text.replace(/[？?]$/, "");
}

/** The questions among what is told that somebody answered. */
function answeredIn({ survey, questions }: Told): Question[] {
  return questions.filter((one) => audience(survey.responses, one).answered.size > 0);
}

function slotOf(
  section: Section,
  survey: Survey,
  questions: readonly Question[],
  { form, of }: NumberForm,
): Slot {
  const [question] = questions;
  if (question === undefined) return null;
  const { responses } = survey;
  const { measure, unit } = question;
  switch (form) {
    case "前":
      return leaders(section, choiceOf(survey, question), Number(of[0]));
    case "各项":
      return opinions(section, choiceOf(survey, question));
    case "合计":
    case "除":
      return { [measure]: shareOf(survey, question, form, of) };
    case "率": {
      const [name] = of;
      const other = survey.codebook.questions.find(({ item }) => item === name) ?? question;
      return { [other.subject]: { [other.measure]: scale(responses, other).satisfied } };
    }
    case "分项":
      return itemsOf(section, survey, questions);
    case "得分":
      return scores(section, scale(responses, question));
    case "均值":
      return meanOf(section, survey, question);
    case "中位数":
      return { 中位数: [numbers(responses, question).quartiles?.中位数, unit] };
    case "四分位":
      return middleHalf(section, numbers(responses, question));
    case "NPS":
      return { [measure]: [nps(responses, question).score, ""] };
    case "推荐者":
    case "中立者":
    case "贬损者": {
      const group = nps(responses, question).rows.filter(({ 选项 }) => 选项 === form).only();
      return { [`${form}比例`]: group.比例 };
    }
    case "首选率":
      return firstChoices(section, ordering(responses, question), Number(of[0]));
    case "平均名次":
      return meanRanks(section, ordering(responses, question));
    case "填答份数": {
      const { answered } = audience(responses, question);
      return { 填答份数: answered.size === 0 ? null : answered.size };
    }
    case "题":
      return asText(question);
    case "图题":
      return question.title;
    case "指标":
      return measure;
  }
}

/** The items of a battery, each with what is measured of it. */
function itemsOf(section: Section, { responses }: Survey, questions: readonly Question[]): Slot {
  const { kind, key, measure } = questions[0] ?? { kind: "量表", key: "", measure: "" };
  switch (kind) {
    case "数值":
      return medians(section, questions.map((one) => numbers(responses, one)), measure);
    case "NPS":
      return promoterScores(section, questions.map((one) => nps(responses, one)), measure);
    default: {
      const scales = questions.map((one) => scale(responses, one));
      return satisfactions(section, { figure: key, scales, measure });
    }
  }
}

/** A mean with its unit; that of a scale of which only the rate is known is not told. */
function meanOf(section: Section, { responses }: Survey, question: Question): Slot {
  switch (question.kind) {
    case "数值":
      return { 均值: [numbers(responses, question).mean, question.unit] };
    case "NPS":
      return { 均值: [nps(responses, question).mean, "分"] };
    default:
      return isFirm(section.known(question.key)())
        ? { 均值: [scale(responses, question).mean, "分"] }
        : null;
  }
}

/** The share of those who chose one of some options, or anything else. */
function shareOf(
  survey: Survey,
  question: Question,
  form: "合计" | "除",
  of: readonly string[],
): Ratio {
  const options = form === "合计" ? of : question.options.filter((one) => !of.includes(one));
  return combined(choiceOf(survey, question), options);
}

/** The figure (of numbers without bands, the table) of what is told; nothing of what nobody answered. */
export function figureOf(section: Section, told: Told): Showable {
  const { survey } = told;
  const { responses } = survey;
  const [first] = told.questions;
  if (first === undefined || first.key === "") return { blocks: [] };
  const questions = isWhole(section, first) ? answeredIn(told) : told.questions;
  const [question] = questions;
  if (question === undefined) return { blocks: [] };
  const { key, title, measure, ordered } = first;
  switch (question.kind) {
    case "单选":
    case "多选":
      return section.figure(
        key,
        choiceFigure(survey, choiceOf(survey, question), { title, ordered }),
      );
    case "量表": {
      const scales = questions.map((one) => scale(responses, one));
      const measure = measureOf(questions);
      return section.figure(key, scaleFigure(survey, scales, { title, measure }));
    }
    case "NPS": {
      const all = questions.map((one) => nps(responses, one));
      return section.figure(key, npsFigure(survey, all, { title, measure }));
    }
    case "排序":
      return section.figure(key, orderingFigure(survey, ordering(responses, question), { title }));
    case "数值": {
      const all = questions.map((one) => numbers(responses, one));
      const [one] = all;
      return one === undefined || one.rows.size === 0
        ? section.table(key, numbersTable(survey, all, { title }))
        : section.figure(key, choiceFigure(survey, one, { title, ordered: true }));
    }
    case "填空":
      return { blocks: [] };
  }
}

/** What a battery's shares are called: by their one measure, or by how many labels they gather. */
function measureOf(questions: readonly Question[]): string {
  const [first] = questions;
  const measures = new Set(questions.map(({ measure }) => measure));
  if (first === undefined || measures.size === 1) return first?.measure ?? "";
  return `前${chineseNumber(first.satisfied.length)}档合计`;
}

function choiceOf({ responses }: Survey, question: Question): Choice {
  return question.kind === "多选"
    ? multipleChoice(responses, question)
    : singleChoice(responses, question);
}

/** The scales among what is told, without those that nobody answered. */
export function scalesIn(told: readonly Told[]): Scale[] {
  return told.flatMap((one) =>
    answeredIn(one).filter(({ kind }) => kind === "量表")
      .map((question) => scale(one.survey.responses, question))
  );
}

/** The questions with several answers among what is told, without those that nobody answered. */
export function multipleIn(told: readonly Told[]): Choice[] {
  return told.flatMap((one) =>
    answeredIn(one).filter(({ kind }) => kind === "多选")
      .map((question) => choiceOf(one.survey, question))
  );
}

/**
 * The main shares of what is told, each by its name: satisfied shares, shares of gathered options and
 * of those who would recommend; none of what nobody answered.
 */
export function mainShares(told: readonly Told[]): (readonly [name: string, share: Ratio])[] {
  return told.flatMap(({ survey, questions }) =>
    questions.flatMap((question) =>
      question.sentence.flatMap((part): (readonly [string, Ratio])[] => {
        if (typeof part === "string") return [];
        if (part.form === "合计" || part.form === "除") {
          return [[question.measure, shareOf(survey, question, part.form, part.of)]];
        }
        if (question.kind === "NPS" && part.form === "推荐者") {
          const { name, share } = promotersShare(nps(survey.responses, question));
          return [[name, share]];
        }
        if (part.form !== "率") return [];
        const other = survey.codebook.questions.find(({ item }) => item === part.of[0]) ?? question;
        return [[other.item, scale(survey.responses, other).satisfied]];
      })
    )
  ).filter(([, { base }]) => base > 0);
}
