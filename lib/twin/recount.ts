/**
 * The twin's records counted afresh and held against print. Nothing here knows how the records were
 * made: it reads the two sets of files and compares.
 */
import { join } from "node:path";
import { readRecords } from "../table/csv.ts";
import type { Dictionaries } from "../edition/dictionaries.ts";
import type { Edition } from "../edition/settings.ts";
import type { Frame } from "../table/frame.ts";
import { type Graduate, readGraduates } from "../edition/graduates.ts";
import { placement } from "../measures/placement.ts";
import { ratio } from "../measures/ratio.ts";
import { tally } from "../measures/tally.ts";
import { openPrint, type Print } from "./print.ts";

/** A printed number beside what the records give for it. */
export interface Margin {
  /** The table, or 正文 for the running text. */
  readonly place: string;
  readonly item: string;
  readonly printed: string;
  readonly counted: string;
}

/** The margins that the records miss. */
export function missed(margins: readonly Margin[]): Margin[] {
  return margins.filter(({ printed, counted }) => printed !== counted);
}

interface Records {
  readonly graduates: Frame<Graduate>;
  readonly employed: Frame<Graduate>;
  /** Province of each university; empty where it is not known to lie in the home province. */
  readonly universities: ReadonlyMap<string, string>;
  readonly print: Print;
  readonly dictionaries: Dictionaries;
  readonly homeProvince: string;
}

/**
 * Counts the graduates of an edition for every margin of chapters 1 to 3 in print, the order of
 * rows that tie included.
 *
 * @param folder the edition's folder, with `published/`
 * @param recordsFolder where `graduates.csv` and `universities.csv` are, if elsewhere
 * @throws {DataError} if records or print cannot be read
 */
export function recount(
  folder: string,
  { homeProvince }: Pick<Edition, "homeProvince">,
  dictionaries: Dictionaries,
  recordsFolder = folder,
): Margin[] {
  const graduates = readGraduates(recordsFolder, dictionaries);
  const universities = readRecords(join(recordsFolder, "universities.csv"), ["升学院校", "省份"]);
  const records: Records = {
    graduates,
    employed: graduates.filter((row) => row.去向大类 === "就业"),
    universities: new Map(universities.map((row) => [row.升学院校, row.省份])),
    print: openPrint(folder),
    dictionaries,
    homeProvince,
  };
  return [
    ...structure(records),
    ...placements(records),
    ...destinations(records),
    ...places(records),
    ...study(records),
    ...text(records),
  ];
}

type Column = keyof Graduate & string;
type Counts = ReadonlyMap<string, number>;

function count(frame: Frame<Graduate>, column: Column): Map<string, number> {
  return new Map(tally(frame, column, "人数").rows().map((row) => [String(row[column]), row.人数]));
}

/** Each printed headcount, and that nothing stands in the records that print does not have. */
function headcounts(place: string, printed: Counts, counted: Counts): Margin[] {
  return [
    ...[...printed].map(([item, n]) => margin(place, item, n, counted.get(item) ?? 0)),
    margin(place, "项数", printed.size, counted.size),
  ];
}

/** That the printed order is what a stable sort of the records' counts gives, largest first. */
function order(place: string, printed: readonly string[], counted: ReadonlyMap<string, number>) {
  const sorted = [...counted].filter(([name]) => printed.includes(name))
    .sort(([, a], [, b]) => b - a).map(([name]) => name);
  return margin(place, "次序", printed.join("、"), sorted.join("、"));
}

function margin(place: string, item: string, printed: string | number, counted: string | number) {
  return { place, item, printed: String(printed), counted: String(counted) };
}

/** 表1–4. */
function structure({ graduates, print, homeProvince }: Records): Margin[] {
  const outsiders = graduates.filter((row) => row.生源地 !== homeProvince);
  const tables = [
    [1, "专业大类", "生源人数", "专业大类", graduates],
    [2, "专业名称", "本校生源人数", "专业", graduates],
    [3, "院（系）名称", "生源人数", "院系", graduates],
    [4, "生源地", "生源人数", "生源地", outsiders],
  ] as const;
  return tables.flatMap(([number, name, size, column, frame]) => {
    const printed = print.quota(number, name, size);
    const counted = count(frame, column);
    const place = `表${number}`;
    return [...headcounts(place, printed, counted), order(place, [...printed.keys()], counted)];
  });
}

