/**
 * `edition.json`: what one year's report is about, and what a school has its own way.
 *
 * The file is read by valibot: its schema says of every entry what it must be, what it is where it
 * is not written, and (in Chinese) what to tell an analyst; it loads in two milliseconds.
 */
import { closest, distance } from "fastest-levenshtein";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import * as v from "valibot";
import { DataError, type Fault, gather, throwIfAny } from "../table/faults.ts";
import { oneOf } from "../table/schema.ts";
import { shownPath } from "../workspace.ts";
import { BASE_NAMES, type BaseName } from "./bases.ts";
import { spellingsOf } from "./code_list.ts";
import { type CoverageRow, readCoverage } from "./coverage.ts";
import { type Dictionaries, readDictionaries, type Region } from "./dictionaries.ts";
import { type Erratum, readErrata } from "./errata.ts";
import { type ExhibitKeys, exhibitNamed, keyOf, readExhibitKeys } from "./exhibit_keys.ts";
import { type Group, parseGroupTest, USUAL_GROUPS } from "./groups.ts";

/** The file of an edition that holds its settings. */
export const SETTINGS = "edition.json";

/** The entries that must be written. */
const REQUIRED = { school: undefined, asOf: undefined, homeProvince: undefined };

const DAY = "应为数据截止日期，如 2023-08-31";
const GROUP = `{ "name": "特困家庭毕业生", "test": "特困家庭=是" }`;

const filled = (expected: string) => v.pipe(v.string(expected), v.trim(), v.nonEmpty(expected));
const word = (usual: string) => v.optional(filled(`应为文字，不写则称“${usual}”`), usual);
const number = (from: number, expected: string) =>
  v.pipe(v.number(expected), v.integer(expected), v.minValue(from, expected));
const percentage = (usual: number) => {
  const expected = `应为 0 到 100 之间的数，不加引号和百分号，如 ${usual}`;
  return v.optional(
    v.pipe(v.number(expected), v.minValue(0, expected), v.maxValue(100, expected)),
    usual,
  );
};
const howMany = (usual: number) =>
  v.optional(number(1, `应为 1 或更大的整数，不加引号，如 ${usual}`), usual);
const choice = <const L extends readonly string[]>(names: L, usual: L[number]) =>
  v.optional(v.picklist(names, `应为 ${names.map((one) => `"${one}"`).join(" 或 ")}`), usual);

/** What the entries of a file depend on beside themselves. */
interface Setting {
  /** The year that the folder is named after; null where it has another name. */
  readonly year: number | null;
  readonly keys: ExhibitKeys;
  /** Null where they cannot be read, so that nothing can be held against them. */
  readonly dictionaries: Dictionaries | null;
}

/** What `edition.json` must be; entries that are not written are filled in. */
function schemaOf({ year, keys, dictionaries }: Setting) {
  const yearWritten = number(1000, "应为四位年份，不加引号，如 2023");
  return v.object({
    // A folder that is named after a year needs no other; see `doubtsAbout`.
    year: year === null ? yearWritten : v.optional(yearWritten, year),
    school: filled("应为学校全称"),
    asOf: v.pipe(
      v.string(DAY),
      v.regex(/^\d{4}-\d{2}-\d{2}$/, DAY),
      v.check(isDay, "没有这一天"),
    ),
    title: v.optional(filled("应为报告名称，不带年份"), "毕业生就业质量年度报告"),
    homeProvince: v.pipe(
      filled("应为学校所在省份的全称，如 山东省"),
      v.check(
        (name) => provinceFault(name, dictionaries) === null,
        ({ input }) => provinceFault(input, dictionaries) ?? "",
      ),
    ),
    records: choice(["register", "reconstructed"], "register"),
    note: v.optional(v.string("应为文字"), ""),
    contact: v.optional(v.string("应为文字，如联系部门和电话"), ""),
    bases: v.optional(
      v.record(
        v.pipe(
          v.string(),
          v.check(
            (name) => "value" in exhibitNamed(keys)(name),
            "published/titles.csv 中没有这个图表",
          ),
        ),
        v.picklist(BASE_NAMES, `应为${BASE_NAMES.join("、")}之一`),
        `应写成 { "图表": "基数" }`,
      ),
      {},
    ),
    words: v.optional(
      v.object({
        院系: word("院（系）"),
        专业大类: word("专业大类"),
        学科门类: word("学科门类"),
        专业: word("专业"),
        城市: word("城市"),
        省内: word("省内"),
        省外: word("省外"),
        外省: word("外省"),
      }, `应写成 { "院系": "学院" }`),
      {},
    ),
    groups: v.optional(
      v.pipe(
        v.array(groupOf(dictionaries), `应写成 [${GROUP}]`),
        v.checkItems(
          ({ name }, i, all) => all.findIndex((one) => one.name === name) === i,
          "name 与前面的群体相同",
        ),
      ),
      USUAL_GROUPS,
    ),
    thresholds: v.optional(
      v.object(
        { 大类: percentage(94), 专业: percentage(90), 院系: percentage(90) },
        `应写成 { "专业": 90 }`,
      ),
      {},
    ),
    top: v.optional(
      v.object({
        前几位: howMany(3),
        单列: howMany(4),
        单列行业: howMany(5),
        前几个行业: howMany(3),
        前几所: howMany(15),
      }, `应写成 { "前几位": 3 }`),
      {},
    ),
    cohorts: howMany(3),
    numbering: choice(["continuous", "by chapter"], "continuous"),
    disclosure: v.optional(number(0, "应为整数：0 为不隐去，5 为不足 5 人的组不列比例"), 0),
  });
}

