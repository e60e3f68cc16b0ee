import { type Random, seeded } from "lib/twin/random.ts";

/** Draws values with a seed: the same seed gives the same values. */
export interface Picker {
  /** Whether something of this likelihood, 0 to 1, happens. */
  chance(likelihood: number): boolean;
  /** One of several, each as likely as its weight says. */
  of<T>(weights: readonly (readonly [value: T, weight: number])[]): T;
  /** One of several, the first the likeliest by far, as employers and universities are. */
  skewed<T>(values: readonly T[]): T;
  /** A whole number from 0 up to and without `end`. */
  below(end: number): number;
}

/** A picker. */
export function picker(seed: number): Picker {
  const random: Random = seeded(seed);
  const below = (end: number) => Math.floor(random() * end);
  const at = <T>(values: readonly T[], index: number): T => {
    const value = values[index];
    if (value === undefined) throw new RangeError("Cannot pick: nothing to pick from");
    return value;
  };
  return {
    chance: (likelihood) => random() < likelihood,
    of: (weights) => {
      let left = random() * weights.reduce((sum, [, weight]) => sum + weight, 0);
      const found = weights.findIndex(([, weight]) => (left -= weight) < 0);
      return at(weights, found < 0 ? weights.length - 1 : found)[0];
    },
    skewed: (values) => at(values, Math.floor(random() ** 3 * values.length)),
    below,
  };
}
