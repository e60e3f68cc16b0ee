/** Headers to meanings: `columns.csv` lists how the systems and the schools call each column. */
import { fileOf } from "../edition/dictionaries.ts";
import { readSheet } from "../table/csv.ts";
import { conform, oneOf, type Schema, text } from "../table/schema.ts";
import { loose } from "./text.ts";

/** What is done with a column. */
export const USES = [
  /** Its text is a value of the meaning. */
  "名称",
  /** Its text is a code of the meaning. */
  "代码",
  /** A place, whole or in parts, by name. */
  "地名",
  /** A place, by its administrative code. */
  "地名代码",
  /** It tells who a row is about; only its keyed hash is kept. */
  "键",
  /** Only checks look at it. */
  "查",
  /** Only whether it is filled is kept. */
  "有无",
  /** It is compared with the dates of study and then forgotten. */
  "生日",
  /** It tells of a person and is forgotten at once; names are remembered until the end to be masked. */
  "个人",
  /** Known, and not needed. */
  "不用",
] as const;
export type Use = typeof USES[number];

/** What a header means. */
export interface Meaning {
  readonly 含义: string;
  readonly 用途: Use;
}

interface Entry extends Meaning {
  readonly 表头: string;
}

/** Finds the meaning of a header; undefined where nobody has told. */
export type Headers = (header: string) => Meaning | undefined;

/** A header as it is compared: without width, case, punctuation, `（必填）` and the like. */
export function plainHeader(header: string): string {
  return loose(
    header.replace(/[（(【[](必填|选填|可选|示例|下拉选择|文本)[^）)】\]]*[）)】\]]|[*＊]/g, ""),
  );
}

/**
 * Reads `columns.csv`.
 *
 * @param answers what analysts have told of further headers: header → meaning, `不用` or `个人`
 * @throws {DataError} if the list is wrong
 */
export function readHeaders(answers: Readonly<Record<string, string>> = {}): Headers {
  const schema: Schema<Entry> = { 含义: text, 用途: oneOf(USES), 表头: text };
  const entries = conform<Entry>(
    readSheet(fileOf("columns")),
    schema,
  ).rows();
  const known = new Map<string, Meaning>();
  for (const { 含义, 用途, 表头 } of entries) {
    for (const header of 表头.split("┋")) known.set(plainHeader(header), { 含义, 用途 });
  }
  for (const [header, answer] of Object.entries(answers)) {
    if (answer === "") continue;
    const meaning = USES.some((use) => use === answer)
      ? { 含义: header, 用途: answer as Use }
      : known.get(plainHeader(answer));
    if (meaning !== undefined) known.set(plainHeader(header), meaning);
  }
  return (header) => known.get(plainHeader(header)) ?? byPattern(header);
}

/** Headers that nobody listed but that plainly tell of persons. */
function byPattern(header: string): Meaning | undefined {
  const personal =
    /姓名|手机|电话|邮箱|邮件|微信|qq|身份证|证件号|地址|住址|户口|派出所|银行|卡号|父亲|母亲|家长|监护人|联系人|生日|出生/i;
  return personal.test(header) && !/单位地址/.test(header)
    ? { 含义: header, 用途: "个人" }
    : undefined;
}
