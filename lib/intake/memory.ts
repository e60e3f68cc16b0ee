/**
 * What analysts have told, so that nobody is asked twice: `intake.json` in the edition's folder.
 *
 *     {
 *       "columns": { "去向情况": "毕业去向" },
 *       "values": { "毕业去向": { "灵活就业": "其他录用形式就业" }, "特困家庭": { "": "否" } },
 *       "accepted": [{ "check": "自相矛盾的行", "because": "已逐人核实" }],
 *       "files": [{ "file": "登记表.xlsx", "kind": "就业登记", "rows": 5809 }]
 *     }
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Acceptance, INTAKE, isAccepted } from "../edition/acceptances.ts";
import { DataError } from "../table/faults.ts";
import { editionFolder, editions, shownPath } from "../workspace.ts";
import type { Answers } from "./lists.ts";

/** What an edition remembers of its intake. */
export interface Memory {
  /** Header as found → meaning as in `columns.csv`, or `不用`, `个人`. */
  readonly columns: Readonly<Record<string, string>>;
  /** Column → text as found → value. */
  readonly values: Answers;
  /** Only of this edition; last year's reasons are not this year's. */
  readonly accepted: readonly Acceptance[];
  /** What was read last time. */
  readonly files: readonly {
    readonly file: string;
    readonly kind: string;
    readonly rows: number;
  }[];
}

const NOTHING: Memory = { columns: {}, values: {}, accepted: [], files: [] };

/**
 * Reads what is remembered: the edition's own answers, before those of the newest earlier one, and in
 * front of both those in the draft that a failed intake left to be filled in.
 *
 * @param draft path of that draft
 * @throws {DataError} if a file is not JSON or has something of the wrong kind
 */
export function readMemory(year: number, draft: string): Memory {
  const earlier = editions().filter((one) => one < year)
    .findLast((one) => existsSync(join(editionFolder(one), INTAKE)));
  const past = earlier === undefined ? NOTHING : read(join(editionFolder(earlier), INTAKE));
  const own = read(join(editionFolder(year), INTAKE));
  const told = read(draft);
  return {
    columns: { ...past.columns, ...own.columns, ...filled(told.columns) },
    values: merged([past.values, own.values, told.values]),
    accepted: own.accepted,
    files: own.files,
  };
}

function read(path: string): Memory {
  if (!existsSync(path)) return NOTHING;
  const file = shownPath(path);
  const refuse = (expected: string) => new DataError([{ file, expected }]);
  let json: unknown;
  try {
    json = JSON.parse(Deno.readTextFileSync(path).replace(/^\uFEFF/, ""));
  } catch {
    throw refuse("不是规范的 JSON（常见原因：多了或少了逗号、引号）");
  }
  if (!isObject(json)) throw refuse("应为 JSON 对象");
  const { columns = {}, values = {}, accepted = [], files = [] } = json;
  if (!isTexts(columns)) throw refuse("columns 应为“表头”: “含义”");
  if (!isObject(values) || !Object.values(values).every(isTexts)) {
    throw refuse("values 应为“列”: { “写法”: “取值” }");
  }
  if (!isAccepted(accepted)) throw refuse("accepted 应为检查和理由的列表");
  return {
    columns,
    values: values as Answers,
    accepted,
    files: Array.isArray(files) ? files as Memory["files"] : [],
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((one) => typeof one === "string");
}

/** A draft's questions that have been answered; an empty answer is none yet. */
function filled(answers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ""));
}

function merged(all: readonly Answers[]): Answers {
  const out: Record<string, Record<string, string>> = {};
  for (const answers of all) {
    for (const [column, told] of Object.entries(answers)) {
      out[column] = { ...out[column], ...filled(told) };
    }
  }
  return out;
}

/** The file's text. */
export function memoryText(memory: Memory): string {
  return JSON.stringify(memory, null, 2) + "\n";
}
