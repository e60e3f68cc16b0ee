/** Which printed number speaks of which answers, and how many respondents it takes to give it. */
import { join } from "node:path";
import type { Codebook, Question } from "../edition/questionnaire.ts";
import { type Bound, type Fraction, parseBound } from "../table/bound.ts";
import { missingColumns, readSheet } from "../table/csv.ts";
import { DataError, type Fault, throwIfAny } from "../table/faults.ts";
import { nearestWords } from "../table/nearest.ts";
import { splitAnswer } from "../edition/routing.ts";
import { ratio } from "../measures/ratio.ts";
import { type Fact, readFacts } from "../edition/published.ts";

/** What is known of how many chose some options of a question. */
export interface SurveyMargin {
  readonly question: Question;
  /** Options that are known together: those who chose any of them. */
  readonly options: readonly string[];
  /** The printed percentage or bound; null where the number was inferred. */
  readonly fact: Fact | null;
  /** The inferred number of respondents; null where print tells. */
  readonly count: number | null;
}

/** What is known of a survey. */
export interface SurveyMargins {
  /** How many responses there are. */
  readonly size: Fact;
  readonly margins: readonly SurveyMargin[];
}

/** Stands for the sum of all options' shares. */
const ALL = "*";
const COLUMNS = ["题号", "选项", "编号", "人数"] as const;

/**
 * Reads `<name>.margins.csv`: `题号,选项,编号,人数`. A row says that the share of those who chose one of
 * the options (joined by ┋; `*` for the sum over all) is the published fact 编号, or that they are
 * 人数 respondents, where that is inferred. The row without 题号 names the fact that counts responses.
 *
 * @param folder the edition's folder, with `published/`
 * @throws {DataError} with every fault of the file: an unknown question, option or fact, a row with
 *   both or neither of 编号 and 人数, a fact that is no number, no number of responses
 */
export function readSurveyMargins(folder: string, name: string, codebook: Codebook): SurveyMargins {
  const sheet = readSheet(join(folder, `${name}.margins.csv`));
  const missing = missingColumns(sheet, COLUMNS);
  throwIfAny(missing.length > 0 ? [...missing, ...sheet.faults] : []);
  const facts = new Map(
    readFacts(join(folder, "published")).statements.map((fact) => [fact.id, fact]),
  );

  const faults: Fault[] = [...sheet.faults];
  const sizes: Fact[] = [];
  const margins: SurveyMargin[] = [];
  for (const { number, cells } of sheet.rows) {
    const cell = (column: string) => cells[sheet.header.indexOf(column)] ?? "";
    const before = faults.length;
    const wrong = (column: typeof COLUMNS[number], expected: string) => {
      faults.push({ file: sheet.file, row: number, column, found: cell(column), expected });
    };
    const fact = facts.get(cell("编号")) ?? null;
    if (cell("编号") !== "" && fact === null) wrong("编号", "公布数据中没有这个编号");
    if (fact !== null && fact.kind === "claim") wrong("编号", "这项公布数据不是数");
    if ((cell("编号") === "") === (cell("人数") === "")) wrong("编号", "编号与人数应恰填一项");
    if (!/^\d*$/.test(cell("人数"))) wrong("人数", "应为整数");
    if (cell("题号") === "") {
      if (fact !== null) sizes.push(fact);
      continue;
    }
    const question = codebook.questions.find(({ code }) => code === cell("题号"));
    if (question === undefined) {
      wrong("题号", `${codebook.file} 中没有这个题号`);
      continue;
    }
    const options = cell("选项") === ALL ? question.options : splitAnswer(cell("选项"));
    for (const option of options.filter((one) => !question.options.includes(one))) {
      wrong("选项", `没有“${option}”${nearestWords(option, question.options)}`);
    }
    if (faults.length > before) continue;
    const count = cell("人数") === "" ? null : Number(cell("人数"));
    margins.push({ question, options, fact, count });
  }
  throwIfAny(faults);
  const [size, second] = sizes;
  if (size === undefined || second !== undefined) {
    throw new DataError([{
      file: sheet.file,
      expected: "应有恰好一行题号为空，写明有效问卷数的编号",
    }]);
  }
  return { size, margins };
}

/** Whether a margin can only be checked afterwards (≠), and gives no number to deal out. */
export function onlyChecked({ fact }: SurveyMargin): boolean {
  return fact !== null && parseBound(fact.value)?.side === "beside";
}

/**
 * How many of `base` respondents a margin takes: the number whose share is nearest to a printed
 * percentage; for a bound, the number that just respects it, since nothing more is known.
 */
export function target({ fact, count }: SurveyMargin, base: number): number {
  if (fact === null) return count ?? 0;
  const bound = boundOf(fact);
  const near = nearest(bound.exact, base);
  const candidates = [near - 1, near, near + 1].filter((k) => k >= 0 && k <= base);
  const isWithin = (k: number) => ratio(k, base).within(bound);
  switch (bound.side) {
    case "above":
      return candidates.find(isWithin) ?? base;
    case "below":
      return candidates.findLast(isWithin) ?? 0;
    default:
      return Math.min(near, base);
  }
}

/** Whether `count` of `base` is what print says. */
export function agrees({ fact, count: inferred }: SurveyMargin, count: number, base: number) {
  if (fact === null) return count === inferred;
  const [bound, share] = [boundOf(fact), ratio(count, base)];
  return bound.side === "at" ? share.percent() === fact.value : share.within(bound);
}

function boundOf({ id, value }: Fact): Bound {
  const bound = parseBound(value);
  if (bound === null) throw new RangeError(`Cannot deal out ${id}: "${value}" is no number`);
  return bound;
}

/** The whole number nearest to a percentage of a base, in integers. */
function nearest([dividend, divisor]: Fraction, base: number): number {
  const [parts, of] = [dividend * BigInt(base), 100n * divisor];
  return Number((2n * parts + of) / (2n * of));
}
