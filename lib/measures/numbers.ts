/** Questions answered by a number (元/月, 小时 …): how many answered, median, quartiles, mean, bands. */
import { bandOf, parseBands } from "../edition/bands.ts";
import type { Question } from "../edition/questionnaire.ts";
import type { Response } from "../edition/survey.ts";
import { Frame } from "../table/frame.ts";
import { audience, type ChoiceRow } from "./choice.ts";
import { FEWEST_PAID } from "./pay.ts";
import { type Quartiles, quartiles } from "./quartiles.ts";
import { ratio } from "./ratio.ts";

/** Fewest answers of which numbers are told: fewer could tell of a person. */
export const FEWEST_NUMBERS = FEWEST_PAID;

/** The answers to a question that asks for a number. */
export interface Numbers {
  readonly question: Question;
  /** How many the question was put to. */
  readonly asked: number;
  /** How many of them answered. */
  readonly base: number;
  /** Null where fewer than {@link FEWEST_NUMBERS} answered. */
  readonly quartiles: Quartiles | null;
  /** To two decimals, rounded half up; null where the quartiles are. */
  readonly mean: string | null;
  /** A row a band, low to high; none without bands, or where the quartiles are null. */
  readonly rows: Frame<ChoiceRow>;
}

/**
 * Counts a question that asks for a number. The quartiles are those of {@link quartiles}; money is
 * told in whole 元, other numbers with as many decimals as the answers have.
 *
 * @param responses all responses; the question's routing picks those it was put to
 * @throws {TypeError} if the question asks for something else
 */
export function numbers(responses: Frame<Response>, question: Question): Numbers {
  const { code, kind, unit, options } = question;
  if (kind !== "数值") throw new TypeError(`Cannot count ${code} as numbers: its kind is ${kind}`);
  const { asked, answered } = audience(responses, question);
  const texts = answered.column(code).map(String);
  const values = texts.map(Number);
  const told = values.length >= FEWEST_NUMBERS;
  const decimals = unit.startsWith("元")
    ? 0
    : Math.min(2, Math.max(0, ...texts.map((text) => text.split(".")[1]?.length ?? 0)));
  const hundredths = values.reduce((sum, value) => sum + Math.round(value * 100), 0);
  const bands = parseBands(options, unit);
  const sorted = told && "value" in bands ? values.map((value) => bandOf(bands.value, value)) : [];
  const rows = (told ? options : []).map((选项) => {
    const 人数 = sorted.filter((band) => band === 选项).length;
    return { 选项, 人数, 比例: ratio(人数, values.length) };
  });
  return {
    question,
    asked,
    base: values.length,
    quartiles: told ? quartiles(values, decimals) : null,
    mean: told ? ratio(hundredths, values.length * 100).quotient() : null,
    rows: Frame.fromRows<ChoiceRow>(rows, ["选项", "人数", "比例"]),
  };
}
