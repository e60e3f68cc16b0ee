/** Faults planted at random into good registers: all are found, once by cause, and nothing else is. */
import { assertEquals } from "@std/assert";
import { seeded } from "lib/twin/random.ts";
import { desk, register, told } from "./taken.ts";

interface Fault {
  /** What an intake says, without the row. */
  readonly says: string;
  readonly change: Readonly<Record<string, string>>;
}

const NONE = { 单位名称: "", 单位性质: "", 单位行业: "", 单位所在地: "" };

/** Every kind of fault that one row can have. */
const FAULTS: readonly Fault[] = [
  { says: "取值不在代码表 毕业去向 灵活就业", change: { 毕业去向: "灵活就业" } },
  { says: "取值不在代码表 毕业去向 99", change: { 毕业去向: "99" } },
  { says: "取值不在代码表 性别 未知", change: { 性别: "未知" } },
  { says: "取值不在代码表 学历 中专", change: { 学历: "中专" } },
  { says: "取值不在代码表 生源地 某地", change: { 生源地: "某地" } },
  { says: "地名只认出省份 就业地 山东省某某镇", change: { 单位所在地: "山东省某某镇" } },
  { says: "选填列的取值 单位性质 乡镇单位", change: { 单位性质: "乡镇单位" } },
  { says: "选填列的取值 单位行业 养殖", change: { 单位行业: "养殖" } },
  { says: "必填的空格 性别", change: { 性别: "" } },
  { says: "必填的空格 院系", change: { 院系: "" } },
  { says: "必填的空格 毕业去向", change: { 毕业去向: "" } },
  { says: "编号被 Excel 改坏 学号", change: { 学号: "2.02E+9" } },
  { says: "自相矛盾的行 毕业去向 待就业", change: { 毕业去向: "待就业" } },
  { says: "自相矛盾的行 毕业去向 国内升学", change: { 毕业去向: "国内升学", ...NONE } },
  {
    says: "自相矛盾的行 毕业去向 应征义务兵",
    change: { 毕业去向: "应征义务兵", 单位性质: "国有企业", 单位行业: "制造业" },
  },
  { says: "日期 毕业时间 20250231", change: { 毕业时间: "20250231" } },
  { says: "公式出错 单位行业 #N/A", change: { 单位行业: "#N/A" } },
  { says: "个人信息 单位名称", change: { 单位名称: "某店13800001111" } },
];

/** Good rows of several kinds, so that a check that is too eager is found out. */
const GOOD: readonly Readonly<Record<string, string>>[] = [
  {},
  { 毕业去向: "待就业", ...NONE },
  { 毕业去向: "国内升学", ...NONE, 升学院校: "某大学" },
  { 毕业去向: "应征义务兵", 单位名称: "", 单位性质: "部队", 单位行业: "军队", 单位所在地: "" },
  { 毕业去向: "10", 性别: "男生", 生源地: "云南昆明", 单位性质: "国企" },
];

for (const seed of [1, 2, 3, 4, 5, 6]) {
  Deno.test(`planted faults are found, and nothing else (seed ${seed})`, async () => {
    const dice = seeded(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(dice() * all.length)] as T;
    const expected = new Map<string, number[]>();
    const rows = Array.from({ length: 60 }, (_, i) => {
      const base = { 毕业时间: "202507", 升学院校: "", 单位名称: `某医院${i}` };
      if (dice() > 0.2) return { ...base, ...pick(GOOD) };
      const { says, change } = pick(FAULTS);
      expected.set(says, [...expected.get(says) ?? [], i + 2]);
      return { ...base, ...change };
    });
    await using own = desk({ "登记表.csv": register(...rows) });
    const outcome = await own.take(["登记表.csv"]);
    assertEquals(
      told(outcome.findings),
      [...expected].map(([says, rows]) => `${says} ${rows.join(",")}`).toSorted(),
    );
  });
}
