import type { Question } from "../edition/questionnaire.ts";
import { Frame } from "../table/frame.ts";
import type { Response } from "../edition/survey.ts";
import { type Choice, leading } from "./choice.ts";
import { type MixRow, poststratified } from "./poststratify.ts";
import { type Nps, PROMOTERS } from "./nps.ts";
import { type Ratio, ratio } from "./ratio.ts";
import type { Scale } from "./scale.ts";

/** A share as it was counted, and as it would be with the population's mix. */
export interface WeightedRow {
  readonly 项目: string;
  readonly "比例%": Ratio;
  /** Null where too few of a group answered. */
  readonly 加权比例: string | null;
  readonly "加权95%区间": string | null;
}

/** A share that can be weighted: of those who answered a question, those who chose one of some options. */
export interface Share {
  readonly name: string;
  readonly share: Ratio;
  readonly question: Question;
  readonly options: readonly string[];
}

/** The share of the option that was chosen most. @throws {RangeError} if there is none */
export function leadingShare({ question, rows }: Choice): Share {
  const { 选项, 比例 } = leading(rows, 1).only();
  const name = `${question.item.replace(/[？?]$/, "")}答“${选项}”`;
  return { name, share: 比例, question, options: [选项] };
}

/** The satisfaction rate of a scale. */
export function satisfiedShare({ question, satisfied }: Scale): Share {
  const options = question.satisfied;
  return { name: question.item, share: satisfied, question, options };
}

/** The share of those who would recommend. */
export function promotersShare({ question, rows }: Nps): Share {
  const [{ 比例 } = { 比例: ratio(0, 0) }] = rows.rows();
  return { name: `${question.item}的推荐者`, share: 比例, question, options: PROMOTERS };
}

/**
 * Shares beside their post-stratified estimates.
 *
 * @param responses one row a response
 * @param shares what to weight
 * @param group the question that tells a response's group
 * @param mix the population's headcounts
 */
export function weightedShares(
  responses: Frame<Response>,
  shares: readonly Share[],
  { group, mix }: { readonly group: Question; readonly mix: Frame<MixRow> },
): Frame<WeightedRow> {
  const rows = shares.map(({ name, share, question, options }) => {
    const estimate = poststratified(responses, question, options, group, mix);
    return {
      项目: name,
      "比例%": share,
      加权比例: estimate?.text ?? null,
      "加权95%区间": estimate?.interval.text ?? null,
    };
  });
  return Frame.fromRows(rows, ["项目", "比例%", "加权比例", "加权95%区间"]);
}