/** A special group as it is written, its test read. */
function groupOf(dictionaries: Dictionaries | null) {
  return v.pipe(
    v.object({
      name: filled("应为群体的名称，如 特困家庭毕业生"),
      test: v.pipe(
        v.string("应写明谁属于这个群体，如 特困家庭=是"),
        v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
          if (dictionaries === null) return [];
          const test = parseGroupTest(value, dictionaries);
          if ("value" in test) return test.value;
          for (const message of test.expected) addIssue({ message });
          return NEVER;
        }),
      ),
      heading: v.optional(filled("应为文字，不写则与 name 相同")),
    }, `应写成 ${GROUP}`),
    v.transform((group): Group => ({ ...group, heading: group.heading ?? group.name })),
  );
}

/** What is wrong with a home province, or null. */
function provinceFault(name: string, dictionaries: Dictionaries | null): string | null {
  if (dictionaries === null) return null;
  const provinces = dictionaries.regions.filter((one) => one.角色 !== "境外").rows();
  if (provinces.some((one) => one.省份 === name)) return null;
  const meant = provinces.find((one) =>
    [one.简称, ...spellingsOf<Region>("省份")(one)].includes(name)
  );
  if (meant !== undefined) return `应为全称“${meant.省份}”`;
  const refused = oneOf(provinces.map((one) => one.省份))(name);
  return "expected" in refused ? refused.expected : null;
}

/** Whether a text of the form 2024-02-29 is a day of the calendar. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The settings as they are written, with what is not written filled in. */
type Written = v.InferOutput<ReturnType<typeof schemaOf>>;

/** What one year's report is about and the choices that a year can make differently. */
export interface Edition {
  /** The year that the edition's folder is named after. */
  readonly year: number;
  readonly school: string;
  /** With its year, which `edition.json` leaves out. */
  readonly title: string;
  /** The day on which the records were drawn, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The province whose graduates and jobs count as 省内, by its full name. */
  readonly homeProvince: string;
  /** `reconstructed` where the records were rebuilt from a published report. */
  readonly records: "register" | "reconstructed";
  /** What a reader should know of the edition as a whole; empty where nothing. */
  readonly note: string;
  /** Which base an exhibit's shares use where that is a choice: exhibit's key → name of the base. */
  readonly bases: Readonly<Record<string, BaseName>>;
  /** What the school calls a thing, by what a column or a chapter calls it. */
  readonly words: Readonly<Written["words"]>;
  /** The special groups of graduates, in the order of the report. */
  readonly groups: readonly Group[];
  /** Placement rates that a sentence asks who exceeds, in per cent. */
  readonly thresholds: Readonly<Written["thresholds"]>;
  /** How many places a sentence names, or a figure shows by themselves. */
  readonly top: Readonly<Written["top"]>;
  /** How many years a trend shows, this one included. */
  readonly cohorts: number;
  /** Whether exhibits are numbered through the report or anew in each chapter. */
  readonly numbering: "continuous" | "by chapter";
  /** Groups of fewer graduates than this have no shares shown; 0 shows all. */
  readonly disclosure: number;
  /** Whom to ask about the report; empty where nobody is named. */
  readonly contact: string;
  /** How firmly an exhibit (项目 empty) or one of its rows is known. */
  readonly coverage: readonly CoverageRow[];
  /** Where print is known to be wrong or in doubt. */
  readonly errata: readonly Erratum[];
}

/**
 * Reads `edition.json` and, where they are, `coverage.csv` and `errata.csv`.
 *
 * `school`, `asOf` and `homeProvince` must be there; the rest has defaults, so that a new year's
 * file can be three lines long. The year is the folder's name, so that a copied folder is another
 * year's edition; `year` counts only where the folder is not named after one.
 *
 * @throws {DataError} with all faults of the three files: what is missing, of another type, not
 *   known or not possible
 */
export function readEdition(folder: string): Edition {
  const faults: Fault[] = [];
  const keys = gather(faults, () => readExhibitKeys(folder)) ?? new Map<string, string>();
  const settings = gather(faults, () => readSettings(folder, keys));
  const coverage = gather(faults, () => readCoverage(folder, keys)) ?? [];
  const errata = gather(faults, () => readErrata(folder, keys)) ?? [];
  throwIfAny(faults);
  if (settings === undefined) throw new Error("Settings without a fault are read");
  return { ...settings, coverage, errata };
}

