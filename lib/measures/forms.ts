/** The parts of the placement rate: how graduates are placed, by the rule of the year. */
import type { Frame } from "../table/frame.ts";
import type { Role } from "../edition/roles.ts";
import { type Ratio, ratio } from "./ratio.ts";

/** Which roles make up a part of the placement rate. */
type Rule = Readonly<Record<string, readonly Role[]>>;

/**
 * The parts of the placement rate under each rule, in the order in which the rule names them:
 * - `2021`: 协议和合同就业率 + 创业率 + 灵活就业率 + 升学率 (教学厅函〔2021〕19号)
 * - `2024`: 单位就业率 + 自主创业率 + 自由职业率 + 升学率 (教就业厅函〔2024〕11号)
 */
export const FORMS = {
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
} as const satisfies Readonly<Record<number, Rule>>;

/** A form of placement. */
export interface FormLine {
  readonly 落实形式: string;
  readonly 毕业生人数: number;
  /** Of all graduates, so that the forms add up to the placement rate. */
  readonly "占毕业生总人数比例%": Ratio;
}

/** The rule that holds for a cohort. */
export function ruleOf(year: number): keyof typeof FORMS {
  return year < 2024 ? 2021 : 2024;
}

/**
 * How many are placed in each form, those of a rule in its order, with nobody too: the parts add up
 * to the placement rate.
 *
 * @param graduates one row a graduate, with 去向角色
 * @param rule the year of the rule, see {@link ruleOf}
 */
export function placementForms(
  graduates: Frame<{ readonly 去向角色: Role }>,
  rule: keyof typeof FORMS,
): FormLine[] {
  const forms: Rule = FORMS[rule];
  return Object.entries(forms).map(([落实形式, roles]) => {
    const 毕业生人数 = graduates.filter((one) => roles.includes(one.去向角色)).size;
    return { 落实形式, 毕业生人数, "占毕业生总人数比例%": ratio(毕业生人数, graduates.size) };
  });
}
