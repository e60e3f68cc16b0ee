/** Cells of one graduate that cannot all be right: a warning, since only the school knows which is. */
import { type Frame, pure } from "../table/frame.ts";
import type { Dictionaries } from "./dictionaries.ts";
import type { Graduate } from "./graduates.ts";

/** A way in which cells contradict each other, and how many graduates are concerned. */
export interface Contradiction {
  /** In plain Chinese, e.g. `未就业，却填有就业单位或工作地`. */
  readonly 情形: string;
  /** The columns to look at. */
  readonly 列: readonly string[];
  readonly 人数: number;
}

/** A way in which one graduate's cells can contradict each other. */
export interface Cause {
  /** In plain Chinese, e.g. `未就业，却填有就业单位或工作地`. */
  readonly 情形: string;
  /** The columns to look at; never empty. */
  readonly 列: readonly string[];
  readonly test: (one: Graduate) => boolean;
}

/** The code lists that say what is an army and what a factory. */
type Lists = Pick<Dictionaries, "employerNatures" | "employerGroups" | "industries">;

/** What tells of a job. */
const JOB = [
  "单位名称",
  "单位性质",
  "单位行业",
  "职位类别",
  "就业省份",
  "就业城市",
  "月收入",
] as const satisfies readonly (keyof Graduate)[];

/**
 * What contradicts itself in the graduates' records, by cause; only causes that concern somebody.
 * Columns that the records lack are not asked.
 */
export function contradictions(graduates: Frame<Graduate>, lists: Lists): Contradiction[] {
  return causesAmong(graduates.names, lists)
    .map(({ 情形, 列, test }) => ({ 情形, 列, 人数: graduates.filter(pure(test)).size }))
    .filter(({ 人数 }) => 人数 > 0);
}

/** The ways in which records with the given columns can contradict themselves. */
export function causesAmong(
  names: readonly string[],
  { employerNatures, employerGroups, industries }: Lists,
): Cause[] {
  const present = (...columns: readonly (keyof Graduate)[]) =>
    columns.filter((column) => names.includes(column));
  const filled = (one: Graduate, columns: readonly (keyof Graduate)[]) =>
    columns.some((column) => one[column] !== "" && one[column] !== null);
  const job = present(...JOB);
  const pay = present("月收入");
  const university = present("升学院校");
  const employer = present("单位性质", "单位行业");

  const rest = new Set(employerGroups.filter((one) => one.角色 === "其他").column("单位性质类别"));
  const civil = {
    单位性质: new Set(
      employerNatures.filter((one) => !rest.has(one.单位性质类别)).column("单位性质"),
    ),
    // The army stands outside the sections of the national classification.
    单位行业: new Set(
      industries.filter((one) => one.国民经济行业门类 !== "").column("单位行业"),
    ),
  };
  const isCivil = (one: Graduate) =>
    (employer as ("单位性质" | "单位行业")[]).some((column) => civil[column].has(one[column]));

  const causes: readonly [string, readonly string[], (one: Graduate) => boolean][] = [
    [
      "未就业，却填有就业单位、工作地或月收入",
      job,
      (one) => one.去向大类 === "未就业" && filled(one, job),
    ],
    ["升学，却填有月收入", pay, (one) => one.去向大类 === "升学" && filled(one, pay)],
    [
      "升学，却没有填升学院校",
      university,
      (one) => one.去向大类 === "升学" && !filled(one, university),
    ],
    [
      "没有升学，却填有升学院校",
      university,
      (one) => one.去向大类 !== "升学" && filled(one, university),
    ],
    [
      "应征入伍，单位性质或行业却不是部队",
      employer,
      (one) => one.去向角色 === "应征入伍" && isCivil(one),
    ],
    [
      "填有就业城市，却没有就业省份",
      present("就业省份", "就业城市").length === 2 ? ["就业省份", "就业城市"] : [],
      (one) => one.就业省份 === "" && one.就业城市 !== "",
    ],
  ];
  return causes.filter(([, columns]) => columns.length > 0)
    .map(([情形, 列, test]) => ({ 情形, 列, test }));
}
