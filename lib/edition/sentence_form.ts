/**
 * How a question is told: the small language of a codebook's 句子 column. What stands in braces is
 * computed from the answers:
 *
 *     {前2}            the two options chosen most, with their shares
 *     {各项}           every option with its share
 *     {合计:甲┋乙}      the share of those who chose 甲 or 乙
 *     {除:甲}          the share of those who chose anything but 甲
 *     {率}             the satisfied share of the question's scale; {率:项目} that of another item
 *     {分项}           every item of the battery with its satisfied share
 *     {得分}           what the worst and the best label score
 *     {均值}           the mean score of a scale, the mean of numbers
 *     {中位数} {四分位}  of numbers; nothing where so few answered that they would tell of a person
 *     {NPS}            promoters less detractors; {推荐者} {中立者} {贬损者} the share of each
 *     {首选率}         the three options put first most often; {首选率2} the two
 *     {平均名次}       every option with its mean rank
 *     {填答份数}       how many answered
 *     {题} {图题} {指标}  the question, the figure's title, the measure
 */
import type { QuestionKind } from "./questionnaire.ts";
import { JOINER } from "./routing.ts";

/** A sentence's text and the numbers in it, in order. */
export type SentenceForm = readonly (string | NumberForm)[];

/** A computed part of a sentence. */
export interface NumberForm {
  readonly form: FormName;
  /** What stands after the colon, several parted by ┋; how many for 前 and 首选率. */
  readonly of: readonly string[];
}

const CHOICES: readonly QuestionKind[] = ["单选", "多选", "量表"];
const ANY: readonly QuestionKind[] = [...CHOICES, "数值", "NPS", "排序", "填空"];

/** The forms, and the kinds of questions that each can tell of. */
const KINDS_OF = {
  前: CHOICES,
  各项: CHOICES,
  合计: ["单选", "量表"],
  除: ["单选", "量表"],
  率: ANY,
  分项: ["量表", "数值", "NPS"],
  得分: ["量表"],
  均值: ["量表", "数值", "NPS"],
  中位数: ["数值"],
  四分位: ["数值"],
  NPS: ["NPS"],
  推荐者: ["NPS"],
  中立者: ["NPS"],
  贬损者: ["NPS"],
  首选率: ["排序"],
  平均名次: ["排序"],
  填答份数: ANY,
  题: ANY,
  图题: ANY,
  指标: ANY,
} as const satisfies Readonly<Record<string, readonly QuestionKind[]>>;

type FormName = keyof typeof KINDS_OF;
const FORMS = Object.keys(KINDS_OF) as readonly FormName[];
/** Names that say the same. */
const ALSO: Readonly<Record<string, FormName>> = { 填答人数: "填答份数" };
/** How many are told where the sentence does not say. */
const MOST: Readonly<Record<string, string>> = { 前: "1", 首选率: "3" };
/** Forms that need something after the colon. */
const OF: readonly string[] = ["合计", "除"];

/**
 * Reads a sentence.
 *
 * @returns its parts, or in plain Chinese what is wrong with it
 */
export function parseSentence(
  text: string,
): { readonly value: SentenceForm } | { readonly expected: string } {
  const parts = text.split(/[{｛]([^{}｛｝]*)[}｝]/);
  const typed = parts.find((part, i) => i % 2 === 0 && /[0-9０-９]/.test(part));
  if (typed !== undefined) return { expected: `句子里不能写死数字（“${typed}”），数要由答卷算出` };
  const stray = parts.find((part, i) => i % 2 === 0 && /[{}｛｝]/.test(part));
  if (stray !== undefined) return { expected: "花括号没有成对" };
  const parsed = parts.map((part, i) => (i % 2 === 0 ? part : parseForm(part)));
  const wrong = parsed.find((part) => typeof part === "object" && "expected" in part);
  if (typeof wrong === "object" && "expected" in wrong) return wrong;
  return { value: parsed.filter((part) => part !== "") as SentenceForm };
}

function parseForm(text: string): NumberForm | { readonly expected: string } {
  const [, name = "", count, of = ""] =
    /^\s*([^\d:：\s]+)(\d*)\s*(?:[:：]\s*(.*?)\s*)?$/.exec(text) ?? [];
  const form = FORMS.find((one) => one === (ALSO[name] ?? name));
  if (form === undefined) {
    return { expected: `没有“{${text}}”这种写法；可用：${FORMS.map(shown).join("、")}` };
  }
  const most = MOST[form];
  if (most !== undefined) return { form, of: [count || most] };
  if (OF.includes(form) && of === "") {
    return { expected: `“{${text}}”应写明选项，如 {${form}:甲${JOINER}乙}` };
  }
  return { form, of: of === "" ? [] : of.split(JOINER) };
}

function shown(form: string): string {
  return form === "前" ? "{前2}" : OF.includes(form) ? `{${form}:选项}` : `{${form}}`;
}

/** Whether a form can tell of a question of a kind; `率` of another item can be told anywhere. */
export function suits({ form, of }: NumberForm, kind: QuestionKind): boolean {
  if (form === "率" && of.length === 0) return kind === "量表";
  const kinds: readonly QuestionKind[] = KINDS_OF[form];
  return kinds.includes(kind);
}

/**
 * How a question is told where its codebook does not say.
 *
 * @param options how many it has: of so few that all are told, none is said to be chosen most
 */
export function usualSentence(
  kind: QuestionKind,
  battery: boolean,
  options: number,
): SentenceForm {
  const told = CHOICES.includes(kind) && kind !== "量表" && options <= 3 ? FEW : USUAL[kind];
  const text = battery ? "{图题}，各项的{指标}：{分项}。" : `问到“{题}”，${told}。`;
  const parsed = parseSentence(text);
  return "value" in parsed ? parsed.value : [];
}

const FEW = "答案是{前3}";

const USUAL: Readonly<Record<QuestionKind, string>> = {
  单选: "选得最多的是{前3}",
  多选: "选得最多的是{前3}",
  量表: "{指标}为 {率}",
  数值: "填答的有 {填答份数}，中位数为 {中位数}，中间的一半在 {四分位}之间",
  NPS: "推荐者占 {推荐者}，贬损者占 {贬损者}，净推荐值为 {NPS}",
  排序: "排在首位最多的是{首选率}；平均名次：{平均名次}",
  填空: "填写了文字的有 {填答份数}，内容不在报告里列出",
};
