/**
 * What an edition's numbers must be, counted over the lines of its files by plain loops: nothing
 * here reads, counts or rounds with the house's own code.
 */
import { join } from "node:path";
import type { MadeUp, Record } from "./files.ts";

/** A number or a percentage as it is shown; null where nothing is known. */
export type Cell = string | number | null;

/** Expected numbers: statements by `subject·measure`, rows of exhibits by the exhibit's key. */
export interface Recount {
  readonly statements: { [key: string]: Cell };
  readonly tables: { [exhibit: string]: { [row: string]: Cell[] } };
}

const LISTS = join(import.meta.dirname ?? ".", "..", "..", "data", "dictionaries");
const DEGREES: Record = {
  博士研究生: "博士",
  硕士研究生: "硕士",
  本科生毕业: "本科",
  "高职（专科）": "专科",
};
const BEYOND = ["香港特别行政区", "澳门特别行政区", "台湾省"];
const NEITHER = ["其他", "外国血统中国籍人士"];
const NOT_HARDSHIP = ["非困难生", ""];
const TEACHERS = ["公费师范生", "普通师范生", "是"];
const FORMS: { readonly [rule: number]: { readonly [form: string]: readonly string[] } } = {
  2021: {
    协议和合同就业: ["签约就业", "科研助理", "应征入伍", "国家基层", "地方基层"],
    自主创业: ["自主创业"],
    灵活就业: ["其他形式就业", "自由职业"],
    升学: ["国内升学", "第二学位", "出国深造"],
  },
  2024: {
    单位就业: ["签约就业", "其他形式就业", "科研助理", "应征入伍", "国家基层", "地方基层"],
    自主创业: ["自主创业"],
    自由职业: ["自由职业"],
    升学: ["国内升学", "第二学位", "出国深造"],
  },
};

/** Recounts an edition. */
export function recount({ files, year, home }: MadeUp): Recount {
  const text = (name: string) =>
    files[`${year}/dictionaries/${name}`] ?? Deno.readTextFileSync(join(LISTS, name));
  const { header, rows } = parsed(files[`${year}/graduates.csv`] ?? "");
  const has = (column: string) => header.includes(column);
  const destinations = parsed(text("destinations.csv")).rows;
  const groupOf = Object.fromEntries(
    parsed(text("employer-natures.csv")).rows.map((row) => [row["单位性质"], row["单位性质类别"]]),
  );
  const people = rows.map((row): Record => {
    const destination = destinations.find((one) =>
      [one["毕业去向"], one["代码"], one["三位代码"], ...(one["别名"] ?? "").split("┋")]
        .includes(row["毕业去向"])
    );
    if (destination === undefined) throw new Error(`No destination ${row["毕业去向"]}`);
    const { 毕业去向: leaf = "", 角色: role = "", 单位性质类别: own = "" } = destination;
    const employer = groupOf[row["单位性质"] ?? ""] ?? "";
    const group = role.endsWith("基层") ? employer || own : own || employer;
    return {
      ...row,
      毕业去向: leaf,
      角色: role,
      组: group || "未登记",
      行: destination["统计类别"] ?? "",
      大类: destination["去向大类"] ?? "",
      学历: DEGREES[row["学历"] ?? ""] ?? row["学历"] ?? "",
    };
  });

  const total = people.length;
  const employed = people.filter((one) => one["大类"] === "就业");
  const studying = people.filter((one) => one["大类"] === "升学");
  const unplaced = people.filter((one) => one["大类"] === "未就业");
  const inRoles = (...roles: readonly string[]) =>
    people.filter((one) => roles.includes(one["角色"] ?? ""));
  const where = (province = "") =>
    province === ""
      ? "未登记"
      : province === home
      ? "省内"
      : BEYOND.includes(province)
      ? "港澳台"
      : province === "境外"
      ? "境外"
      : "省外";
  const levels = new Set(people.map((one) => one["学历"]));

  const statements: { [key: string]: Cell } = {
    "毕业生·人数": total,
    "毕业生·就业人数": employed.length,
    "毕业生·升学人数": studying.length,
    "毕业生·落实毕业去向人数": employed.length + studying.length,
    "毕业生·毕业去向落实率": percent(employed.length + studying.length, total),
    "国内升学毕业生·人数": inRoles("国内升学", "第二学位").length,
    "待就业毕业生·人数": inRoles("求职").length,
    "暂不就业毕业生·人数": inRoles("拟升学", "暂不就业").length,
  };
  const special = (name: string, some: readonly Record[]) => {
    const placed = some.filter((one) => one["大类"] !== "未就业").length;
    statements[`${name}·人数`] = some.length;
    statements[`${name}·毕业去向落实率`] = percent(placed, some.length);
  };
  if (has("民族")) {
    special(
      "少数民族毕业生",
      people.filter((one) => one["民族"] !== "汉族" && !NEITHER.includes(one["民族"] ?? "")),
    );
  }
  if (has("困难类别")) {
    special("困难毕业生", people.filter((one) => !NOT_HARDSHIP.includes(one["困难类别"] ?? "")));
  }
  if (has("师范生")) {
    special("师范生", people.filter((one) => TEACHERS.includes(one["师范生"] ?? "")));
  }

  const rule = FORMS[year < 2024 ? 2021 : 2024] ?? {};
  const tables: Recount["tables"] = {
    院系分布: shares(people, (one) => one["院系"]),
    专业分布: shares(people, majorNames(people, has("专业代码"))),
    生源地结构: shares(people, (one) => where(one["生源地"])),
    外省生源分布: shares(
      people.filter((one) => where(one["生源地"]) === "省外"),
      (one) => one["生源地"],
      total,
    ),
    毕业去向: shares(people, (one) => one["行"]),
    分性别落实率: rates(people, (one) => one["性别"]),
    院系落实情况: rates(people, (one) => one["院系"]),
    专业落实情况: rates(people, majorNames(people, has("专业代码"))),
    未就业情况: shares(unplaced, (one) => one["毕业去向"]),
    深造类型: shares(studying, (one) => one["毕业去向"]),
    基层项目: shares(inRoles("国家基层", "地方基层"), (one) => one["毕业去向"]),
    落实形式: Object.fromEntries(
      Object.entries(rule).map(([form, roles]) => {
        const count = inRoles(...roles).length;
        return [form, [count, percent(count, total)]];
      }),
    ),
  };
  if (levels.size > 1) {
    tables["学历落实情况"] = rates(people, (one) => one["学历"]);
    tables["学历院系落实情况"] = rates(people, (one) => `${one["学历"]}·${one["院系"]}`);
  }
  for (const column of ["专业大类", "学科门类"].filter(has)) {
    tables[`${column}分布`] = shares(people, (one) => one[column]);
    tables[`${column}落实情况`] = rates(people, (one) => one[column]);
  }
  if (has("单位性质")) tables["单位性质流向"] = shares(employed, (one) => one["组"]);
  if (has("单位行业")) {
    tables["行业流向"] = shares(employed, (one) => one["单位行业"] || "未登记行业");
  }
  if (has("就业省份")) {
    tables["就业地区"] = shares(employed, (one) => where(one["就业省份"]));
    tables["创业地区"] = shares(inRoles("自主创业"), (one) => where(one["就业省份"]));
  }
  if (has("单位名称")) {
    const hired = employed.filter((one) =>
      one["单位名称"] !== "" && !["自主创业", "自由职业", "应征入伍"].includes(one["角色"] ?? "")
    );
    tables["用人单位"] = shares(hired, (one) => one["单位名称"], employed.length);
  }
  if (has("月收入")) {
    const paid = employed.filter((one) => one["月收入"] !== "");
    tables["月收入"] = pays(paid, () => "全体");
    tables["学历月收入"] = pays(paid, (one) => one["学历"]);
  }
  return { statements, tables };
}

