/** The analysts' scratch notebook: its ten questions are answered on any edition, or say what is missing. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { join } from "node:path";
import { blockText } from "lib/document/plain.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import { root } from "lib/workspace.ts";
import { anyEdition } from "../editions/arbitrary.ts";
import { college } from "../editions/college.ts";
import type { MadeUp } from "../editions/files.ts";
import { university } from "../editions/university.ts";
import { environment, temporaryData } from "../temporary_data.ts";

/** What each code cell shows, from the first question on. */
async function answers(year: number, data?: string): Promise<string[]> {
  const restore = environment({ REPORT_YEAR: String(year), REPORT_DATA: data });
  try {
    const { cells } = await runInProcess(join(root(), "notebooks", "scratch.ipynb"));
    return cells.flatMap((cell) => "code" in cell ? [cell.blocks.map(blockText).join("\n")] : [])
      .slice(2);
  } finally {
    restore();
  }
}

async function answersOf({ files, year }: MadeUp): Promise<string[]> {
  using data = temporaryData(files);
  return await answers(year, data.folder);
}

const silent = (text: string) => text.includes("这一问没有资料");
/** The questions, from 1, that tell of something missing. */
const unanswered = (found: readonly string[]) =>
  found.flatMap((text, i) => silent(text) ? [i + 1] : []);

Deno.test("the edition of 2023 answers all but what it does not know: pay", async () => {
  const found = await answers(2023);
  assertEquals(found.length, 10);
  assertEquals(unanswered(found), [9]);
});

Deno.test("a university that knows everything answers all ten", async () => {
  const found = await answersOf(university());
  assertEquals(unanswered(found), []);
  assert(found.every((text) => text !== ""));
});

Deno.test("a small college is told what it lacks: universities, earlier years, pay", async () => {
  assertEquals(unanswered(await answersOf(college())), [5, 8, 9]);
});

Deno.test("whatever columns are missing, every question is answered, and by nothing absurd", async () => {
  await fc.assert(
    fc.asyncProperty(anyEdition, async (edition) => {
      for (const text of await answersOf(edition)) {
        assert(text !== "");
        assertEquals(/undefined|NaN|null|Infinity|\[object/.exec(text)?.[0], undefined, text);
      }
    }),
    { numRuns: 15 },
  );
});
