/** What a questionnaire asks: its codebook, read and checked. A new questionnaire is a new file. */
import { basename, dirname } from "node:path";
import { missingColumns, readSheet } from "../table/csv.ts";
import { type Fault, throwIfAny } from "../table/faults.ts";
import { parseBands } from "./bands.ts";
import {
  type Codebook,
  KINDS,
  LIKELIHOODS,
  type Question,
  type QuestionKind,
  RESPONSE_ID,
} from "./questionnaire.ts";
import { keyOf, readExhibitKeys } from "./exhibit_keys.ts";
import { JOINER, parseRouting, splitAnswer } from "./routing.ts";
import { parseSentence, suits, usualSentence } from "./sentence_form.ts";

const COLUMNS = ["题号", "题干", "题型", "选项", "适用对象", "图号"] as const;

/** What is measured where a codebook does not say. */
const MEASURES: Readonly<Record<string, string>> = { 数值: "中位数", NPS: "净推荐值" };
const SATISFACTION = "满意度";

/** The place of a question that is only asked to route others. */
export const UNTOLD = "不列";

/**
 * Reads a codebook: the columns `题号,题干,题型,选项,适用对象,图号`, and where the questionnaire needs
 * them `项目` (a short name), `章节` (where it is told: `四/大节/小节`), `图键` and `图题`, `句子` (see
 * sentence_form.ts), `对象` and `指标` (what its numbers are called), `次序` (`原序` where options have
 * an order of their own), `满意项` (the labels of a scale that count as satisfied, parted by ┋), `赋分`
 * (what the labels score, parted by ┋; else from their number down to 1) and `单位` (of a number).
 * Further columns, such as notes, are left aside. Items of one 题干 are a battery without a 图键 too; the usual key is the
 * survey's with the item.
 *
 * A scale has two labels or more, from best to worst; with stated scores it may be typed from worst
 * to best. The options of a number are bands, if it has any; NPS and one's own words need none.
 *
 * @throws {DataError} with every fault of the file: what {@link readSheet} finds, missing columns, a
 *   code that is empty, taken or repeated, an unknown kind, options that are too few, repeated or no
 *   bands, scores that are not one a label or in no order, a routing that refers to no earlier
 *   question or to no option of it, a sentence with a form or option that the question has not, a
 *   满意项 that is no label
 */
