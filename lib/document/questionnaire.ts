/** A questionnaire as a report tells it: sections, and in them a sentence and a figure a question. */
import { UNTOLD } from "../edition/codebook.ts";
import type { Question } from "../edition/questionnaire.ts";
import type { NumberForm } from "../edition/sentence_form.ts";
import type { NamedSurvey, Survey } from "../edition/survey.ts";
import { type Choice, combined, multipleChoice, singleChoice } from "../measures/choice.ts";
import type { Ratio } from "../measures/ratio.ts";
import { type Scale, scale } from "../measures/scale.ts";
import { chineseNumber } from "./headings.ts";
import type { Section, Showable } from "./section.ts";
import { choiceFigure, scaleFigure } from "./survey_figures.ts";
import { leaders, opinions, satisfactions, scores } from "./survey_words.ts";
import type { Slot } from "./words.ts";

/** What is told together: one question, or the items of a battery. */
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

/** The sentences about what is told; nothing of what nobody answered. */
export function sentenceOf(section: Section, { survey, questions }: Told): Showable {
  const [first] = questions;
  if (first === undefined) return { blocks: [] };
  const about = section.about(first.subject);
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

function slotOf(
  section: Section,
  survey: Survey,
  questions: readonly Question[],
  { form, of }: NumberForm,
): Slot {
  const [question] = questions;
  if (question === undefined) return null;
  switch (form) {
    case "前":
      return leaders(section, choiceOf(survey, question), Number(of[0]));
    case "各项":
      return opinions(section, choiceOf(survey, question));
    case "合计":
    case "除":
      return { [question.measure]: shareOf(survey, question, form, of) };
    case "率": {
      const [name] = of;
      const other = survey.codebook.questions.find(({ item }) => item === name) ?? question;
      return { [other.subject]: { [other.measure]: scale(survey.responses, other).satisfied } };
    }
    case "分项": {
      const scales = questions.map((one) => scale(survey.responses, one));
      return satisfactions(section, { figure: question.key, scales, measure: question.measure });
    }
    case "得分":
      return scores(section, scale(survey.responses, question));
    case "题":
      return question.text.replace(/[？?]$/, "");
    case "图题":
      return question.title;
    case "指标":
      return question.measure;
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

/** The figure of what is told; nothing where it has none. */
export function figureOf(section: Section, { survey, questions }: Told): Showable {
  const [question] = questions;
  if (question === undefined || question.key === "") return { blocks: [] };
  const { key, title, ordered } = question;
  if (question.kind !== "量表") {
    return section.figure(
      key,
      choiceFigure(survey, choiceOf(survey, question), { title, ordered }),
    );
  }
  const scales = questions.map((one) => scale(survey.responses, one));
  return section.figure(key, scaleFigure(survey, scales, { title, measure: measureOf(questions) }));
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

/** The scales among what is told. */
export function scalesIn(told: readonly Told[]): Scale[] {
  return told.flatMap(({ survey, questions }) =>
    questions.filter(({ kind }) => kind === "量表").map((one) => scale(survey.responses, one))
  );
}

/** The questions with several answers among what is told. */
export function multipleIn(told: readonly Told[]): Choice[] {
  return told.flatMap(({ survey, questions }) =>
    questions.filter(({ kind }) => kind === "多选").map((one) => choiceOf(survey, one))
  );
}

/** The main shares of what is told, each by its name: satisfied shares and shares of gathered options. */
export function mainShares(told: readonly Told[]): (readonly [name: string, share: Ratio])[] {
  return told.flatMap(({ survey, questions }) =>
    questions.flatMap((question) =>
      question.sentence.flatMap((part): (readonly [string, Ratio])[] => {
        if (typeof part === "string") return [];
        if (part.form === "合计" || part.form === "除") {
          return [[question.measure, shareOf(survey, question, part.form, part.of)]];
        }
        if (part.form !== "率") return [];
        const other = survey.codebook.questions.find(({ item }) => item === part.of[0]) ?? question;
        return [[other.item, scale(survey.responses, other).satisfied]];
      })
    )
  );
}
