/** Phrases about survey answers, for a section's paragraphs. */
import { UNLISTED } from "../edition/questionnaire.ts";
import { type Choice, leading } from "../measures/choice.ts";
import type { Scale } from "../measures/scale.ts";
import type { Section } from "./section.ts";
import type { Phrase } from "./words.ts";

/**
 * The options that were chosen most, first to last: “甲”（45.74%）; nothing where nobody answered.
 *
 * @param section speaks of what the question is about, as the published facts name it
 * @param most how many
 */
export function leaders(section: Section, choice: Choice, most: number): Phrase[] {
  const chosen = choice.rows.filter(({ 人数 }) => 人数 > 0);
  return leading(chosen, most).rows().map(({ 选项, 比例 }, i) =>
    section.phrase`“${{ [`比例第${i + 1}位`]: 选项 }}”（${{ [`“${选项}”比例`]: 比例 }}）`
  );
}

/** Each listed option in the questionnaire's order: 认为“甲”的占 45.74%. */
export function opinions(section: Section, choice: Choice): Phrase[] {
  return choice.rows.filter(({ 选项 }) => 选项 !== UNLISTED).rows().map(({ 选项, 比例 }) =>
    section.phrase`认为“${选项}”的占 ${{ [`“${选项}”比例`]: 比例 }}`
  );
}

/**
 * Each item of a battery with its satisfaction rate, or the whole percentage that it reaches where
 * the edition knows no more; an item that nobody answered is left out.
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
  return scales.map(({ question: { item }, satisfied }) =>
    known(item) === "bounded"
      ? section.phrase`${item}不低于 ${{ [item]: { [measure]: [satisfied.wholePercent(), "%"] } }}`
      : section.phrase`${item} ${{ [item]: { [measure]: satisfied } }}`
  );
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
