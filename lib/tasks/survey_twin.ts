/** `deno task twin:surveys [--year Y]`: rebuilds an edition's survey responses from its report. */
import { parseArgs } from "node:util";
import { readErrata } from "../edition/errata.ts";
import { readExhibitKeys } from "../edition/exhibit_keys.ts";
import { describeRecount } from "../twin/survey_recount.ts";
import { rebuildSurvey } from "../twin/survey_files.ts";
import { chosenYear, editionFolder } from "../workspace.ts";

const SURVEYS = { "graduate-survey": "毕业生问卷", "employer-survey": "用人单位问卷" };

/** As the command: prints every number beside print; 1 if one differs that the errata do not name. */
function twin(args: string[]): number {
  const { values } = parseArgs({ args, options: { year: { type: "string" } } });
  const folder = editionFolder(
    chosenYear(values.year === undefined ? undefined : Number(values.year)),
  );
  const known = readErrata(folder, readExhibitKeys(folder)).map((row) => row.图表);
  let unexplained = 0;
  for (const [name, title] of Object.entries(SURVEYS)) {
    const lines = rebuildSurvey(folder, name);
    console.log(describeRecount(title, lines, known));
    unexplained += lines.filter((one) => !one.agrees && !known.includes(one.figure)).length;
  }
  return unexplained === 0 ? 0 : 1;
}

try {
  Deno.exit(twin(Deno.args));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}
