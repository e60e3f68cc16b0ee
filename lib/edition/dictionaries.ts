/** The code lists that all editions share, from `data/dictionaries/`. */
import { join } from "node:path";
import { readSheet } from "../table/csv.ts";
import type { Frame } from "../table/frame.ts";
import { conform, oneOf, optional, type Schema, text, whole } from "../table/schema.ts";
import { dataFolder } from "../workspace.ts";

/** The code lists, each in a file of its name. */
const NAMES = [
  "destinations",
  "employer-natures",
  "industries",
  "regions",
  "strategy-areas",
  "ethnic-groups",
] as const;
type Name = typeof NAMES[number];

/** The three outcomes that every destination belongs to. */
export const OUTCOMES = ["就业", "升学", "未就业"] as const;
export type Outcome = typeof OUTCOMES[number];

/** A destination of graduates (毕业去向), the leaf of the ministry's classification. */
export interface Destination {
  readonly 毕业去向: string;
  /** The line under which a report counts it. */
  readonly 统计类别: string;
  readonly 去向大类: Outcome;
  /** The employer-nature group that the destination itself decides, if it does. */
  readonly 单位性质类别: string;
}

/** A province-level unit, its economic region and its tile on a grid map. */
export interface Region {
  readonly 省份: string;
  readonly 简称: string;
  readonly 经济区域: string;
  readonly 格行: number;
  readonly 格列: number;
}

/** All code lists of the house. */
export interface Dictionaries {
  readonly destinations: Frame<Destination>;
  readonly employerNatures: Frame<{ 单位性质: string; 单位性质类别: string }>;
  readonly industries: Frame<{ 单位行业: string; 国民经济行业门类: string }>;
  readonly regions: Frame<Region>;
  readonly strategyAreas: Frame<{ 战略区域: string; 简称: string; 省份: string }>;
  readonly ethnicGroups: Frame<{ 民族: string }>;
}

/**
 * Reads every code list.
 *
 * @throws {DataError} for a file that is missing or wrong
 */
export function readDictionaries(): Dictionaries {
  return {
    destinations: list("destinations", {
      毕业去向: text,
      统计类别: text,
      去向大类: oneOf(OUTCOMES),
      单位性质类别: optional(text),
    }, "毕业去向"),
    employerNatures: list("employer-natures", { 单位性质: text, 单位性质类别: text }, "单位性质"),
    industries: list(
      "industries",
      { 单位行业: text, 国民经济行业门类: optional(text) },
      "单位行业",
    ),
    regions: list("regions", {
      省份: text,
      简称: text,
      经济区域: optional(text),
      格行: whole,
      格列: whole,
    }, "省份"),
    strategyAreas: list("strategy-areas", { 战略区域: text, 简称: text, 省份: text }),
    ethnicGroups: list("ethnic-groups", { 民族: text }, "民族"),
  };
}

/** The files that hold the code lists. */
export function dictionaryFiles(): string[] {
  return NAMES.map(fileOf);
}

function fileOf(name: Name): string {
  return join(dataFolder(), "dictionaries", `${name}.csv`);
}

function list<R extends object>(name: Name, schema: Schema<R>, key?: keyof R & string): Frame<R> {
  return conform(readSheet(fileOf(name)), schema, key === undefined ? {} : { key });
}
