/** What people put first, as a figure. */
import type { Survey } from "../edition/survey.ts";
import { shareInterval } from "../measures/confidence.ts";
import type { Ordering } from "../measures/ordering.ts";
import type { Ratio } from "../measures/ratio.ts";
import { Frame } from "../table/frame.ts";
import { bars } from "./charts/bars.ts";
import type { FigureSpec } from "./section.ts";
import { baseOf, cautions, sentences, UNIT } from "./survey_notes.ts";

/** An option of a ranking as a figure shows it. */
export interface OrderingCells {
  readonly 选项: string;
  /** How many put it first. */
  readonly 答卷数: number;
  readonly "首选率%": Ratio;
  readonly "95%区间": string | null;
  /** Null where nobody ranked it. */
  readonly 平均名次: string | null;
  readonly 排入答卷数: number;
}

/**
 * A ranking as bars: the share of those who put each option first, most on top.
 *
 * @param survey the survey that the question is of
 */
export function orderingFigure(
  { codebook }: Survey,
  ordering: Ordering,
  { title }: { readonly title: string },
): FigureSpec<OrderingCells> {
  const { question, base, rows } = ordering;
  const partly = rows.column("排入").some((count) => count < base);
  const cells = rows.rows().map(({ 选项, 首选, 首选率, 排入, 平均名次 }) => ({
    选项,
    答卷数: 首选,
    "首选率%": 首选率,
    "95%区间": shareInterval(首选率)?.text ?? null,
    平均名次,
    排入答卷数: 排入,
  }));
  return {
    title,
    rows: Frame.fromRows<OrderingCells>(cells, [
      "选项",
      "答卷数",
      "首选率%",
      "95%区间",
      "平均名次",
      "排入答卷数",
    ]),
    base: baseOf(codebook, ordering),
    note: sentences(
      `“${question.text}”（排序）`,
      "首选率是把这一项排在第一的答卷的比例；平均名次越小，排得越靠前",
      partly ? "有的答卷没有排全：平均名次只按排入这一项的答卷计算" : "",
      ...cautions(ordering),
    ),
    seen: ["选项", "答卷数", "首选率%", "平均名次"],
    draw: (shown) => bars(shown, { label: "选项", value: "首选率%", beside: "答卷数", unit: UNIT }),
  };
}
