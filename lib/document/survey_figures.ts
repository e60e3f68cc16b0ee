/** The figures of choice questions and of scales. What is not known is left out. */
import { bars } from "./charts/bars.ts";
import { type ScaleBar, scales as drawScales } from "./charts/scales.ts";
import { Frame } from "../table/frame.ts";
import type { Survey } from "../edition/survey.ts";
import { type Choice, ranked } from "../measures/choice.ts";
import { meanInterval, shareInterval } from "../measures/confidence.ts";
import type { Ratio } from "../measures/ratio.ts";
import type { Scale } from "../measures/scale.ts";
import type { Cell } from "./exhibit.ts";
import { chineseNumber } from "./headings.ts";
import { isFirm, type Known } from "./known.ts";
import type { FigureSpec } from "./section.ts";
import { baseOf, cautions, NO_ANSWER, sentences, UNIT } from "./survey_notes.ts";

/** The row of `coverage.csv` that speaks of the rate of a figure with one scale. */
export const RATE = "满意度";

const MEAN_INTERVAL = "均值95%区间";

/** An option of a choice question as a figure shows it. */
export interface OptionCells {
  readonly 选项: string;
  readonly 答卷数: number | null;
  readonly "比例%": Ratio | null;
  readonly "95%区间": string | null;
}

/**
 * A choice question as bars: the share of each option. An option that the edition calls `bounded`
 * has no number that could be told.
 *
 * @param survey the survey that the question is of
 * @param ordered whether the options have an order of their own, as 非常多 before 较多; else the
 *   options stand by how many chose them
 */
export function choiceFigure(
  { codebook }: Survey,
  choice: Choice,
  { title, ordered = false }: { readonly title: string; readonly ordered?: boolean },
): (known: Known) => FigureSpec<OptionCells> {
  const { question, rows } = choice;
  return (known) => {
    const cells = (ordered ? rows : ranked(rows)).rows().map(({ 选项, 人数, 比例 }) =>
      known(选项) === "bounded" || choice.base === 0
        ? { 选项, 答卷数: null, "比例%": null, "95%区间": null }
        : { 选项, 答卷数: 人数, "比例%": 比例, "95%区间": shareInterval(比例)?.text ?? null }
    );
    const columns = ["选项", "答卷数", "比例%"] as const;
    return {
      title,
      rows: Frame.fromRows<OptionCells>(cells, [...columns, "95%区间"]),
      base: baseOf(codebook, choice),
      note: sentences(
        `“${question.text}”（${question.kind}）`,
        question.kind === "多选" ? "一人可选几项，各项比例之和不必等于百分之百" : "",
        choice.base === 0 ? NO_ANSWER : "",
        ...cautions(choice),
      ),
      seen: columns,
      draw: (shown) =>
        bars(shown, {
          label: "选项",
          value: "比例%",
          beside: "答卷数",
          unit: UNIT,
          shade: (option) => (isFirm(known(option)) ? "solid" : "hatched"),
        }),
    };
  };
}

/** The rows of a scale figure: 项目, 答卷数, each label's share, the rate, its interval, 均值 and its. */
export type ScaleCells = Readonly<Record<string, Cell | Ratio>>;

/**
 * One scale, or a battery of them, as bars of 100 %. Of a figure that the edition knows only in part
 * the labels' shares and the mean are left out; of an item that is `bounded` the rate is told as the
 * whole percentage that it reaches.
 *
 * @param survey the survey that the questions are of
 * @param scales at least one; a battery has the same scores, but its labels may differ: then they are
 *   named by their scores
 * @param measure what the share of the best labels is called
 * @throws {RangeError} if there is no scale
 */
