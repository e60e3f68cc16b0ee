/** Members of special groups and of named lists, told by lists that are data. */
import { type Frame, pure } from "../table/frame.ts";
import type { NamedList, SpecialGroup } from "../edition/dictionaries.ts";
import { spellingsOf } from "../edition/code_list.ts";
import { plainName } from "../edition/near_duplicates.ts";

/**
 * The graduates whom a column marks as members of a special group, by the list of special groups.
 *
 * @param column e.g. 困难类别 or 师范生; the records must have it
 * @param groups the year's list
 */
export function membersOf<R extends object>(
  graduates: Frame<R>,
  column: keyof R & string,
  groups: Frame<SpecialGroup>,
): Frame<R> {
  const marks = new Set(
    groups.filter((one) => one.列 === column && one.计入 === "是").column("取值"),
  );
  return graduates.filter((one) => marks.has(String(one[column])));
}

/**
 * The rows whose name stands on a list, e.g. universities that are 双一流 or employers that are 央企.
 * Spaces and the width of punctuation are no difference.
 *
 * @param column the column that names the university or employer
 * @param lists the lists
 * @param list name of the list
 * @returns null where there is no such list: nothing is known, which is not that nobody is on it
 */
export function listed<R extends object>(
  rows: Frame<R>,
  column: keyof R & string,
  lists: Frame<NamedList>,
  list: string,
): Frame<R> | null {
  const entries = lists.filter((one) => one.名单 === list).rows();
  if (entries.length === 0) return null;
  const known = new Set(entries.flatMap(spellingsOf("名称")).map(plainName));
  return rows.filter(pure((one) => known.has(plainName(String(one[column])))));
}
