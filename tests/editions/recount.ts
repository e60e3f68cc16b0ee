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
    基层项目就业: shares(inRoles("国家基层", "地方基层"), (one) => one["毕业去向"]),
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
    tables["主要就业单位"] = shares(hired, (one) => one["单位名称"], employed.length);
  }
  if (has("月收入")) {
    const paid = employed.filter((one) => one["月收入"] !== "");
    tables["月收入"] = pays(paid, () => "全体");
    tables["学历月收入"] = pays(paid, (one) => one["学历"]);
  }
  Object.assign(statements, sentences());
  return { statements, tables };

  /** The other numbers that sentences may tell, under the names that sentences give them. */
  function sentences(): Recount["statements"] {
    const made: Recount["statements"] = {};
    /** Counts of groups under `subject·measure`, and their shares under another measure. */
    const say = (some: readonly Record[], key: Key, count: string, share = "", base = total) => {
      for (const [name, members] of grouped(some, key)) {
        if (name === "") continue;
        made[`${name}·${count}`] = members.length;
        if (share !== "") made[`${name}·${share}`] = percent(members.length, base);
      }
    };
    const rate = (key: Key) => {
      for (const [name, members] of grouped(people, key)) {
        const placed = members.filter((one) => one["大类"] !== "未就业").length;
        made[`${name}·毕业去向落实率`] = percent(placed, members.length);
      }
    };
    /** How many groups there are, and how many have a rate above a limit or of all. */
    const sizes = (subject: string, key: Key, limit: number) => {
      const groups = grouped(people, key);
      const placed = (members: readonly Record[]) =>
        members.filter((one) => one["大类"] !== "未就业").length;
      const above = groups.filter(([, all]) => placed(all) * 100 > limit * all.length);
      made[`${subject}·个数`] = groups.length;
      made[`${subject}·毕业去向落实率超过${limit}%的个数`] = above.length;
      made[`${subject}·毕业去向落实率达100%的个数`] =
        groups.filter(([, all]) => placed(all) === all.length).length;
    };
    /** How many that a sentence leaves out are as good as the last one that it names. */
    const tie = (subject: string, by: string, values: readonly number[], most: number) => {
      const [last, ...rest] = values.filter((value) => value > 0).sort((a, b) => b - a)
        .slice(most - 1);
      made[`${subject}·${by}末位并列的个数`] = rest.filter((value) => value === last).length;
    };
    const counts = (some: readonly Record[], key: Key) =>
      grouped(some, key).flatMap(([name, all]) => name === "" ? [] : [all.length]);
    const regions = parsed(text("regions.csv")).rows;
    const shortName = (province = "") =>
      regions.find((one) => one["省份"] === province)?.["简称"] ?? "";

    const ofTotal = "占毕业生总人数比例";
    say(people, (one) => `${one["性别"]}生`, "人数");
    say(people, (one) => one["院系"], "人数", ofTotal);
    rate((one) => `${one["性别"]}生`);
    rate((one) => `${one["学历"]}毕业生`);
    rate((one) => one["院系"]);
    const settings = JSON.parse(files[`${year}/edition.json`] ?? "{}");
    sizes(settings.words?.院系 ?? "院（系）", (one) => one["院系"], 90);
    sizes("专业", majorNames(people, has("专业代码")), 90);
    for (const column of ["专业大类", "学科门类"].filter(has)) {
      say(people, (one) => one[column], "人数", ofTotal);
      sizes(column, (one) => one[column], 94);
    }
    const { 前几位 = 3, 单列行业 = 5, 前几个行业 = 3 } = settings.top ?? {};
    const placedOnes = people.filter((one) => one["大类"] !== "未就业");
    tie("毕业去向", "人数", counts(placedOnes, (one) => one["行"]), 前几位);
    const majorRates = grouped(people, majorNames(people, has("专业代码"))).map(([, all]) =>
      all.filter((one) => one["大类"] !== "未就业").length / all.length
    );
    tie("专业", "毕业去向落实率", majorRates, 前几位);
    const origin = (one: Record) => where(one["生源地"]);
    const comers: Record = { 省内: `${shortName(home)}籍毕业生`, 省外: "外省生源毕业生" };
    made[`${comers["省内"]}·人数`] = 0;
    made[`${comers["省内"]}·${ofTotal}`] = percent(0, total);
    say(people, (one) => comers[origin(one)] ?? "港澳台及境外生源毕业生", "人数", ofTotal);
    const outsiders = people.filter((one) => origin(one) === "省外");
    made["外省生源地·个数"] = grouped(outsiders, (one) => one["生源地"]).length;
    tie("外省生源地", "人数", counts(outsiders, (one) => one["生源地"]), 前几位);
    for (const [form, roles] of Object.entries(rule)) {
      made[`毕业生·${form}率`] = percent(inRoles(...roles).length, total);
    }
    const minority = people.filter((one) =>
      has("民族") && one["民族"] !== "汉族" && !NEITHER.includes(one["民族"] ?? "")
    );
    for (
      const [name, some] of [
        ["少数民族毕业生", minority],
        ["特困家庭毕业生", people.filter((one) => one["特困家庭"] === "是")],
        ["省级优秀毕业生", people.filter((one) => one["省级优秀毕业生"] === "是")],
      ] as const
    ) {
      const [, [all = 0, working = 0, study = 0, , share = null] = []] =
        Object.entries(rates(some, () => name))[0] ?? [];
      made[`${name}·人数`] = all;
      made[`${name}·就业人数`] = working;
      made[`${name}·升学人数`] = study;
      made[`${name}·落实毕业去向人数`] = Number(working) + Number(study);
      made[`${name}·毕业去向落实率`] = share;
    }

    const ofEmployed = "占就业总人数比例";
    say(employed, () => "就业毕业生", "人数", ofTotal);
    if (has("单位性质")) say(employed, (one) => one["组"], "就业人数", ofEmployed, employed.length);
    if (has("单位行业")) {
      say(employed, (one) => one["单位行业"], "就业人数", ofEmployed, employed.length);
      say(inRoles("自主创业"), (one) => one["单位行业"], "创业人数");
      tie("就业行业", "流向", counts(employed, (one) => one["单位行业"]), 单列行业);
      tie("创业行业", "流向", counts(inRoles("自主创业"), (one) => one["单位行业"]), 前几个行业);
    }
    if (has("就业省份")) {
      const place = (one: Record) => where(one["就业省份"]);
      const named: Record = { 省内: "省内就业毕业生", 省外: "出省就业毕业生" };
      say(employed, (one) => named[place(one)] ?? "", "人数", ofEmployed, employed.length);
      const others = employed.filter((one) => place(one) !== "省内");
      say(others, (one) => shortName(one["就业省份"]), "就业人数", ofEmployed, employed.length);
      const locals = employed.filter((one) => place(one) === "省内");
      const city = (one: Record) => (one["就业城市"] ?? "").replace(/市$/, "");
      say(locals, city, "就业人数", ofEmployed, employed.length);
      tie(`${home}内就业城市`, "流向", counts(locals, city), 前几位);
      const away = employed.filter((one) => place(one) === "省外");
      tie("省外就业省份", "流向", counts(away, (one) => one["就业省份"]), 前几位);
      say(
        employed,
        (one) => regions.find((region) => region["省份"] === one["就业省份"])?.["经济区域"],
        "就业人数",
      );
      for (const { 战略区域: area, 省份: province } of parsed(text("strategy-areas.csv")).rows) {
        const count = employed.filter((one) => one["就业省份"] === province).length;
        made[`${area}·就业人数`] = Number(made[`${area}·就业人数`] ?? 0) + count;
      }
      const founders = inRoles("自主创业");
      for (
        const [kind, measure] of [
          ["省内", "省内创业人数"],
          ["省外", "省外创业人数"],
          ["未登记", "未登记地区人数"],
        ] as const
      ) {
        made[`自主创业毕业生·${measure}`] = founders.filter((one) => place(one) === kind).length;
      }
    }
    made["自主创业毕业生·人数"] = inRoles("自主创业").length;
    made["基层项目毕业生·人数"] = inRoles("国家基层", "地方基层").length;
    const [, [paid = 0, lower = null, median = null, upper = null] = []] =
      Object.entries(tables["月收入"] ?? {})[0] ?? [];
    made["就业毕业生·填报月收入人数"] = paid;
    made["就业毕业生·月收入下四分位数"] = lower;
    made["就业毕业生·月收入中位数"] = median;
    made["就业毕业生·月收入上四分位数"] = upper;

    say(studying, () => "升学毕业生", "人数", ofTotal);
    made["升学毕业生·国内升学人数"] = inRoles("国内升学", "第二学位").length;
    made["升学毕业生·第二学位人数"] = inRoles("第二学位").length;
    made["升学毕业生·出国（境）深造人数"] = inRoles("出国深造").length;
    const atHome = parsed(files[`${year}/universities.csv`] ?? "").rows
      .filter((one) => one["省份"] === home).map((one) => one["升学院校"]);
    const attended = new Set(inRoles("国内升学", "第二学位").map((one) => one["升学院校"]));
    made[`${home}内升学高校·个数`] = atHome.filter((name) => attended.has(name)).length;
    say(unplaced, () => "未就业毕业生", "人数", ofTotal);
    for (const [state, some] of grouped(unplaced, (one) => one["毕业去向"])) {
      made[`未就业毕业生·${state}人数`] = some.length;
    }

    const last = parsed(files[`${year}/history.csv`] ?? "").rows
      .find((one) => one["届"] === String(year - 1));
    if (last !== undefined) {
      const before = Number(last["毕业生人数"]);
      const [more, up] = total > before ? ["增加", "上升"] : ["减少", "下降"];
      made[`毕业生·同比${more}人数`] = Math.abs(total - before);
      made[`毕业生·同比${up}`] = percent(Math.abs(total - before), before);
    }
    return made;
  }
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
