/** What makes answers doubtful: sent twice, given too fast, to questions that were not asked. */
import { NOT_ASKED } from "../../edition/routing.ts";
import type { Level } from "../findings.ts";

/** A response as checks look at it. */
export interface Response {
  readonly row: number;
  /** Seconds used; undefined where the export does not tell. */
  readonly seconds: number | undefined;
  /** Question code → options joined, empty where there is no answer. */
  readonly answers: ReadonlyMap<string, string>;
}

/** A doubt about one response. */
export interface Doubt {
  readonly check: string;
  readonly level: Level;
  readonly row: number;
  readonly advice: string;
}

/** From how many answers on two equal responses are hardly two people's. */
const ANSWERS = 8;
/** Below which share of the median time nobody has read the questions. */
const TOO_FAST = 0.3;
/** From how many responses on the median says something. */
const ENOUGH = 10;

/** Responses whose answers are all equal to an earlier one's. */
export function repeated(responses: readonly Response[]): Doubt[] {
  const first = new Map<string, number>();
  return responses.flatMap(({ row, answers }): Doubt[] => {
    const filled = [...answers].filter(([, answer]) => answer !== "" && answer !== NOT_ASKED);
    if (filled.length < ANSWERS) return [];
    const id = filled.map((pair) => pair.join("=")).join("\u0000");
    if (!first.has(id)) {
      first.set(id, row);
      return [];
    }
    const advice = `每一题都与前面的某份答卷相同，可能重复提交；该删的请在原表里删去`;
    return [{ check: "重复的答卷", level: "warn", row, advice }];
  });
}

/** Responses that took less than three tenths of the median time. */
export function hurried(responses: readonly Response[]): Doubt[] {
  const times = responses.flatMap(({ seconds }) => seconds ?? []).toSorted((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)];
  if (times.length < ENOUGH || median === undefined) return [];
  return responses.flatMap(({ row, seconds }): Doubt[] =>
    seconds === undefined || seconds >= median * TOO_FAST ? [] : [{
      check: "答得过快的答卷",
      level: "warn",
      row,
      advice: `用时不到中位数（${Math.round(median)} 秒）的三成，也计入了；不该算的请在原表里删去`,
    }]
  );
}
