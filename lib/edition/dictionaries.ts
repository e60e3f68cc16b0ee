/** The code lists of an edition: those that all years share, and those that a year has of its own. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSheet } from "../table/csv.ts";
import { type Fault, throwIfAny } from "../table/faults.ts";
import type { Frame } from "../table/frame.ts";
import { type Check, conform, oneOf, optional, type Schema, text, whole } from "../table/schema.ts";
import { dataFolder, root, shownPath } from "../workspace.ts";
import {
  EMPLOYER_ROLES,
  type EmployerRole,
  ETHNIC_ROLES,
  type EthnicRole,
  type Outcome,
  outcomeOf,
  OUTCOMES,
  REGION_ROLES,
  type RegionRole,
  type Role,
  ROLES,
} from "./roles.ts";

/** The code lists, each in a file of its name. */
const NAMES = [
  "destinations",
  "degrees",
  "employer-groups",
  "employer-natures",
  "industries",
  "regions",
  "strategy-areas",
  "ethnic-groups",
  "special-groups",
  "named-lists",
] as const;
type Name = typeof NAMES[number];

/** Other ways to write an entry, several joined by ┋; a list may lack these columns. */
interface Spelt {
  readonly 代码?: string;
  /** The code of 2024 and later; empty where there is none or it is not known. */
  readonly 三位代码?: string;
  readonly 别名?: string;
}

/** A destination of graduates (毕业去向), the leaf of the ministry's classification. */
export interface Destination extends Spelt {
  readonly 毕业去向: string;
  /** The line under which a report counts it. */
  readonly 统计类别: string;
  readonly 去向大类: Outcome;
  readonly 角色: Role;
  /** The employer group that goes with the destination where the employer does not decide. */
  readonly 单位性质类别: string;
}

/** A degree level (学历). */
export interface Degree extends Spelt {
  readonly 学历: string;
}

/** A province-level unit (or 境外), its economic region and its tile on a grid map. */
export interface Region extends Spelt {
  readonly 省份: string;
  readonly 简称: string;
  readonly 角色: RegionRole;
  readonly 经济区域: string;
  /** Null for what has no place on the map. */
  readonly 格行: number | null;
  readonly 格列: number | null;
}

/** A value of a column that marks members of a special group, and whether it makes one. */
export interface SpecialGroup extends Spelt {
  readonly 列: string;
  readonly 取值: string;
  readonly 计入: "是" | "否";
}

/** A university or an employer that stands on a list, e.g. 双一流. */
export interface NamedList extends Spelt {
  readonly 名单: string;
  readonly 名称: string;
}

/** All code lists of an edition; their order is the order of a report's rows. */
export interface Dictionaries {
  readonly destinations: Frame<Destination>;
  readonly degrees: Frame<Degree>;
  readonly employerGroups: Frame<{ 单位性质类别: string; 角色: EmployerRole }>;
  readonly employerNatures: Frame<Spelt & { 单位性质: string; 单位性质类别: string }>;
  readonly industries: Frame<Spelt & { 单位行业: string; 国民经济行业门类: string }>;
  readonly regions: Frame<Region>;
  readonly strategyAreas: Frame<{ 战略区域: string; 简称: string; 省份: string }>;
  readonly ethnicGroups: Frame<Spelt & { 民族: string; 角色: EthnicRole }>;
  readonly specialGroups: Frame<SpecialGroup>;
  readonly namedLists: Frame<NamedList>;
}

/** Checks of the columns that hold other ways to write an entry. */
const SPELT = { 代码: optional(text), 三位代码: optional(text), 别名: optional(text) };

/** A tile's row or column, or none. */
const tile: Check<number | null> = (cell) => (cell === "" ? { value: null } : whole(cell));

/**
 * Reads every code list of an edition. A list in the edition's own `dictionaries/` stands in place
 * of the shared one, which is looked for in the data folder and then in the workspace.
 *
 * @param folder the edition's folder; without one only the shared lists are read
 * @throws {DataError} for a file that is missing or wrong
 */
export function readDictionaries(folder?: string): Dictionaries {
  const list = <R extends object>(name: Name, schema: Schema<R>, key?: keyof R & string) =>
    conform(readSheet(fileOf(name, folder)), schema, {
      optional: Object.keys(SPELT),
      ...(key === undefined ? {} : { key }),
    });
  const destinations = list<Destination>("destinations", {
    毕业去向: text,
    ...SPELT,
    统计类别: text,
    去向大类: oneOf(OUTCOMES),
    角色: oneOf(ROLES),
    单位性质类别: optional(text),
  }, "毕业去向");
  throwIfAny(contradictions(destinations, fileOf("destinations", folder)));
  return {
    destinations,
    degrees: list<Degree>("degrees", { 学历: text, ...SPELT }, "学历"),
    employerGroups: list("employer-groups", {
      单位性质类别: text,
      角色: oneOf(EMPLOYER_ROLES),
    }, "单位性质类别"),
    employerNatures: list("employer-natures", {
      单位性质: text,
      ...SPELT,
      单位性质类别: text,
    }, "单位性质"),
    industries: list("industries", {
      单位行业: text,
      ...SPELT,
      国民经济行业门类: optional(text),
    }, "单位行业"),
    regions: list<Region>("regions", {
      省份: text,
      简称: text,
      ...SPELT,
      角色: oneOf(REGION_ROLES),
      经济区域: optional(text),
      格行: tile,
      格列: tile,
    }, "省份"),
    strategyAreas: list("strategy-areas", { 战略区域: text, 简称: text, 省份: text }),
    ethnicGroups: list("ethnic-groups", {
      民族: text,
      ...SPELT,
      角色: oneOf(ETHNIC_ROLES),
    }, "民族"),
    specialGroups: list("special-groups", {
      列: text,
      取值: text,
      ...SPELT,
      计入: oneOf(["是", "否"]),
    }),
    namedLists: list("named-lists", { 名单: text, 名称: text, ...SPELT }),
  };
}

/** The files that hold the code lists of an edition. */
export function dictionaryFiles(folder?: string): string[] {
  return NAMES.map((name) => fileOf(name, folder));
}

/** Where a list is: the edition's own, else the data folder's, else the workspace's. */
export function fileOf(name: string, folder?: string): string {
  const shared = join(root(), "data");
  const places = [...(folder === undefined ? [] : [folder]), dataFolder(), shared]
    .map((place) => join(place, "dictionaries", `${name}.csv`));
  return places.find((place) => existsSync(place)) ?? join(shared, "dictionaries", `${name}.csv`);
}

/** A fault for each destination whose role belongs to another outcome than the list says. */
function contradictions(destinations: Frame<Destination>, path: string): Fault[] {
  return destinations.filter((one) => outcomeOf(one.角色) !== one.去向大类).rows()
    .map(({ 毕业去向, 去向大类, 角色 }) => ({
      file: shownPath(path),
      column: "去向大类",
      found: 去向大类,
      expected: `“${毕业去向}”的角色是${角色}，属于${outcomeOf(角色)}`,
    }));
}
