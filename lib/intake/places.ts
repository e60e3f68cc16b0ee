/** Places as exports write them (山东省聊城市东昌府区, 聊城, 371502) to provinces and cities. */
import { type Dictionaries, fileOf, type Region } from "../edition/dictionaries.ts";
import { readRecords } from "../table/csv.ts";

/** A place as the data want it: the city is empty where it is not known, and in a municipality. */
export interface Place {
  readonly province: string;
  readonly city: string;
  /** Whether the text names more than its province, but no city that the list has. */
  readonly vague: boolean;
}

/** Reads a place; undefined where the text names none. */
export type Gazetteer = (text: string) => Place | undefined;

interface City {
  readonly name: string;
  readonly province: string;
}

/**
 * Reads `places.csv` (cities and counties after GB/T 2260, with codes that were given up and what
 * took their place) and `countries.csv`.
 *
 * @param dictionaries for the provinces, and for the peoples that 自治州 are named after
 */
export function readGazetteer(
  { regions, ethnicGroups }: Pick<Dictionaries, "regions" | "ethnicGroups">,
): Gazetteer {
  const places = readRecords(fileOf("places"), ["代码", "名称", "今代码"]);
  const countries = new Set(
    readRecords(fileOf("countries"), ["国家（地区）"]).map((one) => one["国家（地区）"]),
  );
  const provinces = regions.rows();
  const byPrefix = new Map(provinces.map((one) => [(one.代码 ?? "").slice(0, 2), one]));
  const abroad = provinces.find(({ 角色 }) => 角色 === "境外")?.省份;

  const nameOf = new Map(
    places.filter(({ 今代码 }) => 今代码 === "").map(({ 代码, 名称 }) => [代码, 名称]),
  );
  const current = new Map(
    places.filter(({ 今代码 }) => 今代码 !== "").map(({ 代码, 今代码 }) => [代码, 今代码]),
  );
  /** The code of the city that a city's or county's code lies in, after today's borders. */
  const cityCode = (code: string): string => {
    const own = current.get(code) ?? current.get(`${code.slice(0, 4)}00`) ?? code;
    // 省直辖 counties (济源市, 仙桃市) have no city above them and count as one.
    return /^..9/.test(own) ? own : `${own.slice(0, 4)}00`;
  };
  const placeOfCode = (code: string): Place | undefined => {
    const region = byPrefix.get(code.slice(0, 2));
    if (region === undefined) return undefined;
    const city = region.角色 === "省区" ? nameOf.get(cityCode(code)) ?? "" : "";
    const whole = region.角色 !== "省区" || code.endsWith("0000");
    return { province: region.省份, city, vague: city === "" && !whole };
  };

  /** What names a city by itself, and what does so only after its province. */
  const alone = new Map<string, City[]>();
  const after = new Map<string, City[]>();
  const remember = (names: Map<string, City[]>, name: string, city: City) => {
    const known = names.get(name) ?? [];
    if (!known.some((one) => one.name === city.name && one.province === city.province)) {
      names.set(name, [...known, city]);
    }
  };
  const peoples = ethnicGroups.column("民族").flatMap((
    one,
  ) => [one, one.replace(/(?<=..)族$/, "")]);
  for (const { 代码, 名称 } of places) {
    const place = placeOfCode(代码);
    if (place === undefined) continue;
    const city = { name: place.city, province: place.province };
    const shorts = shortNames(名称, peoples);
    for (const name of [名称, ...(代码.endsWith("00") ? shorts : [])]) remember(alone, name, city);
    for (const name of [名称, ...shorts]) remember(after, name, city);
  }
  const longest = [...after.keys()].reduce((most, name) => Math.max(most, name.length), 0);
  const only = (found: readonly City[] | undefined): Place | undefined =>
    found?.length === 1 && found[0] !== undefined
      ? { province: found[0].province, city: found[0].name, vague: false }
      : undefined;

  /** The city or county of a province that a text begins with, the longest name first. */
  const within = (rest: string, province: string): Place | undefined => {
    for (let length = Math.min(longest, rest.length); length > 1; length--) {
      const found = after.get(rest.slice(0, length))?.filter((one) => one.province === province);
      const place = only(found);
      if (place !== undefined) return place;
    }
    return undefined;
  };

  const placeIn = ({ 省份, 简称, 角色 }: Region, text: string): Place | undefined => {
    const whole = text.startsWith(省份);
    const rest = text.slice((whole ? 省份 : 简称).length).replace(/^[省市]?[\s\-—/,，、·]*/, "");
    const province = { province: 省份, city: "" };
    if (rest === "" || 角色 !== "省区") return { ...province, vague: false };
    // 海南州 begins like 海南省 and lies in 青海: a short name counts only with one of its cities.
    return within(rest, 省份) ?? (whole ? { ...province, vague: true } : undefined);
  };

  return (text) => {
    if (/^\d{6}(\d{3}|\d{6})?$/.test(text)) return placeOfCode(text.slice(0, 6));
    if (/^\d{2}(\d{2})?$/.test(text)) return placeOfCode(text.padEnd(6, "0"));
    const exact = provinces.find(({ 省份, 简称 }) => text === 省份 || text === 简称);
    if (exact !== undefined) return { province: exact.省份, city: "", vague: false };
    if (abroad !== undefined && (countries.has(text) || /^(境外|国外|海外)/.test(text))) {
      return { province: abroad, city: "", vague: false };
    }
    const named = only(alone.get(text));
    if (named !== undefined) return named;
    const region = provinces.find(({ 省份 }) => text.startsWith(省份)) ??
      provinces.find(({ 简称 }) => text.startsWith(简称));
    const inside = region === undefined ? undefined : placeIn(region, text);
    return inside ?? only(alone.get(/^.{1,14}?(市|州|地区|盟)/.exec(text)?.[0] ?? ""));
  };
}

/** A place as people say it: 聊城市 is 聊城, 延边朝鲜族自治州 is 延边 or 延边州, 临邑县 is 临邑. */
function shortNames(name: string, peoples: readonly string[]): string[] {
  let short = name.replace(/(市|地区|盟|县|区|旗|自治州|自治县|自治旗)$/, "");
  for (let people; short !== name && (people = peoples.find((one) => short.endsWith(one)));) {
    short = short.slice(0, -people.length);
  }
  if (short === name || short.length < 2) return [];
  return name.endsWith("自治州") ? [short, `${short}州`] : [short];
}
