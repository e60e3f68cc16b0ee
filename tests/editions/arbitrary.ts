/** Random editions of one to sixty graduates, with columns missing at random. */
import fc from "fast-check";
import { csv, type MadeUp, type Record } from "./files.ts";

const YEAR = 2031;
const PROVINCES = ["山东省", "重庆市", "北京市", "西藏自治区", "香港特别行政区", "台湾省", "境外"];

const REQUIRED = {
  性别: ["男", "女"],
  学历: ["专科", "本科生毕业", "硕士研究生", "博士研究生"],
  院系: ["护理系", "商学院", "艺术系"],
  专业: ["护理", "会计", "音乐学"],
  生源地: PROVINCES,
  毕业去向: [
    "签就业协议形式就业",
    "11",
    "其他录用形式就业",
    "应征义务兵",
    "三支一扶",
    "选调生",
    "自主创业",
    "自由职业",
    "国内升学",
    "802",
    "出国（境）深造",
    "待就业",
    "签约中",
    "不就业拟升学",
    "其他暂不就业",
  ],
} as const;

/** The columns that an edition may lack, and what may stand in them. */
const OPTIONAL: { readonly [column: string]: readonly string[] } = {
  民族: ["汉族", "汉族", "回族", "其他"],
  专业大类: ["医药卫生大类", "财经商贸大类"],
  学科门类: ["医学", "管理学"],
  专业代码: ["", "520201", "530302"],
  生源城市: ["", "甲市", "乙市"],
  特困家庭: ["是", "否"],
  困难类别: ["", "非困难生", "家庭困难"],
  省级优秀毕业生: ["是", "否"],
  荣誉: ["", "校级优秀毕业生"],
  师范生: ["", "公费师范生", "非师范生"],
  残疾: ["", "是", "否"],
  单位名称: ["", "甲公司", "乙医院"],
  单位性质: ["", "国有企业", "机关", "城镇社区"],
  单位行业: ["", "教育", "金融业", "制造业"],
  职位类别: ["", "教学人员"],
  就业省份: ["", ...PROVINCES],
  就业城市: ["", "甲市", "乙市"],
  月收入: ["", "3000", "4500.5", "9000"],
  升学院校: ["", "山东大学", "聊城大学"],
};

/**
 * A random edition. Values come from short lists, so that ties, empty groups and groups of one are
 * common; cells of a job or of a university stand only beside a destination that has one.
 */
export const anyEdition: fc.Arbitrary<MadeUp> = fc
  .subarray(Object.keys(OPTIONAL))
  .chain((columns) =>
    fc.record({
      home: fc.constantFrom("山东省", "重庆市"),
      records: fc.array(recordOf(columns), { minLength: 1, maxLength: 60 }),
      columns: fc.constant(columns),
    })
  )
  .map(({ home, records, columns }) => ({
    year: YEAR,
    home,
    files: {
      [`${YEAR}/edition.json`]: JSON.stringify({
        year: YEAR,
        school: "示例学校",
        asOf: `${YEAR}-08-31`,
        homeProvince: home,
      }),
      [`${YEAR}/graduates.csv`]: csv(
        ["学号", ...Object.keys(REQUIRED), ...columns],
        records.map((one, i) => ({ 学号: `R${i + 1}`, ...plausible(one) })),
      ),
    },
  }));

function recordOf(columns: readonly string[]): fc.Arbitrary<Record> {
  const all = { ...REQUIRED, ...OPTIONAL };
  return fc.record(Object.fromEntries(
    [...Object.keys(REQUIRED), ...columns]
      .map((column) => [column, fc.constantFrom(...(all[column as keyof typeof all] ?? [""]))]),
  ));
}

const STUDY = ["国内升学", "802", "出国（境）深造"];
const WITHOUT = ["待就业", "签约中", "不就业拟升学", "其他暂不就业"];
const JOB = ["单位名称", "单位性质", "单位行业", "职位类别", "就业省份", "就业城市", "月收入"];

/** A record without the cells that its destination leaves no room for. */
function plausible(one: Record): Record {
  const destination = one["毕业去向"] ?? "";
  const studies = STUDY.includes(destination);
  const works = !studies && !WITHOUT.includes(destination);
  const empty = [
    ...(works ? [] : JOB),
    ...(studies ? [] : ["升学院校"]),
    ...(destination === "应征义务兵" ? ["单位性质", "单位行业"] : []),
    ...(one["就业省份"] === "" ? ["就业城市"] : []),
  ];
  return { ...one, ...Object.fromEntries(empty.map((column) => [column, ""])) };
}
