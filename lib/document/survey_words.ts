/** Phrases about survey answers, for a section's paragraphs. */
import { UNLISTED } from "../edition/questionnaire.ts";
import { type Choice, leading } from "../measures/choice.ts";
import type { Scale } from "../measures/scale.ts";
import type { Section, Word } from "./section.ts";

/**
 * The options that were chosen most, first to last: “甲”（45.74%）.
 *
 * @param subject what the question is about, as the published facts name it
 * @param most how many
 */
export function leaders(
  section: Section,
  { subject, choice, most }: {
    readonly subject: string;
    readonly choice: Choice;
    readonly most: number;
  },
): Word[][] {
  return leading(choice.rows, most).rows().map(({ 选项, 比例 }, i) => [
    "“",
    section.value(subject, `比例第${i + 1}位`, 选项),
    "”（",
    section.value(subject, `“${选项}”比例`, 比例),
    "）",
  ]);
}

/** Each listed option in the questionnaire's order: 认为“甲”的占 45.74%. */
export function opinions(
  section: Section,
  { subject, choice }: { readonly subject: string; readonly choice: Choice },
): Word[][] {
  return choice.rows.filter(({ 选项 }) => 选项 !== UNLISTED).rows().map(({ 选项, 比例 }) => [
    `认为“${选项}”的占 `,
    section.value(subject, `“${选项}”比例`, 比例),
  ]);
}

/**
 * Each item of a battery with its satisfaction rate, or the whole percentage that it reaches where
 * the edition knows no more; an item that nobody answered stands alone.
 *
 * @param figure the figure that shows the battery
 */
export function satisfactions(
  section: Section,
  { figure, scales, measure = "满意度" }: {
    readonly figure: number;
    readonly scales: readonly Scale[];
    readonly measure?: string;
  },
): Word[][] {
  const known = section.known(figure);
  return scales.map(({ question: { item }, base, satisfied }) => {
    if (base === 0) return [item];
    return known(item) === "bounded"
      ? [`${item}不低于 `, section.value(item, measure, satisfied.wholePercent(), "%")]
      : [`${item} `, section.value(item, measure, satisfied)];
  });
}

/** What the worst and the best label of a scale score: “甲”记 1 分、“乙”记 5 分. */
export function scores(section: Section, { rows }: Scale): Word[][] {
  const [worst, ...better] = rows.orderby("得分").rows();
  const best = better.at(-1);
  return [worst, best].flatMap((row) =>
    row === undefined ? [] : [[`“${row.选项}”记 `, section.value(row.选项, "赋分", row.得分, "分")]]
  );
}
