/** Measures the peers and says what was found. */
import { join } from "node:path";
import { writeWhole } from "lib/files.ts";
import { thisMachine } from "lib/publish/jupyter/setup.ts";
import { root, shownPath } from "lib/workspace.ts";
import { goalLine, line } from "../lines.ts";
import { peersPython } from "./environment.ts";
import { verdicts } from "./goals.ts";
import { measure, type Measurement, medianOf, PROGRAMS, ratioOf, type Runs } from "./peers.ts";
import { scaling } from "./scaling.ts";
import { TALLIES } from "./tallies.ts";

/** Sizes without which no run is complete; larger ones take minutes and gigabytes. */
const ROWS = [5_809, 580_900];
const LARGE = 1_000_000;

const COLUMNS = [
  ["load, ms", "load"],
  ["tallies, ms", "first"],
  ["again, ms", "again"],
  ["memory, MB", "memory"],
  ["to figures, ms", "whole"],
  ["memory, MB", "wholeMemory"],
] as const;

/**
 * Measures and prints; where the peers cannot be installed it says so in a line and does nothing.
 *
 * @param rows the sizes of the registers; two small ones unless said
 * @param runs how often each program runs on each; unless said as often as is bearable
 */
export async function tellPeers(
  { rows, runs }: {
    readonly rows: readonly number[] | undefined;
    readonly runs: number | undefined;
  },
): Promise<void> {
  console.log(`\nThe ${TALLIES.length} tallies of a report beside other programs`);
  let python;
  try {
    python = await peersPython(thisMachine(root(), (text) => console.log(`  ${text}`)));
  } catch (error) {
    console.log(`  Left out. ${error instanceof Error ? error.message : error}`);
    return;
  }
  const measurements: Measurement[] = [];
  for (const size of rows ?? ROWS) {
    const times = runs ?? (size < LARGE ? 5 : 3);
    const measurement = await measure(size, times, python);
    measurements.push(measurement);
    tell(measurement, times);
  }
  if (measurements.length < 2) return;
  const path = join(root(), ".cache", "bench", "scaling.svg");
  writeWhole(path, new TextEncoder().encode(scaling(measurements, madeOn(measurements))));
  console.log(`\n  How this grows: ${shownPath(path)}`);
}

function tell({ rows, runs, failures }: Measurement, times: number): void {
  console.log(
    `\n ${rows.toLocaleString("en-US")} graduates: medians of ${times} processes each, in turns; ` +
      "all count the same",
  );
  line("", ...COLUMNS.map(([name]) => name));
  for (const program of PROGRAMS.filter((one) => runs.has(one))) {
    line(program, ...COLUMNS.map(([, what]) => said(medianOf(runs, program, what))));
  }
  for (const program of PROGRAMS.slice(2).filter((one) => runs.has(one))) {
    const ratios = COLUMNS.map(([, what]) => ratioOf(runs, "ours", program, what));
    line(`ours / ${program}`, ...ratios.map((one) => Number.isNaN(one) ? "" : one.toFixed(2)));
  }
  for (const failure of failures) console.log(`  ${failure}`);
  for (const { name, reached, goal, met } of verdicts(rows, runs)) {
    goalLine(name, reached, goal, met);
  }
}

function said(value: number): string {
  return Number.isNaN(value) ? "" : Math.round(value).toLocaleString("en-US");
}

/** With what, and on what kind of machine. */
function madeOn(measurements: readonly Measurement[]): string {
  const versions = measurements.flatMap(({ runs }) => versionsOf(runs));
  const gigabytes = Math.round(Deno.systemMemoryInfo().total / 1e9);
  return [
    `${navigator.hardwareConcurrency} cores, ${gigabytes} GB, ${Deno.build.os} ${Deno.build.arch}`,
    ...new Set(versions),
    "medians, each run a process of its own",
  ].join("; ");
}

function versionsOf(runs: Runs): string[] {
  return [...runs].flatMap(([program, [one]]) =>
    one === undefined ? [] : [program.startsWith("ours") ? `Deno ${one.version}` : one.version]
  );
}
