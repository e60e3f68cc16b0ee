/**
 * A made-up university in a municipality, complete: three degrees, the three-digit destinations of
 * 2024 as its own list, districts for cities, codes where names might stand, and every new column.
 */
import { csv, type MadeUp, type Record } from "./files.ts";
import { type Picker, picker } from "./pick.ts";

const YEAR = 2024;
const HOME = "重庆市";

/** How many graduates of each degree, as the national system and the school itself write it. */
const DEGREES = [["博士研究生", 300], ["硕士研究生", 2700], ["本科生毕业", 9000]] as const;

/** Department, field, major, its code for a bachelor and for a postgraduate (empty: not taught). */
const MAJORS = [
  ["计算机学院", "工学", "计算机科学与技术", "080901", "081200"],
  ["计算机学院", "工学", "软件工程", "080902", "083500"],
  ["计算机学院", "工学", "网络空间安全", "080911K", "083900"],
  ["人工智能学院", "工学", "人工智能", "080717T", ""],
  ["自动化学院", "工学", "自动化", "080801", ""],
  ["自动化学院", "工学", "控制科学与工程", "", "081100"],
  ["机械工程学院", "工学", "机械工程", "080201", "080200"],
  ["土木工程学院", "工学", "土木工程", "081001", "081400"],
  ["化学化工学院", "理学", "化学", "070301", "070300"],
  ["化学化工学院", "工学", "化学工程与工艺", "081301", ""],
  ["数学与统计学院", "理学", "数学与应用数学", "070101", ""],
  ["数学与统计学院", "理学", "统计学", "071201", "071400"],
  ["生命科学学院", "理学", "生物科学", "071001", ""],
  ["经济学院", "经济学", "金融学", "020301K", ""],
  ["经济学院", "经济学", "应用经济学", "", "020200"],
  ["管理学院", "管理学", "会计学", "120203K", ""],
  ["管理学院", "管理学", "工商管理", "120201K", "125100"],
  ["法学院", "法学", "法学", "030101K", "030100"],
  ["文学院", "文学", "汉语言文学", "050101", ""],
  ["文学院", "文学", "中国语言文学", "", "050100"],
  ["外国语学院", "文学", "英语", "050201", "050201"],
  ["外国语学院", "文学", "日语", "050207", ""],
  ["教育学院", "教育学", "学前教育", "040106", ""],
  ["教育学院", "教育学", "教育学", "", "040100"],
  ["体育学院", "教育学", "体育教育", "040201", "040300"],
  ["音乐学院", "艺术学", "音乐学", "130202", ""],
  ["音乐学院", "艺术学", "音乐学", "130202H", ""],
  ["设计学院", "艺术学", "视觉传达设计", "130502", ""],
  ["护理学院", "医学", "护理学", "101101", "101100"],
] as const;

/**
 * The destinations of the year: name, code, line, outcome, role, employer group; the last a weight.
 * Some codes are invented: no public file shows them all.
 */
const DESTINATIONS = [
  ["签就业协议形式就业", "100", "签就业协议形式就业", "就业", "签约就业", "", 300],
  ["签劳动合同形式就业", "110", "签劳动合同形式就业", "就业", "签约就业", "", 180],
  ["其他录用形式就业", "120", "其他录用形式就业", "就业", "其他形式就业", "", 60],
  ["科研助理、管理助理", "271", "科研助理", "就业", "科研助理", "", 12],
  ["应征义务兵", "460", "应征义务兵", "就业", "应征入伍", "其他", 12],
  ["三支一扶", "502", "基层项目", "就业", "国家基层", "其他", 10],
  ["西部计划", "503", "基层项目", "就业", "国家基层", "其他", 25],
  ["地方选调生", "512", "基层项目", "就业", "地方基层", "其他", 15],
  ["其他地方基层项目", "519", "基层项目", "就业", "地方基层", "其他", 4],
  ["自主创业", "750", "自主创业", "就业", "自主创业", "", 15],
  ["自由职业", "760", "自由职业", "就业", "自由职业", "自由职业", 30],
  ["研究生", "801", "升学", "升学", "国内升学", "", 190],
  ["第二学士学位", "802", "升学", "升学", "第二学位", "", 3],
  ["出国、出境", "850", "升学", "升学", "出国深造", "", 30],
  ["求职中", "", "未就业", "未就业", "求职", "", 60],
  ["签约中", "", "未就业", "未就业", "求职", "", 5],
  ["拟参加公招考试", "", "未就业", "未就业", "求职", "", 15],
  ["不就业拟升学", "", "未就业", "未就业", "拟升学", "", 25],
  ["暂不就业", "", "未就业", "未就业", "暂不就业", "", 9],
] as const;
type Destination = typeof DESTINATIONS[number];

