import { type Frame, pure } from "../table/frame.ts";
import type { Graduate } from "../edition/graduates.ts";
import { BASE_NAMES, type BaseName } from "../edition/bases.ts";
import { isDomesticStudy } from "../edition/roles.ts";
import type { University } from "../edition/universities.ts";

/** What the bases are counted from. */
export interface BaseSources {
  readonly graduates: Frame<Graduate>;
  readonly universities: Frame<University>;
  readonly homeProvince: string;
}

/** How each base is counted. */
const BASES: Readonly<Record<BaseName, (sources: BaseSources) => Frame<Graduate>>> = {
  毕业生总人数: ({ graduates }) => graduates,
  就业总人数: ({ graduates }) => graduates.filter((one) => one.去向大类 === "就业"),
  已登记就业地区的就业人数: ({ graduates }) =>
    graduates.filter((one) => one.去向大类 === "就业" && one.就业省份 !== ""),
  国内升学人数: ({ graduates }) => graduates.filter(pure((one) => isDomesticStudy(one.去向角色))),
  省内升学人数: ({ graduates, universities, homeProvince }) => {
    const local = new Set(
      universities.filter((one) => one.省份 === homeProvince).column("升学院校"),
    );
    return graduates.filter(
      pure((one) => isDomesticStudy(one.去向角色) && local.has(one.升学院校)),
    );
  },
};

/**
 * A base by its name, which `edition.json` may choose for an exhibit.
 *
 * @returns its name and its headcount
 * @throws {RangeError} (in Chinese, since an analyst may choose another in a cell) for another name
 */
export function baseNamed(name: string, sources: BaseSources): { label: string; count: number } {
  const base = BASE_NAMES.find((one) => one === name);
  if (base === undefined) {
    throw new RangeError(`没有“${name}”这种基数；可用：${BASE_NAMES.join("、")}`);
  }
  return { label: name, count: BASES[base](sources).size };
}
