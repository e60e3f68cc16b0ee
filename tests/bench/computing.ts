/**
 * What one edition's computing takes without Jupyter, each piece in the order of a real run, so that
 * a first time is as cold as there. Prints JSON; `bench.ts` runs it.
 */
import { bars } from "lib/document/charts/bars.ts";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { desc, type Frame } from "lib/table/frame.ts";
import { type Graduate, readGraduates } from "lib/edition/graduates.ts";
import { destinationLines } from "lib/measures/destinations.ts";
import { placement } from "lib/measures/placement.ts";
import { topAndRest } from "lib/measures/ranking.ts";
import { ratio } from "lib/measures/ratio.ts";
import { tally } from "lib/measures/tally.ts";
import { chosenYear, editionFolder } from "lib/workspace.ts";
import { type ColdAndWarm, coldAndWarm } from "./timing.ts";

/** What this script prints. */
export interface Computing {
  readonly graduates: number;
  readonly pieces: readonly (ColdAndWarm & { readonly piece: string })[];
}

const FIGURES = 42;

/** The rows behind the tables and figures of the report's first chapter. */
function firstChapter(graduates: Frame<Graduate>) {
  const total = graduates.size;
  const shares = (column: "专业大类" | "专业" | "院系" | "生源地" | "性别" | "生源城市") =>
    tally(graduates, column, "人数")
      .derive({ "比例%": (row) => ratio(row.人数, total) })
      .orderby(desc("人数"));
  const some = [
    graduates,
    graduates.filter((one) => one.特困家庭 === "是"),
    graduates.filter((one) => one.省级优秀毕业生 === "是"),
    graduates.filter((one) => one.民族 !== "汉族"),
  ];
  const origins = shares("生源地");
  return [
    ...(["专业大类", "专业", "院系", "性别", "生源城市"] as const).map(shares),
    origins,
    topAndRest(origins, 4, { label: "生源地", count: "人数", rest: "其他" }),
    ...some.flatMap((group) => [destinationLines(group), placement(group)]),
    ...(["性别", "专业大类", "专业", "院系"] as const)
      .map((column) => placement(graduates, column).orderby(desc("落实率"))),
  ];
}

/** As many figures as a report has, as large as they are there. */
function figures(graduates: Frame<Graduate>) {
  const rows = destinationLines(graduates);
  return Array.from(
    { length: FIGURES },
    () => bars(rows, { label: "毕业去向", value: "所占比例%", beside: "毕业生人数" }),
  );
}

if (import.meta.main) {
  const dictionaries = readDictionaries();
  const folder = editionFolder(chosenYear());
  const read = () => readGraduates(folder, dictionaries);
  const reading = coldAndWarm(read);
  const graduates = read();
  const computing: Computing = {
    graduates: graduates.size,
    pieces: [
      { piece: "read graduates.csv", ...reading },
      { piece: "chapter 1, measures only", ...coldAndWarm(() => firstChapter(graduates)) },
      { piece: `${FIGURES} bar charts`, ...coldAndWarm(() => figures(graduates)) },
    ],
  };
  console.log(JSON.stringify(computing));
}
