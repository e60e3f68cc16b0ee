/**
 * Rebuilt responses counted afresh and held against print. It reads the files, goes through their
 * cells one by one, and knows neither how they were made nor the measures that notebooks use.
 */
import { join } from "node:path";
import { type Codebook, RESPONSE_ID } from "../edition/questionnaire.ts";
import { readRecords } from "../table/csv.ts";
import { JOINER } from "../edition/routing.ts";
import { ratio } from "../measures/ratio.ts";
import { agrees, type SurveyMargin, type SurveyMargins } from "./survey_margins.ts";

/** A printed number beside what the responses give for it. */
export interface Recounted {
  readonly code: string;
  readonly figure: string;
  readonly item: string;
  /** As printed; what was inferred has none. */
  readonly printed: string | null;
  readonly count: number;
  readonly base: number;
  readonly agrees: boolean;
}

/**
 * Counts a survey's responses for every margin.
 *
 * @param folder where `<name>.csv` is
 */
export function recountResponses(
  folder: string,
  name: string,
  codebook: Codebook,
  { size, margins }: SurveyMargins,
): Recounted[] {
  const codes = codebook.questions.map(({ code }) => code);
  const records = readRecords(join(folder, `${name}.csv`), [RESPONSE_ID, ...codes]);
  const lines = margins.map((margin) => line(records, margin));
  return [
    {
      code: "",
      figure: "",
      item: size.measure,
      printed: size.value,
      count: records.length,
      base: records.length,
      agrees: String(records.length) === size.value,
    },
    ...lines,
  ];
}

function line(records: readonly Record<string, string>[], margin: SurveyMargin): Recounted {
  const { question, options, fact } = margin;
  const cells = records.map((record) => record[question.code] ?? "").filter((cell) => cell !== "");
  const whole = options.length === question.options.length;
  let count = 0;
  for (const cell of cells) {
    const hits = cell.split(JOINER).filter((answer) => options.includes(answer)).length;
    count += whole ? hits : Math.min(hits, 1);
  }
  return {
    code: question.code,
    figure: question.figure,
    item: whole ? "各选项之和" : options.join("＋"),
    printed: fact?.value ?? null,
    count,
    base: cells.length,
    agrees: agrees(margin, count, cells.length),
  };
}

/**
 * The recount as an analyst reads it: the sum, then a line a margin.
 *
 * @param errata figures whose printed numbers are known to be impossible, e.g. `图38`
 */
export function describeRecount(
  title: string,
  lines: readonly Recounted[],
  errata: readonly string[],
): string {
  const agreeing = lines.filter((one) => one.agrees).length;
  return [
    `${title}：核对 ${lines.length} 项，相符 ${agreeing} 项`,
    ...lines.map((one) => {
      const place = [one.figure, one.code].filter((part) => part !== "").join(" ");
      const found = one.code === ""
        ? `${one.count} 份`
        : `${one.count}/${one.base} = ${ratio(one.count, one.base)}%`;
      const printed = one.printed === null ? "由各题基数推得" : `公布 ${one.printed}`;
      const remark = !one.agrees && errata.includes(one.figure) ? "（见勘误）" : "";
      return `  ${one.agrees ? "✓" : "✗"} ${place} ${one.item}：${printed}，重算 ${found}${remark}`;
    }),
  ].join("\n");
}
