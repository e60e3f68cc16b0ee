/** The tallies of a report that all programs are asked for, as `tallies.json` lists them. */
import { type Frame, openReport, placement, tally, workingInAreas } from "lib/mod.ts";
import listed from "./tallies.json" with { type: "json" };

type Report = ReturnType<typeof openReport>;
type Graduates = Report["graduates"];
type Graduate = Graduates extends Frame<infer R> ? R : never;
type Column = keyof Graduate & string;

/** Those of some group (of all, or of another group) in whose column a value is, or is not. */
export interface Group {
  readonly name: string;
  readonly of?: string;
  readonly column: string;
  readonly is?: readonly string[];
  readonly not?: readonly string[];
}

/** A tally of a group, or of all: a placement table, one over strategy areas, or plain counts. */
export interface Tally {
  readonly name: string;
  readonly of?: string;
  readonly by: readonly string[];
  readonly placement?: boolean;
  readonly areas?: boolean;
}

export const { groups: GROUPS, tallies: TALLIES }: {
  readonly groups: readonly Group[];
  readonly tallies: readonly Tally[];
} = listed;

/**
 * What a tally found: the counts for each combination of values, which are joined by tabs. Counts of
 * a placement table are 生源人数, 就业, 升学, 未就业.
 */
export type Counts = Readonly<Record<string, readonly number[]>>;

/** All tallies, by their names. */
export type Results = Readonly<Record<string, Counts>>;

/** Makes all tallies as a notebook does: a group once, then a table for each question about it. */
export function makeTallies({ graduates, dictionaries }: Report): Frame<object>[] {
  const members = new Map<string | undefined, Graduates>([[undefined, graduates]]);
  const of = (name?: string) => members.get(name) ?? graduates;
  for (const { name, of: whole, column, is, not = [] } of GROUPS) {
    const key = column as Column;
    const chosen = is === undefined
      ? of(whole).filter((one) => !not.includes(String(one[key])))
      : of(whole).filter((one) => is.includes(String(one[key])));
    members.set(name, chosen);
  }
  return TALLIES.map(({ of: group, by, placement: isPlacement, areas }): Frame<object> => {
    const columns = by as readonly Column[];
    if (areas) return workingInAreas(of(group), dictionaries.strategyAreas);
    return isPlacement ? placement(of(group), ...columns) : tally(of(group), columns, "人数");
  });
}

/** The counts of tables that {@link makeTallies} made, to be compared with others'. */
export function countsOf(tables: readonly Frame<object>[]): Results {
  return Object.fromEntries(TALLIES.map(({ name, by, placement: isPlacement, areas }, i) => {
    const keys = areas ? ["战略区域"] : by;
    const counts = isPlacement
      ? ["生源人数", "就业", "升学", "未就业"]
      : [areas ? "就业人数" : "人数"];
    const rows = (tables[i]?.rows() ?? []) as Readonly<Record<string, unknown>>[];
    return [
      name,
      Object.fromEntries(
        rows.map((row) => [
          keys.map((key) => row[key]).join("\t"),
          counts.map((count) => Number(row[count])),
        ]),
      ),
    ];
  }));
}

/** The tallies in which two programs differ, each with the first thing that does. */
export function differences(one: Results, other: Results): string[] {
  return TALLIES.flatMap(({ name }) => {
    const [left, right] = [one[name] ?? {}, other[name] ?? {}];
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    const key = keys.find((key) => String(left[key]) !== String(right[key]));
    if (key === undefined) return [];
    return [`${name}, "${key}": ${left[key] ?? "none"} and ${right[key] ?? "none"}`];
  });
}
