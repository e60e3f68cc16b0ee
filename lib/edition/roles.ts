/**
 * What code knows of a destination: its role, never its name. The names are each year's own, and
 * `destinations.csv` says which role a name plays.
 */

/** The three outcomes that every destination belongs to. */
export const OUTCOMES = ["就业", "升学", "未就业"] as const;
export type Outcome = typeof OUTCOMES[number];

/**
 * The roles and the outcome of each, after the Ministry of Education's classification of
 * destinations (毕业去向, two digits until 2023, three digits from 2024).
 */
const OUTCOME_OF = {
  签约就业: "就业",
  其他形式就业: "就业",
  科研助理: "就业",
  应征入伍: "就业",
  国家基层: "就业",
  地方基层: "就业",
  自主创业: "就业",
  自由职业: "就业",
  国内升学: "升学",
  第二学位: "升学",
  出国深造: "升学",
  求职: "未就业",
  拟升学: "未就业",
  暂不就业: "未就业",
} as const satisfies Readonly<Record<string, Outcome>>;

/** The part that a destination plays in a report. */
export type Role = keyof typeof OUTCOME_OF;

/** All roles, the employed first, then further study, then the unplaced. */
export const ROLES = Object.keys(OUTCOME_OF) as readonly Role[];

/** The outcome that a role belongs to. */
export function outcomeOf(role: Role): Outcome {
  return OUTCOME_OF[role];
}

/** Whether a role is service at the grass roots under a programme, whoever the employer is. */
export function isGrassRoots(role: Role): boolean {
  return role === "国家基层" || role === "地方基层";
}

/** Whether a role is further study in the country, for a second degree too. */
export function isDomesticStudy(role: Role): boolean {
  return role === "国内升学" || role === "第二学位";
}

/** What an ethnic group counts as; `未知` where the list's own name tells neither. */
export const ETHNIC_ROLES = ["多数", "少数", "未知"] as const;
export type EthnicRole = typeof ETHNIC_ROLES[number];

/** What a region is: a province or autonomous region, a municipality, or none of the mainland. */
export const REGION_ROLES = ["省区", "直辖市", "港澳台", "境外"] as const;
export type RegionRole = typeof REGION_ROLES[number];

/** What a group of employers' natures stands for: employers, oneself, or what is left. */
export const EMPLOYER_ROLES = ["单位", "个人", "其他"] as const;
export type EmployerRole = typeof EMPLOYER_ROLES[number];
