/** Names that are probably one, written in several ways: a warning, since only the school knows. */
import { plain } from "../table/characters.ts";
import type { Frame } from "../table/frame.ts";
import type { Graduate } from "./graduates.ts";

/** Columns whose names are the school's own, so that no code list holds them to one spelling. */
const OWN_NAMES = [
  "院系",
  "专业大类",
  "学科门类",
  "专业",
  "生源城市",
  "就业城市",
  "单位名称",
  "升学院校",
] as const satisfies readonly (keyof Graduate)[];

/** Several spellings of what is probably one name. */
export interface NearDuplicate {
  readonly 列: typeof OWN_NAMES[number];
  /** Most frequent first. */
  readonly 写法: readonly { readonly 名称: string; readonly 人数: number }[];
}

/**
 * A name without what the eye does not see or take for a difference: spaces and invisible
 * characters, the width of letters and punctuation, look-alike radicals, case.
 */
export function plainName(name: string): string {
  return plain(name).replace(/\s/g, "").toLowerCase();
}

/**
 * Names in the graduates' records that differ in nothing but spaces, width of punctuation and the
 * like (护理系 and 护理 系), or cities that differ by the last 市 (聊城 and 聊城市): they are counted
 * apart, which is probably not meant.
 *
 * @returns by columns and first appearance; none where all is well
 */
export function nearDuplicates(graduates: Frame<Graduate>): NearDuplicate[] {
  return OWN_NAMES.filter((column) => graduates.names.includes(column)).flatMap((列) => {
    const isCity = 列 === "生源城市" || 列 === "就业城市";
    const counts = graduates.count([列], "人数").rows() as unknown as Record<string, unknown>[];
    const names = counts.map((row) => ({ 名称: String(row[列]), 人数: Number(row["人数"]) }))
      .filter(({ 名称 }) => 名称 !== "");
    const alike = Map.groupBy(names, ({ 名称 }) => {
      const plain = plainName(名称);
      return isCity ? plain.replace(/(?<=..)市$/, "") : plain;
    });
    return [...alike.values()].filter((group) => group.length > 1)
      .map((group) => ({ 列, 写法: group.toSorted((a, b) => b.人数 - a.人数) }));
  });
}
