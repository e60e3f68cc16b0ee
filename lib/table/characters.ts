/** Characters that the eye does not see, or takes for others: found, named, left out of comparisons. */

/** What shows nothing or moves what shows: controls, formats, fillers, separators of lines. */
const UNSEEN = String.raw`\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}`;

/** Radicals and compatibility forms of Chinese characters: they look the same and compare unequal. */
const LOOKALIKE = String
  .raw`\u2E80-\u2FDF\uF900-\uFA0D\uFA10\uFA12\uFA15-\uFA1E\uFA20\uFA22\uFA25\uFA26\uFA2A-\uFAFF\u{2F800}-\u{2FA1F}`;

const LOOKALIKE_ONLY = new RegExp(`[${LOOKALIKE}]`, "u");
const ALL_UNSEEN = new RegExp(`[${UNSEEN}]`, "gu");
/** A character that no cell of a record should hold; a line break is the reader's own affair. */
const STRANGE = new RegExp(`(?!\\n)[${UNSEEN}${LOOKALIKE}]`, "u");
/**
 * The same in free text, where emoji are made with invisible characters and lines may break: what
 * commands a terminal, and what shows letters in another order than they stand in.
 */
const CONTROL = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** The names of those that are met most; the others are named by their kind. */
const NAMES: Readonly<Record<string, string>> = {
  "\u0000": "空字符",
  "\t": "制表符",
  "\n": "换行符",
  "\u001F": "单元分隔符",
  "\u007F": "删除符",
  "\u0085": "换行符",
  "\u00AD": "软连字符",
  "\u061C": "阿拉伯字母标记",
  "\u180E": "蒙古文元音分隔符",
  "\u200B": "零宽空格",
  "\u200C": "零宽不连字",
  "\u200D": "零宽连字",
  "\u200E": "左至右标记",
  "\u200F": "右至左标记",
  "\u2028": "行分隔符",
  "\u2029": "段分隔符",
  "\u202A": "左至右嵌入",
  "\u202B": "右至左嵌入",
  "\u202C": "方向格式结束",
  "\u202D": "左至右强制",
  "\u202E": "右至左强制",
  "\u2060": "词连接符",
  "\u3164": "韩文填充符",
  "\uFEFF": "字节顺序标记",
};

/**
 * The first character of a text that hides or misleads, named as `U+200B 零宽空格`, with its place.
 *
 * @param prose true for free text, which only a control character or a turn of direction can spoil
 * @returns undefined where every character is what it seems
 */
export function strangeIn(
  text: string,
  { prose = false }: { readonly prose?: boolean } = {},
): { readonly place: number; readonly name: string } | undefined {
  const match = (prose ? CONTROL : STRANGE).exec(text);
  if (match === null) return undefined;
  return { place: [...text.slice(0, match.index)].length + 1, name: named(match[0]) };
}

/** A character by its number and name: `U+200B 零宽空格`. */
export function named(character: string): string {
  return `${numberOf(character)} ${NAMES[character] ?? kindOf(character)}`;
}

function numberOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function kindOf(character: string): string {
  if (/\p{Cc}/u.test(character)) return "控制字符";
  if (!LOOKALIKE_ONLY.test(character)) return "看不见的字符";
  const meant = character.normalize("NFKC");
  return meant === character ? `部首字符“${character}”，不是汉字` : `与汉字“${meant}”形似的字符`;
}

/**
 * A text as it is compared: without invisible characters, and with look-alikes, full-width letters
 * and punctuation in their plain form (Unicode's NFKC). Two texts that are equal so look equal.
 */
export function plain(text: string): string {
  return withoutUnseen(text.normalize("NFKC"));
}

/** A text without its invisible characters; what is seen stays as it is. */
export function withoutUnseen(text: string): string {
  return text.replace(ALL_UNSEEN, "");
}

/** A text that a terminal may be given: each invisible or control character as `⟨U+200B⟩`. */
export function visible(text: string): string {
  return text.replace(ALL_UNSEEN, (character) => `⟨${numberOf(character)}⟩`);
}
