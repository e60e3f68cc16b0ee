/** What a questionnaire asks: its codebook, read and checked. A new questionnaire is a new file. */
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
import { JOINER, parseRouting, splitAnswer } from "./routing.ts";

const COLUMNS = ["题号", "题干", "题型", "选项", "适用对象", "图号"] as const;

/**
 * Reads a codebook: the columns `题号,题干,题型,选项,适用对象,图号`, and `项目` (a short name) where an
 * item needs one. Further columns, such as notes, are left aside.
 *
 * @throws {DataError} with every fault of the file: what {@link readSheet} finds, missing columns, a
 *   code that is empty, taken or repeated, an unknown kind, fewer than two or repeated options, a
 *   scale without five, a routing that refers to no earlier question or to no option of it
 */
export function readCodebook(path: string): Codebook {
  const sheet = readSheet(path);
  const missing = missingColumns(sheet, COLUMNS);
  throwIfAny(missing.length > 0 ? [...missing, ...sheet.faults] : []);

  const faults: Fault[] = [...sheet.faults];
  const questions: Question[] = [];
  for (const { number, cells } of sheet.rows) {
    const cell = (column: string) => cells[sheet.header.indexOf(column)] ?? "";
    const wrong = (column: typeof COLUMNS[number], expected: string) => {
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
    questions.push({
      code,
      text: cell("题干"),
      kind: kind ?? "单选",
      options,
      routing: "value" in routing ? routing.value : [],
      figure: cell("图号"),
      item: cell("项目") || cell("题干"),
    });
  }
  if (questions.length === 0) faults.push({ file: sheet.file, expected: "没有任何题目" });
  throwIfAny(faults);
  return { file: sheet.file, questions };
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
