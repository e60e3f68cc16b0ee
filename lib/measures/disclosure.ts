/**
 * Which groups of people a report keeps to itself. What is protected is how the people of a group are
 * spread over outcomes; how many they are is told. A group of fewer than n people is withheld
 * (minimum reporting size), and then as many more as it takes (complementary suppression): Seastrom,
 * Statistical Methods for Protecting Personally Identifiable Information in Aggregate Reporting, NCES
 * 2011-603. A count within a group of n people or more is told, be it 1: it says how many, not who.
 *
 * What is withheld is safe if some of its people could have had another outcome, and others outside
 * it too, so that every number that is told stays as it is. Whoever adds, subtracts and bounds the
 * told numbers then cannot tell one case from the other: this is the audit of a table with suppressed
 * cells (Hundepool et al., Statistical Disclosure Control, 2012, chapter 4), for sets of people
 * instead of cells.
 */

/** A group: the places of its people among all. */
export type Group = ReadonlySet<number>;

/**
 * Finds the groups that are withheld.
 *
 * @param outcomes what became of each of all people; of all of them together it is told
 * @param families each way in which the report tells people apart: groups that share nobody
 * @param fewest groups of fewer people are withheld, nobody being no group
 * @returns the groups, as they were given
 */
export function withheldGroups(
  outcomes: readonly string[],
  families: readonly (readonly Group[])[],
  fewest: number,
): ReadonlySet<Group> {
  const isFew = ({ size }: Group) => size > 0 && size < fewest;
  // Groups of the same people are one: what is told of the one is told of the other.
  const given = families.flat().filter(({ size }) => size > 0 && size < outcomes.length);
  const alike = Map.groupBy(given, nameOf);
  const represented = new Map(
    [...alike.values()].flatMap((same) => same.map((one) => [one, same[0] ?? one] as const)),
  );
  const divisions = families.map((family) => family.flatMap((one) => represented.get(one) ?? []));
  const groups = [...new Set(divisions.flat())].toSorted((a, b) => a.size - b.size);
  const told = new Set(groups.filter((group) => !isFew(group)));
  const hidden = new Map(groups.filter(isFew).map((group) => [nameOf(group), group]));
  for (let again = true; again;) {
    again = false;
    for (const rest of leftOver(outcomes.length, divisions, told)) {
      if (isFew(rest)) hidden.set(nameOf(rest), rest);
    }
    for (const group of [...hidden.values()]) {
      const more = complement(group, told, outcomes);
      if (more === null) continue;
      told.delete(more);
      hidden.set(nameOf(more), more);
      again = true;
    }
  }
  return new Set(given.filter((group) => !told.has(represented.get(group) ?? group)));
}

function nameOf(group: Group): string {
  return [...group].toSorted((a, b) => a - b).join();
}

/** What is left of all, and of each told group, without the told groups of a division within it. */
function leftOver(
  count: number,
  divisions: readonly (readonly Group[])[],
  told: ReadonlySet<Group>,
): Group[] {
  const everybody = new Set(Array.from({ length: count }, (_, i) => i));
  return [everybody, ...told].flatMap((whole) =>
    divisions.flatMap((division) => {
      const parts = division.filter((one) =>
        told.has(one) && one.size < whole.size && one.isSubsetOf(whole)
      );
      const gone = new Set(parts.flatMap((part) => [...part]));
      return parts.length === 0 ? [] : [whole.difference(gone)];
    })
  );
}

/** People of just the same told groups: those within a group that is withheld, and the others. */
interface Kind {
  /** For each told group whether they are in it; and for all people, of whom they are. */
  readonly membership: readonly number[];
  readonly within: ReadonlySet<string>;
  readonly beyond: ReadonlySet<string>;
}

/** The told group to withhold so that a withheld one is safe; null where it is, or nothing is told. */
function complement(
  group: Group,
  told: ReadonlySet<Group>,
  outcomes: readonly string[],
): Group | null {
  const groups = [...told].toSorted((a, b) => a.size - b.size);
  const kinds = kindsOf(group, groups, outcomes);
  const possible = [...new Set(outcomes)];
  const pairs = possible.flatMap((one, i) => possible.slice(i + 1).map((other) => [one, other]));
  const tried = pairs.map((pair) => ({ pair, ...exchange(kinds, pair, groups) }));
  const open = possible.filter((outcome) =>
    !tried.some(({ pair, safe }) => safe && pair.includes(outcome))
  );
  if (possible.length < 2 || open.length === 0) return null;
  const sufficing = tried.filter(({ pair }) => pair.some((one) => open.includes(one)))
    .flatMap(({ sufficing }) => sufficing).toSorted((a, b) => a.size - b.size);
  const whole = groups.find((one) => group.isSubsetOf(one));
  const beside = groups.find((one) =>
    whole !== undefined && one !== whole && one.isSubsetOf(whole)
  );
  return sufficing[0] ?? beside ?? whole ?? groups[0] ?? null;
}

