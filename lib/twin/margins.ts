/** What print says of the graduates, as exact headcounts. */
import type { Dictionaries } from "../edition/dictionaries.ts";
import type { Edition } from "../edition/settings.ts";
import { ratio } from "../measures/ratio.ts";
import type { DraftColumn } from "./draft.ts";
import { runs } from "./order.ts";
import { openPrint, type Print } from "./print.ts";
import { basesFor, countFor, type Quota, total } from "./quota.ts";

/** A major with its joint headcounts. */
export interface MajorMargin {
  readonly 专业: string;
  readonly 就业: number;
  readonly 升学: number;
  readonly 未就业: number;
}

/** Every headcount of chapters 1 to 3 that the records must reproduce. */
export interface Margins {
  /** In the order of 表2. */
  readonly majors: readonly MajorMargin[];
  /** Names with equal values in a table, in printed order. */
  readonly ties: readonly {
    readonly column: "专业" | "专业大类" | "院系";
    readonly names: string[];
  }[];
  readonly women: { readonly all: number; readonly placed: number };
  /** 统计类别 of all graduates. */
  readonly lines: Quota;
  readonly groups: readonly { readonly column: DraftColumn; readonly lines: Quota }[];
  readonly study: Quota;
  readonly unplaced: Quota;
  /** Graduates from outside the home province. */
  readonly origins: Quota;
  /** Work places by province; the empty province holds those not registered. */
  readonly provinces: Quota;
  /** The cities of work in the home province that print names. */
  readonly cities: Quota;
  /** 单位性质类别 of the employed. */
  readonly natures: Quota;
  /** The industries of the employed that print names. */
  readonly industries: Quota;
  readonly founders: {
    readonly home: number;
    readonly elsewhere: number;
    readonly industries: Quota;
  };
  /** The named universities, the number of those in the home province, and their students. */
  readonly universities: {
    readonly named: Quota;
    readonly atHome: number;
    readonly students: number;
  };
}

/** The line that entrepreneurs stand under in 表5. */
export const FOUNDERS = "自主创业";

/** The special groups of graduates: the table that lists their destinations, and their column. */
export const GROUPS = [[9, "特困家庭"], [10, "省级优秀毕业生"], [11, "民族"]] as const;

/** The leaf destinations of further study. */
const STUDY = ["国内升学", "出国（境）深造"] as const;

/**
 * Reads the margins out of the published tables and statements. Headcounts of which only a
 * percentage is printed are worked out from it and its base.
 *
 * @throws {DataError} if something that is needed is not there
 */
export function readMargins(
  folder: string,
  edition: Pick<Edition, "homeProvince">,
  { regions, destinations, employerNatures }: Dictionaries,
): Margins {
  const print = openPrint(folder);
  const lines = print.quota(5, "毕业去向");
  const majors = readMajors(print);
  const employed = majors.reduce((sum, major) => sum + major.就业, 0);
  const share = (name: string) =>
    [name, countOf(print.fact(name, "占就业总人数比例"), employed, name)] as const;

  const home = regions.filter((row) => row.省份 === edition.homeProvince).only();
  const known = new Set(regions.column("省份"));
  const women = print.count("女生", "人数");
  const natures = new Set([
    ...employerNatures.column("单位性质类别"),
    ...destinations.column("单位性质类别"),
  ].filter((name) => name !== ""));

  return {
    majors,
    ties: readTies(print),
    women: { all: women, placed: countOf(print.fact("女生", "毕业去向落实率"), women, "女生") },
    lines,
    groups: GROUPS.map(([number, column]) => ({ column, lines: print.quota(number, "毕业去向") })),
    study: new Map(STUDY.map((name) => [name, print.count("升学毕业生", `${name}人数`)])),
    unplaced: print.quota(15, "未就业状态"),
    origins: print.quota(4, "生源地", "生源人数"),
    provinces: new Map(
      [...print.quota(12, "省（直辖市、自治区）", "就业人数")]
        .map(([name, count]) => [known.has(name) ? name : "", count]),
    ),
    cities: new Map(print.ranked(`${home.省份}内就业城市`, "流向").map(share)),
    natures: new Map([...natures].map(share)),
    industries: new Map(print.ranked("就业行业", "流向").map(share)),
    founders: {
      home: print.count("自主创业毕业生", "省内创业人数"),
      elsewhere: print.count("自主创业毕业生", "省外创业人数"),
      industries: new Map(
        print.ranked("创业行业", "流向").map((name) => [name, print.count(name, "创业人数")]),
      ),
    },
    universities: readUniversities(print, home.省份),
  };
}

/** The headcount behind a percentage in the text. */
function countOf(percent: string, base: number, what: string): number {
  const count = countFor(percent, base);
  if (count === null) {
    throw new RangeError(`“${what}”的 ${percent}% 不是 ${base} 人中任何整数人的占比`);
  }
  return count;
}

const PLACEMENT = [
  "生源人数",
  "毕业去向落实人数·就业",
  "毕业去向落实人数·升学",
  "未就业人数",
] as const;

function readMajors(print: Print): MajorMargin[] {
  const [, 就业, 升学, 未就业] = PLACEMENT.map((column) => print.quota(7, "专业名称", column));
  return [...print.quota(2, "专业名称", "本校生源人数").keys()].map((专业) => ({
    专业,
    就业: 就业?.get(专业) ?? 0,
    升学: 升学?.get(专业) ?? 0,
    未就业: 未就业?.get(专业) ?? 0,
  }));
}

/** Ties by headcount in 表1–3 and by exact placement rate in 表6–8. */
function readTies(print: Print): Margins["ties"] {
  const columns = [
    ["专业大类", "专业大类", 1, "生源人数", 6],
    ["专业", "专业名称", 2, "本校生源人数", 7],
    ["院系", "院（系）名称", 3, "生源人数", 8],
  ] as const;
  return columns.flatMap(([column, name, sizes, size, rates]) =>
    [
      ...runs(print.table(sizes, [name, size]), (row) => row[size] ?? ""),
      ...runs(
        print.table(rates, [name, ...PLACEMENT]),
        (row) => Number(ratio(Number(row["未就业人数"]), Number(row["生源人数"]))),
      ),
    ].map((run) => ({ column, names: run.map((row) => row[name] ?? "") }))
  );
}

/**
 * The students at universities of the home province are not printed; they are the largest base, up
 * to all who study in the country, over which every percentage of 表14 comes out.
 */
function readUniversities(print: Print, home: string): Margins["universities"] {
  const named = print.quota(14, "升学高校名称");
  const inCountry = print.count("升学毕业生", "国内升学人数");
  const ranges = print.table(14, ["毕业生人数", "所占比例%"]).map((row) =>
    basesFor(Number(row.毕业生人数), row["所占比例%"])
  );
  const students = Math.min(inCountry, ...ranges.map(({ most }) => most));
  if (students < Math.max(total(named), ...ranges.map(({ least }) => least))) {
    throw new RangeError("表14 的各个比例没有共同的基数");
  }
  return { named, atHome: print.count(`${home}内升学高校`, "个数"), students };
}
