/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * A repeatable source of numbers: the same seed gives the same sequence on every machine, so that
 * rebuilt records are byte-identical. The generator is mulberry32 (32 bits of state), ample for
 * shuffling a few thousand records and no more than that.
 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in random order; the given list stays as it is. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