/** 表6–8: the joint counts of each group, and the order by placement rate. */
function placements({ graduates, print }: Records): Margin[] {
  const tables = [[6, "专业大类", "专业大类"], [7, "专业", "专业名称"], [
    8,
    "院系",
    "院（系）名称",
  ]] as const;
  const outcomes = [
    ["生源人数", "生源人数"],
    ["就业", "毕业去向落实人数·就业"],
    ["升学", "毕业去向落实人数·升学"],
    ["未就业", "未就业人数"],
  ] as const;
  return tables.flatMap(([number, column, name]) => {
    const place = `表${number}`;
    const groups = new Map(
      placement(graduates, column).rows().map((row) => [String(row[column]), row]),
    );
    const rows = print.table(number, [name, "毕业去向落实率%", ...outcomes.map(([, o]) => o)]);
    const rates = new Map([...groups].map(([group, row]) => [group, Number(row.落实率)]));
    return [
      ...rows.flatMap((row) => {
        const group = groups.get(row[name] ?? "");
        return [
          ...outcomes.map(([outcome, printed]) =>
            margin(place, `${row[name]}·${outcome}`, row[printed] ?? "", group?.[outcome] ?? 0)
          ),
          margin(place, `${row[name]}·落实率`, row["毕业去向落实率%"] ?? "", `${group?.落实率}`),
        ];
      }),
      margin(place, "项数", rows.length, groups.size),
      order(place, rows.map((row) => row[name] ?? ""), rates),
    ];
  });
}

/** 表5, 9–11 and 15. */
function destinations({ graduates, print, dictionaries }: Records): Margin[] {
  const unplacedLines = new Set(
    dictionaries.destinations.filter((row) => row.去向大类 === "未就业").column("统计类别"),
  );
  const tables = [
    [5, graduates],
    [9, graduates.filter((row) => row.特困家庭 === "是")],
    [10, graduates.filter((row) => row.省级优秀毕业生 === "是")],
    [11, graduates.filter((row) => row.民族 !== "汉族")],
  ] as const;
  const unplaced = graduates.filter((row) => row.去向大类 === "未就业");
  return [
    ...tables.flatMap(([number, frame]) => {
      const printed = print.quota(number, "毕业去向");
      const counted = count(frame, "统计类别");
      const place = `表${number}`;
      // The unplaced stand last whatever their number.
      const ranked = [...printed.keys()].filter((line) => !unplacedLines.has(line));
      return [...headcounts(place, printed, counted), order(place, ranked, counted)];
    }),
    ...headcounts("表15", print.quota(15, "未就业状态"), count(unplaced, "毕业去向")),
  ];
}

/** 表12 and 13. */
function places({ employed, print, dictionaries }: Records): Margin[] {
  const columns = ["经济区域", "省（直辖市、自治区）", "就业人数"] as const;
  const rows = print.table(12, columns);
  const known = new Set(dictionaries.regions.column("省份"));
  const name = (row: typeof rows[number]) =>
    known.has(row["省（直辖市、自治区）"]) ? row["省（直辖市、自治区）"] : "";
  const counted = count(employed, "就业省份");
  const registered = employed.filter((row) => row.就业省份 !== "").size;
  const areas = Map.groupBy(dictionaries.strategyAreas.rows(), (row) => row.战略区域);
  return [
    ...headcounts("表12", new Map(rows.map((row) => [name(row), Number(row.就业人数)])), counted),
    ...[...Map.groupBy(rows, (row) => row.经济区域).values()].map((some) =>
      order("表12", some.map(name), counted)
    ),
    ...print.table(13, ["重大国家战略", "就业人数", "占就业总人数比例%"]).flatMap((row) => {
      const sum = (areas.get(row.重大国家战略) ?? [])
        .reduce((people, { 省份 }) => people + (counted.get(省份) ?? 0), 0);
      return [
        margin("表13", row.重大国家战略, row.就业人数, sum),
        margin(
          "表13",
          `${row.重大国家战略}·比例`,
          row["占就业总人数比例%"],
          `${ratio(sum, registered)}`,
        ),
      ];
    }),
  ];
}

