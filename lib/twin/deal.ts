/** Handing out values to drafts so that every headcount comes out exactly. */
import type { Draft, DraftColumn } from "./draft.ts";
import { type Quota, total } from "./quota.ts";
import { type Random, shuffled } from "./random.ts";
import type { Tendencies } from "./tendencies.ts";

/** Fills a column of some drafts; see {@link dealer}. */
export type Deal = (drafts: readonly Draft[], column: DraftColumn, quota: Quota) => void;

/**
 * A function that gives each of its drafts one value of a column so that each value is given to
 * exactly as many as its quota says. Who gets what is a race: every pair of draft and value arrives
 * after an exponential time, sooner on average the larger its weight, and is served if the draft is
 * still free and the value has places left; so while places last, a draft takes a value with a
 * probability in proportion to the weight. As any draft may take any value the race cannot get
 * stuck; what must not mix is dealt separately.
 */
export function dealer(tendencies: Tendencies, random: Random): Deal {
  return (drafts, column, quota) => {
    const wrong = [...quota].find(([, count]) => count < 0);
    if (wrong !== undefined || total(quota) !== drafts.length) {
      const what = wrong === undefined
        ? `各项人数之和为 ${total(quota)}，应有 ${drafts.length}`
        : `“${wrong[0]}”为 ${wrong[1]}`;
      throw new RangeError(`公布的数字相互矛盾，无法分配“${column}”：${what}`);
    }
    const left = new Map(quota);
    const free = new Set(drafts);
    const pairs = [...quota.keys()].flatMap((value) => {
      const weight = tendencies.weight(column, value);
      return drafts.map((draft) => ({
        draft,
        value,
        arrival: -Math.log(random()) / weight(draft),
      }));
    });
    for (const { draft, value } of pairs.sort((a, b) => a.arrival - b.arrival)) {
      const places = left.get(value) ?? 0;
      if (places === 0 || !free.delete(draft)) continue;
      left.set(value, places - 1);
      draft[column] = value;
    }
  };
}

/** `count` of the drafts, drawn at random, in their own order. */
export function drawn(drafts: readonly Draft[], count: number, random: Random): Draft[] {
  if (count > drafts.length) {
    throw new RangeError(`公布的数字相互矛盾：要选 ${count} 人，只有 ${drafts.length} 人`);
  }
  const chosen = new Set(shuffled(drafts, random).slice(0, count));
  return drafts.filter((draft) => chosen.has(draft));
}
