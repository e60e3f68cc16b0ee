/** The same numbers as a recount, by the house's measures. */
import { degreesOf, placementByDegree } from "lib/measures/degrees.ts";
import {
  destinationLeaves,
  destinationLines,
  unplacedStates,
  withRole,
} from "lib/measures/destinations.ts";
import { distribution } from "lib/measures/distribution.ts";
import { byEmployer } from "lib/measures/employers.ts";
import { placementForms, ruleOf } from "lib/measures/forms.ts";
import { majorsApart } from "lib/measures/majors.ts";
import { membersOf } from "lib/measures/members.ts";
import { pay, payBy } from "lib/measures/pay.ts";
import { placement } from "lib/measures/placement.ts";
import { topAndRest } from "lib/measures/ranking.ts";
import { Ratio, ratio } from "lib/measures/ratio.ts";
import { whereabouts, whereaboutsOf } from "lib/measures/whereabouts.ts";
import { isDomesticStudy } from "lib/edition/roles.ts";
import type { Report } from "lib/report.ts";
import type { Frame } from "lib/table/frame.ts";
import type { Cell, Recount } from "./recount.ts";

/** Measures an edition; keys as in {@link Recount}. */
export function measured({ edition, graduates, dictionaries, has }: Report): Recount {
  const { degrees, destinations, regions, specialGroups } = dictionaries;
  const where = whereaboutsOf(regions, edition.homeProvince);
  const total = graduates.size;
  const employed = graduates.filter((one) => one.去向大类 === "就业");
  const studying = graduates.filter((one) => one.去向大类 === "升学");
  const majors = majorsApart(graduates);
  const states = unplacedStates(graduates, destinations);
  const inState = (kind: string) =>
    states.filter((one) => one.类别 === kind).column("毕业生人数").reduce((a, b) => a + b, 0);
  const all = placement(graduates).only();

  const statements: { [key: string]: Cell } = {
    "毕业生·人数": total,
    "毕业生·就业人数": all.就业,
    "毕业生·升学人数": all.升学,
    "毕业生·落实毕业去向人数": all.落实,
    "毕业生·毕业去向落实率": all.落实率.percent(),
    "国内升学毕业生·人数": graduates.filter((one) => isDomesticStudy(one.去向角色)).size,
    "待就业毕业生·人数": inState("待就业"),
    "暂不就业毕业生·人数": inState("暂不就业"),
  };
  const special = (name: string, members: typeof graduates) => {
    const { 生源人数, 落实率 } = placement(members).only();
    statements[`${name}·人数`] = 生源人数;
    statements[`${name}·毕业去向落实率`] = 落实率.percent();
  };
  if (has("民族")) special("少数民族毕业生", graduates.filter((one) => one.少数民族 === "是"));
  if (has("困难类别")) special("困难毕业生", membersOf(graduates, "困难类别", specialGroups));
  if (has("师范生")) special("师范生", membersOf(graduates, "师范生", specialGroups));

  const counted = ["人数", "比例%"] as const;
  const short = ["生源人数", "就业", "升学", "未就业", "落实率"] as const;
  const placed = (column: "性别" | "院系" | "专业大类" | "学科门类") =>
    table(placement(graduates, column).select(column, ...short));
  const tables: Recount["tables"] = {
    院系分布: table(distribution(graduates, "院系", counted)),
    专业分布: table(distribution(majors, "专业名称", counted)),
    生源地结构: table(whereabouts(graduates, "生源地", where)),
    外省生源分布: table(
      distribution(
        graduates.filter((one) => where(one.生源地) === "省外"),
        "生源地",
        counted,
        total,
      ),
    ),
    毕业去向: table(destinationLines(graduates)),
    分性别落实率: placed("性别"),
    院系落实情况: placed("院系"),
    专业落实情况: table(placement(majors, "专业名称").select("专业名称", ...short)),
    未就业情况: table(states.select("毕业去向", "毕业生人数", "所占比例%")),
    深造类型: table(destinationLeaves(studying, destinations)),
    基层项目就业: table(
      destinationLeaves(withRole(graduates, "国家基层", "地方基层"), destinations),
    ),
    落实形式: Object.fromEntries(
      placementForms(graduates, ruleOf(edition.year)).map((one) => [
        one.落实形式,
        [one.毕业生人数, shown(one["占毕业生总人数比例%"])],
      ]),
    ),
  };
  if (degreesOf(graduates, degrees).length > 1) {
    tables["学历落实情况"] = table(placementByDegree(graduates, degrees).select("学历", ...short));
    tables["学历院系落实情况"] = table(
      placementByDegree(graduates, degrees, "院系")
        .derive({ 组: (one) => `${one.学历}·${one.院系}` })
        .select("组", ...short),
    );
  }
  for (const column of (["专业大类", "学科门类"] as const).filter(has)) {
    tables[`${column}分布`] = table(distribution(graduates, column, counted));
    tables[`${column}落实情况`] = placed(column);
  }
  if (has("单位性质")) {
    const known = employed.derive({ 组: (one) => one.单位性质类别 || "未登记" });
    tables["单位性质流向"] = table(distribution(known, "组", counted));
  }
  if (has("单位行业")) {
    const rows = topAndRest(distribution(employed, "单位行业", counted), Infinity, {
      label: "单位行业",
      count: "人数",
      rest: "其他行业",
      unknown: "未登记行业",
    });
    tables["行业流向"] = table(
      rows.derive({ "比例%": (one) => ratio(one.人数, employed.size) }),
    );
  }
  if (has("就业省份")) {
    tables["就业地区"] = table(whereabouts(employed, "就业省份", where));
    tables["创业地区"] = table(whereabouts(withRole(graduates, "自主创业"), "就业省份", where));
  }
  if (has("单位名称")) tables["主要就业单位"] = table(byEmployer(employed));
  if (has("月收入")) {
    const overall = pay(graduates);
    tables["月收入"] = overall === null ? {} : { 全体: Object.values(overall) };
    tables["学历月收入"] = table(payBy(graduates, "学历").rows);
  }
  return { statements, tables };
}

function shown(value: unknown): Cell {
  return value instanceof Ratio ? value.percent() : value as Cell;
}

/** Rows by their first column; a name that stands twice would hide a row. */
function table<R extends object>(frame: Frame<R>): { [row: string]: Cell[] } {
  const rows = frame.rows().map((row) => Object.values(row).map(shown));
  const names = rows.map(([name]) => String(name));
  if (new Set(names).size < names.length) throw new Error(`A row stands twice: ${names}`);
  return Object.fromEntries(rows.map(([name, ...cells]) => [String(name), cells]));
}
