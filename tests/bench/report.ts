/** The whole report, as `deno task report` makes it. Prints the seconds of its stages as JSON. */
import { writeReport } from "lib/publish/report.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { chosenYear, root } from "lib/workspace.ts";

/** What this script prints. */
export interface Stages {
  readonly setUp: number;
  readonly kernels: number;
  readonly cells: number;
  readonly export: number;
}

if (import.meta.main) {
  const year = chosenYear();
  Deno.env.set("REPORT_YEAR", String(year));
  const start = performance.now();
  const jupyter = await setUp(thisMachine(root(), () => {}));
  const ready = (performance.now() - start) / 1000;
  const screen = { rewritable: false, write: () => {} };
  const check = import.meta.resolve("lib/tasks/checked.ts");
  const { seconds } = await writeReport(year, {
    jupyter: () => Promise.resolve(jupyter),
    screen,
    check,
    fresh: true,
  });
  const stages: Stages = { setUp: ready, ...seconds };
  console.log(JSON.stringify(stages));
}
