/**
 * What this workspace takes for a register, in a process of its own. Prints JSON; `peers.ts` runs it.
 *
 *     deno run -A ours.ts DATA_FOLDER STARTED
 */
import { bars, openReport } from "lib/mod.ts";
import type { Measured } from "./measured.ts";
import { median, timed } from "../timing.ts";
import { countsOf, makeTallies } from "./tallies.ts";

/** As many figures as a report has, and as many bars as one of them. */
const [FIGURES, BARS] = [42, 15];
const WARM_RUNS = 5;

/** The most memory that this process had so far, in MB; null where the system does not tell. */
function peak(): number | null {
  if (Deno.build.os !== "linux") return null;
  const found = /VmHWM:\s+(\d+) kB/.exec(Deno.readTextFileSync("/proc/self/status"));
  return found === null ? null : Number(found[1]) / 1000;
}

const [data = "", started = "0"] = Deno.args;
Deno.env.set("REPORT_DATA", data);
const opened = timed(() => openReport());
const first = timed(() => makeTallies(opened.made));
const memory = peak();
const [majors] = first.made.filter((table) => table.size > BARS);
if (majors === undefined) throw new Error("No tally has enough rows for a figure");
const [label = "", value = ""] = majors.names;
const rows = majors.slice(0, BARS);
for (let i = 0; i < FIGURES; i++) bars(rows, { label, value } as never);
const whole = Date.now() - Number(started);
const wholeMemory = peak();
const again = Array.from({ length: WARM_RUNS }, () => timed(() => makeTallies(opened.made)).took);
const measured: Measured = {
  load: opened.took,
  first: first.took,
  again: median(again),
  memory,
  whole,
  wholeMemory,
  version: Deno.version.deno,
  results: countsOf(first.made),
};
console.log(JSON.stringify(measured));
