/** Freezing, drafting and checking made-up editions through the real notebooks. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { NOT_PROOFREAD } from "lib/document/compare.ts";
import { type Facts, readFacts } from "lib/edition/published.ts";
import { calculate } from "lib/publish/composed.ts";
import { readFreeze, verdict } from "lib/publish/freeze.ts";
import { draft, freeze } from "lib/publish/publish_facts.ts";
import { college } from "../editions/college.ts";
import { university } from "../editions/university.ts";
import { temporaryData } from "../temporary_data.ts";

/** What `deno task check` finds. */
async function check(year: number) {
  const { edition, comparison } = await calculate(year);
  return { ...comparison, ...verdict(edition, comparison) };
}

/** Rewrites a file of a data folder. */
function rewrite(folder: string, path: string, change: (text: string) => string): void {
  const file = join(folder, ...path.split("/"));
  const text = Deno.readTextFileSync(file);
  const changed = change(text);
  assert(changed !== text, `${path} was to change`);
  Deno.writeTextFileSync(file, changed);
}

/** The first graduate without work is said to found a firm. */
const moved = (text: string) => text.replace(/待就业/, "自主创业");

Deno.test("a frozen college agrees in full; one changed record is named, and the file it stands in", async () => {
  const { files, year } = college();
  using data = temporaryData(files);
  const { facts } = await freeze(await calculate(year), { now: new Date("2025-12-01T02:00:00Z") });
  assert(facts > 200, `${facts}`);
  const after = await check(year);
  assertEquals([after.differ, after.unchecked, after.stale], [[], [], []]);
  assertEquals([after.facts, after.agree, after.right], [facts, facts, true]);

  rewrite(data.folder, `${year}/graduates.csv`, moved);
  const changed = await check(year);
  assertEquals(changed.right, false);
  const ids = changed.differ.map(({ id, published, computed }) => [id, published, computed]);
  const placed = readFacts(join(data.folder, `${year}`, "published")).statements
    .find(({ subject, measure }) => subject === "毕业生" && measure === "落实毕业去向人数");
  const count = Number(placed?.value);
  assert(
    ids.some(([id, was, is]) => id === placed?.id && was === `${count}` && is === `${count + 1}`),
  );
  assertStringIncludes(
    changed.lines.join("\n"),
    `冻结（2025-12-01）以来变过的：data ${year}/graduates.csv；lib 无；notebooks 无`,
  );
});

Deno.test("a frozen university agrees in full, figures too", async () => {
  const { files, year } = university();
  using data = temporaryData(files);
  const { facts } = await freeze(await calculate(year));
  const after = await check(year);
  assertEquals([after.differ, after.unchecked, after.stale], [[], [], []]);
  assertEquals([after.agree, after.right], [facts, true]);
  assert((readFacts(join(data.folder, `${year}`, "published")).figures ?? []).length > 3);
});

Deno.test("a difference in a frozen edition is explained by the ledger, never by other published facts", async () => {
  const { files, year } = college();
  using data = temporaryData(files);
  await freeze(await calculate(year));
  rewrite(data.folder, `${year}/graduates.csv`, moved);
  const { differ } = await check(year);
  const ledger = differ.map(({ id, place, published, computed }) =>
    [
      place.startsWith("表") || place.startsWith("图") ? place : "正文",
      "数",
      id,
      published,
      computed,
    ]
      .concat("补报", "更正").join(",")
  );
  const errata = join(data.folder, `${year}`, "errata.csv");
  Deno.writeTextFileSync(
    errata,
    ["图表,项目,编号,公布值,重算值,原因,处理", ...ledger, ""].join("\n"),
  );
  assertEquals((await check(year)).right, true);

  Deno.removeSync(errata);
  rewrite(data.folder, `${year}/graduates.csv`, (text) => text.replace("自主创业", "待就业"));
  rewrite(data.folder, `${year}/published/titles.csv`, (text) => text.replace("\n", "\n\n"));
  const { right, lines } = await check(year);
  assertEquals(right, false);
  assertStringIncludes(lines.join("\n"), "有人改过 published/：titles.csv");
});

Deno.test("what is published is replaced only for a reason, which is kept, and others' files stay", async () => {
  const { files, year } = college();
  using data = temporaryData(files);
  await freeze(await calculate(year));
  const folder = join(data.folder, `${year}`, "published");
  Deno.writeTextFileSync(join(folder, "README.md"), "说明");
  rewrite(data.folder, `${year}/graduates.csv`, moved);
  const before = readFacts(folder);
  await assertRejects(async () => await freeze(await calculate(year)), Error, "已经有了");
  assertEquals(readFacts(folder), before);

  await freeze(await calculate(year), { because: "补报一人" });
  assertEquals(readFreeze(year)?.because, "补报一人");
  assertEquals(Deno.readTextFileSync(join(folder, "README.md")), "说明");
  assertEquals((await check(year)).right, true);
  const ids = ({ statements }: Facts) =>
    new Map(statements.map((one) => [`${one.place}${one.subject}${one.measure}`, one.id]));
  const [was, is] = [ids(before), ids(readFacts(folder))];
  const both = [...was.keys()].filter((key) => is.has(key));
  assert(both.length > was.size / 2);
  for (const key of both) assertEquals(is.get(key), was.get(key), key);
});

Deno.test("what would not agree once written is not written", async () => {
  const { files, year } = college();
  using data = temporaryData({
    ...files,
    [`${year}/errata.csv`]: "图表,项目,编号,公布值,重算值,原因,处理\n正文,人数,1-001,1,2,旧的,无\n",
  });
  await assertRejects(async () => await freeze(await calculate(year)), Error, "没有冻结");
  assertEquals(existsSync(join(data.folder, `${year}`, "published")), false);
});

Deno.test("a draft is no agreement until its marks are taken away, row by row", async () => {
  const { files, year } = college();
  using data = temporaryData(files);
  const { facts } = await draft(await calculate(year));
  const drafted = await check(year);
  assertEquals([drafted.agree, drafted.unchecked.length, drafted.right], [0, facts, false]);
  assertEquals(new Set(drafted.unchecked.map(({ why }) => why)), new Set([NOT_PROOFREAD]));
  assertStringIncludes(drafted.lines.join("\n"), NOT_PROOFREAD);
  assertEquals(readFreeze(year), null);
  await assertRejects(async () => await draft(await calculate(year)), Error, "已经有了");

  const published = join(data.folder, `${year}`, "published");
  rewrite(
    data.folder,
    `${year}/published/statements.csv`,
    (text) => text.replace(",草稿\n", ",\n"),
  );
  assertEquals((await check(year)).agree, 1);
  for (
    const { name } of [...Deno.readDirSync(published)].filter(({ name }) => name !== "titles.csv")
  ) {
    const path = join(published, name);
    Deno.writeTextFileSync(path, Deno.readTextFileSync(path).replaceAll(/,草稿$/gm, ","));
  }
  const proofread = await check(year);
  assertEquals([proofread.agree, proofread.right], [facts, true]);
});
