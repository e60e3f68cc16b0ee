/**
 * `deno task bench [part …]`: how long things take, as medians of several runs, and how much longer
 * one way takes than another. It says what was meant to be reached and what is, and fails only where
 * two ways that must give the same do not: times hang on the machine, ratios much less.
 */
import { closest } from "fastest-levenshtein";
import { command } from "lib/tasks/command_line.ts";
import { runTask } from "lib/tasks/run_task.ts";
import { inferenceTimes } from "./audit.ts";
import { reportTimes } from "./changed.ts";
import type { Computing } from "./computing.ts";
import { goalLine, line, times } from "./lines.ts";
import { tellPeers } from "./peers/tell.ts";
import type { Stages } from "./report.ts";
import { inFreshProcess, median } from "./timing.ts";

const RUNS = 5;

/** What is asked for besides the parts: sizes of registers, how often each thing runs. */
interface Asked {
  readonly rows: readonly number[] | undefined;
  readonly runs: number | undefined;
}

async function repeated<T>(script: string, times: number) {
  const runs = [];
  for (let i = 0; i < times; i++) runs.push(await inFreshProcess<T>(script));
  return runs;
}

async function tellComputing({ runs = RUNS }: Asked): Promise<void> {
  const computing = (await repeated<Computing>("computing.ts", runs)).map(({ told }) => told);
  console.log(
    `\nComputing, ms (medians of ${runs} processes; ${computing[0]?.graduates} graduates)`,
  );
  line("", "cold", "warm", "cold/warm");
  computing[0]?.pieces.forEach(({ piece }, i) => {
    const cold = median(computing.map(({ pieces }) => pieces[i]?.cold ?? NaN));
    const warm = median(computing.map(({ pieces }) => pieces[i]?.warm ?? NaN));
    line(piece, cold.toFixed(1), warm.toFixed(1), times(cold / warm));
  });
}

function tellInference(): void {
  console.log("\nBases of a table of 50 percentages, ms (medians of 7 warm runs)");
  line("", "inference", "plain scan", "scan/inf.");
  for (const { limit, inference, scan } of inferenceTimes()) {
    line(`up to ${limit}`, inference.toFixed(2), scan.toFixed(2), times(scan / inference));
  }
}

async function tellReport({ runs = RUNS }: Asked): Promise<void> {
  // In turns, so that whatever else the machine does weighs on both alike.
  const [reports, cells] = [[] as { told: Stages; seconds: number }[], [] as number[]];
  for (let i = 0; i < runs; i++) {
    reports.push(await inFreshProcess<Stages>("report.ts"));
    cells.push((await inFreshProcess("cells.ts")).seconds);
  }
  console.log(`\nThe whole report, s (medians of ${runs} processes)`);
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

  const command = await reportTimes(runs);
  const imports = (await repeated<number>("importing.ts", runs)).map(({ told }) => told / 1000);
  console.log(`\nGoals of the report (medians of ${runs} runs)`);
  const ratio = median(reports.map(({ seconds }, i) => seconds / (cells[i] ?? NaN)));
  goalLine("from cold / in process", times(ratio), "≤ 6 ×", ratio <= 6);
  const seconds = (name: string, took: readonly number[], most: number) => {
    const typical = median(took);
    goalLine(name, `${typical.toFixed(2)} s`, `≤ ${most} s`, typical <= most);
  };
  seconds("nothing changed", command.unchanged, 1);
  seconds("one chapter changed", command.oneChapter, 3);
  seconds("first import of lib/mod.ts", imports, 0.5);
}

const PARTS = {
  computing: tellComputing,
  audit: tellInference,
  report: tellReport,
  peers: tellPeers,
} as const;

type Part = keyof typeof PARTS;

const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);

const counts = (least: number) => (text: string) => {
  const value = text.split(",").map(Number);
  return value.every((one) => Number.isInteger(one) && one >= least)
    ? { value }
    : { expected: `应为不小于 ${least} 的整数` };
};

const BENCH = command({
  name: "bench",
  does: "量一量各部分要多久、占多少内存，与目标比，也与别的程序比；结果不同才算失败。\n" +
    "peers 与 pandas、polars、DuckDB 比，用到时才把它们装进 .cache/bench/venv（需要 PyPI）。",
  options: {
    rows: {
      value: "人数,人数",
      does: "peers 用多少名毕业生，如 5809,580900,5809000,11800000；不写则是前两种",
      read: counts(1),
    },
    runs: {
      value: "次数",
      does: "每样运行几次；不写则 5 次，peers 百万人以上 3 次",
      read: (text) => {
        const read = counts(1)(text);
        return "value" in read ? { value: read.value[0] ?? 1 } : read;
      },
    },
  },
  operands: {
    name: "部分",
    does: `${Object.keys(PARTS).join("、")}；不写就是全部`,
    least: 0,
    most: Object.keys(PARTS).length,
  },
});

await runTask(BENCH, async ({ operands, rows, runs }) => {
  const stranger = operands.find((name) => !isPart(name));
  if (stranger !== undefined) {
    console.error(`没有“${stranger}”这一部分，是否应为 ${closest(stranger, Object.keys(PARTS))}`);
    return 2;
  }
  const asked = operands.filter(isPart);
  for (const part of asked.length > 0 ? asked : Object.keys(PARTS).filter(isPart)) {
    await PARTS[part]({ rows, runs });
  }
  return 0;
});
