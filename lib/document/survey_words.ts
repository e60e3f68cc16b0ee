/** Phrases about survey answers, for a section's paragraphs. */
import { UNLISTED } from "../edition/questionnaire.ts";
import { type Choice, leading } from "../measures/choice.ts";
import type { Nps } from "../measures/nps.ts";
import type { Numbers } from "../measures/numbers.ts";
import type { Ordering } from "../measures/ordering.ts";
import type { Scale } from "../measures/scale.ts";
import { isStatement } from "./blocks.ts";
import type { Section } from "./section.ts";
import { type Phrase, sayWord } from "./words.ts";

/**
 * The options that were chosen most, first to last: “甲”（45.74%）; nothing where nobody answered.
 *
 * @param section speaks of what the question is about, as the published facts name it
 * @param most how many; more where others were chosen as often as the last of them
 */
export function leaders(section: Section, choice: Choice, most: number): Phrase[] {
  const chosen = choice.rows.filter(({ 人数 }) => 人数 > 0);
  return withTies(leading(chosen, chosen.size).rows(), most, ({ 人数 }) => 人数).map((
    { 选项, 比例 },
    i,
  ) => section.phrase`“${{ [`比例第${i + 1}位`]: 选项 }}”（${{ [`“${选项}”比例`]: 比例 }}）`);
}

/** Each listed option in the questionnaire's order: 认为“甲”的占 45.74%. */
export function opinions(section: Section, choice: Choice): Phrase[] {
  return choice.rows.filter(({ 选项 }) => 选项 !== UNLISTED).rows().map(({ 选项, 比例 }) =>
    section.phrase`认为“${选项}”的占 ${{ [`“${选项}”比例`]: 比例 }}`
  );
}

/**
 * Each item of a battery with its satisfaction rate, or the whole percentage that it reaches where
 * the edition knows no more; an item that nobody answered is left out. Where all print alike they are
 * said together: 甲、乙均不低于 81%.
 *
 * @param figure key of the figure that shows the battery
 */
export function satisfactions(
  section: Section,
  { figure, scales, measure = "满意度" }: {
    readonly figure: string;
    readonly scales: readonly Scale[];
    readonly measure?: string;
  },
): Phrase[] {
  const known = section.known(figure);
  const rates = scales.filter(({ base }) => base > 0).map(({ question: { item }, satisfied }) => {
    const bounded = known(item) === "bounded";
    const rate = bounded ? [satisfied.wholePercent(), "%"] as const : satisfied;
    return { item, relation: bounded ? "不低于" : "为", number: { [item]: { [measure]: rate } } };
  });
  const each = rates.map(({ item, relation, number }) =>
    relation === "为"
      ? section.phrase`${item} ${number}`
      : section.phrase`${item}${relation} ${number}`
  );
  const alike = new Set(each.map(({ words }) => (words ?? []).slice(-1).map(sayWord).join()));
  const relations = new Set(rates.map(({ relation }) => relation));
  const last = rates.at(-1);
  if (rates.length < 2 || alike.size > 1 || relations.size > 1 || last === undefined) return each;
  // Each name stands for its number, which the last one tells.
  const names = rates.slice(0, -1).flatMap(({ item, number }) =>
    (section.phrase`${number}`.words ?? []).map((word): Phrase => ({
      words: [typeof word === "object" && isStatement(word) ? { ...word, said: item } : word],
    }))
  );
  return [...names, section.phrase`${last.item}均${last.relation} ${last.number}`];
}

/** What the worst and the best label of a scale score: “甲”记 1 分、“乙”记 5 分. */
export function scores(section: Section, { rows }: Scale): Phrase[] {
  const [worst, ...better] = rows.orderby("得分").rows();
  const best = better.at(-1);
  return [worst, best].flatMap((row) =>
    row === undefined
      ? []
      : [section.phrase`“${row.选项}”记 ${{ [row.选项]: { 赋分: [row.得分, "分"] } }}`]
  );
}

/** Each item of a battery of numbers with its median; one that too few answered is left out. */
export function medians(section: Section, all: readonly Numbers[], measure: string): Phrase[] {
  return all.map(({ question: { item, unit }, quartiles }) =>
    section.phrase`${item} ${{ [item]: { [measure]: [quartiles?.中位数, unit] } }}`
  );
}

/** The first and the third quartile: 3200 元至 5400 元; nothing where too few answered. */
export function middleHalf(section: Section, { question: { unit }, quartiles }: Numbers): Phrase {
  return section.phrase`${{ 下四分位数: [quartiles?.下四分位数, unit] }}至 ${{
    上四分位数: [quartiles?.上四分位数, unit],
  }}`;
}

/** Each item of a battery with its net promoter score. */
export function promoterScores(section: Section, all: readonly Nps[], measure: string): Phrase[] {
  return all.map(({ question: { item }, score }) =>
    section.phrase`${item} ${{ [item]: { [measure]: [score, ""] } }}`
  );
}

/** The options that were put first most often: “甲”（45.74%）; nothing where nobody answered. */
export function firstChoices(section: Section, { rows }: Ordering, most: number): Phrase[] {
  const chosen = rows.filter(({ 首选 }) => 首选 > 0).rows();
  return withTies(chosen, most, ({ 首选 }) => 首选).map(({ 选项, 首选率 }, i) =>
    section.phrase`“${{ [`首选第${i + 1}位`]: 选项 }}”（${{ [`“${选项}”首选率`]: 首选率 }}）`
  );
}

/** The first rows of a ranking, and those that equal the last of them. */
function withTies<R>(ranked: readonly R[], most: number, count: (row: R) => number): R[] {
  const last = ranked.slice(0, most).at(-1);
  return ranked.filter((row, i) => i < most || (last !== undefined && count(row) === count(last)));
}

/** Each option that was ranked with its mean rank: “甲”1.52. */
export function meanRanks(section: Section, { rows }: Ordering): Phrase[] {
  return rows.rows().map(({ 选项, 平均名次 }) =>
    section.phrase`“${选项}”${{ [`“${选项}”平均名次`]: 平均名次 }}`
  );
}
