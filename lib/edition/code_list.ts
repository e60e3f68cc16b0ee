/** Cells that stand for an entry of a code list, by its name, by a code or by another usual name. */
import { type Check, oneOf } from "../table/schema.ts";
import type { Frame } from "../table/frame.ts";

/** What joins several codes or names in one cell of a code list. */
const JOINT = "┋";

/** The columns of a code list that may hold further ways to write an entry. */
const SPELLINGS = ["代码", "三位代码", "别名"] as const;

/** The columns whose names a refusal may take a cell for; a code is never near to another. */
const SUGGESTING = ["简称", "别名"] as const;

/**
 * All ways to write an entry of a code list: first its name, then codes and other usual names.
 *
 * @param name the column that holds the entry's name
 */
export function spellingsOf<R extends object>(name: keyof R & string): (entry: R) => string[] {
  return (entry) => partsOf(entry, [name, ...SPELLINGS]);
}

function partsOf(entry: object, columns: readonly string[]): string[] {
  const cells = entry as Readonly<Record<string, unknown>>;
  return columns.flatMap((column) => String(cells[column] ?? "").split(JOINT))
    .filter((part) => part !== "");
}

/**
 * A check that reads a cell as an entry of a code list and gives the entry's name.
 *
 * @param list a code list, with or without 代码, 三位代码 and 别名
 * @param name the column that holds the entry's name
 * @param group the column that a suggestion must never change, such as 去向大类
 */
export function entryOf<R extends object>(
  list: Frame<R>,
  name: keyof R & string,
  group?: keyof R & string,
): Check<string> {
  const names = list.column(name).map(String);
  const spellings = new Map(
    list.rows().map(spellingsOf(name)).flatMap((all, i) =>
      all.map((one) => [one, names[i] ?? ""] as const)
    ),
  );
  // A name is meant before it is taken for another entry's code or other name.
  for (const one of names) spellings.set(one, one);
  const groups = new Map(names.map((one, i) => [one, group && String(list.column(group)[i])]));
  const refuse = oneOf(names, {
    spellings: list.rows().flatMap((entry, i) =>
      partsOf(entry, SUGGESTING).map((one) => [one, names[i] ?? ""] as const)
    ),
    ...(group === undefined ? {} : { groupOf: (one: string) => groups.get(one) ?? "" }),
  });
  return (cell) => {
    const value = spellings.get(cell);
    return value === undefined ? refuse(cell) : { value };
  };
}
