/** The rates of a survey's scales at one glance, each with its interval. */
import type { NamedSurvey } from "../edition/survey.ts";
import { type Interval, shareInterval } from "../measures/confidence.ts";
import type { Ratio } from "../measures/ratio.ts";
import { Frame } from "../table/frame.ts";
import { intervals } from "./charts/intervals.ts";
import { isFirm } from "./known.ts";
import { scalesIn, type Told } from "./questionnaire.ts";
import { drawing, type Section, type Showable } from "./section.ts";
import { RATE } from "./survey_figures.ts";

/** Of fewer rates there is no overview to give. */
const FEWEST = 3;

/** A rate that is known for certain. */
interface Rate {
  readonly item: string;
  readonly base: number;
  readonly satisfied: Ratio;
  readonly interval: Interval;
  readonly mean: string | null;
}

/**
 * The rates of those scales that have a figure of their own, as far as they are known for certain: a
 * drawing a survey, all over the same scale; nothing of a survey of which they are few.
 *
 * @param surveys in the order of the report
 * @param told what the report tells of them
 */
export function overviewOf(
  section: Section,
  surveys: readonly NamedSurvey[],
  told: readonly Told[],
): Showable {
  const shown = surveys.map((survey) => ({
    survey,
    rates: told.filter((one) => one.survey === survey).flatMap((one) => ratesOf(section, one)),
  })).filter(({ rates }) => rates.length >= FEWEST);
  if (shown.length === 0) return { blocks: [] };
  const least = Math.min(
    ...shown.flatMap(({ rates }) => rates).map(({ interval }) => interval.lower),
  );
  const lead = section.text`各项评价汇总如下：竖线是比例，横条是它的置信区间；分项见后面各图。`;
  return {
    blocks: [lead, ...shown.map(({ survey, rates }) => drawn(survey, rates, least))]
      .flatMap(({ blocks }) => blocks),
  };
}

function ratesOf(section: Section, told: Told): Rate[] {
  const [question] = told.questions;
  if (question === undefined || told.questions.length > 1) return [];
  const known = section.known(question.key);
  const whole = isFirm(known());
  if (!isFirm(known(RATE))) return [];
  return scalesIn([told]).flatMap(({ satisfied, base, mean }) => {
    const interval = shareInterval(satisfied);
    if (interval === null) return [];
    return [{ item: question.item, base, satisfied, interval, mean: whole ? mean : null }];
  });
}

function drawn(survey: NamedSurvey, rates: readonly Rate[], least: number): Showable {
  const svg = intervals(
    rates.map(({ item, satisfied, interval, mean }) => ({
      name: item,
      text: mean === null ? `${satisfied}%` : `${satisfied}%　均值 ${mean}`,
      share: Number(satisfied),
      low: interval.lower,
      high: interval.upper,
    })),
    least,
  );
  const rows = Frame.fromRows(
    rates.map(({ item, base, satisfied, interval, mean }) => ({
      项目: item,
      答卷数: base,
      "比例%": satisfied,
      "95%区间": interval.text,
      均值: mean,
    })),
    ["项目", "答卷数", "比例%", "95%区间", "均值"],
  );
  const means = rates.some(({ mean }) => mean !== null);
  return drawing(svg, {
    caption: `${survey.name}：各项评价一览（横条为 95% 置信区间）`,
    alt: rates.map(({ item, satisfied, interval }) => `${item} ${satisfied}%（${interval.text}）`)
      .join("；"),
    rows: means ? rows : rows.select("项目", "答卷数", "比例%", "95%区间"),
  });
}
