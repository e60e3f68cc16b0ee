import { assertEquals } from "@std/assert";
import { join } from "node:path";
import {
  chapterNames,
  chaptersOf,
  notebookNames,
  skippedLines,
} from "lib/publish/jupyter/chapters.ts";
import { temporaryData } from "../../temporary_data.ts";

/** A notebook file that says what it requires. */
const notebook = (...requires: readonly string[]) =>
  JSON.stringify({ cells: [], metadata: requires.length === 0 ? {} : { requires } });

Deno.test("an analyst's notebook is no chapter; one without its data is left out, and what is missing is named", () => {
  using data = temporaryData({
    "2031/edition.json": "{}",
    "2031/graduate-survey.csv": "",
    "notebooks/01-a.ipynb": notebook(),
    "notebooks/02-b.ipynb": notebook("graduate-survey.csv"),
    "notebooks/03-c.ipynb": notebook("graduate-survey.csv", "employer-survey.csv"),
    "notebooks/04-d.ipynb": notebook("published"),
    "notebooks/mine.ipynb": JSON.stringify({ cells: [], metadata: { audience: "analyst" } }),
    "notebooks/notes.txt": "",
  });
  const folder = join(data.folder, "notebooks");
  const names = ["01-a", "02-b", "03-c", "04-d"];
  assertEquals(notebookNames(folder), [...names, "mine"]);
  assertEquals(chapterNames(folder), names);
  const chapters = chaptersOf(folder, 2031);
  assertEquals(chapters.names, ["01-a", "02-b"]);
  assertEquals(skippedLines(chapters.skipped), [
    "略过 03-c：本版次没有 employer-survey.csv",
    "略过 04-d：本版次没有 published",
  ]);
});
