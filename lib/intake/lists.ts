/** Cells of coded columns to entries of the code lists, whichever way they are written. */
import { spellingsOf } from "../edition/code_list.ts";
import { type Dictionaries, fileOf } from "../edition/dictionaries.ts";
import { readRecords } from "../table/csv.ts";
import type { Frame } from "../table/frame.ts";
import { nearest } from "../table/nearest.ts";
import { loose } from "./text.ts";

/** One column's list of allowed values. */
export interface CodeList {
  /** The entry that a text stands for, by name, code or another usual way to write it. */
  readonly find: (text: string) => string | undefined;
  /** What to do about a text that stands for none. */
  readonly advice: (text: string) => string;
  /** Whether two entries mean different things where one cell has a name and another a code. */
  readonly differ: (one: string, other: string) => boolean;
}

/** What analysts have told of values: column → text as found → entry (or empty: not known). */
export type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Entry {
  readonly name: string;
  readonly spellings: readonly string[];
}

/** Columns whose cells are 是 or 否. */
const YES_NO = ["特困家庭", "省级优秀毕业生"];

/**
 * The lists of all coded columns.
 *
 * @param dictionaries the edition's code lists
 * @param answers what analysts have told; it goes before the lists
 */
export function codeLists(
  dictionaries: Dictionaries,
  answers: Answers = {},
): ReadonlyMap<string, CodeList> {
  const aliases = Map.groupBy(
    readRecords(fileOf("aliases"), ["列", "取值", "写法"]),
    ({ 列 }) => 列,
  );
  const aliasesOf = (column: string): Entry[] =>
    (aliases.get(column) ?? []).map(({ 取值, 写法 }) => ({
      name: 取值,
      spellings: 写法.split("┋"),
    }));
  const entries = <R extends object>(list: Frame<R>, name: keyof R & string): Entry[] =>
    list.rows().map((row) => ({ name: String(row[name]), spellings: spellingsOf(name)(row) }));
  const words = (...names: string[]) => names.map((name) => ({ name, spellings: [name] }));
  const marked = (column: string) =>
    entries(dictionaries.specialGroups.filter((one) => one.列 === column), "取值");

  const outcomes = new Map(
    dictionaries.destinations.rows().map((one) => [one.毕业去向, one] as const),
  );
  const outcome = (name: string) => outcomes.get(name)?.去向大类 ?? name;
  const role = (name: string) => outcomes.get(name)?.角色 ?? name;

  const lists: [string, Entry[], string[]][] = [
    ["性别", words("男", "女"), ["性别"]],
    ["民族", entries(dictionaries.ethnicGroups, "民族"), ["民族"]],
    ["学历", entries(dictionaries.degrees, "学历"), ["学历"]],
    ["毕业去向", entries(dictionaries.destinations, "毕业去向"), ["毕业去向"]],
    ["单位性质", entries(dictionaries.employerNatures, "单位性质"), ["单位性质"]],
    ["单位行业", entries(dictionaries.industries, "单位行业"), ["单位行业"]],
    ["困难类别", marked("困难类别"), ["困难类别"]],
    ["师范生", marked("师范生"), ["师范生", "是否"]],
    ["残疾", marked("残疾"), ["残疾", "是否"]],
    ...YES_NO.map((name) =>
      [name, words("是", "否"), [name, "是否"]] as [string, Entry[], string[]]
    ),
  ];
  return new Map(lists.map(([column, own, further]) => {
    const known = finder([...further.flatMap(aliasesOf), ...own], own);
    const told = answers[column] ?? {};
    const spellings = own.flatMap(({ name, spellings }) =>
      spellings.map((spelling) => [spelling, name] as const)
    );
    const isDestination = column === "毕业去向";
    return [column, {
      find: (text) => told[text] ?? known(text),
      advice: (text) => adviceOn(text, spellings, isDestination ? outcome : undefined),
      differ: (one, other) => isDestination ? role(one) !== role(other) : one !== other,
    }];
  }));
}

/** The codes and names of 职位类别, which may be anything. */
export function positionNames(): ReadonlyMap<string, string> {
  const rows = readRecords(fileOf("aliases"), [
    "列",
    "取值",
    "写法",
  ]);
  return new Map(
    rows.filter(({ 列 }) => 列 === "职位类别")
      .flatMap(({ 取值, 写法 }) => 写法.split("┋").map((one) => [one, 取值] as const)),
  );
}

/**
 * Finds entries by exact spelling, then by one that differs in width, case and punctuation alone, then
 * by a code whose leading zeros Excel dropped, then by a code and a name in one cell that agree.
 */
function finder(entries: readonly Entry[], own: readonly Entry[]) {
  const exact = new Map<string, string>();
  const near = new Map<string, Set<string>>();
  const allowed = new Set(own.map(({ name }) => name));
  for (const { name, spellings } of entries.filter(({ name }) => allowed.has(name))) {
    for (const spelling of spellings) {
      exact.set(spelling, name);
      for (const form of [loose(spelling), spelling.replace(/^0+(?=\d)/, "")]) {
        // A tick has no letters at all, and an empty cell must not look like one.
        if (form !== "") near.set(form, (near.get(form) ?? new Set()).add(name));
      }
    }
  }
  // A name is meant before it is taken for another entry's code or other name.
  for (const name of allowed) exact.set(name, name);
  const simple = (text: string): string | undefined => {
    const found = exact.get(text);
    if (found !== undefined) return found;
    const like = near.get(loose(text));
    return like?.size === 1 ? [...like][0] : undefined;
  };
  return (text: string): string | undefined => {
    const found = simple(text);
    if (found !== undefined) return found;
    const [, code = "", name = ""] = /^(\d{1,3})\s*[-—_.、:： ]\s*(\D.*)$/.exec(text) ?? [];
    const [, first = "", last = ""] = /^(.*\D)[（(\[【-]\s*(\d{1,3})\s*[）)\]】]?$/.exec(text) ??
      [];
    const pair = [simple(code || last), simple(name || first)];
    return pair[0] !== undefined && pair[0] === pair[1] ? pair[0] : undefined;
  };
}

function adviceOn(
  text: string,
  spellings: readonly (readonly [spelling: string, name: string])[],
  outcome: ((name: string) => string) | undefined,
): string {
  const names = [...new Set(spellings.map(([, name]) => name))];
  const hint = nearest(text, spellings, outcome);
  const list = names.length <= 16 ? `应为${names.join("、")}之一` : "不在代码表中";
  if (hint !== undefined) return `${list}，最接近的是“${hint}”`;
  return outcome === undefined
    ? `${list}，没有相近的`
    : `${list}，没有相近的；归到哪一类会改变落实率，请核实后在原表改正，或在 intake.json 的 values 里写明`;
}
