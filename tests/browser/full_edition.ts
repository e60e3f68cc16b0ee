/** A report with everything in it: a made-up university's records, and answers to all questions. */
import { join } from "node:path";
import { compare } from "lib/document/compare.ts";
import { assemble, madeOf } from "lib/document/document.ts";
import { readFacts } from "lib/edition/published.ts";
import { readEdition } from "lib/edition/settings.ts";
import { chapterNames } from "lib/publish/jupyter/chapters.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import { readNotebook } from "lib/publish/jupyter/notebook.ts";
import { reportFiles } from "lib/publish/report.ts";
import { editionFolder, root } from "lib/workspace.ts";
import { university } from "../editions/university.ts";
import { environment, temporaryData } from "../temporary_data.ts";

/** What the university takes over from the edition of 2023, without what that leaves unknown. */
const BORROWED = [
  "graduate-survey.csv",
  "graduate-survey.codebook.csv",
  "employer-survey.csv",
  "employer-survey.codebook.csv",
  "initiatives.csv",
  "profile.csv",
];

/** The university a year before: other graduates of the same majors. */
function lastYear(): Record<string, string> {
  const { files, year } = university(99);
  const before = Object.entries(files).map(([path, text]) => [
    path.replace(`${year}/`, `${year - 1}/`),
    path.endsWith("edition.json") ? text.replaceAll(String(year), String(year - 1)) : text,
  ]);
  return Object.fromEntries(before);
}

/** The pages of the report, by name. */
export async function fullPages(): Promise<Map<string, string>> {
  const { files, year } = university();
  const borrowed = Object.fromEntries(
    BORROWED.map((name) => [
      `${year}/${name}`,
      Deno.readTextFileSync(join(root(), "data", "2023", name)),
    ]),
  );
  using _ = temporaryData({ ...files, ...lastYear(), ...borrowed });
  const restore = environment({ REPORT_YEAR: String(year) });
  try {
    const folder = join(root(), "notebooks");
    const chapters = chapterNames(folder)
      .map((name) => ({ name, notebook: readNotebook(join(folder, `${name}.ipynb`)) }));
    const sources = [];
    for (const { name } of chapters) {
      sources.push(await runInProcess(join(folder, `${name}.ipynb`)));
    }
    const facts = readFacts(join(editionFolder(year), "published"));
    const edition = readEdition(editionFolder(year));
    const document = assemble(sources, { facts });
    const comparison = compare(madeOf(document), facts, edition.errata);
    const made = reportFiles(edition, chapters, document, comparison);
    return new Map([...made].filter(([name]) => name.endsWith(".html")));
  } finally {
    restore();
  }
}
