/** The first page: key figures and an abstract, made from the numbers that the chapters computed. */
import { pointsBetween } from "../measures/points.ts";
import { ratio } from "../measures/ratio.ts";
import type { Block, ChapterBlocks, Word } from "./blocks.ts";
import { MARK } from "./disclosure.ts";
import { type Document, type Made, madeOf } from "./document.ts";
import type { Exhibit, Statement } from "./exhibit.ts";
import { dateText, type Phrase, phrase, sentence, type Slot } from "./words.ts";

/** What the abstract is called, and where its numbers stand. */
export const ABSTRACT = "摘要";

/** What an abstract needs to know of the edition. */
interface About {
  readonly year: number;
  readonly asOf: string;
}

/** A number that a reader wants first. */
export interface KeyFigure {
  readonly label: string;
  readonly statement: Statement;
  /** What it is a share of, or how it changed; empty where nothing is known of it. */
  readonly remark: string;
}

/** How large a share must be to be called a concentration, and how far apart two rates a contrast. */
const CONCENTRATED = 50;
const APART = 5;
/** Fewest people in a group of which a rate is told as a contrast. */
const FEWEST = 30;

/** The numbers that a reader wants first, as many as are known, at most six. */
export function keyFigures(made: Made): KeyFigure[] {
  const of = finder(made);
  const remark = ({ of: share }: Statement) =>
    share === null ? "" : `${share[0]} 人 ÷ ${share[1]} 人`;
  const entry = (label: string, key: string, more?: (found: Statement) => string): KeyFigure[] => {
    const found = of(key);
    return found === null ? [] : [{ label, statement: found, remark: (more ?? remark)(found) }];
  };
  const change = () => {
    const found = of("毕业生·同比增加人数") ?? of("毕业生·同比减少人数");
    if (found === null) return "";
    return `比上一届${found.measure.slice(2, 4)} ${found.value} 人`;
  };
  return [
    ...entry("毕业生人数", "毕业生·人数", change),
    ...entry("毕业去向落实率", "毕业生·毕业去向落实率"),
    ...entry("就业", "就业毕业生·占毕业生总人数比例"),
    ...entry("升学", "升学毕业生·占毕业生总人数比例"),
    ...entry("省内就业占就业", "省内就业毕业生·占就业总人数比例"),
    ...entry("毕业生就业满意度", "当前就业情况·满意度", surveyed),
    ...entry("用人单位满意度", "本校毕业生总体·满意度", surveyed),
  ].slice(0, 6);
}

function surveyed({ of }: Statement): string {
  return of === null ? "" : `${of[1]} 份答卷`;
}

/**
 * The abstract as a chapter of its own: what is known in a few sentences, then what stands out. Every
 * number is one that a chapter computed, or follows from such numbers.
 *
 * @returns null where the chapters computed no headcount
 */
export function abstractOf(
  chapters: readonly ChapterBlocks[],
  { year, asOf }: About,
): ChapterBlocks | null {
  const made = madeOf({ chapters });
  const of = finder(made);
  if (of("毕业生·人数") === null) return null;
  const text = (strings: readonly string[], ...slots: readonly Slot[]): Word[] =>
    sentence(strings, slots, "毕业生", naming);
  const tell = (key: string): Phrase | null => {
    const found = of(key);
    return found === null ? null : { words: [found] };
  };
  const first = (subject: string) => {
    const name = of(`${subject}·流向第1位`);
    const share = name === null ? null : of(`${name.value}·占就业总人数比例`);
    return name === null || share === null ? null : { words: [name, "（", share, "）"] };
  };
  const change = of("毕业生·同比增加人数") ?? of("毕业生·同比减少人数");
  const paragraphs = [
    text`
      ${year} 届毕业生 ${tell("毕业生·人数")}，
      ${change === null ? null : "比上一届"}${change?.measure.slice(2, 4)} ${
      change === null ? null : { words: [change] }
    }。
      数据截至 ${dateText(asOf)}，落实毕业去向 ${tell("毕业生·落实毕业去向人数")}，
      毕业去向落实率 ${tell("毕业生·毕业去向落实率")}，
      其中就业 ${tell("毕业生·就业人数")}、升学 ${tell("毕业生·升学人数")}。`,
    text`
      就业毕业生中，有 ${tell("省内就业毕业生·占就业总人数比例")} 在省内就业；
      就业人数最多的行业是${first("就业行业")}。`,
    text`
      调查显示，毕业生对当前就业情况的满意度为 ${tell("当前就业情况·满意度")}；
      用人单位对本校毕业生的总体满意度为 ${tell("本校毕业生总体·满意度")}。`,
  ].filter((words) => words.length > 0);
  const standing = contrasts(made).flatMap(({ words }) => words === null ? [] : [words]);
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: ABSTRACT, place: ABSTRACT },
    ...paragraphs.map((words): Block => ({ kind: "paragraph", words })),
    ...(standing.length === 0 ? [] : [
      { kind: "paragraph", words: ["值得注意的是："] } as const,
      { kind: "list", items: standing } as const,
    ]),
  ];
  return {
    notebook: "",
    title: ABSTRACT,
    blocks: blocks.map((block) => ({ block, cell: null, analyst: false })),
  };
}

/** A report that opens with its abstract, where one can be made. */
export function withAbstract(document: Document, about: About): Document {
  const abstract = abstractOf(document.chapters, about);
  return abstract === null ? document : { ...document, chapters: [abstract, ...document.chapters] };
}