/** A CSV file without quotes as rows; made-up files have none. */
function parsed(text: string): { header: string[]; rows: Record[] } {
  const [first = "", ...lines] = text.replace(/^\uFEFF/, "").trimEnd().split(/\r?\n/);
  const header = first.split(",");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ""]));
  });
  return { header, rows };
}

/** A percentage to two decimals, half up, by long division. */
function percent(count: number, base: number): string | null {
  if (base === 0) return null;
  const hundredths = Math.floor((20000 * count + base) / (2 * base));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

type Key = (one: Record) => string | undefined;

function grouped(people: readonly Record[], key: Key): [string, Record[]][] {
  const groups: { [name: string]: Record[] } = {};
  for (const one of people) (groups[key(one) ?? ""] ??= []).push(one);
  return Object.entries(groups);
}

function shares(people: readonly Record[], key: Key, base = people.length) {
  return Object.fromEntries(
    grouped(people, key).map(([name, some]) => [name, [some.length, percent(some.length, base)]]),
  );
}

function rates(people: readonly Record[], key: Key) {
  return Object.fromEntries(
    grouped(people, key).map(([name, some]) => {
      const counts = ["就业", "升学", "未就业"].map((outcome) =>
        some.filter((one) => one["大类"] === outcome).length
      );
      const [employed = 0, studying = 0] = counts;
      return [name, [some.length, ...counts, percent(employed + studying, some.length)]];
    }),
  );
}

/** Quartiles of groups of ten and more, in tenths of a 元 until the last step. */
function pays(people: readonly Record[], key: Key) {
  return Object.fromEntries(
    grouped(people, key).filter(([, some]) => some.length >= 10).map(([name, some]) => {
      const sorted = some.map((one) => Number(one["月收入"])).sort((a, b) => a - b);
      const quartiles = [1, 2, 3].map((quarter) => {
        const place = (sorted.length - 1) * quarter / 4;
        const low = sorted[Math.floor(place)] ?? NaN;
        const high = sorted[Math.ceil(place)] ?? NaN;
        // Quarters are exact in binary.
        return Math.floor(low + (high - low) * (place % 1) + 0.5);
      });
      return [name, [some.length, ...quartiles]];
    }),
  );
}

/** How each graduate's major is called, so that no two majors share a name. */
function majorNames(people: readonly Record[], coded: boolean): Key {
  const codeOf = (one: Record) => (coded ? one["专业代码"] ?? "" : "");
  const idOf = (one: Record) => `${one["学历"]} ${codeOf(one) || one["专业"]}`;
  const first: { [id: string]: Record } = {};
  for (const one of people) first[idOf(one)] ??= one;
  const names: { [id: string]: string } = {};
  for (const [id, one] of Object.entries(first)) {
    const same = Object.values(first).filter((other) => other["专业"] === one["专业"]);
    const elsewhere = same.some((other) => other["学历"] !== one["学历"]);
    const here = same.filter((other) => other["学历"] === one["学历"]).length > 1;
    const marks = [
      ...(elsewhere ? [one["学历"]] : []),
      ...(here ? [codeOf(one) || "无代码"] : []),
    ];
    names[id] = `${one["专业"]}${marks.length === 0 ? "" : `（${marks.join("，")}）`}`;
  }
  return (one) => names[idOf(one)];
}
