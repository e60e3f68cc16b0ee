/**
 * Cells as people type and programs export them, made plain: what the eye does not see is taken out,
 * what only looks like a character becomes that character, brackets among Chinese are full-width.
 * Every kind of change has a name, so that the log can say what was done and how often.
 */
import { named, plain, withoutUnseen } from "../table/characters.ts";

/** A cell made plain, and what was done to it. */
export interface Cleaned {
  readonly text: string;
  /** As the log names them, e.g. `去掉不可见字符（U+200B 零宽空格）`. */
  readonly changes: readonly string[];
}

/** Radicals of U+2E80–2EFF that look like a character and that NFKC does not know. */
const RADICALS = new Map(
  "⺎兀⺒巳⺓幺⺠民⺩王⺪疋⺬示⺮竹⺶羊⺼月⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻒镸⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙"
    .match(/../gu)?.map((pair) => [[...pair][0] ?? "", [...pair][1] ?? ""] as const) ?? [],
);

/** Characters whose compatible form is the one meant: radicals, and compatibility ideographs. */
const LOOKALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]|[\u{2F800}-\u{2FA1F}]/gu;

/** Full-width digits and letters, and the full-width signs that stand between digits. */
const WIDE = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0B\uFF0D\uFF0E\uFF0F\uFF20\uFF3F]/g;

/** Cells that cannot need anything, which nearly all are. */
const PLAIN = /^[\u4E00-\u9FFF\w、，。；：“”‘’《》（）—·\-./+@#]*$/;

/**
 * A cell made plain. Letters, digits and look-alike characters take their usual form; Chinese
 * punctuation stays; spaces between Chinese characters go, others become one.
 */
export function clean(cell: string): Cleaned {
  if (PLAIN.test(cell)) return { text: cell, changes: [] };
  const changes: string[] = [];
  const step = (change: string, before: string, after: string) => {
    if (after !== before) changes.push(change);
    return after;
  };
  // A line break or a tab inside a cell parts words, so it is a space before controls are taken out.
  const flat = cell.replace(/[\t\r\n\v\f]+/g, " ");
  const seen = withoutUnseen(flat);
  if (seen !== flat) changes.push(`去掉不可见字符（${named(firstUnseen(flat))}）`);
  let text = seen;
  text = step("去掉 Excel 前缀", text, withoutExcelPrefix(text));
  text = step(
    "换成常用字形",
    text,
    text.replace(LOOKALIKE, (one) => RADICALS.get(one) ?? one.normalize("NFKC")),
  );
  text = step("全角数字、字母改半角", text, text.replace(WIDE, (one) => one.normalize("NFKC")));
  text = step("去掉多余空格", text, withoutSpareSpace(text));
  text = step("括号改全角", text, withWideBrackets(text));
  return { text, changes };
}

/** The first character that is seen to be missing when the invisible ones have gone. */
function firstUnseen(text: string): string {
  return [...text].find((character) => withoutUnseen(character) === "") ?? "";
}

/** `="0123"` and `'0123` are how Excel is told to leave digits alone. */
function withoutExcelPrefix(text: string): string {
  return /^\s*="(.*)"\s*$/.exec(text)?.[1] ?? text.replace(/^\s*['‘’`](?=[\dA-Za-z])/, "");
}

function withoutSpareSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim()
    .replace(/(?<=[\p{Script=Han}（）()、，]) | (?=[\p{Script=Han}（）()、，])/gu, "");
}

/** Half-width brackets in a Chinese name become full-width ones, the way code lists print them. */
function withWideBrackets(text: string): string {
  return /\p{Script=Han}/u.test(text) ? text.replaceAll("(", "（").replaceAll(")", "）") : text;
}

/**
 * A text without anything in which two ways of writing one name can differ: width, case, spaces and
 * punctuation. It is for comparing, never for printing.
 */
export function loose(text: string): string {
  return plain(text).toLowerCase().replace(/[\s\p{P}\p{S}]/gu, "");
}

/** A value that Excel puts where a formula failed. */
export function isExcelError(text: string): boolean {
  return /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(text);
}
