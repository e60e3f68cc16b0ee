/** Made-up schools, counted twice: by the house's measures and by plain loops over the files. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { contradictions } from "lib/edition/contradictions.ts";
import { nearDuplicates } from "lib/edition/near_duplicates.ts";
import { preflight } from "lib/edition/preflight.ts";
import { openReport } from "lib/report.ts";
import { temporaryData } from "../temporary_data.ts";
import { anyEdition } from "./arbitrary.ts";
import { college } from "./college.ts";
import type { MadeUp } from "./files.ts";
import { measured } from "./measured.ts";
import { type Recount, recount } from "./recount.ts";
import { university } from "./university.ts";

/** Compares both counts of an edition and gives them. */
function compare(edition: MadeUp): Recount {
  using _ = temporaryData(edition.files);
  const expected = recount(edition);
  const found = measured(openReport(edition.year));
  for (const [key, value] of Object.entries(found.statements)) {
    assertEquals(value, expected.statements[key], key);
  }
  assertEquals(Object.keys(found.tables).sort(), Object.keys(expected.tables).sort());
  for (const [key, rows] of Object.entries(expected.tables)) {
    assertEquals(found.tables[key], rows, key);
  }
  return expected;
}

Deno.test("a university of three degrees: every number is that of a plain count", () => {
  const { statements, tables } = compare(university());
  assertEquals(statements["毕业生·人数"], 12_000);
  assertEquals(Object.keys(tables["学历落实情况"] ?? {}), ["博士", "硕士", "本科"]);
  assertEquals(Object.keys(tables["基层项目就业"] ?? {}).length, 4);
  // Majors of one name are three, and two codes within a degree are two.
  const majors = Object.keys(tables["专业落实情况"] ?? {});
  for (
    const name of [
      "计算机科学与技术（博士）",
      "计算机科学与技术（硕士）",
      "计算机科学与技术（本科）",
      "音乐学（130202）",
      "音乐学（130202H）",
    ]
  ) assert(majors.includes(name), name);
});

Deno.test("a college of 37 without most columns: every number is that of a plain count", () => {
  const { statements, tables } = compare(college());
  assertEquals(statements["毕业生·人数"], 37);
  const absent = ["学历落实情况", "单位性质流向", "月收入", "主要就业单位", "学科门类分布"];
  assertEquals(absent.filter((key) => key in tables), []);
  assert("未登记" in (tables["就业地区"] ?? {}));
});

Deno.test("random editions with columns missing at random: every number is that of a plain count", () => {
  fc.assert(fc.property(anyEdition, (edition) => void compare(edition)), { numRuns: 60 });
});

Deno.test("the made-up editions are sound, and the same at every run", () => {
  for (const make of [university, college]) {
    const edition = make();
    assertEquals(make().files, edition.files);
    using _ = temporaryData(edition.files);
    preflight(edition.year);
    const { graduates, dictionaries } = openReport(edition.year);
    assertEquals(nearDuplicates(graduates), []);
    assertEquals(
      contradictions(graduates, dictionaries).map(({ 情形 }) => 情形),
      [],
    );
  }
});
