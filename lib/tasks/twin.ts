/** `deno task twin [--year Y]`: rebuilds an edition's records from its published report. */
import { command, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const TWIN = command({
  name: "twin",
  does: "由已公布的数字重构一个版次的毕业生记录；只改注明 reconstructed 的版次。",
  options: { year: YEAR },
  codes: "0 每一项公布的数都能从记录中数出，1 有不能满足的或有错误，2 参数不对",
});

// Prints a line for each table and names what the records miss.
await runTask(TWIN, async ({ year }) => {
  const { readDictionaries } = await import("../edition/dictionaries.ts");
  const { mendEditions } = await import("../edition/mend.ts");
  const { missed } = await import("../twin/recount.ts");
  const { rebuild } = await import("../twin/rebuild.ts");
  const { chosenYear, editionFolder, shownPath } = await import("../workspace.ts");

  await mendEditions((line) => console.log(line));
  const folder = editionFolder(chosenYear(year));
  const margins = await rebuild(folder, readDictionaries(folder));
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
});
