/**
 * One cell of a response: the answer as the measures count it, without what a respondent wrote in
 * words of their own. Such words are neither kept nor told: no message repeats an answer unless it
 * is an option or an evident slip of one.
 */
import { nearestWords } from "../table/nearest.ts";
import { LIKELIHOODS, type Question } from "./questionnaire.ts";
import { JOINER, NOT_ASKED } from "./routing.ts";

/** What stands in place of words of one's own. */
export const WRITTEN = "已填写";

/** What a cell says, or what is wrong with it in plain Chinese. */
export interface Reading {
  /** Several options joined by ┋; null where there is no answer, {@link NOT_ASKED} where no question. */
  readonly answer: string | null;
  readonly wrong: readonly string[];
  /** The answer as a message may show it; absent where it could be someone's own words or number. */
  readonly shown?: string;
}

/** Reads a cell as a question's kind asks: see {@link Reading}. */
export function readAnswer(cell: string, question: Question): Reading {
  const marker = cell.replaceAll("（", "(").replaceAll("）", ")");
  if (cell === "" || marker === "(空)") return { answer: null, wrong: [] };
  if (marker === NOT_ASKED) return { answer: NOT_ASKED, wrong: [] };
  switch (question.kind) {
    case "填空":
      return { answer: WRITTEN, wrong: [] };
    case "数值":
      return readNumber(cell, question);
    case "NPS":
      return readLikelihood(cell);
    default:
      return readOptions(cell, question);
  }
}

function readNumber(cell: string, { unit }: Question): Reading {
  const text = cell.normalize("NFKC").replace(/[\s,]/g, "");
  const units = [unit, unit.split("/")[0] ?? ""].map((one) => one.normalize("NFKC"));
  const ending = units.find((one) => one !== "" && text.endsWith(one)) ?? "";
  const answer = text.slice(0, text.length - ending.length);
  if (/^\d{1,12}(\.\d+)?$/.test(answer)) return { answer, wrong: [] };
  return { answer, wrong: [`应为不小于零的数${unit === "" ? "" : `（${unit}）`}，没有作答的留空`] };
}

function readLikelihood(cell: string): Reading {
  const answer = cell.normalize("NFKC").replace(/\s*分$/, "");
  if (LIKELIHOODS.includes(answer)) return { answer, wrong: [] };
  return { answer, wrong: ["应为 0 到 10 的整数，没有作答的留空"] };
}

function readOptions(cell: string, { kind, options }: Question): Reading {
  const told = cell.replace(/〖[^〗]*〗/g, "");
  const parts = kind === "排序" ? told.split(/┋|→|-->|->/) : told.split(JOINER);
  const chosen = parts.map((part) => optionOf(part.replace(/〖.*$/s, "").trim(), options));
  const answer = chosen.join(JOINER);
  const list = `可选：${options.join("、")}`;
  const unknown = chosen.filter((one) => !options.includes(one));
  if (unknown.length > 0) {
    const slips = unknown.every((one) => one === "" || isSlip(one, options));
    return {
      answer,
      wrong: unknown.map((one) => `${strange(one, options)}；${list}`),
      ...(slips ? { shown: answer } : {}),
    };
  }
  const wrong = [];
  if (chosen.length > 1 && kind !== "多选" && kind !== "排序") {
    wrong.push(`${kind}题只能选一项，现选了 ${chosen.length} 项；${list}`);
  } else {
    const twice = chosen.find((one, i) => chosen.indexOf(one) !== i);
    if (twice !== undefined) wrong.push(`“${twice}”选了两次；${list}`);
  }
  return { answer, wrong, shown: answer };
}

/** 其他, and what may part it from the words that follow it. */
const OTHER = /^(其他|其它)(?=$|[\s:：,，;；/_—\-([{（【])/;

/** The option that a text names, without the words that were written behind 其他. */
function optionOf(text: string, options: readonly string[]): string {
  if (options.includes(text) || !OTHER.test(text)) return text;
  const others = options.filter((option) => OTHER.test(option));
  return others.length === 1 ? others[0] ?? text : text;
}

function strange(answer: string, options: readonly string[]): string {
  if (answer === "") return "有空的选项";
  if (isSlip(answer, options)) return `没有选项“${answer}”${nearestWords(answer, options)}`;
  return "这不是选项（可能是答卷人自己的话，不在此列出）";
}

/** Whether an answer is so near an option that it is a slip of the pen and no one's own words. */
function isSlip(answer: string, options: readonly string[]): boolean {
  if (/^其[他它]/.test(answer)) return false;
  return nearestWords(answer, options) !== "";
}