/** What stands out: where the unplaced, the founders gather, and who is far ahead of whom. */
function contrasts(made: Made): Phrase[] {
  return [...unplaced(made), ...sexes(made), ...departments(made), ...founders(made)];
}

/** The group that most of the unplaced are of. */
function unplaced(made: Made): Phrase[] {
  const table = made.exhibits.find(({ key }) => /^(专业大类|学科门类)落实情况$/.test(key));
  if (table === undefined || table.rows.length < 2) return [];
  if (isMarked(table)) return [];
  const rows = cellsOf(table, /^(专业大类|学科门类)$/, /^未就业人数$/);
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const top = rows.reduce((best, one) => (one.value > best.value ? one : best));
  const share = ratio(top.value, total);
  if (total < FEWEST || !share.reaches(CONCENTRATED)) return [];
  return [say("未就业毕业生")`
    未就业的 ${{ 未就业总数: [total, "人"] }}中，
    ${{ [top.name]: { 未就业人数: top.value } }}属于${top.name}，
    占 ${{ [top.name]: { 占未就业毕业生比例: share } }}。`];
}

/** How far apart the placement rates of men and women are. */
function sexes(made: Made): Phrase[] {
  const figure = made.exhibits.find(({ key }) => key === "分性别落实率");
  return figure === undefined ? [] : apart(figure, (name) => `${name}生`);
}

/** How far apart the placement rates of departments are. */
function departments(made: Made): Phrase[] {
  const table = made.exhibits.find(({ key }) => key === "院系落实情况");
  return table === undefined ? [] : apart(table, (name) => name);
}

/** @param called what a row's name is called in a sentence; names stand in the first column */
function apart(exhibit: Exhibit, called: (name: string) => string): Phrase[] {
  const name = exhibit.columns[0] === "序号" ? 1 : 0;
  // A school calls its departments by its own word: 院（系）名称, 学院名称.
  const kind = (exhibit.columns[name] ?? "").replace(/名称$/, "");
  const all = exhibit.columns.indexOf("生源人数");
  const rate = exhibit.columns.indexOf("毕业去向落实率%");
  if (all < 0 || rate < 0 || isMarked(exhibit)) return [];
  const rows = exhibit.rows.filter((row) => Number(row[all]) >= FEWEST && row[rate] !== null)
    .toSorted((a, b) => Number(b[rate]) - Number(a[rate]));
  const [best, worst] = [rows[0], rows.at(-1)];
  if (best === undefined || worst === undefined || rows.length < 2) return [];
  const points = pointsBetween(String(best[rate]), String(worst[rate]));
  if (Number(points) < APART) return [];
  // Small groups are left out of the contrast, so a group is only the highest of those that remain.
  const whose = rows.length < exhibit.rows.length ? `人数不少于 ${FEWEST} 人的 ` : "";
  const among = rows.length > 2
    ? `在${whose || " "}${rows.length} 个${kind}中最高，比最低的`
    : "比";
  const [high, low] = [called(String(best[name])), called(String(worst[name]))];
  return [say(high)`
    ${high}的毕业去向落实率为 ${{ 毕业去向落实率: [String(best[rate]), "%"] }}，
    ${among}${low}（${{
    [low]: { 毕业去向落实率: [String(worst[rate]), "%"] },
  }}）高 ${{ [`比${low}高出`]: [points, "个百分点"] }}。`];
}

/** Whether a group's numbers are withheld: nobody is then said to be the first or the last. */
function isMarked({ rows }: Exhibit): boolean {
  return rows.some((row) => row.includes(MARK));
}

/** The industry that most founders are in. */
function founders(made: Made): Phrase[] {
  const of = finder(made);
  const all = of("自主创业毕业生·人数");
  const industry = of("创业行业·流向第1位");
  const count = industry === null ? null : of(`${industry.value}·创业人数`);
  if (all === null || industry === null || count === null) return [];
  const share = ratio(Number(count.value), Number(all.value));
  if (Number(all.value) < FEWEST || !share.reaches(CONCENTRATED)) return [];
  return [say(String(industry.value))`
    自主创业的 ${{ words: [all] }}中，${{ words: [count] }}在${String(industry.value)}，
    占 ${{ 占自主创业毕业生比例: share }}。`];
}

/** Names a number that the abstract works out from others. */
const naming: Parameters<typeof phrase>[3] = (subject, measure, value, unit, of) => {
  const key = `${subject}·${measure}`;
  return {
    id: key,
    key,
    place: ABSTRACT,
    subject,
    measure,
    value,
    unit,
    coverage: "derived",
    of,
    chapter: ABSTRACT,
    notebook: "",
    cell: null,
  };
};

function say(subject: string) {
  return (strings: readonly string[], ...slots: readonly Slot[]): Phrase =>
    phrase(strings, slots, subject, naming);
}

function finder({ statements }: Made): (key: string) => Statement | null {
  const known = new Map(statements.map((one) => [one.key, one]));
  return (key) => known.get(key) ?? null;
}

function cellsOf(
  { columns, rows }: Exhibit,
  name: RegExp,
  value: RegExp,
): { readonly name: string; readonly value: number }[] {
  const [at, of] = [name, value].map((one) => columns.findIndex((column) => one.test(column)));
  return rows.map((row) => ({ name: String(row[at ?? -1]), value: Number(row[of ?? -1]) }));
}
