import type { Frame } from "../table/frame.ts";
import type { Role } from "../edition/roles.ts";
import { distribution } from "./distribution.ts";
import type { Ratio } from "./ratio.ts";

/** Roles of those who are employed by nobody else, or by the army, which is no employer to rank. */
const WITHOUT_EMPLOYER: readonly Role[] = ["自主创业", "自由职业", "应征入伍"];

/** An employer and how many graduates it took. */
export interface Employer {
  readonly 单位名称: string;
  readonly 就业人数: number;
  readonly "占就业总人数比例%": Ratio;
}

/**
 * Employers by how many graduates they took, most first; equals keep the records' own order. The
 * shares are of all the employed, also of those whose employer is not registered.
 *
 * @param employed one row an employed graduate, with 单位名称 and 去向角色
 */
export function byEmployer(
  employed: Frame<{ readonly 单位名称: string; readonly 去向角色: Role }>,
): Frame<Employer> {
  const hired = employed.filter((one) =>
    one.单位名称 !== "" && !WITHOUT_EMPLOYER.includes(one.去向角色)
  );
  return distribution(hired, "单位名称", ["就业人数", "占就业总人数比例%"], employed.size);
}