/**
 * What is possible in `edition.json` but probably not meant: what a copied folder still says of the
 * year that it was copied from.
 *
 * @returns a line of Chinese each; none where all is well
 */
export function doubtsAbout(folder: string, { year, asOf }: Edition): string[] {
  const path = join(folder, SETTINGS);
  const file = shownPath(path);
  const { year: written = year } = parseObject(path, file);
  return [
    ...(written === year ? [] : [
      `${file} 的 year 写着 ${written}，而文件夹是 ${year} 年的：以文件夹为准，这一项可以删去`,
    ]),
    ...(Number(asOf.slice(0, 4)) >= year ? [] : [
      `${file} 的 asOf 是 ${asOf}，早于 ${year} 年：是否忘了改`,
    ]),
  ];
}

/**
 * Whose edition a folder is; null where it has no `edition.json` or none that names a school.
 *
 * @throws {DataError} if the file is no JSON object
 */
export function schoolOf(folder: string): string | null {
  const path = join(folder, SETTINGS);
  if (!existsSync(path)) return null;
  const { school } = parseObject(path, shownPath(path));
  return typeof school === "string" && school.trim() !== "" ? school : null;
}

/** Reads `edition.json` alone. */
function readSettings(folder: string, keys: ExhibitKeys): Omit<Edition, "coverage" | "errata"> {
  const path = join(folder, SETTINGS);
  const file = shownPath(path);
  const json = parseObject(path, file);
  const faults: Fault[] = [];
  const dictionaries = gather(faults, () => readDictionaries(folder)) ?? null;
  const year = /^\d{4}$/.test(basename(folder)) ? Number(basename(folder)) : null;
  const schema = schemaOf({ year, keys, dictionaries });

  // What must be there is looked for even where it is not, so that it says itself what is expected.
  const required = { ...(year === null ? { year: undefined } : {}), ...REQUIRED };
  const result = v.safeParse(schema, { ...required, ...json }, { abortPipeEarly: true });
  for (const { path: steps = [], input, message } of result.issues ?? []) {
    const column = entryAt(steps.map(({ key }) => key));
    const found = input === undefined ? {} : { found: shownValue(input) };
    faults.push({ file, column, ...found, expected: message });
  }
  for (const { steps, expected } of strangers(schema, json)) {
    faults.push({ file, column: entryAt(steps), expected });
  }
  throwIfAny(faults);
  if (!result.success) throw new Error("A file without a fault is read");
  const { title, bases, ...rest } = result.output;
  const own = year ?? rest.year;
  return {
    ...rest,
    year: own,
    title: `${own} 届${title}`,
    bases: Object.fromEntries(
      Object.entries(bases).map(([name, base]) => [keyOf(name, keys), base]),
    ),
  };
}

/** What an entry is called in a fault: `groups 第 2 个 test`. */
function entryAt(steps: readonly unknown[]): string {
  return steps.map((step) => typeof step === "number" ? `第 ${step + 1} 个` : String(step)).join(
    " ",
  );
}

function shownValue(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What of a schema says which entries there are. */
interface Shape {
  readonly kind: "schema";
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly entries?: Readonly<Record<string, Shape>>;
}

/** The entries that a schema does not know: a misspelt one would silently not count. */
function strangers(
  { wrapped, item, entries }: Shape,
  given: unknown,
  before: readonly unknown[] = [],
): { readonly steps: readonly unknown[]; readonly expected: string }[] {
  if (wrapped !== undefined) return strangers(wrapped, given, before);
  if (item !== undefined && Array.isArray(given)) {
    return given.flatMap((one, i) => strangers(item, one, [...before, i]));
  }
  if (entries === undefined || !isObject(given)) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const steps = [...before, name];
    const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (entry !== undefined) return strangers(entry, value, steps);
    const known = Object.keys(entries);
    const near = closest(name, known);
    return distance(name, near) <= name.length / 2
      ? [{ steps, expected: `没有这一项，应写作“${near}”` }]
      : [{ steps, expected: `没有这一项；可用：${known.join("、")}` }];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseObject(path: string, file: string): Readonly<Record<string, unknown>> {
  let content: string;
  try {
    content = Deno.readTextFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new DataError([{ file, expected: "找不到这个文件；每个版次都要有一个" }]);
  }
  try {
    const json: unknown = JSON.parse(content.replace(/^\uFEFF/, ""));
    if (isObject(json)) return json;
  } catch {
    // Reported below, like JSON that is no object.
  }
  throw new DataError([{
    file,
    expected: "不是规范的 JSON 对象（常见原因：多了或少了逗号、引号）",
  }]);
}
