/**
 * Survey responses rebuilt from what a report prints of them. Every response respects the routing;
 * every printed share comes out over its true base. What print leaves open is decided in the plainest
 * way, so that nobody reads a finding into it: a sum is split evenly among its options, a bound is
 * just respected, and a question of which nothing is printed stays unanswered.
 */
import { type Codebook, type Question, RESPONSE_ID } from "../edition/questionnaire.ts";
import { isAsked, JOINER } from "../edition/routing.ts";
import type { Response } from "../edition/survey.ts";
import { type Random, shuffled } from "./random.ts";
import { onlyChecked, type SurveyMargin, type SurveyMargins, target } from "./survey_margins.ts";

/** A response while its answers are being filled in. */
type Draft = Record<string, string | null>;

/**
 * Rebuilds a survey's responses, question after question, as later ones are put to those whom
 * earlier answers pick.
 *
 * @param random a seeded source; the same one gives the same responses
 * @throws {RangeError} if what is printed of a question contradicts itself
 */
export function rebuildResponses(
  codebook: Codebook,
  { size, margins }: SurveyMargins,
  random: Random,
): Response[] {
  const count = Number(size.value);
  const width = String(count).length;
  const prefix = codebook.questions[0]?.code.replace(/\d+$/, "") ?? "";
  const drafts = Array.from({ length: count }, (_, i): Draft => ({
    [RESPONSE_ID]: `重构${prefix}-${String(i + 1).padStart(width, "0")}`,
    ...Object.fromEntries(codebook.questions.map(({ code }) => [code, null])),
  }));
  for (const question of codebook.questions) {
    const known = margins.filter((one) => one.question === question && !onlyChecked(one));
    if (known.length === 0) continue;
    const asked = shuffled(drafts.filter((draft) => isAsked(question.routing, draft)), random);
    const quota = quotaOf(question, known, asked.length);
    if (question.kind === "多选") giveSeveral(asked, question, quota, random);
    else giveOne(asked, question, quota);
  }
  return drafts;
}

/** How many take each option; for several answers, only of the options that print speaks of. */
function quotaOf(
  question: Question,
  known: readonly SurveyMargin[],
  base: number,
): Map<string, number> {
  const quota = new Map<string, number>();
  for (const margin of known) {
    const again = margin.options.find((option) => quota.has(option));
    if (again !== undefined) throw contradiction(question, `“${again}”有两个来源`);
    split(target(margin, base), margin.options, quota);
  }
  const open = question.options.filter((option) => !quota.has(option));
  if (question.kind === "多选") {
    if (open.length === 0 && sum(quota) < base) {
      throw contradiction(question, `${base} 人作答，各选项只有 ${sum(quota)} 人次`);
    }
    return quota;
  }
  const rest = base - sum(quota);
  if (rest < 0 || (rest > 0 && open.length === 0)) {
    throw contradiction(question, `各选项共 ${sum(quota)} 人，作答的有 ${base} 人`);
  }
  split(rest, open, quota);
  return quota;
}

/** Splits a number evenly; what does not divide goes to the options named first. */
function split(count: number, options: readonly string[], quota: Map<string, number>): void {
  options.forEach((option, i) => {
    quota.set(option, Math.floor((count + options.length - 1 - i) / options.length));
  });
}

/** One answer each, dealt down the shuffled list. */
function giveOne(
  asked: readonly Draft[],
  { code }: Question,
  quota: ReadonlyMap<string, number>,
): void {
  const answers = [...quota].flatMap(([option, count]) => Array<string>(count).fill(option));
  asked.forEach((draft, i) => {
    draft[code] = answers[i] ?? null;
  });
}

/**
 * Several answers: each option goes to as many as its quota says, drawn independently. Whoever was
 * left without takes the first option that print does not speak of; where it speaks of all, an
 * answer passes to them from someone who has several.
 */
function giveSeveral(
  asked: readonly Draft[],
  { code, options }: Question,
  quota: ReadonlyMap<string, number>,
  random: Random,
): void {
  const chosen = new Map(asked.map((draft) => [draft, new Set<string>()]));
  for (const [option, count] of quota) {
    for (const draft of shuffled(asked, random).slice(0, count)) chosen.get(draft)?.add(option);
  }
  const filler = options.find((option) => !quota.has(option));
  for (const mine of [...chosen.values()].filter((answers) => answers.size === 0)) {
    if (filler !== undefined) {
      mine.add(filler);
      continue;
    }
    const giver = [...chosen.values()].find((answers) => answers.size > 1);
    const [passed] = giver ?? [];
    if (giver === undefined || passed === undefined) continue;
    giver.delete(passed);
    mine.add(passed);
  }
  for (const [draft, answers] of chosen) {
    draft[code] = options.filter((option) => answers.has(option)).join(JOINER);
  }
}

function sum(quota: ReadonlyMap<string, number>): number {
  return [...quota.values()].reduce((total, count) => total + count, 0);
}

function contradiction({ code, text }: Question, what: string): RangeError {
  return new RangeError(`公布的数字相互矛盾，无法分配 ${code}“${text}”：${what}`);
}