export function readCodebook(path: string): Codebook {
  const sheet = readSheet(path);
  const missing = missingColumns(sheet, COLUMNS);
  throwIfAny(missing.length > 0 ? [...missing, ...sheet.faults] : []);

  const keys = readExhibitKeys(dirname(path));
  const faults: Fault[] = [...sheet.faults];
  const texts = sheet.rows.map(({ cells }) => cells[sheet.header.indexOf("题干")] ?? "");
  const questions: Question[] = [];
  for (const { number, cells } of sheet.rows) {
    const cell = (column: string) => cells[sheet.header.indexOf(column)] ?? "";
    const wrong = (column: string, expected: string) => {
      faults.push({ file: sheet.file, row: number, column, found: cell(column), expected });
    };
    const code = cell("题号");
    if (code === "") wrong("题号", "不应为空，应为 G01、E01 这样的题号");
    else if (code === RESPONSE_ID) wrong("题号", `“${RESPONSE_ID}”是答卷的编号列，不能作题号`);
    // The one name that no object of JavaScript can have for a column.
    else if (code === "__proto__") wrong("题号", "不能作题号，应为 G01、E01 这样的题号");
    else if (questions.some((one) => one.code === code)) wrong("题号", "与前面的题号重复");
    if (cell("题干") === "") wrong("题干", "不应为空");

    const kind = KINDS.find((one) => one === cell("题型"));
    if (kind === undefined) wrong("题型", `应为${KINDS.join("、")}之一`);
    const typed = cell("选项") === "" ? [] : splitAnswer(cell("选项"));
    const problem = optionProblem(typed, kind, cell("单位"));
    if (problem !== null) wrong("选项", problem);
    const scored = scoresOf(kind, typed, cell("赋分"));
    if ("expected" in scored) wrong("赋分", scored.expected);
    const [options, scores] = "expected" in scored ? [typed, []] : bestFirst(typed, scored.value);
    if (!/^(图\d+)?$/.test(cell("图号"))) wrong("图号", "应写成 图9，没有图的题留空");

    const routing = parseRouting(
      cell("适用对象"),
      // A number is no option of anybody's: its bands only sort the answers.
      questions.map((one) => (one.kind === "数值" ? { code: one.code, options: [] } : one)),
    );
    if ("expected" in routing) {
      for (const expected of routing.expected) wrong("适用对象", expected);
    }
    const sentence = parseSentence(cell("句子"));
    if ("expected" in sentence) wrong("句子", sentence.expected);
    const satisfied = cell("满意项") === ""
      ? usuallySatisfied(options)
      : splitAnswer(cell("满意项"));
    const stranger = satisfied.find((label) => !options.includes(label));
    if (stranger !== undefined) wrong("满意项", `“${stranger}”不是本题的选项`);
    if (!["", "原序"].includes(cell("次序"))) wrong("次序", "应写 原序，或留空（按比例从大到小）");
    const item = cell("项目") || cell("题干");
    const section = cell("章节").split("/").map((part) => part.trim()).filter((part) =>
      part !== ""
    );
    const shared = texts.filter((text) => text === cell("题干")).length > 1;
    // With the survey's name, since other chapters and the other survey have keys too.
    const usual = `${basename(path, ".codebook.csv")}·${shared ? cell("题干") : item}`;
    const key = cell("图键") || (cell("图号") === "" ? "" : keyOf(cell("图号"), keys)) ||
      (section[0] === UNTOLD || cell("句子") !== "" ? "" : usual);
    questions.push({
      code,
      text: cell("题干"),
      kind: kind ?? "单选",
      options: kind === "NPS" ? LIKELIHOODS : options,
      scores,
      unit: cell("单位"),
      routing: "value" in routing ? routing.value : [],
      figure: cell("图号"),
      item,
      section,
      key,
      title: cell("图题"),
      sentence: "value" in sentence ? sentence.value : [],
      subject: cell("对象") || bare(item),
      measure: cell("指标") || (MEASURES[cell("题型")] ?? SATISFACTION),
      ordered: cell("次序") === "原序",
      satisfied,
    });
  }
  faults.push(...sentenceFaults(sheet.file, questions));
  if (questions.length === 0) faults.push({ file: sheet.file, expected: "没有任何题目" });
  throwIfAny(faults);
  return { file: sheet.file, questions: apart(questions).map(completed) };
}

/** Questions that share a key and cannot be shown in one figure get keys of their own. */
function apart(questions: readonly Question[]): Question[] {
  return questions.map((one) => {
    const first = questions.find(({ key }) => key !== "" && key === one.key) ?? one;
    return isBattery(first, one) ? one : { ...one, key: `${one.key}·${one.code}` };
  });
}

/** Whether two questions of a key stand in one figure: scales of the same scores, numbers, NPS. */
function isBattery(one: Question, other: Question): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind || one.unit !== other.unit) return false;
  if (one.kind === "量表") return one.scores.join() === other.scores.join();
  return one.kind === "NPS" ||
    (one.kind === "数值" && one.options.length === 0 && other.options.length === 0);
}

/** A question without its mark. */
function bare(text: string): string {
  return text.replace(/[？?]$/, "");
}

