/** Answers that are numbers, as a table. */
import type { Survey } from "../edition/survey.ts";
import { FEWEST_NUMBERS, type Numbers } from "../measures/numbers.ts";
import { Frame } from "../table/frame.ts";
import type { TableSpec } from "./section.ts";
import { baseOf, sentences, UNIT } from "./survey_notes.ts";

/** A question that asks for a number as a table shows it. */
export interface NumbersCells {
  readonly 项目: string;
  readonly 答卷数: number;
  readonly 下四分位数: number;
  readonly 中位数: number;
  readonly 上四分位数: number;
  readonly 均值: string | null;
}

/**
 * Median and quartiles of one question or of several of one key; those that too few answered are left
 * out.
 *
 * @param survey the survey that the questions are of
 * @param all at least one
 * @throws {RangeError} if there is none
 */
export function numbersTable(
  { codebook }: Survey,
  all: readonly Numbers[],
  { title }: { readonly title: string },
): TableSpec<NumbersCells> {
  const [first] = all;
  if (first === undefined) throw new RangeError("Cannot make a table of no answers");
  const { text, unit } = first.question;
  const cells = all.flatMap(({ question, base, quartiles, mean }) =>
    quartiles === null ? [] : [{ 项目: question.item, 答卷数: base, ...quartiles, 均值: mean }]
  );
  return {
    title,
    rows: Frame.fromRows<NumbersCells>(cells, [
      "项目",
      "答卷数",
      "下四分位数",
      "中位数",
      "上四分位数",
      "均值",
    ]),
    base: baseOf(codebook, first),
    note: sentences(
      `“${text}”${all.length > 1 ? `等 ${all.length} 题` : ""}${
        unit === "" ? "" : `，单位为${unit}`
      }`,
      cells.length < all.length
        ? `填答少于 ${FEWEST_NUMBERS} ${UNIT}的 ${all.length - cells.length} 项不列出`
        : "",
      ...all.length === 1 && first.asked > first.base
        ? [`另有 ${first.asked - first.base} ${UNIT}应答而未答，不计入`]
        : [],
    ),
  };
}
