/**
 * Somebody who reads all that is published, knows each graduate but for what became of them, and wants
 * to find that out: solves the equations for the least and the most that a withheld number can be.
 */

/** What is told of a group: how many of its people have an outcome. */
export interface Told {
  /** Their places among all. */
  readonly group: ReadonlySet<number>;
  readonly outcome: string;
  readonly count: number;
}

/** The least and the most that a number can be. */
export type Interval = readonly [least: number, most: number];

/**
 * Bounds how many of some groups have an outcome, by linear programming over everything that is told.
 *
 * @param size how many people there are
 * @param outcomes what can have become of them
 * @param wanted the groups
 * @returns for each wanted group an interval for each outcome
 * @throws {Error} if what is told contradicts itself
 */
export function infer(
  size: number,
  outcomes: readonly string[],
  told: readonly Told[],
  wanted: readonly ReadonlySet<number>[],
): Interval[][] {
  const groups = [...new Set([...told.map(({ group }) => group), ...wanted])];
  // People of the same groups are alike to whoever adds groups up.
  const kinds = [
    ...Map.groupBy(
      Array.from({ length: size }, (_, i) => i),
      (person) => groups.map((group) => Number(group.has(person))).join(""),
    ).values(),
  ];
  const variable = (kind: number, outcome: number) => kind * outcomes.length + outcome;
  const width = kinds.length * outcomes.length;
  const row = (chosen: (kind: number, outcome: number) => boolean) =>
    Array.from(
      { length: width },
      (_, v) => Number(chosen(Math.floor(v / outcomes.length), v % outcomes.length)),
    );
  const within = (group: ReadonlySet<number>, kind: number) => group.has(kinds[kind]?.[0] ?? -1);
  const equations = [
    ...kinds.map((people, k) => ({ row: row((kind) => kind === k), right: people.length })),
    ...told.map(({ group, outcome, count }) => ({
      row: row((kind, o) => outcomes[o] === outcome && within(group, kind)),
      right: count,
    })),
  ];
  const program = feasible(equations);
  return wanted.map((group) =>
    outcomes.map((_, o): Interval => {
      const aim = Array.from({ length: width }, () => 0);
      for (const kind of kinds.keys()) if (within(group, kind)) aim[variable(kind, o)] = 1;
      return [-program(aim.map((x) => -x)), program(aim)];
    })
  );
}

const TINY = 1e-7;

/**
 * The simplex method with Bland's rule, which cannot go in circles.
 *
 * @returns what finds the most that a sum can be
 */
function feasible(
  equations: readonly { readonly row: readonly number[]; readonly right: number }[],
): (aim: readonly number[]) => number {
  const width = equations[0]?.row.length ?? 0;
  // A column more for each equation: how far it is from being kept.
  const table = equations.map(({ row, right }, i) => [
    ...row,
    ...equations.map((_, k) => Number(k === i)),
    right,
  ]);
  const basis = equations.map((_, i) => width + i);
  const distance = Array.from({ length: width + equations.length }, (_, v) => v < width ? 0 : -1);
  const missed = -improve(table, basis, distance, width + equations.length);
  if (missed > TINY) throw new Error(`What is told contradicts itself by ${missed}`);
  // What is still in the basis at nought leaves it where it can; else its equation says nothing.
  for (const [i, v] of basis.entries()) {
    const column = v < width ? -1 : table[i]?.slice(0, width).findIndex((x) => Math.abs(x) > TINY);
    if (column !== undefined && column >= 0) pivot(table, basis, i, column);
  }
  const rows = table.filter((_, i) => (basis[i] ?? 0) < width);
  const own = basis.filter((v) => v < width);
  return (aim) => improve(rows.map((row) => [...row]), [...own], aim, width);
}

/** Pivots for as long as the sum grows; gives the most that it is. */
function improve(
  table: number[][],
  basis: number[],
  aim: readonly number[],
  width: number,
): number {
  const gain = (v: number) =>
    (aim[v] ?? 0) -
    table.reduce((sum, row, i) => sum + (aim[basis[i] ?? 0] ?? 0) * (row[v] ?? 0), 0);
  const right = (row: readonly number[]) => row.at(-1) ?? 0;
  for (;;) {
    let entering = 0;
    while (entering < width && gain(entering) <= TINY) entering++;
    if (entering === width) break;
    let leaving = -1;
    for (const [i, row] of table.entries()) {
      if ((row[entering] ?? 0) <= TINY) continue;
      const best = table[leaving];
      const ratio = right(row) / (row[entering] ?? 1);
      const least = best === undefined ? Infinity : right(best) / (best[entering] ?? 1);
      const earlier = (basis[i] ?? 0) < (basis[leaving] ?? 0);
      if (ratio < least - TINY || (ratio < least + TINY && earlier)) leaving = i;
    }
    if (leaving < 0) throw new Error("Cannot bound what people number");
    pivot(table, basis, leaving, entering);
  }
  return table.reduce((sum, row, i) => sum + (aim[basis[i] ?? 0] ?? 0) * right(row), 0);
}

function pivot(table: number[][], basis: number[], at: number, column: number): void {
  const chosen = table[at] ?? [];
  const by = chosen[column] ?? 1;
  const scaled = chosen.map((x) => x / by);
  table[at] = scaled;
  for (const [i, row] of table.entries()) {
    const times = row[column] ?? 0;
    if (i !== at && times !== 0) table[i] = row.map((x, v) => x - times * (scaled[v] ?? 0));
  }
  basis[at] = column;
}
