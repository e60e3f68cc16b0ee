/**
 * `deno task bench`: how long things take, as medians of several runs, and how much longer one way
 * takes than another. It judges nothing: times hang on the machine, ratios much less.
 */
import { inferenceTimes } from "./audit.ts";
import type { Computing } from "./computing.ts";
import type { Stages } from "./report.ts";
import { inFreshProcess, median } from "./timing.ts";

const RUNS = 5;

function line(name: string, ...values: readonly string[]): void {
  console.log(`  ${name.padEnd(30)}${values.map((value) => value.padStart(12)).join("")}`);
}

const times = (ratio: number) => `${ratio.toFixed(1)} ×`;

async function repeated<T>(script: string) {
  const runs = [];
  for (let i = 0; i < RUNS; i++) runs.push(await inFreshProcess<T>(script));
  return runs;
}

const computing = (await repeated<Computing>("computing.ts")).map(({ told }) => told);
console.log(`\nComputing, ms (medians of ${RUNS} processes; ${computing[0]?.graduates} graduates)`);
line("", "cold", "warm", "cold/warm");
computing[0]?.pieces.forEach(({ piece }, i) => {
  const cold = median(computing.map(({ pieces }) => pieces[i]?.cold ?? NaN));
  const warm = median(computing.map(({ pieces }) => pieces[i]?.warm ?? NaN));
  line(piece, cold.toFixed(1), warm.toFixed(1), times(cold / warm));
});

console.log("\nBases of a table of 50 percentages, ms (medians of 7 warm runs)");
line("", "inference", "plain scan", "scan/inf.");
for (const { limit, inference, scan } of inferenceTimes()) {
  line(`up to ${limit}`, inference.toFixed(2), scan.toFixed(2), times(scan / inference));
}

// In turns, so that whatever else the machine does weighs on both alike.
const [reports, cells] = [[] as { told: Stages; seconds: number }[], [] as number[]];
for (let i = 0; i < RUNS; i++) {
  reports.push(await inFreshProcess<Stages>("report.ts"));
  cells.push((await inFreshProcess("cells.ts")).seconds);
}
console.log(`\nThe whole report, s (medians of ${RUNS} processes)`);
const stages: readonly (readonly [string, keyof Stages])[] = [
  ["set-up", "setUp"],
  ["kernels", "kernels"],
  ["cells", "cells"],
  ["export", "export"],
];
for (const [name, stage] of stages) {
  line(name, median(reports.map(({ told }) => told[stage])).toFixed(2));
}
line("all of it", median(reports.map(({ seconds }) => seconds)).toFixed(2));
line("its cells without Jupyter", median(cells).toFixed(2));
const ratio = median(reports.map(({ seconds }, i) => seconds / (cells[i] ?? NaN)));
line("the report takes", times(ratio));
