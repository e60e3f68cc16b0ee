/** `deno task twin [--year Y]`: rebuilds an edition's records from its published report. */
import { parseArgs } from "node:util";
import { readDictionaries } from "../edition/dictionaries.ts";
import { missed } from "../twin/recount.ts";
import { rebuild } from "../twin/rebuild.ts";
import { chosenYear, editionFolder, shownPath } from "../workspace.ts";

/** As the command: prints a line for each table, names what the records miss; 1 if anything. */
function twin(args: string[]): number {
  const { values } = parseArgs({ args, options: { year: { type: "string" } } });
  const folder = editionFolder(
    chosenYear(values.year === undefined ? undefined : Number(values.year)),
  );
  const margins = rebuild(folder, readDictionaries(folder));
  console.log(`已按公布数字重构毕业生记录：${shownPath(folder)}/graduates.csv`);
  for (const [place, some] of Map.groupBy(margins, (margin) => margin.place)) {
    const wrong = missed(some);
    console.log(`  ${place}：公布 ${some.length} 项，相符 ${some.length - wrong.length} 项`);
    for (const { item, printed, counted } of wrong) {
      console.log(`    ✗ ${item}：公布 ${printed}，记录 ${counted}`);
    }
  }
  const wrong = missed(margins).length;
  console.log(wrong === 0 ? `全部 ${margins.length} 项相符。` : `有 ${wrong} 项不能满足。`);
  return wrong === 0 ? 0 : 1;
}

try {
  Deno.exit(twin(Deno.args));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}
