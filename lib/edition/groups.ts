/**
 * Special groups of graduates: the small language of `test` in `edition.json`.
 *
 *     特困家庭=是                     the column says 是
 *     民族≠汉族                       it says something, but not 汉族
 *     困难类别≠                       it is not empty
 *     困难类别∈特别困难┋比较困难      it says one of several
 *     困难类别∉非困难生               it says something, but none of these
 *     荣誉∋省级优秀毕业生             one of the several things that it says is this
 *     学历=本科；师范生=是            both must hold
 *
 * Of an empty cell nothing is known, so that no condition holds of it.
 */
import { closest } from "fastest-levenshtein";
import { type Frame, pure } from "../table/frame.ts";
import { type Check, oneOf, type Schema, text } from "../table/schema.ts";
import { isWanted, parseConditions, type Written } from "./conditions.ts";
import type { Dictionaries } from "./dictionaries.ts";
import { type Graduate, graduateSchema } from "./graduates.ts";
import { OUTCOMES, ROLES } from "./roles.ts";
import { splitAnswer } from "./routing.ts";

/** A special group of graduates that a report tells of by itself. */
export interface Group {
  /** What its members are called, e.g. 特困家庭毕业生. */
  readonly name: string;
  readonly heading: string;
  /** All of these must hold. */
  readonly test: readonly GroupCondition[];
}

/** A condition on one column. */
export interface GroupCondition {
  readonly column: keyof Graduate & string;
  /** Whether the cell must hold one of {@link values}, or something that is none of them. */
  readonly wanted: boolean;
  /** None where any value will do. */
  readonly values: readonly string[];
  /** Whether the cell lists several things, any of which may be the one. */
  readonly listed: boolean;
}

/** The groups of an edition that names none. */
export const USUAL_GROUPS = [
  { name: "特困家庭毕业生", test: "特困家庭=是" },
  { name: "省级优秀毕业生", test: "省级优秀毕业生=是" },
  { name: "少数民族毕业生", test: "少数民族=是" },
];

/** Whether a group is one of {@link USUAL_GROUPS}, of which records need not tell. */
export function isUsual({ name }: Group): boolean {
  return USUAL_GROUPS.some((one) => one.name === name);
}

/** What separates the things that a cell lists. */
const SEPARATORS = /[┋、；;，,]/;

/**
 * Reads a group's test.
 *
 * @returns the conditions, or what is wrong with them in plain Chinese
 */
export function parseGroupTest(
  written: string,
  dictionaries: Dictionaries,
): { readonly value: readonly GroupCondition[] } | { readonly expected: readonly string[] } {
  const checks = columnChecks(dictionaries);
  const parsed = parseConditions(
    written,
    (one) => conditionOf(one, checks),
    `困难类别=特别困难、民族≠汉族、困难类别≠ 或 荣誉∋省级优秀毕业生`,
  );
  return "value" in parsed && parsed.value.length === 0
    ? { expected: ["不应为空，应写明谁属于这个群体，如 特困家庭=是"] }
    : parsed;
}

/** A condition, or what is wrong with it. */
function conditionOf(
  { name, operator, operand, text: whole }: Written,
  checks: Schema<Graduate>,
): GroupCondition | string {
  const column = columnOf(name, checks);
  if (column === undefined) {
    return `“${whole}”中的“${name}”不是毕业生的列；最接近的是“${
      closest(name, Object.keys(checks))
    }”`;
  }
  const wanted = isWanted(operator);
  const listed = operator === "∋";
  if (operand === "") {
    return operator === "≠"
      ? { column, wanted: true, values: [], listed }
      : `“${whole}”应写明是什么；要说“${column}”不为空，写 ${column}≠`;
  }
  const values: string[] = [];
  for (const one of splitAnswer(operand)) {
    // A cell that lists several things is no value of its column.
    const result = listed ? text(one) : checks[column](one);
    if ("expected" in result) return `“${whole}”中的“${one}”：${result.expected}`;
    values.push(String(result.value));
  }
  return { column, wanted, values, listed };
}

function columnOf(name: string, checks: Schema<Graduate>): keyof Graduate | undefined {
  return (Object.keys(checks) as (keyof Graduate)[]).find((column) => column === name);
}

/** What each column of the graduates may say, those included that the code lists add. */
function columnChecks(dictionaries: Dictionaries): Schema<Graduate> {
  const { destinations, employerGroups } = dictionaries;
  return {
    ...graduateSchema(dictionaries),
    统计类别: oneOf(destinations.column("统计类别")),
    去向大类: oneOf(OUTCOMES),
    去向角色: oneOf(ROLES),
    单位性质类别: oneOf(employerGroups.column("单位性质类别")),
    少数民族: oneOf(["是", "否"]) as Check<Graduate["少数民族"]>,
  };
}

/** The columns that a group asks of. */
export function columnsOf({ test }: Group): string[] {
  return [...new Set(test.map(({ column }) => column))];
}

/**
 * The special groups that the records can tell of, each with its members, who may be none. A group
 * that asks of a column that the records lack is left out.
 */
export function specialGroups(
  graduates: Frame<Graduate>,
  groups: readonly Group[],
): (Group & { readonly members: Frame<Graduate> })[] {
  return groups.filter((group) => columnsOf(group).every((one) => graduates.names.includes(one)))
    .map((group) => ({ ...group, members: graduates.filter(pure((one) => belongs(one, group))) }));
}

function belongs(graduate: Graduate, { test }: Group): boolean {
  return test.every(({ column, wanted, values, listed }) => {
    const cell = String(graduate[column] ?? "");
    if (cell === "" || values.length === 0) return cell !== "";
    const said = listed ? cell.split(SEPARATORS).map((one) => one.trim()) : [cell];
    return said.some((one) => values.includes(one)) === wanted;
  });
}
