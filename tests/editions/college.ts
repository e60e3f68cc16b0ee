/**
 * A made-up college of 37 graduates: one degree, written as the provincial system writes it, the
 * shared two-digit destinations, few columns, and numbers so small that ties are everywhere.
 */
import { csv, type MadeUp } from "./files.ts";
import { picker } from "./pick.ts";

const YEAR = 2025;
const HOME = "河南省";

const MAJORS = [
  ["畜牧系", "农林牧渔大类", "畜牧兽医"],
  ["畜牧系", "农林牧渔大类", "宠物养护与驯导"],
  ["商贸系", "财经商贸大类", "大数据与会计"],
  ["旅游系", "旅游大类", "酒店管理与数字化运营"],
] as const;
const DESTINATIONS = [
  ["签劳动合同形式就业", 10],
  ["自主创业", 4],
  ["升学", 6],
  ["待就业", 8],
  ["其他暂不就业", 1],
] as const;
const COLUMNS = [
  "学号",
  "性别",
  "学历",
  "院系",
  "专业大类",
  "专业",
  "生源地",
  "毕业去向",
  "单位行业",
  "就业省份",
] as const;

/** Makes the college; the same seed makes the same files. */
export function college(seed = 37): MadeUp {
  const pick = picker(seed);
  const records = Array.from({ length: 37 }, (_, i) => {
    const [院系, 专业大类, 专业] = pick.skewed(MAJORS);
    const 毕业去向 = pick.of(DESTINATIONS);
    const works = 毕业去向 === "签劳动合同形式就业" || 毕业去向 === "自主创业";
    return {
      学号: `J${String(i + 1).padStart(3, "0")}`,
      性别: pick.chance(0.5) ? "女" : "男",
      学历: "高职（专科）",
      院系,
      专业大类,
      专业,
      生源地: pick.of([[HOME, 30], ["山西省", 2], ["河北省", 2], ["澳门特别行政区", 1]]),
      毕业去向,
      单位行业: works ? pick.of([["农、林、牧、渔业", 3], ["批发和零售业", 3], ["", 2]]) : "",
      就业省份: works ? pick.of([[HOME, 4], ["浙江省", 1], ["", 2]]) : "",
    };
  });
  return {
    year: YEAR,
    home: HOME,
    files: {
      [`${YEAR}/edition.json`]: JSON.stringify({
        year: YEAR,
        school: "示例职业学院",
        asOf: `${YEAR}-08-31`,
        homeProvince: HOME,
      }),
      [`${YEAR}/graduates.csv`]: csv(COLUMNS, records),
    },
  };
}