/** What asks several questions in common: 您对学校的满意度 for 您对学校的满意度：教学 and its like. */
function batteryTitle(battery: readonly Question[]): string | null {
  const [first, ...others] = battery.map(({ text }) => text);
  if (first === undefined || others.every((text) => text === first)) return null;
  const common = first.split("").filter((_, i) =>
    others.every((text) => text.startsWith(first.slice(0, i + 1)))
  ).join("");
  const stem = /^(.+?)\s*[：:—–（(-]+[^：:—–（(-]*$/.exec(common)?.[1];
  return stem === undefined ? `“${bare(first)}”等 ${battery.length} 题` : bare(stem);
}

/** A question's title and sentence where the codebook leaves them out; a battery's first item has them. */
function completed(question: Question, _: number, questions: readonly Question[]): Question {
  const { key, kind, text, title, sentence, options } = question;
  const battery = questions.filter((one) => key !== "" && one.key === key);
  const first = battery.length === 0 || battery[0]?.code === question.code;
  return {
    ...question,
    title: title || batteryTitle(battery) || bare(text),
    sentence: sentence.length > 0 || !first
      ? sentence
      : usualSentence(kind, battery.length > 1, options.length),
  };
}

/** Forms, options and items that sentences speak of and the questionnaire has not. */
function sentenceFaults(file: string, questions: readonly Question[]): Fault[] {
  const items = questions.filter(({ kind }) => kind === "量表").map(({ item }) => item);
  return questions.flatMap(({ code, kind, options, sentence }) =>
    sentence.flatMap((part): Fault[] => {
      if (typeof part === "string") return [];
      const wrong = (found: string, expected: string) => ({
        file,
        column: "句子",
        found,
        expected: `题 ${code} 的句子里，${expected}`,
      });
      if (!suits(part, kind)) return [wrong(`{${part.form}}`, `${kind}题不能用这种写法`)];
      if (part.form === "率") {
        return part.of.filter((name) => !items.includes(name))
          .map((name) => wrong(name, "这不是问卷里量表的项目"));
      }
      if (part.form !== "合计" && part.form !== "除") return [];
      return part.of.filter((name) => !options.includes(name))
        .map((name) => wrong(name, "这不是本题的选项"));
    })
  );
}

/**
 * The labels that count as satisfied where a codebook does not say: the best three of five, of other
 * scales those above the middle, but none from the first that is neutral or negative (一般, 不满意,
 * 较差 …).
 */
function usuallySatisfied(options: readonly string[]): string[] {
  const most = options.length === 5 ? 3 : Math.floor(options.length / 2);
  const end = options.findIndex((label) =>
    /一般|中立|普通|说不清|不确定|无所谓|不|差|低/.test(label)
  );
  return options.slice(0, end < 0 ? most : Math.min(end, most));
}

/** What a scale's labels score: as the codebook states, else from their number down to 1. */
function scoresOf(
  kind: QuestionKind | undefined,
  options: readonly string[],
  text: string,
): { readonly value: readonly number[] } | { readonly expected: string } {
  if (kind !== "量表") return { value: [] };
  if (text === "") return { value: options.map((_, i) => options.length - i) };
  const parts = splitAnswer(text);
  const scores = parts.map(Number);
  if (parts.some((one) => !/^-?\d{1,6}(\.\d{1,2})?$/.test(one))) {
    return { expected: `应为数（至多两位小数），用“${JOINER}”隔开` };
  }
  if (scores.length !== options.length) {
    return {
      expected: `应与选项一样多，选项有 ${options.length} 档，现有 ${scores.length} 个分数`,
    };
  }
  const rising = scores.slice(1).map((score, i) => Math.sign(score - (scores[i] ?? score)));
  return rising.every((sign) => sign !== 0 && sign === rising[0])
    ? { value: scores }
    : { expected: "各档的分数应依次减少（或依次增加），不应相同" };
}

/** A scale's labels and scores from best to worst. */
function bestFirst(
  options: readonly string[],
  scores: readonly number[],
): [options: readonly string[], scores: readonly number[]] {
  const [first = 0, second = 0] = scores;
  return first < second ? [options.toReversed(), scores.toReversed()] : [options, scores];
}

function optionProblem(
  options: readonly string[],
  kind: QuestionKind | undefined,
  unit: string,
): string | null {
  if (options.includes("")) return `选项之间用“${JOINER}”隔开，不应有空的选项`;
  const twice = options.find((option, i) => options.indexOf(option) !== i);
  if (twice !== undefined) return `选项“${twice}”重复`;
  switch (kind) {
    case "填空":
      return options.length === 0 ? null : "填空题没有选项，应留空";
    case "NPS":
      return options.length === 0 || options.toSorted().join() === LIKELIHOODS.toSorted().join()
        ? null
        : `NPS 题的选项是 0 到 10，可以留空`;
    case "数值": {
      const bands = parseBands(options, unit);
      return "expected" in bands ? bands.expected : null;
    }
    case "量表":
      return options.length > 1 ? null : `量表至少应有两档，从最好到最差，用“${JOINER}”隔开`;
    default:
      return options.length > 1 ? null : `至少应有两个选项，用“${JOINER}”隔开`;
  }
}
