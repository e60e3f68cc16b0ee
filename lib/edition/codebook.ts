/** What a questionnaire asks: its codebook, read and checked. A new questionnaire is a new file. */
import { dirname } from "node:path";
import { missingColumns, readSheet } from "../table/csv.ts";
import { type Fault, throwIfAny } from "../table/faults.ts";
import {
  type Codebook,
  KINDS,
  type Question,
  type QuestionKind,
  RESPONSE_ID,
  SCORES,
} from "./questionnaire.ts";
import { keyOf, readExhibitKeys } from "./exhibit_keys.ts";
import { JOINER, parseRouting, splitAnswer } from "./routing.ts";
import { parseSentence, usualSentence } from "./sentence_form.ts";

const COLUMNS = ["题号", "题干", "题型", "选项", "适用对象", "图号"] as const;

/** What a question on which all chapters are silent is told as. */
const SATISFACTION = "满意度";

/** The place of a question that is only asked to route others. */
export const UNTOLD = "不列";

/**
 * Reads a codebook: the columns `题号,题干,题型,选项,适用对象,图号`, and where the questionnaire needs
 * them `项目` (a short name), `章节` (where it is told: `四/大节/小节`), `图键` and `图题`, `句子` (see
 * sentence_form.ts), `对象` and `指标` (what its numbers are called), `次序` (`原序` where options have
 * an order of their own) and `满意项` (the labels of a scale that count as satisfied, parted by ┋).
 * Further columns, such as notes, are left aside.
 *
 * @throws {DataError} with every fault of the file: what {@link readSheet} finds, missing columns, a
 *   code that is empty, taken or repeated, an unknown kind, fewer than two or repeated options, a
 *   scale without five, a routing that refers to no earlier question or to no option of it, a
 *   sentence with an unknown form or option, a 满意项 that is no label
 */
export function readCodebook(path: string): Codebook {
  const sheet = readSheet(path);
  const missing = missingColumns(sheet, COLUMNS);
  throwIfAny(missing.length > 0 ? [...missing, ...sheet.faults] : []);

  const keys = readExhibitKeys(dirname(path));
  const faults: Fault[] = [...sheet.faults];
  const questions: Question[] = [];
  for (const { number, cells } of sheet.rows) {
    const cell = (column: string) => cells[sheet.header.indexOf(column)] ?? "";
    const wrong = (column: string, expected: string) => {
      faults.push({ file: sheet.file, row: number, column, found: cell(column), expected });
    };
    const code = cell("题号");
    if (code === "") wrong("题号", "不应为空，应为 G01、E01 这样的题号");
    else if (code === RESPONSE_ID) wrong("题号", `“${RESPONSE_ID}”是答卷的编号列，不能作题号`);
    else if (questions.some((one) => one.code === code)) wrong("题号", "与前面的题号重复");
    if (cell("题干") === "") wrong("题干", "不应为空");

    const kind = KINDS.find((one) => one === cell("题型"));
    if (kind === undefined) wrong("题型", `应为${KINDS.join("、")}之一`);
    const options = splitAnswer(cell("选项"));
    const problem = optionProblem(options, kind);
    if (problem !== null) wrong("选项", problem);
    if (!/^(图\d+)?$/.test(cell("图号"))) wrong("图号", "应写成 图9，没有图的题留空");

    const routing = parseRouting(cell("适用对象"), questions);
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
    const key = cell("图键") || (cell("图号") === "" ? "" : keyOf(cell("图号"), keys)) ||
      (section.length === 0 || section[0] === UNTOLD || cell("句子") !== "" ? "" : item);
    questions.push({
      code,
      text: cell("题干"),
      kind: kind ?? "单选",
      options,
      routing: "value" in routing ? routing.value : [],
      figure: cell("图号"),
      item,
      section,
      key,
      title: cell("图题"),
      sentence: "value" in sentence ? sentence.value : [],
      subject: cell("对象") || item,
      measure: cell("指标") || SATISFACTION,
      ordered: cell("次序") === "原序",
      satisfied,
    });
  }
  faults.push(...sentenceFaults(sheet.file, questions));
  if (questions.length === 0) faults.push({ file: sheet.file, expected: "没有任何题目" });
  throwIfAny(faults);
  return { file: sheet.file, questions: questions.map((one) => completed(one, questions)) };
}

/** A question's title and sentence where the codebook leaves them out; a battery's first item has them. */
function completed(question: Question, questions: readonly Question[]): Question {
  const { key, kind, text, title, sentence } = question;
  const battery = questions.filter((one) => key !== "" && one.key === key);
  const first = battery.length === 0 || battery[0]?.code === question.code;
  return {
    ...question,
    title: title || text.replace(/[？?]$/, ""),
    sentence: sentence.length > 0 || !first ? sentence : usualSentence(kind, battery.length > 1),
  };
}

/** Options and items that sentences speak of and the questionnaire has not. */
function sentenceFaults(file: string, questions: readonly Question[]): Fault[] {
  const items = questions.map(({ item }) => item);
  return questions.flatMap(({ code, options, sentence }) =>
    sentence.flatMap((part): Fault[] => {
      if (typeof part === "string") return [];
      const known = part.form === "率" ? items : options;
      if (part.form === "前") return [];
      return part.of.filter((name) => !known.includes(name)).map((name) => ({
        file,
        column: "句子",
        found: name,
        expected: `题 ${code} 的句子里，这不是${part.form === "率" ? "问卷的项目" : "本题的选项"}`,
      }));
    })
  );
}

/**
 * The labels that count as satisfied where a codebook does not say: the best three of five, but none
 * from the first that is neutral or negative (一般, 不满意, 较差 …).
 */
function usuallySatisfied(options: readonly string[]): string[] {
  const end = options.findIndex((label) =>
    /一般|中立|普通|说不清|不确定|无所谓|不|差|低/.test(label)
  );
  return options.slice(0, end < 0 ? 3 : Math.min(end, 3));
}

function optionProblem(options: readonly string[], kind: QuestionKind | undefined): string | null {
  if (options.includes("")) return `选项之间用“${JOINER}”隔开，不应有空的选项`;
  const twice = options.find((option, i) => options.indexOf(option) !== i);
  if (twice !== undefined) return `选项“${twice}”重复`;
  if (kind === "量表") {
    return options.length === SCORES.length
      ? null
      : `量表应有 ${SCORES.length} 档，从最好到最差，现有 ${options.length} 档`;
  }
  return options.length > 1 ? null : `至少应有两个选项，用“${JOINER}”隔开`;
}
