/**
 * Schools that nobody made the notebooks for: what the chapters show of them is what plain loops over
 * the files count, and whatever is missing, no sentence is empty, false or absurd.
 */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Made, madeOf, signed } from "lib/document/document.ts";
import type { Exhibit } from "lib/document/exhibit.ts";
import { blockText } from "lib/document/plain.ts";
import { anyEdition } from "../editions/arbitrary.ts";
import { college } from "../editions/college.ts";
import type { MadeUp } from "../editions/files.ts";
import { recount } from "../editions/recount.ts";
import { university } from "../editions/university.ts";
import { temporaryData } from "../temporary_data.ts";
import { runChapters } from "./run_chapter.ts";

const NOTEBOOKS = ["00-conventions", "01-employment", "02-destinations", "03-trends"];

/** The report of a made-up edition. */
async function reportOf({ files, year }: MadeUp) {
  using data = temporaryData(files);
  return await runChapters(NOTEBOOKS, { year, data: data.folder });
}

/** An exhibit's rows: what stands in its columns of words → what stands in those of numbers. */
function rowsOf({ columns, rows }: Exhibit): Map<string, unknown[]> {
  const own = columns.map((name, i) => [name, i] as const).filter(([name]) => name !== "序号");
  const isText = (i: number) =>
    rows.every((row) => typeof row[i] === "string" && !/^-?[\d.]+$/.test(String(row[i])));
  const words = own.filter(([, i]) => isText(i)).map(([, i]) => i);
  const numbers = own.filter(([, i]) => !isText(i)).map(([, i]) => i);
  return new Map(
    rows.map((row) => [words.map((i) => row[i]).join("·"), numbers.map((i) => row[i])]),
  );
}

/** Compares what was made with a plain recount, and says how many numbers were compared. */
function compare(made: Made, edition: MadeUp): number {
  const expected = recount(edition);
  let compared = 0;
  for (const { key, value } of made.statements) {
    if (!(key in expected.statements)) continue;
    assertEquals(value, expected.statements[key], key);
    compared++;
  }
  for (const exhibit of made.exhibits) {
    const counted = expected.tables[exhibit.key];
    if (counted === undefined || exhibit.kind === "figure") continue;
    for (const [name, values] of rowsOf(exhibit)) {
      assertEquals(values, counted[name], `${exhibit.key} ${name}`);
      compared += values.length;
    }
  }
  return compared;
}

Deno.test("a university of three degrees: its chapters show what a plain count gives", async () => {
  const edition = university();
  const made = madeOf(await reportOf(edition));
  assert(compare(made, edition) > 500);
  const keys = made.exhibits.map(({ key }) => key);
  for (
    const key of [
      "学历落实情况",
      "学历院系落实情况",
      "学科门类落实情况",
      "基层项目就业",
      "主要就业单位",
      "专业月收入",
    ]
  ) assert(keys.includes(key), key);
  assert(!keys.includes("专业大类分布"));
});

Deno.test("a college of 37: its chapters show what a plain count gives, and nothing else", async () => {
  const edition = college();
  const made = madeOf(await reportOf(edition));
  assert(compare(made, edition) > 50);
  const keys = made.exhibits.map(({ key }) => key);
  for (const key of ["学历落实情况", "单位性质流向", "专业月收入", "主要就业单位"]) {
    assert(!keys.includes(key), key);
  }
  assertEquals(
    made.exhibits.filter(({ kind }) => kind === "table").map(({ number }) => number),
    made.exhibits.filter(({ kind }) => kind === "table").map((_, i) => i + 1),
  );
});

/** What no sentence may hold, whatever the records are. */
const ABSURD: readonly (readonly [why: string, pattern: RegExp])[] = [
  ["an empty slot", /（）|“”|：[。；，]|是[。，；]|占[。，；]|为[。，；]|有[。，；]/],
  ["an unknown that is spoken", /未知|undefined|null|NaN|—/],
  ["doubled or leading punctuation", /[，；。：、][，；。：、]|^[，；。：、]/],
  ["a share of nobody", /0 人，占|共 0 人|0 人（/],
  [
    "a rank of something absent",
    /(^|[，；。])(人数|专业规模|的落实率|生源)?(并列)?(最多|最高|最大|居首)[，；。]|[，；。]的/,
  ],
];

Deno.test("random editions with columns missing at random: no sentence is empty or absurd", async () => {
  await fc.assert(
    fc.asyncProperty(anyEdition, async (edition) => {
      for (const { blocks } of signed(await reportOf(edition))) {
        for (const { block } of blocks) {
          const isProse = block.kind === "paragraph" || block.kind === "list";
          for (const line of isProse ? blockText(block).split("\n") : []) {
            for (const [why, pattern] of ABSURD) {
              assert(!pattern.test(line), `${why}: ${line}`);
            }
          }
          if (block.kind === "table" || block.kind === "figure") {
            assert(block.exhibit.rows.length > 0, `${block.exhibit.key} is empty`);
            for (const row of block.exhibit.rows) {
              assert(
                row[0] !== "" && row[1] !== "",
                `${block.exhibit.key} has a row without a name`,
              );
            }
          }
        }
      }
    }),
    { numRuns: 25 },
  );
});
