/** A first codebook out of an export's headers and answers, for the analyst to finish. */
import { stringify } from "@std/csv";
import { JOINER } from "../../edition/routing.ts";
import type { Asked } from "./questions.ts";

/** A question as the draft has it. */
export interface Drafted {
  readonly asked: Asked;
  readonly code: string;
  readonly kind: "单选" | "多选" | "量表";
  readonly options: readonly string[];
}

/** A draft, and the questions that are left out because their answers are people's own words. */
export interface Draft {
  readonly questions: readonly Drafted[];
  readonly written: readonly string[];
}

/** Above how many different answers a question is no list of options. */
const MOST_OPTIONS = 30;
/** Above which length an answer is somebody's own words. */
const LONGEST = 30;

/**
 * Drafts a codebook. Options are what was answered: a scale's from best to worst, others in order of
 * first appearance (an option that nobody chose cannot be known). A question counts as one with
 * options only if answers recur, or are of a scale; others are left out, since they may be anybody's
 * own words.
 *
 * @param letter `G` for graduates, `E` for employers
 * @param answers for each question its answers, response by response
 */
export function draftCodebook(
  letter: string,
  questions: readonly Asked[],
  answers: readonly (readonly (readonly string[])[])[],
): Draft {
  const out: Drafted[] = [];
  const written: string[] = [];
  questions.forEach((asked, i) => {
    const given = answers[i] ?? [];
    const listed = asked.columns.flatMap(({ option }) => (option === undefined ? [] : [option]));
    const seen = [...new Set([...listed, ...given.flat()])];
    if (listed.length === 0 && !isClosed(seen, given.filter((one) => one.length > 0).length)) {
      if (seen.length > 0) written.push(asked.text);
      return;
    }
    const multiple = listed.length > 0 || given.some((one) => one.length > 1);
    const ranked = multiple ? undefined : scaleOf(seen);
    if (seen.length < 2) return;
    out.push({
      asked,
      code: `${letter}${String(out.length + 1).padStart(2, "0")}`,
      kind: multiple ? "多选" : ranked?.length === 5 ? "量表" : "单选",
      options: ranked ?? (isCoded(seen) ? seen.toSorted((a, b) => Number(a) - Number(b)) : seen),
    });
  });
  return { questions: out, written };
}

function isClosed(seen: readonly string[], answered: number): boolean {
  if (seen.length > MOST_OPTIONS || seen.some((one) => one.length > LONGEST)) return false;
  return scaleOf(seen) !== undefined || answered >= 2 * seen.length || isYesNo(seen);
}

/** Whether the export has numbers in place of options. */
function isCoded(seen: readonly string[]): boolean {
  return seen.every((one) => /^\d{1,2}$/.test(one));
}

function isYesNo(seen: readonly string[]): boolean {
  return seen.every((one) => /^(是|否|有|无|没有|男|女|愿意|不愿意|会|不会)$/.test(one));
}

/** What a label's words rank it as, from best (1) to worst (5). */
const RANKS: readonly RegExp[] = [
  /^(非常|很|完全|高度|十分|极)(?![不差低])/,
  /^(比较|较)(?![不差低])|^(满意|同意|符合)$/,
  /^(一般|基本|中立|尚可|说不清)/,
  /^(不太|不大|较不|比较不|较差|较低|比较差)|^(不满意|不同意|不符合)$/,
  /^(很不|非常不|完全不|极不|很差|很低|非常差)|^不.*/,
];

/** Labels from best to worst, or undefined if they are no scale. */
function scaleOf(labels: readonly string[]): string[] | undefined {
  const ranks = labels.map((label) => RANKS.findIndex((rank) => rank.test(label)));
  const isScale = ranks.every((rank) => rank >= 0) && new Set(ranks).size === ranks.length &&
    labels.length > 1 && labels.every((label) => label.length <= 8);
  if (!isScale) return undefined;
  return labels.toSorted((a, b) =>
    (ranks[labels.indexOf(a)] ?? 0) - (ranks[labels.indexOf(b)] ?? 0)
  );
}

/** The draft as a file. */
export function codebookText({ questions }: Draft): string {
  const header = ["题号", "题干", "题型", "选项", "适用对象", "图号", "项目", "图键", "备注"];
  const rows = questions.map(({ asked, code, kind, options }) => [
    code,
    asked.text,
    kind,
    options.join(JOINER),
    "",
    "",
    asked.battery === "" ? "" : asked.text.slice(asked.battery.length + 1),
    kind === "量表" ? asked.battery : "",
    isCoded(options)
      ? "由答卷代拟：导出里只有编码，请把 1、2、3…… 依次换成选项的文字"
      : "由答卷代拟：请补上没有人选的选项、适用对象",
  ]);
  return stringify([header, ...rows]).replaceAll("\r\n", "\n");
}