export function scaleFigure(
  { codebook }: Survey,
  scales: readonly Scale[],
  { title, measure = RATE }: { readonly title: string; readonly measure?: string },
): (known: Known) => FigureSpec<ScaleCells> {
  const [first] = scales;
  if (first === undefined) throw new RangeError("Cannot make a figure of no scale");
  const { text, options, scores } = first.question;
  const alike = scales.every(({ question }) => question.options.join() === options.join());
  const labels = alike ? options : scores.map((score) => `${score} 分`);
  return (known) => {
    const whole = isFirm(known());
    const bars = scales.map((scale) => {
      const { item } = scale.question;
      const coverage = known(scales.length === 1 ? RATE : item);
      return scaleBar(scale, { whole, sure: coverage !== "bounded", told: coverage !== "partial" });
    });
    const shares = labels.map((label) => `${label}%`);
    const columns = ["项目", "答卷数", ...shares, `${measure}%`, "95%区间", "均值"];
    // Where no mean is told there is no column for its interval.
    if (whole) columns.push(MEAN_INTERVAL);
    const cells = scales.map((scale, i) => {
      const bar = bars[i];
      const parts = bar?.parts ?? null;
      return {
        项目: scale.question.item,
        答卷数: scale.base,
        ...Object.fromEntries(
          shares.map((name, k) => [name, parts?.[k]?.text.replace("%", "") ?? null]),
        ),
        [`${measure}%`]: bar?.rate?.text.replace("%", "") ?? null,
        "95%区间": bar?.rate?.sure ? shareInterval(scale.satisfied)?.text ?? null : null,
        均值: bar?.mean ?? null,
        [MEAN_INTERVAL]: bar?.mean ? meanInterval(scale)?.text ?? null : null,
      };
    });
    const best = first.question.satisfied.map((label) => `“${label}”`).join("");
    return {
      title,
      rows: Frame.fromRows<ScaleCells>(cells, columns),
      base: baseOf(codebook, first),
      note: sentences(
        `“${text}”${scales.length > 1 ? `等 ${scales.length} 题` : ""}（量表）`,
        alike
          ? `${measure}为${best}${chineseNumber(first.question.satisfied.length)}档比例之和`
          : `计入的各档依次是${
            scales.map(({ question }) => question.satisfied.map((label) => `“${label}”`).join(""))
              .join("；")
          }`,
        scaleRemark(first.base > 0, whole, scores),
        scales.some(({ base }) => base !== first.base) ? "各题答卷数不同，见数据" : "",
        ...cautions(first),
      ),
      seen: whole
        ? columns.filter((name) => !["95%区间", "答卷数", MEAN_INTERVAL].includes(name))
        : ["项目", `${measure}%`, "95%区间"],
      // One rate by itself is a line of words; the overview of all rates draws it.
      draw: () => bars.length === 1 && !whole ? "" : drawScales(bars, { labels, measure }),
    };
  };
}

/** How the bars of scales are to be read, or what they lack. */
function scaleRemark(answered: boolean, whole: boolean, scores: readonly number[]): string {
  if (!answered) return whole ? NO_ANSWER : "各项的数值都没有公布";
  return whole ? `均值按从好到差 ${scores.join("、")} 分计算` : "各档的比例和均值没有公布";
}

/** As much of a scale as may be told: all of it, its rate, the rate's floor, or nothing. */
function scaleBar(
  { question, base, rows, satisfied, mean }: Scale,
  { whole, sure, told }: {
    readonly whole: boolean;
    readonly sure: boolean;
    readonly told: boolean;
  },
): ScaleBar {
  const { item } = question;
  const best = question.satisfied;
  if (base === 0 || !told) return { item, best, rate: null, parts: null, mean: null };
  if (!sure) {
    const floor = satisfied.wholePercent();
    const rate = { share: Number(floor) / 100, text: `≥${floor}%`, sure };
    return { item, best, rate, parts: null, mean: null };
  }
  const part = (share: Ratio) => ({ share: Number(share), text: `${share}%` });
  return {
    item,
    best,
    rate: { ...part(satisfied), sure },
    parts: whole ? rows.column("比例").map(part) : null,
    mean: whole ? mean : null,
  };
}
