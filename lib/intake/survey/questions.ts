/** The columns of a survey platform's export: what it tells of a response, and what was asked. */
import { PLATFORM_COLUMNS } from "../../edition/platform_columns.ts";
import type { Headers } from "../columns.ts";
import { plainHeader } from "../columns.ts";
import { clean, loose } from "../text.ts";

/** A question, in one column or, where each option has a column of zeros and ones, in several. */
export interface Asked {
  /** As the questionnaire has it, without its number. */
  readonly text: string;
  /** The header of its only or first column. */
  readonly header: string;
  /** What a battery's items have in common (`5、您对学校的评价—教学` is an item of 您对学校的评价). */
  readonly battery: string;
  readonly columns: readonly { readonly at: number; readonly option?: string }[];
}

/** An export's columns by their use. */
export interface Columns {
  readonly questions: readonly Asked[];
  /** Place of the column with the time used; undefined where there is none. */
  readonly seconds: number | undefined;
  /** Headers of questions that ask who somebody is; their answers are forgotten. */
  readonly personal: readonly string[];
}

const TOLD = new Set(PLATFORM_COLUMNS.map(plainHeader));
const SECONDS = /所用时间|答题时长|用时|填写时长/;

/** `6、看重什么`, `6.看重什么`, `Q6_看重什么`, `第6题` */
const NUMBERED = /^(?:第\s*(\d+)\s*题|[Qq]?(\d+)\s*[、.．:：_\s])\s*(.*)$/;
/** `看重什么（薪资）`, `看重什么—薪资`, `看重什么:薪资` */
const PART = /^(.+?)(?:（(.+)）|\s*(?:[:：]|[—–-]{1,2})\s*(.+))$/;

/**
 * Sorts the columns of an export.
 *
 * @param names the headers
 * @param rows some rows, to tell an option's column of zeros and ones from a battery's item
 * @param headers what personal columns are called
 */
export function columnsOf(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  headers: Headers,
): Columns {
  const texts = names.map((name) => clean(name).text);
  const first = texts.findIndex((text) => NUMBERED.test(text));
  const numbered = texts.filter((text) => NUMBERED.test(text)).length > 1;
  const isTold = (text: string, at: number) =>
    text === "" || TOLD.has(plainHeader(text)) || (numbered && at < first);
  const candidates = texts.flatMap((text, at) => (isTold(text, at) ? [] : [{ at, text }]));
  const isPersonal = (text: string) => {
    const use = headers(bare(text))?.用途;
    return use === "个人" || use === "键" || use === "生日";
  };
  const asked = candidates.filter(({ text }) => !isPersonal(text));
  const ofBase = Map.groupBy(asked, ({ text }) => PART.exec(text)?.[1] ?? text);
  const done = new Set<string>();
  const questions = asked.flatMap(({ at, text }): Asked[] => {
    const [, base = text, bracketed, after] = PART.exec(text) ?? [];
    const part = bracketed ?? after;
    const siblings = ofBase.get(base) ?? [];
    if (part === undefined || siblings.length < 2) {
      // 第1题（您目前的去向）is the question itself; a bracket behind a question's own words is part of them.
      const own = part !== undefined && bare(base) === base ? part : bare(text);
      return [{ text: own, header: text, battery: "", columns: [{ at }] }];
    }
    if (!siblings.every((one) => isFlags(rows, one.at))) {
      return [{
        text: `${bare(base)}：${part}`,
        header: text,
        battery: bare(base),
        columns: [{ at }],
      }];
    }
    if (done.has(base)) return [];
    done.add(base);
    const columns = siblings.map((one) => {
      const [, , inside, behind] = PART.exec(one.text) ?? [];
      return { at: one.at, option: labelOf(inside ?? behind ?? one.text) };
    });
    return [{ text: bare(base), header: base, battery: "", columns }];
  });
  const seconds = texts.findIndex((text, at) => isTold(text, at) && SECONDS.test(text));
  return {
    questions,
    seconds: seconds < 0 ? undefined : seconds,
    personal: candidates.filter(({ text }) => isPersonal(text)).map(({ text }) => bare(text)),
  };
}

/** A question without its number and without `[多选题]`; `第6题` keeps it, since it has nothing else. */
function bare(text: string): string {
  const rest = NUMBERED.exec(text)?.[3] ?? text;
  const plain = rest.replace(/[【[（](单选|多选|量表|填空|矩阵|必答|选填)[^】\]）]*[】\]）]/g, "")
    .trim();
  return loose(plain) === "" ? text : plain;
}

/** What a respondent wrote beside an option, and the request to write it. */
const WRITTEN = /〖[^〗]*〗|【[^】]*】|（请(注明|填写|说明)[^）]*）|[_＿]{2,}/g;

/** An option without the request to write something and what was written. */
export function labelOf(option: string): string {
  return option.replace(WRITTEN, "").trim();
}

/** Whether a column has nothing but zeros and ones, and marks of what was not answered. */
function isFlags(rows: readonly (readonly string[])[], at: number): boolean {
  const cells = rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
  return cells.length > 0 &&
    cells.every((cell) => /^(0|1|-2|-3|（?跳过）?|\(跳过\)|\(空\))$/.test(cell));
}
