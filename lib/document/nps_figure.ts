/** How likely people would recommend, as a figure. */
import type { Survey } from "../edition/survey.ts";
import { GROUP_LABELS, type Nps } from "../measures/nps.ts";
import { Frame } from "../table/frame.ts";
import { scales } from "./charts/scales.ts";
import type { FigureSpec } from "./section.ts";
import type { ScaleCells } from "./survey_figures.ts";
import { baseOf, cautions, sentences } from "./survey_notes.ts";

const INTERVAL = "95%区间";

/**
 * One NPS question, or several of one key, as bars of 100 %: promoters, passives, detractors.
 *
 * @param survey the survey that the questions are of
 * @param all at least one, each answered by somebody
 * @throws {RangeError} if there is none
 */
export function npsFigure(
  { codebook }: Survey,
  all: readonly Nps[],
  { title, measure }: { readonly title: string; readonly measure: string },
): FigureSpec<ScaleCells> {
  const [first] = all;
  if (first === undefined) throw new RangeError("Cannot make a figure of no answers");
  const shares = GROUP_LABELS.map((label) => `${label}%`);
  const columns = ["项目", "答卷数", ...shares, measure, INTERVAL, "均值"];
  const cells = all.map(({ question, base, rows, score, interval, mean }) => ({
    项目: question.item,
    答卷数: base,
    ...Object.fromEntries(rows.column("比例").map((share, i) => [shares[i] ?? "", share])),
    [measure]: score,
    [INTERVAL]: interval?.text ?? null,
    均值: mean,
  }));
  const bars = all.map(({ question, rows, score, mean }) => ({
    item: question.item,
    best: [], // A score sums no shares.
    rate: { share: 0, text: String(score), sure: true },
    parts: rows.column("比例").map((share) => ({ share: Number(share), text: `${share}%` })),
    mean,
  }));
  return {
    title,
    rows: Frame.fromRows<ScaleCells>(cells, columns),
    base: baseOf(codebook, first),
    note: sentences(
      `“${first.question.text}”${all.length > 1 ? `等 ${all.length} 题` : ""}（0 到 10 分）`,
      `${measure}是推荐者（9–10 分）的百分比减去贬损者（0–6 分）的百分比，在 −100 到 100 之间`,
      all.some(({ base }) => base !== first.base) ? "各题答卷数不同，见数据" : "",
      ...cautions(first),
    ),
    seen: columns.filter((name) => name !== INTERVAL && name !== "答卷数"),
    draw: () => scales(bars, { labels: GROUP_LABELS, measure }),
  };
}
