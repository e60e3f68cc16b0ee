/** What kind of file the bytes of a so-called CSV really are, and their text where they are one. */
import { QuoteError, rowsOf, withLineFeeds } from "./rows.ts";

/** A text, or what is wrong: where in the file, and what to do about it in plain Chinese. */
export type Decoded = { readonly text: string } | {
  readonly row?: number;
  readonly expected: string;
};

const WAY_OUT =
  "请在 Excel 或 WPS 里打开，另存为“CSV UTF-8（逗号分隔）”；原始导出也可用 deno task intake 导入";

const MIXED = `从这一行起编码不是 UTF-8，文件可能由几种编码拼成，或已损坏。${WAY_OUT}`;

/** V8 holds no longer text. */
const LONGEST = 2 ** 29 - 24;

/** First bytes that tell a kind of file. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "Excel 工作簿（xlsx）或其他压缩文件"],
  [[0xd0, 0xcf, 0x11, 0xe0], "旧版 Excel 工作簿（xls）"],
  [[0x25, 0x50, 0x44, 0x46], "PDF 文件"],
  [[0x1f, 0x8b], "压缩文件（gzip）"],
  [[0x52, 0x61, 0x72, 0x21], "压缩文件（rar）"],
  [[0x37, 0x7a, 0xbc, 0xaf], "压缩文件（7z）"],
];

/** Markup that a file begins with which calls itself a table. */
const MARKUP = /^\s*<(?:!doctype|html|head|meta|style|body|div|table|\?xml)\b/i;

/**
 * The text of a UTF-8 file, with line feeds only and without a byte-order mark.
 *
 * @returns for any other kind of file its true name and the way out, for a damaged one the row (as a
 *   spreadsheet counts) of the first wrong byte
 */
export function decode(content: Uint8Array): Decoded {
  if (content.length > LONGEST) {
    const size = Math.round(content.length / 2 ** 20);
    return { expected: `文件有 ${size} MB，超过 512 MB，请分成几个文件` };
  }
  const kind = foreign(content);
  if (kind !== undefined) return { expected: kind };
  try {
    return { text: withLineFeeds(new TextDecoder("utf-8", { fatal: true }).decode(content)) };
  } catch {
    return damage(content);
  }
}

/** Says what a file is instead of a CSV, by its first bytes; undefined where it may be one. */
export function foreign(head: Uint8Array): string | undefined {
  const kind = kindOf(head);
  return kind === undefined ? undefined : `这不是 CSV，而是${kind}。${WAY_OUT}`;
}

/**
 * What is wrong with a file that is no UTF-8.
 *
 * @param row the row in which it is seen, for a file too large to be looked at as a whole
 */
export function undecodable(path: string, row: number): { row?: number; expected: string } {
  const whole = Deno.statSync(path).size <= LONGEST;
  const decoded = whole ? decode(Deno.readFileSync(path)) : undefined;
  return decoded !== undefined && "expected" in decoded ? decoded : { row, expected: MIXED };
}

function kindOf(content: Uint8Array): string | undefined {
  const signature = SIGNATURES.find(([bytes]) => bytes.every((byte, i) => content[i] === byte));
  if (signature !== undefined) return signature[1];
  const wide = utf16(content);
  const start = new TextDecoder(wide ?? "utf-8").decode(content.subarray(0, 512));
  if (MARKUP.test(start)) return "网页表格（HTML 或 XML，常以 xls 为名）";
  return wide === undefined ? undefined : "UTF-16 编码的文本（Excel 的“Unicode 文本”）";
}

/**
 * Whether the bytes are UTF-16: by the byte-order mark, else by a beginning that, so read, has a
 * separator and is Chinese and ASCII almost throughout, which UTF-8 with a stray NUL never is.
 */
function utf16(content: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (content[0] === 0xff && content[1] === 0xfe) return "utf-16le";
  if (content[0] === 0xfe && content[1] === 0xff) return "utf-16be";
  const start = content.subarray(0, 4096);
  if (!start.includes(0)) return undefined;
  return (["utf-16le", "utf-16be"] as const).find((encoding) => {
    const characters = [...new TextDecoder(encoding).decode(start)];
    const usual = characters.filter((one) => /[\t\r\n\x20-\x7e\p{Script=Han}]/u.test(one)).length;
    return usual >= 0.9 * characters.length &&
      [/[,\t;\n]/, /\w|\p{Script=Han}/u].every((kind) => kind.test(characters.join("")));
  });
}

/** What is wrong with bytes that are no UTF-8. */
function damage(content: Uint8Array): Decoded {
  const before = soundPart(content);
  const row = rowAtEnd(withLineFeeds(before));
  // Some pairs of GBK bytes are UTF-8 by chance, but none of those is a Chinese character.
  if (!/\p{Script=Han}/u.test(before)) {
    const [guess = ""] = new TextDecoder("gb18030").decode(content.subarray(0, 60)).split(/[\r\n]/);
    return { row, expected: `编码不是 UTF-8（按 GBK 读，开头是“${guess}”）。${WAY_OUT}` };
  }
  if (isUtf8(content)) {
    return { row, expected: "文件在一个字的中间断了，可能没有传完，请重新复制或导出" };
  }
  return { row, expected: MIXED };
}

/** The text up to the first character that is wrong or unfinished. */
function soundPart(content: Uint8Array): string {
  let [good, bad] = [0, content.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(content.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return new TextDecoder().decode(content.subarray(0, good), { stream: true });
}

/** Whether bytes are UTF-8, but for a last character that may be unfinished. */
function isUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The row in which a text ends. */
function rowAtEnd(text: string): number {
  try {
    let last = 0;
    for (const { number } of rowsOf(text)) last = number;
    return text === "" || text.endsWith("\n") ? last + 1 : last;
  } catch (error) {
    if (error instanceof QuoteError) return error.row;
    throw error;
  }
}
