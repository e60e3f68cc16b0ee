/**
 * What tells of a person. Columns of that kind are forgotten as they are read; this file is for what
 * stands in a wrong column, and for what a message might repeat.
 */

/** Patterns of what never passes, each with what it is called. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  [
    "身份证号",
    /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/,
  ],
  ["手机号码", /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/],
  ["电子邮箱", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/],
  ["银行卡号", /(?<!\d)\d{4}[- ]?\d{4}[- ]?\d{4}[- ]?\d{4,7}(?!\d)/],
  ["电话号码", /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/],
  ["社交账号", /(?:qq|微信|vx|wechat)\s*[:：]?\s*[\w-]{5,}/i],
  // No employer, university or honour is called by a day, but a birthday may have strayed there.
  ["日期", /^(19|20)\d{2}([-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{4})$/],
  [
    "住址",
    /\d+(?:号楼|栋|幢|单元|室)|(?:路|街|巷|弄|村|小区|花园)[\d０-９一二三四五六七八九十]+(?:号|组|栋|幢)/,
  ],
];

/** A longer run of digits is likelier to be somebody's number than a code. */
const NUMBER = /\d{7,}/;

/** A date, by its year; it need not exist. */
const DATE = /^(\d{4})(?:\d{2}(?:\d{2})?|[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)?)$/;

/** What kind of personal thing a text holds, or undefined. */
export function personalKind(text: string): string | undefined {
  // Without a digit or an @ only an account's name could match, and that has one of these words.
  if (!/[\d@]|qq|微信|vx|wechat/i.test(text)) return undefined;
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The surnames that nearly all Chinese have, and names of several parts. */
const SURNAME = new RegExp(
  "^(?:欧阳|司马|上官|诸葛|司徒|慕容|尉迟|皇甫|[" +
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方" +
    "石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢骆岳齐" +
    "梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游裴席卫查屈鲍覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边翦仇]" +
    ")[\\u4E00-\\u9FFF]{1,2}$|·",
);

/** What stands in a message where a value may not. */
export const MASK = "（疑为个人信息，已隐去）";

/** Remembers the names met in this run, in memory only, so that no message repeats one. */
export class Persons {
  readonly #names = new Set<string>();
  readonly #youngest: number;

  /** @param year of graduation; an earlier date by more than ten years is a birthday */
  constructor(year: number) {
    this.#youngest = year - 10;
  }

  /** Takes note of a name. */
  remember(name: string): void {
    if (name.length >= 2) this.#names.add(name);
  }

  /** Whether a text is somebody's name. */
  isName(text: string): boolean {
    return this.#names.has(text);
  }

  /**
   * A cell's text as a message, a page or a file may show it: masked where it is a name, holds a
   * personal number or is long enough to be somebody's own words.
   */
  shown(text: string): string {
    // A finding may show two values side by side.
    if (text.split(/[：／（）]/).some((part) => this.#isPersonal(part))) return MASK;
    return text.length > 40 ? `${text.slice(0, 40)}……` : text;
  }

  /**
   * The same for a text that stands where no such value belongs: a row may have slipped sideways, and
   * what looks like a name is one, even if no column of names has it.
   */
  shownStray(text: string): string {
    return SURNAME.test(text) ? MASK : this.shown(text);
  }

  #isPersonal(text: string): boolean {
    const date = DATE.exec(text);
    if (date !== null) return Number(date[1]) < this.#youngest;
    return this.isName(text) || personalKind(text) !== undefined || NUMBER.test(text) ||
      this.#holdsName(text);
  }

  #holdsName(text: string): boolean {
    const characters = [...text];
    return characters.some((_, i) =>
      [3, 4].some((length) => this.#names.has(characters.slice(i, i + length).join("")))
    );
  }
}