/** 表14: the first universities of those in the country. */
function study({ graduates, universities, print, homeProvince }: Records): Margin[] {
  const counted = count(graduates.filter((row) => row.毕业去向 === "国内升学"), "升学院校");
  const atHome = [...counted].filter(([name]) => universities.get(name) === homeProvince);
  const students = atHome.reduce((sum, [, n]) => sum + n, 0);
  const rows = print.table(14, ["升学高校名称", "毕业生人数", "所占比例%"]);
  const first = [...counted].sort(([, a], [, b]) => b - a).slice(0, rows.length);
  return [
    ...rows.flatMap((row) => {
      const n = counted.get(row.升学高校名称) ?? 0;
      return [
        margin("表14", row.升学高校名称, row.毕业生人数, n),
        margin("表14", `${row.升学高校名称}·比例`, row["所占比例%"], `${ratio(n, students)}`),
      ];
    }),
    order("表14", rows.map((row) => row.升学高校名称), new Map(first)),
    margin(
      "正文",
      "省内升学高校·个数",
      print.fact(`${homeProvince}内升学高校`, "个数"),
      atHome.length,
    ),
  ];
}

/** The numbers that stand in the running text of chapters 1 and 2 only. */
function text({ graduates, employed, print, dictionaries, homeProvince }: Records): Margin[] {
  const fact = (subject: string, measure: string, counted: string | number) =>
    margin("正文", `${subject}·${measure}`, print.fact(subject, measure), counted);
  const of = (column: Column, value: string) => (row: Graduate) => row[column] === value;
  const share = (subject: string, column: Column, value = subject) =>
    fact(
      subject,
      "占就业总人数比例",
      `${ratio(employed.filter(of(column, value)).size, employed.size)}`,
    );
  const ranking = (
    subject: string,
    measure: string,
    frame: Frame<Graduate>,
    column: Column,
    full = (n: string) => n,
  ) => {
    const printed = print.ranked(subject, measure);
    const known = count(frame.filter((row) => row[column] !== ""), column);
    const first = [...known].sort(([, a], [, b]) => b - a).slice(0, printed.length);
    return margin(
      "正文",
      `${subject}·次序`,
      printed.map(full).join("、"),
      first.map(([n]) => n).join("、"),
    );
  };
  const natures = new Set([
    ...dictionaries.employerNatures.column("单位性质类别"),
    ...dictionaries.destinations.column("单位性质类别").filter((name) => name !== ""),
  ]);
  const sexes = [["男生", "男"], ["女生", "女"]] as const;
  const home = of("就业省份", homeProvince);
  const regionOf = new Map(dictionaries.regions.rows().map((row) => [row.省份, row.经济区域]));
  const elsewhere = employed.filter((row) => !home(row) && !!regionOf.get(row.就业省份));
  const outsiders = graduates.filter((row) => row.生源地 !== homeProvince);
  const founders = employed.filter(of("毕业去向", "自主创业"));
  const cities = count(employed.filter(home), "就业城市");
  const city = (name: string) => (cities.has(name) ? name : `${name}市`);
  const homeCities = `${homeProvince}内就业城市`;

  return [
    fact("毕业生", "人数", graduates.size),
    ...sexes.flatMap(([subject, sex]) => {
      const some = graduates.filter(of("性别", sex));
      return [
        fact(subject, "人数", some.size),
        fact(subject, "毕业去向落实率", `${placement(some).only().落实率}`),
      ];
    }),
    ranking(`${homeProvince}生源城市`, "人数", graduates, "生源城市"),
    fact("外省生源毕业生", "人数", outsiders.size),
    fact("外省生源地", "个数", count(outsiders, "生源地").size),
    fact("出省就业毕业生", "人数", elsewhere.size),
    ranking(homeCities, "流向", employed.filter(home), "就业城市", city),
    ...print.ranked(homeCities, "流向").map((name) => share(name, "就业城市", city(name))),
    ...[...natures].map((nature) => share(nature, "单位性质类别")),
    ranking("就业行业", "流向", employed, "单位行业"),
    ...print.ranked("就业行业", "流向").map((name) => share(name, "单位行业")),
    fact("自主创业毕业生", "省内创业人数", founders.filter(home).size),
    fact("自主创业毕业生", "省外创业人数", founders.filter((row) => !home(row)).size),
    ranking("创业行业", "流向", founders, "单位行业"),
    ...print.ranked("创业行业", "流向").map((name) =>
      fact(name, "创业人数", founders.filter(of("单位行业", name)).size)
    ),
    ...["国内升学", "出国（境）深造"].map((leaf) =>
      fact("升学毕业生", `${leaf}人数`, graduates.filter(of("毕业去向", leaf)).size)
    ),
  ];
}
