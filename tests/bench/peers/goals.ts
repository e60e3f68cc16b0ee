/** What this workspace is meant to reach beside its peers, and what it reaches. */
import { medianOf, type Program, ratioOf, type Runs } from "./peers.ts";

/** A size from which on a goal holds, and up to which. */
interface Range {
  readonly from?: number;
  readonly to?: number;
}

interface Goal extends Range {
  readonly name: string;
  readonly most: number;
  readonly unit: "×" | "MB";
  readonly reached: (runs: Runs) => number;
}

const tallies = (peer: Program, what: "first" | "again") => (runs: Runs) =>
  ratioOf(runs, "ours", peer, what);

/** How many graduates a small register has at most, a large one at least, and a nation's. */
const [SMALL, LARGE, NATION] = [10_000, 500_000, 11_000_000];

const GOALS: readonly Goal[] = [
  ...(["first", "again"] as const).flatMap((what): Goal[] => {
    const name = what === "first" ? "tallies, first time" : "tallies, again";
    const goal = (peer: Program, most: number, range: Range): Goal => ({
      name: `${name} / ${peer}`,
      most,
      unit: "×",
      reached: tallies(peer, what),
      ...range,
    });
    return [
      goal("duckdb", 1, { to: SMALL }),
      goal("duckdb", 0.7, { from: LARGE }),
      goal("pandas", 0.15, { from: LARGE }),
    ];
  }),
  {
    name: "load / polars",
    most: 1.5,
    unit: "×",
    from: NATION,
    reached: (runs) => ratioOf(runs, "ours", "polars", "load"),
  },
  {
    name: "memory / polars",
    most: 0.1,
    unit: "×",
    from: NATION,
    reached: (runs) => ratioOf(runs, "ours", "polars", "memory"),
  },
  {
    name: "memory from file to figures",
    most: 500,
    unit: "MB",
    from: NATION,
    reached: (runs) => medianOf(runs, "ours", "wholeMemory"),
  },
];

/** A goal for a register of some size, what it is and what was reached. */
export interface Verdict {
  readonly name: string;
  readonly reached: string;
  readonly goal: string;
  readonly met: boolean;
}

/** The goals that a register of so many rows has. */
export function verdicts(rows: number, runs: Runs): Verdict[] {
  return GOALS.filter(({ from = 0, to = Infinity }) => from <= rows && rows <= to).map(
    ({ name, most, unit, reached }) => {
      const value = reached(runs);
      const digits = unit === "×" ? 2 : 0;
      return {
        name,
        reached: Number.isNaN(value) ? "not run" : `${value.toFixed(digits)} ${unit}`,
        goal: `≤ ${most} ${unit}`,
        met: value <= most,
      };
    },
  );
}