function kindsOf(group: Group, told: readonly Group[], outcomes: readonly string[]): Kind[] {
  const kinds = new Map<string, Kind & { within: Set<string>; beyond: Set<string> }>();
  const memberships = outcomes.map((): number[] => []);
  for (const [i, one] of told.entries()) for (const person of one) memberships[person]?.push(i);
  for (const [person, outcome] of outcomes.entries()) {
    const own = memberships[person] ?? [];
    const key = own.join();
    const kind = kinds.get(key) ?? {
      membership: [...told.map((_, i) => (own.includes(i) ? 1 : 0)), 1],
      within: new Set<string>(),
      beyond: new Set<string>(),
    };
    kinds.set(key, kind);
    (group.has(person) ? kind.within : kind.beyond).add(outcome);
  }
  return [...kinds.values()];
}

/**
 * Whether people within a group and beyond it can be exchanged between two outcomes without a change
 * to what is told; if not, the told groups of which one would have to be withheld.
 */
function exchange(
  kinds: readonly Kind[],
  [one = "", other = ""]: readonly string[],
  told: readonly Group[],
): { readonly safe: boolean; readonly sufficing: readonly Group[] } {
  const movable = kinds.filter(({ within }) => within.has(one) || within.has(other));
  const simply = movable.some(({ within, beyond }) =>
    (within.has(one) && beyond.has(other)) || (within.has(other) && beyond.has(one))
  );
  if (simply) return { safe: true, sufficing: [] };
  // Kinds with both outcomes can give and take: together they make up for what any sum of them can.
  const span = new Span();
  for (const { beyond, membership } of kinds) {
    if (beyond.has(one) && beyond.has(other)) span.add(membership);
  }
  const rests = movable.map(({ membership }) => span.rest(membership));
  if (rests.some((rest) => rest.every((x) => x === 0))) return { safe: true, sufficing: [] };
  const sufficing = told.filter((_, i) => {
    const alone = span.rest(Array.from({ length: told.length + 1 }, (_, k) => (k === i ? 1 : 0)));
    return rests.some((rest) => isMultiple(alone, rest));
  });
  return { safe: false, sufficing };
}

/** Counts modulo a prime, whose products a number holds exactly: nothing is lost to rounding. */
const PRIME = 67_108_859;

/** All sums of multiples of some vectors. */
class Span {
  readonly #rows: { readonly pivot: number; readonly row: readonly number[] }[] = [];

  add(vector: readonly number[]): void {
    const rest = this.rest(vector);
    const pivot = rest.findIndex((x) => x !== 0);
    if (pivot < 0) return;
    const inverse = power(rest[pivot] ?? 1, PRIME - 2);
    this.#rows.push({ pivot, row: rest.map((x) => (x * inverse) % PRIME) });
  }

  /** What of a vector is in no such sum; zeros where all of it is. */
  rest(vector: readonly number[]): number[] {
    const rest = [...vector];
    for (const { pivot, row } of this.#rows) {
      const times = rest[pivot] ?? 0;
      if (times === 0) continue;
      for (const [i, x] of row.entries()) {
        if (x !== 0) rest[i] = ((rest[i] ?? 0) + (PRIME - times) * x) % PRIME;
      }
    }
    return rest;
  }
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let b = base, e = exponent; e > 0; e = Math.floor(e / 2), b = (b * b) % PRIME) {
    if (e % 2 === 1) result = (result * b) % PRIME;
  }
  return result;
}

/** Whether two vectors, neither of zeros, are multiples of one another. */
function isMultiple(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((x) => x !== 0);
  const [a, b] = [one[at] ?? 0, other[at] ?? 0];
  return a !== 0 && b !== 0 &&
    one.every((x, i) => (x * b) % PRIME === ((other[i] ?? 0) * a) % PRIME);
}
