/**
 * The same tallies of registers of several sizes by this workspace and by its peers: time, memory and
 * the whole way from a file to figures. Every run is a process of its own; the programs run in turns,
 * so that whatever else the machine does weighs on all alike; what they count must be equal.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "lib/workspace.ts";
import { median } from "../timing.ts";
import type { Measured } from "./measured.ts";
import { registerOf, YEAR } from "./register.ts";
import { differences } from "./tallies.ts";

/** Who is measured: this workspace, also where it opens a register once more, and its peers. */
export const PROGRAMS = ["ours", "ours, once more", "pandas", "polars", "duckdb"] as const;
export type Program = typeof PROGRAMS[number];

/** The runs of one program on one register; none where it could not read it. */
export type Runs = ReadonlyMap<Program, readonly Measured[]>;

/** What was measured on a register of so many rows, and what went wrong. */
export interface Measurement {
  readonly rows: number;
  readonly runs: Runs;
  readonly failures: readonly string[];
}

/**
 * Measures all programs on one register.
 *
 * @param rows how many graduates it has
 * @param times how often each program runs
 * @param python the Python that has the peers
 * @throws {Error} if two programs count differently
 */
export async function measure(rows: number, times: number, python: string): Promise<Measurement> {
  const register = registerOf(rows);
  const runs = new Map<Program, Measured[]>();
  const failures = new Map<Program, string>();
  for (let i = 0; i < times; i++) {
    for (const program of PROGRAMS.filter((one) => !failures.has(one))) {
      const result = await run(program, register, python);
      if (typeof result === "string") failures.set(program, `${program}: ${result}`);
      else runs.set(program, [...runs.get(program) ?? [], result]);
    }
  }
  requireEqual(rows, runs);
  return { rows, runs, failures: [...failures.values()] };
}

/** @throws {Error} if two programs counted differently, with all that differs */
export function requireEqual(rows: number, runs: Runs): void {
  const [[first, [one]] = ["ours", []], ...others] = runs;
  for (const [program, [other]] of others) {
    const found = one && other ? differences(one.results, other.results) : [];
    if (found.length > 0) {
      const lines = [`${first} and ${program} differ at ${rows} rows:`, ...found];
      throw new Error(lines.join("\n  "));
    }
  }
}

/** What a program told in a run, or why it could not. */
async function run(
  program: Program,
  { data, edition }: ReturnType<typeof registerOf>,
  python: string,
): Promise<Measured | string> {
  const here = (name: string) => join(import.meta.dirname ?? "", name);
  // Whatever was kept of a register that was opened before is not to help.
  const keep = join(edition, ".cache");
  if (program === "ours" && existsSync(keep)) Deno.removeSync(keep, { recursive: true });
  const [command, ...args] = program.startsWith("ours")
    ? [Deno.execPath(), "run", "-A", "--quiet", here("ours.ts"), data]
    : [python, here("measure.py"), `with_${program}`, edition, join(root(), "data/dictionaries")];
  const { success, stdout, stderr } = await new Deno.Command(command ?? "", {
    args: [...args, String(Date.now())],
    env: { PYTHONUTF8: "1", REPORT_YEAR: String(YEAR) },
    stdout: "piped",
    stderr: "piped",
  }).output();
  const [out = "", complaint = ""] = [stdout, stderr].map((one) => new TextDecoder().decode(one));
  if (success) return JSON.parse(out.trim().split("\n").at(-1) ?? "") as Measured;
  return complaint.trim().split("\n").at(program.startsWith("ours") ? 0 : -1) ?? "";
}

/** A measure of a run that is known. */
type Known = Exclude<keyof Measured, "results" | "version">;

/** Median of a program's runs; NaN where there is none, or the system does not tell. */
export function medianOf(runs: Runs, program: Program, what: Known): number {
  return median((runs.get(program) ?? []).map((one) => one[what] ?? NaN));
}

/** Median of the ratios of two programs' runs in the same turn; NaN where one has none. */
export function ratioOf(runs: Runs, one: Program, other: Program, what: Known): number {
  const others = runs.get(other) ?? [];
  return median(
    (runs.get(one) ?? []).map((each, i) => (each[what] ?? NaN) / (others[i]?.[what] ?? NaN)),
  );
}
