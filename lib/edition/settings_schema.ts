/**
 * What `edition.json` must be. Valibot's schema says of every entry what it must be, what it is where
 * it is not written, and (in Chinese) what to tell an analyst; it loads in two milliseconds.
 */
import * as v from "valibot";
import { oneOf } from "../table/schema.ts";
import { BASE_NAMES } from "./bases.ts";
import { spellingsOf } from "./code_list.ts";
import type { Dictionaries, Region } from "./dictionaries.ts";
import { type ExhibitKeys, exhibitNamed } from "./exhibit_keys.ts";
import { type Group, parseGroupTest, USUAL_GROUPS } from "./groups.ts";

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
export interface Setting {
  /** The year that the folder is named after; null where it has another name. */
  readonly year: number | null;
  readonly keys: ExhibitKeys;
  /** Null where they cannot be read, so that nothing can be held against them. */
  readonly dictionaries: Dictionaries | null;
}

/** What `edition.json` must be; entries that are not written are filled in. */
export function schemaOf({ year, keys, dictionaries }: Setting) {
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
    disclosure: v.optional(number(0, "应为整数：0 为不隐去，5 为不足 5 人的组不列去向和比例"), 0),
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
export type Written = v.InferOutput<ReturnType<typeof schemaOf>>;
