/** What the chapters tell of made-up schools, held to the plain count of their files. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Made, madeOf } from "lib/document/document.ts";
import { runChapters } from "../notebooks/run_chapter.ts";
import { temporaryData } from "../temporary_data.ts";
import { anyEdition } from "./arbitrary.ts";
import { college } from "./college.ts";
import type { MadeUp } from "./files.ts";
import { type Cell, type Recount, recount } from "./recount.ts";
import { university } from "./university.ts";

/** Exhibits of the chapters whose rows are all of a recount, or its first ones. */
const HELD = [
  "专业分布",
  "院系分布",
  "专业大类分布",
  "学科门类分布",
  "外省生源分布",
  "毕业去向",
  "学历落实情况",
  "学历院系落实情况",
  "专业大类落实情况",
  "学科门类落实情况",
  "专业落实情况",
  "院系落实情况",
  "单位性质流向",
  "基层项目就业",
  "主要就业单位",
  "未就业情况",
];

/** Every number that the chapters tell and the recount does not, or tells otherwise. */
function disagreements({ statements, exhibits }: Made, expected: Recount): string[] {
  const isNumber = (value: Cell) => /^\d/.test(String(value));
  /** Equals are told together (甲系、乙系), and each must have the number. */
  const rightly = (key: string, value: Cell) => {
    if (key in expected.statements) return expected.statements[key] === value;
    const [subject = "", measure] = key.split("·");
    return subject.includes("、") &&
      subject.split("、").every((one) => expected.statements[`${one}·${measure}`] === value);
  };
  const sentences = statements.filter(({ value }) => isNumber(value))
    .filter(({ key, value }) => !rightly(key, value))
    .map(({ key, value }) => `${key}: ${value}, not ${expected.statements[key]}`);
  const rows = exhibits.filter(({ key }) => HELD.includes(key)).flatMap((exhibit) =>
    exhibit.rows.flatMap((row) => {
      const cells = exhibit.columns[0] === "序号" ? row.slice(1) : row;
      const labels = exhibit.columns.includes("学历") && cells.length === 7 ? 2 : 1;
      const name = cells.slice(0, labels).join("·");
      const right = expected.tables[exhibit.key]?.[name];
      const same = JSON.stringify(right) === JSON.stringify(cells.slice(labels));
      return same ? [] : [`${exhibit.key}, ${name}: ${cells.slice(labels)}, not ${right}`];
    })
  );
  return [...sentences, ...rows];
}

async function chaptersOf(edition: MadeUp): Promise<Made> {
  using data = temporaryData(edition.files);
  const choice = { year: edition.year, data: data.folder };
  return madeOf(await runChapters(["01-employment", "02-destinations"], choice));
}

for (const [name, make] of [["university", university], ["college", college]] as const) {
  Deno.test(`every number that the chapters tell of the ${name} is that of a plain count`, async () => {
    const edition = make();
    const made = await chaptersOf(edition);
    assert(made.statements.length > 30);
    assertEquals(disagreements(made, recount(edition)), []);
  });
}

Deno.test("every number that the chapters tell of random editions is that of a plain count", async () => {
  await fc.assert(
    fc.asyncProperty(anyEdition, async (edition) => {
      assertEquals(disagreements(await chaptersOf(edition), recount(edition)), []);
    }),
    { numRuns: 30 },
  );
});

Deno.test("a number that is wrong by one is found, in a sentence and in a table", async () => {
  const edition = college();
  const made = await chaptersOf(edition);
  const { statements, tables } = recount(edition);
  const [first] = Object.keys(tables["院系分布"] ?? {});
  const [count = 0, share = null] = tables["院系分布"]?.[first ?? ""] ?? [];
  const wrong = {
    statements: { ...statements, "毕业生·人数": 38 },
    tables: {
      ...tables,
      院系分布: { ...tables["院系分布"], [first ?? ""]: [Number(count) + 1, share] },
    },
  };
  assertEquals(disagreements(made, wrong).length, 2);
});
