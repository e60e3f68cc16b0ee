/** `deno task twin:surveys [--year Y]`: rebuilds an edition's survey responses from its report. */
import { command, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const SURVEYS = { "graduate-survey": "毕业生问卷", "employer-survey": "用人单位问卷" };

const TWIN = command({
  name: "twin:surveys",
  does: "由已公布的数字重构一个版次的两份问卷答卷；只改注明 reconstructed 的版次。",
  options: { year: YEAR },
  codes: "0 与公布的数相符（勘误表写明的除外），1 有不符或有错误，2 参数不对",
});

// Prints every number beside print.
await runTask(TWIN, async ({ year }) => {
  const { readErrata } = await import("../edition/errata.ts");
  const { readExhibitKeys } = await import("../edition/exhibit_keys.ts");
  const { mendEditions } = await import("../edition/mend.ts");
  const { rebuildSurvey } = await import("../twin/survey_files.ts");
  const { describeRecount } = await import("../twin/survey_recount.ts");
  const { chosenYear, editionFolder } = await import("../workspace.ts");

  await mendEditions((line) => console.log(line));
  const folder = editionFolder(chosenYear(year));
  const known = readErrata(folder, readExhibitKeys(folder)).map((row) => row.图表);
  let unexplained = 0;
  for (const [name, title] of Object.entries(SURVEYS)) {
    const lines = await rebuildSurvey(folder, name);
    console.log(describeRecount(title, lines, known));
    unexplained += lines.filter((one) => !one.agrees && !known.includes(one.figure)).length;
  }
  return unexplained === 0 ? 0 : 1;
});