const DISTRICTS = [
  "万州区",
  "涪陵区",
  "渝中区",
  "沙坪坝区",
  "北碚区",
  "合川区",
  "云阳县",
  "",
  "奉节县",
];
const ORIGINS = [
  [HOME, 560],
  ["四川省", 120],
  ["贵州省", 50],
  ["河南省", 40],
  ["湖北省", 40],
  ["山东省", 30],
  ["广西壮族自治区", 20],
  ["新疆维吾尔自治区", 12],
  ["北京市", 6],
  ["香港特别行政区", 3],
  ["台湾省", 1],
  ["境外", 5],
] as const;
const WORKPLACES = [
  [HOME, 480],
  ["四川省", 150],
  ["广东省", 120],
  ["上海市", 50],
  ["北京市", 40],
  ["浙江省", 40],
  ["贵州省", 25],
  ["西藏自治区", 8],
  ["澳门特别行政区", 2],
  ["境外", 3],
  ["", 20],
] as const;
const PEOPLES = [
  ["汉族", 900],
  ["土家族", 40],
  ["苗族", 25],
  ["藏族", 8],
  ["维吾尔族", 8],
  ["其他", 3],
  ["外国血统中国籍人士", 1],
] as const;
const NATURES = [
  ["国有企业", 200],
  ["其他企业", 420],
  ["三资企业", 60],
  ["机关", 50],
  ["中初教育单位", 90],
  ["高等教育单位", 30],
  ["医疗卫生单位", 50],
  ["其他事业单位", 40],
  ["城镇社区", 10],
  ["", 25],
] as const;
const INDUSTRIES = [
  ["制造业", 200],
  ["信息传输、软件和信息技术服务业", 210],
  ["教育", 160],
  ["卫生和社会工作", 70],
  ["建筑业", 90],
  ["金融业", 60],
  ["公共管理、社会保障和社会组织", 70],
  ["批发和零售业", 50],
  ["科学研究和技术服务业", 50],
  ["", 40],
] as const;
const UNIVERSITIES = [
  ["重庆大学", HOME],
  ["西南大学", HOME],
  ["重庆邮电大学", HOME],
  ["四川大学", "四川省"],
  ["电子科技大学", "四川省"],
  ["浙江大学", "浙江省"],
  ["中国石油大学(华东)", "山东省"],
  ["重庆工商大学", HOME],
  ["西南石油大学", "四川省"],
  ["聊城大学", "山东省"],
] as const;
const EMPLOYERS = Array.from(
  { length: 400 },
  (_, i) => `示例单位${String(i + 1).padStart(3, "0")}`,
);
const HARDSHIPS = [["非困难生", 780], ["家庭困难", 120], ["就业困难", 40], ["特别困难", 30], [
  "",
  30,
]] as const;
const POSITIONS = [["工程技术人员", 40], ["教学人员", 20], ["办事人员和有关人员", 25], [
  "",
  15,
]] as const;

const COLUMNS = [
  "学号",
  "性别",
  "民族",
  "学历",
  "院系",
  "学科门类",
  "专业",
  "专业代码",
  "生源地",
  "生源城市",
  "困难类别",
  "荣誉",
  "师范生",
  "残疾",
  "毕业去向",
  "单位名称",
  "单位性质",
  "单位行业",
  "职位类别",
  "就业省份",
  "就业城市",
  "月收入",
  "升学院校",
] as const;

