/** An edition small enough to be added up by eye, for tests that need whole files. */
const DEFAULTS = {
  学号: "示例001",
  性别: "女",
  民族: "汉族",
  学历: "专科",
  院系: "护理系",
  专业大类: "医药卫生大类",
  专业: "护理",
  生源地: "山东省",
  生源城市: "聊城市",
  特困家庭: "否",
  省级优秀毕业生: "否",
  毕业去向: "待就业",
  单位性质: "",
  单位行业: "",
  就业省份: "",
  就业城市: "",
  升学院校: "",
};

type Columns = Partial<Record<keyof typeof DEFAULTS, string>>;

/** The header of `graduates.csv`. */
export const GRADUATES_HEADER = Object.keys(DEFAULTS).join(",");

/**
 * The text of `graduates.csv`: one line a graduate, numbered from 示例001, each a woman nurse of
 * 聊城 without a place except for what is said otherwise.
 */
export function graduatesCsv(...graduates: readonly Columns[]): string {
  const rows = graduates.map((graduate, i) => {
    const 学号 = `示例${String(i + 1).padStart(3, "0")}`;
    return Object.values({ ...DEFAULTS, 学号, ...graduate }).join(",");
  });
  return [GRADUATES_HEADER, ...rows, ""].join("\n");
}

/** The text of `edition.json`, with only what it must have except for what is said otherwise. */
export function editionJson(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    year: 2031,
    school: "示例学院",
    asOf: "2031-08-31",
    homeProvince: "山东省",
    ...more,
  });
}
