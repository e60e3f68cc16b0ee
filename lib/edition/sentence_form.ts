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
 *     {题} {图题} {指标}  the question, the figure's title, the measure
 */
import { JOINER } from "./routing.ts";

/** A sentence's text and the numbers in it, in order. */
export type SentenceForm = readonly (string | NumberForm)[];

/** A computed part of a sentence. */
export interface NumberForm {
  readonly form: typeof FORMS[number];
  /** What stands after the colon, several parted by ┋; how many for 前. */
  readonly of: readonly string[];
}

const FORMS = ["前", "各项", "合计", "除", "率", "分项", "得分", "题", "图题", "指标"] as const;
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
  const form = FORMS.find((one) => one === name);
  if (form === undefined) {
    return { expected: `没有“{${text}}”这种写法；可用：${FORMS.map(shown).join("、")}` };
  }
  if (form === "前") return { form, of: [count === "" ? "1" : count ?? "1"] };
  if (OF.includes(form) && of === "") {
    return { expected: `“{${text}}”应写明选项，如 {${form}:甲${JOINER}乙}` };
  }
  return { form, of: of === "" ? [] : of.split(JOINER) };
}

function shown(form: string): string {
  return form === "前" ? "{前2}" : OF.includes(form) ? `{${form}:选项}` : `{${form}}`;
}

/** How a question is told where its codebook does not say. */
export function usualSentence(kind: string, battery: boolean): SentenceForm {
  const form = (name: NumberForm["form"], ...of: string[]): NumberForm => ({ form: name, of });
  if (battery) return [form("图题"), "，各项的", form("指标"), "：", form("分项"), "。"];
  if (kind === "量表") return ["问到“", form("题"), "”，", form("指标"), "为 ", form("率"), "。"];
  return ["问到“", form("题"), "”，选得最多的是", form("前", "3"), "。"];
}
