/** The bases that an exhibit's shares may have, where an edition chooses one. */
export const BASE_NAMES = [
  "毕业生总人数",
  "就业总人数",
  "已登记就业地区的就业人数",
  "国内升学人数",
  "省内升学人数",
] as const;
export type BaseName = typeof BASE_NAMES[number];
