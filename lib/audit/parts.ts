/** Whether a printed value is a sum of rounded parts: exact parts, rounded too early. */
import { type Printed, unitsInWhole } from "./printed.ts";
import { roundedUnits } from "./rounding.ts";
import { teethAround } from "./candidates.ts";

/** One row of a table, as far as adding up needs it. */
export interface Part {
  readonly printed: Printed;
  readonly count: number | null;
}

/** A stretch of a table's rows, both ends included, and whether the value is what it leaves of 100. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly complement: boolean;
}

/**
 * A stretch of at least two neighbouring rows whose printed percentages add up to the row at
 * `index`, or leave it of 100. Only neighbours are tried: of all subsets, some add up to any value.
 * Where the row and the parts have counts, those must add up too (or leave the rest of `base`).
 */
export function stretchBehind(
  parts: readonly Part[],
  index: number,
  base: number,
): Stretch | null {
  const target = parts[index];
  if (target === undefined) return null;
  for (let first = 0; first < parts.length; first++) {
    let units = 0;
    let count: number | null = 0;
    for (let last = first; last < parts.length && last !== index; last++) {
      const part = parts[last];
      if (part === undefined || part.printed.decimals !== target.printed.decimals) break;
      units += part.printed.units;
      count = count === null || part.count === null ? null : count + part.count;
      if (last === first) continue;
      for (const complement of [false, true]) {
        const sum = complement ? unitsInWhole(target.printed.decimals) - units : units;
        const counted = count === null ? null : complement ? base - count : count;
        const agrees = target.count === null || counted === null || counted === target.count;
        if (sum === target.printed.units && agrees) return { first, last, complement };
      }
    }
  }
  return null;
}

/** Counts that add up to one of the base's own counts while their percentages add up to the value. */
export interface RoundedParts {
  /** The count whose exact percentage print should have had. */
  readonly count: number;
  readonly parts: readonly number[];
}

/** Beyond this base the search over three unknown parts is left out: its cost grows as the square. */
const LARGEST_BASE = 2_000;

/**
 * Two, else three, unknown parts over `base` whose rounded percentages add up to an impossible
 * value, although no count itself prints as it; null if there are none. Of several, the one with
 * the largest first parts.
 */
export function roundedParts(printed: Printed, base: number): RoundedParts | null {
  if (base > LARGEST_BASE) return null;
  const units = (count: number) => roundedUnits(count, base, printed.decimals, "half-up");
  const { below, above } = teethAround(printed, base);
  const sums = [below, above].flatMap((tooth) => tooth === null ? [] : [tooth.count])
    .filter((count) => count <= base);
  for (const count of sums) {
    for (let first = count - 1; 2 * first >= count; first--) {
      const second = count - first;
      if (units(first) + units(second) === printed.units) return { count, parts: [first, second] };
    }
  }
  for (const count of sums) {
    for (let first = count - 2; 3 * first >= count; first--) {
      const rest = count - first;
      for (let second = Math.min(first, rest - 1); 2 * second >= rest; second--) {
        const third = rest - second;
        if (units(first) + units(second) + units(third) === printed.units) {
          return { count, parts: [first, second, third] };
        }
      }
    }
  }
  return null;
}
