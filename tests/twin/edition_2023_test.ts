import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { dirname, join } from "node:path";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readRecords } from "lib/table/csv.ts";
import { readEdition } from "lib/edition/settings.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { COLUMNS } from "lib/twin/draft.ts";
import { provincialMajors } from "lib/twin/provincial.ts";
import { rebuild } from "lib/twin/rebuild.ts";
import { missed, recount } from "lib/twin/recount.ts";
import { editionFolder } from "lib/workspace.ts";
import { copied } from "./copied.ts";

const folder = editionFolder(2023);
const dictionaries = readDictionaries();
const graduates = readGraduates(folder, dictionaries);

Deno.test("the committed records agree with every printed margin and every printed order", () => {
  const margins = recount(folder, readEdition(folder), dictionaries);
  assertEquals(missed(margins), []);
  const places = new Set(margins.map(({ place }) => place));
  for (let table = 1; table <= 15; table++) assert(places.has(`表${table}`), `表${table}`);
  assert(margins.length > 550);
});

Deno.test("rebuilding gives the committed files byte for byte", async () => {
  const copy = copied(folder);
  try {
    await rebuild(copy, dictionaries);
    for (const name of ["graduates.csv", "universities.csv", "provincial-majors.csv"]) {
      assertEquals(
        Deno.readFileSync(join(copy, name)),
        Deno.readFileSync(join(folder, name)),
        `${name}: run deno task twin --year 2023`,
      );
    }
  } finally {
    Deno.removeSync(dirname(copy), { recursive: true });
  }
});

Deno.test("the recount notices one graduate who is moved", () => {
  const copy = copied(folder);
  try {
    const path = join(copy, "graduates.csv");
    const text = Deno.readTextFileSync(join(folder, "graduates.csv"));
    Deno.copyFileSync(join(folder, "universities.csv"), join(copy, "universities.csv"));
    Deno.writeTextFileSync(path, text.replace(",待就业,", ",不就业拟升学,"));
    const items = missed(recount(copy, readEdition(copy), dictionaries))
      .map(({ place, item }) => `${place} ${item}`);
    assertEquals(items, ["表15 待就业", "表15 不就业拟升学"]);
  } finally {
    Deno.removeSync(dirname(copy), { recursive: true });
  }
});

Deno.test("no record could be a person, and every one says that it is rebuilt", () => {
  const [header] = Deno.readTextFileSync(join(folder, "graduates.csv")).split("\n", 1);
  assertEquals(header, COLUMNS.join(","));
  assert(graduates.column("学号").every((id) => /^重构\d+$/.test(id)));
});

Deno.test("cells that do not apply are empty, and those that do are filled", () => {
  for (const row of graduates.rows()) {
    const employed = row.去向大类 === "就业";
    assertEquals(row.升学院校 !== "", row.去向大类 === "升学", row.学号);
    assertEquals(row.单位性质类别 !== "", employed, row.学号);
    if (!employed) {
      assertEquals(row.单位性质 + row.单位行业 + row.就业省份 + row.就业城市, "", row.学号);
    }
    assertEquals(row.就业城市 !== "", row.就业省份 === "山东省", row.学号);
    assertEquals(row.生源城市 !== "", row.生源地 === "山东省", row.学号);
  }
});

Deno.test("soldiers are the graduates without a registered place of work", () => {
  const employed = graduates.filter((row) => row.去向大类 === "就业");
  assertEquals(
    employed.filter((row) => row.就业省份 === "").column("学号"),
    employed.filter((row) => row.毕业去向 === "应征义务兵").column("学号"),
  );
});

Deno.test("values that print leaves out stay below those that it names", () => {
  const employed = graduates.filter((row) => row.去向大类 === "就业");
  for (const [column, named] of [["就业城市", 3], ["单位行业", 5]] as const) {
    const counts = employed.filter((row) => row[column] !== "").count([column], "n")
      .rows().map((row) => row.n).sort((a, b) => b - a);
    assert((counts[named - 1] ?? 0) > (counts[named] ?? 0), column);
  }
});

Deno.test("every university is listed, with the home province where print says so", () => {
  const listed = readRecords(join(folder, "universities.csv"), ["升学院校", "省份"]);
  const used = new Set(graduates.column("升学院校").filter((name) => name !== ""));
  assertEquals(new Set(listed.map((row) => row.升学院校)), used);
  assertNotEquals(listed.filter((row) => row.省份 === "").length, 0);
});

Deno.test("coverage.csv names the majors whose provincial headcount is certain", () => {
  const certain = provincialMajors(folder).filter(({ choices }) => choices === 1);
  const marked = readEdition(folder).coverage
    .filter((row) => row.图表 === "provincial-majors.csv" && row.依据 === "derived");
  assertEquals(new Set(marked.map((row) => row.项目)), new Set(certain.map((row) => row.专业)));
});