/** Makes the university; the same seed makes the same files. */
export function university(seed = 2024): MadeUp {
  const pick = picker(seed);
  const degrees = DEGREES.flatMap(([degree, count]) => Array<string>(count).fill(degree));
  const records = degrees.map((degree, i) => graduate(pick, degree, i));
  return {
    year: YEAR,
    home: HOME,
    files: {
      [`${YEAR}/edition.json`]: JSON.stringify({
        year: YEAR,
        school: "示例大学",
        asOf: `${YEAR}-08-31`,
        homeProvince: HOME,
        words: { 院系: "学院", 专业大类: "学科门类", 城市: "区县" },
      }),
      [`${YEAR}/graduates.csv`]: csv(COLUMNS, records),
      [`${YEAR}/universities.csv`]: csv(
        ["升学院校", "省份"],
        UNIVERSITIES.map(([升学院校, 省份]) => ({ 升学院校, 省份 })),
      ),
      [`${YEAR}/history.csv`]: "届,毕业生人数,毕业去向落实率,升学率\n" +
        `${YEAR - 2},11480,88.12,21.30\n${YEAR - 1},11763,87.45,22.04\n`,
      [`${YEAR}/dictionaries/destinations.csv`]: csv(
        ["毕业去向", "三位代码", "统计类别", "去向大类", "角色", "单位性质类别"],
        DESTINATIONS.map(([毕业去向, 三位代码, 统计类别, 去向大类, 角色, 单位性质类别]) => ({
          毕业去向,
          三位代码,
          统计类别,
          去向大类,
          角色,
          单位性质类别,
        })),
      ),
    },
  };
}

function graduate(pick: Picker, degree: string, i: number): Record {
  const isBachelor = degree.startsWith("本科");
  const taught = MAJORS.filter((major) => (isBachelor ? major[3] : major[4]) !== "");
  const [院系, 学科门类, 专业, bachelor, postgraduate] = pick.skewed(taught);
  const 生源地 = pick.of(ORIGINS);
  const destination = pick.of(
    DESTINATIONS.filter(([name]) => isBachelor || name !== "第二学士学位")
      .map((one) => [one, isBachelor || one[3] !== "升学" ? one[6] : one[6] / 4] as const),
  );
  const isTeacher = ["汉语言文学", "学前教育", "体育教育", "数学与应用数学"].includes(专业);
  return {
    学号: `S${YEAR}${String(i + 1).padStart(5, "0")}`,
    性别: pick.chance(学科门类 === "工学" ? 0.3 : 0.6) ? "女" : "男",
    民族: pick.of(PEOPLES),
    学历: degree,
    院系,
    学科门类,
    专业,
    专业代码: isBachelor ? bachelor : postgraduate,
    生源地,
    生源城市: 生源地 === HOME ? pick.skewed(DISTRICTS) : "",
    困难类别: pick.of(HARDSHIPS),
    荣誉: pick.chance(0.03) ? "省级优秀毕业生" : "",
    师范生: isBachelor && isTeacher ? (pick.chance(0.2) ? "公费师范生" : "普通师范生") : "非师范生",
    残疾: pick.chance(0.004) ? "是" : "否",
    // The schools' systems write a name or its code.
    毕业去向: destination[1] !== "" && pick.chance(0.1) ? destination[1] : destination[0],
    ...job(pick, destination, isBachelor),
  };
}

function job(pick: Picker, [name, , , outcome]: Destination, isBachelor: boolean): Record {
  if (outcome === "升学") return { 升学院校: pick.skewed(UNIVERSITIES)[0] };
  if (outcome === "未就业") return {};
  if (name === "应征义务兵") return { 单位性质: "部队", 单位行业: "军队" };
  const 就业省份 = pick.of(WORKPLACES);
  const 月收入 = pick.chance(0.7) ? String((isBachelor ? 3800 : 6000) + pick.below(4500)) : "";
  const place = {
    就业省份,
    就业城市: 就业省份 === HOME ? pick.skewed(DISTRICTS) : "",
    单位行业: pick.of(INDUSTRIES),
    月收入,
  };
  if (name === "自由职业") return place;
  if (name === "自主创业") return { ...place, 单位性质: "其他" };
  return {
    ...place,
    单位名称: pick.chance(0.95) ? pick.skewed(EMPLOYERS) : "",
    单位性质: pick.of(NATURES),
    职位类别: pick.of(POSITIONS),
  };
}
