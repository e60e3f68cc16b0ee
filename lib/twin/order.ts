/**
 * The order of records decides how ties print: a stable sort leaves equal values in the order in
 * which they first appear. These functions give the records an order that yields the printed one.
 */
import type { Draft, DraftColumn } from "./draft.ts";
import type { Quota } from "./quota.ts";

/**
 * Orders names so that every chain keeps its order, otherwise as `preferred` has them.
 *
 * @throws {RangeError} if the chains contradict each other
 */
export function ordered(
  preferred: readonly string[],
  chains: readonly (readonly string[])[],
): string[] {
  const waiting = new Set(preferred);
  const done: string[] = [];
  const blocked = (name: string) =>
    chains.some((chain) =>
      chain.slice(0, Math.max(0, chain.indexOf(name))).some((earlier) => waiting.has(earlier))
    );
  while (waiting.size > 0) {
    const next = preferred.find((name) => waiting.has(name) && !blocked(name));
    if (next === undefined) {
      throw new RangeError(`没有一种排列能同时符合各表的并列次序：${[...waiting].join("、")}`);
    }
    waiting.delete(next);
    done.push(next);
  }
  return done;
}

/** The runs of two or more neighbours that `key` does not tell apart. */
export function runs<T>(items: readonly T[], key: (item: T) => number | string): T[][] {
  const found: T[][] = [];
  for (const item of items) {
    const run = found.at(-1);
    if (run?.[0] !== undefined && key(run[0]) === key(item)) run.push(item);
    else found.push([item]);
  }
  return found.filter((run) => run.length > 1);
}

/**
 * Exchanges values with equal headcounts among each other so that they first appear in the order of
 * `quota`. Headcounts stay as they are.
 */
export function putTiesInOrder(
  drafts: readonly Draft[],
  column: DraftColumn,
  quota: Quota,
): void {
  const appearance = [...new Set(drafts.map((draft) => draft[column]))];
  for (const tied of Map.groupBy(quota.keys(), (value) => quota.get(value)).values()) {
    const appearing = appearance.filter((value) => tied.includes(value));
    const renamed = new Map(appearing.map((value, i) => [value, tied[i] ?? value]));
    for (const draft of drafts) draft[column] = renamed.get(draft[column]) ?? draft[column];
  }
}
