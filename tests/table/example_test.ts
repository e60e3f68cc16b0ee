/** Cells as an analyst who knows Arquero writes them, over the graduates of 2023. */
import { assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { placement } from "lib/measures/placement.ts";
import { ratio } from "lib/measures/ratio.ts";
import { desc, op } from "lib/table/frame.ts";
import { root } from "lib/workspace.ts";

const folder = join(root(), "data", "2023");
const dictionaries = readDictionaries(folder);
const graduates = readGraduates(folder, dictionaries);
const { regions } = dictionaries;
const listed = (names: readonly string[]) => `现有：${names.join("、")}`;

Deno.test("groupby, rollup and pivot with functions over variables of the cell", () => {
  const placed = new Set(["就业", "升学"]);
  const table = graduates
    .groupby("院系", "性别")
    .rollup({
      人数: () => op.count(),
      落实率: (one) => ratio(op.sum(Number(placed.has(one.去向大类))), op.count()),
    })
    .groupby("院系")
    .pivot<{ 男: number; 女: number }>("性别", "人数")
    .derive({ 合计: (row) => (row.男 ?? 0) + (row.女 ?? 0) })
    .orderby(desc("合计"));

  assertEquals(table.names, ["院系", "女", "男", "合计"]);
  assertEquals(table.column("合计").reduce((sum, n) => sum + n, 0), graduates.size);
  const [first] = table.rows();
  const women = graduates.filter((one) => one.院系 === first?.院系 && one.性别 === "女");
  assertEquals(first?.女, women.size);
});

Deno.test("a rollup says what the house's own measure says", () => {
  const rolled = graduates.groupby("专业").rollup({
    生源人数: op.count(),
    落实: (one) => op.sum(Number(one.去向大类 !== "未就业")),
  });
  assertEquals(
    rolled.rows(),
    placement(graduates, "专业").select("专业", "生源人数", "落实").rows(),
  );
});

Deno.test("a join by keys of different names, and the rows that have no partner", () => {
  const employed = graduates.filter((one) => one.去向大类 === "就业");
  const located = employed.join_left(regions, ["就业省份", "省份"]);
  assertEquals(located.size, employed.size);
  const nowhere = employed.antijoin(regions, ["就业省份", "省份"]);
  assertEquals(located.filter((one) => one.经济区域 === null).size, nowhere.size);
  assertEquals(employed.semijoin(regions, ["就业省份", "省份"]).size, employed.size - nowhere.size);
  const short = (name: string) => name.slice(0, 2);
  const byTest = regions.join(
    regions.select("省份", "简称"),
    (a, b) => short(a.省份) === b.简称 && a.经济区域 !== "",
  );
  assertEquals(byTest.names.slice(-2), ["省份_2", "简称_2"]);
  assertEquals(byTest.filter((one) => one.省份_1 !== one.省份_2).size, 0);
});

Deno.test("a misspelt column in each verb is an error that lists the columns", () => {
  const grouped = graduates.groupby("院系");
  const counted = graduates.groupby("院系", "性别").count();
  const cases: Record<string, [run: () => unknown, columns: readonly string[]]> = {
    // @ts-expect-error: there is no such column
    groupby: [() => graduates.groupby("院糸"), graduates.names],
    // @ts-expect-error: there is no such column
    "groupby by a function": [() => graduates.groupby({ 系: (d) => d.院糸 }), graduates.names],
    // @ts-expect-error: there is no such column
    rollup: [() => grouped.rollup({ n: (d) => op.sum(Number(d.院糸 === "")) }), graduates.names],
    "rollup by an op's name": [() => grouped.rollup({ n: op.mean("院糸") }), graduates.names],
    // @ts-expect-error: there is no such column
    "pivot's keys": [() => counted.groupby("院系").pivot("性另", "count"), counted.names],
    // @ts-expect-error: there is no such column
    "pivot's values": [() => counted.groupby("院系").pivot("性别", "人数"), counted.names],
    // @ts-expect-error: there is no such column
    filter: [() => graduates.filter((d) => d.院糸 === "医学系"), graduates.names],
    "filter by text": [() => graduates.filter("d => d.院糸 == 'a'"), graduates.names],
    // @ts-expect-error: there is no such column
    derive: [() => graduates.derive({ 系: (d) => d.院糸 }), graduates.names],
    // @ts-expect-error: there is no such column
    join: [() => graduates.join(regions, ["就业省分", "省份"]), graduates.names],
    // @ts-expect-error: there is no such column
    "join's other key": [() => graduates.join(regions, ["就业省份", "省分"]), regions.names],
    // @ts-expect-error: there is no such column
    "join by a test": [() => graduates.join(regions, (a, b) => a.省分 === b.省份), graduates.names],
    // @ts-expect-error: there is no such column
    "by another's": [() => graduates.join(regions, (a, b) => a.院系 === b.省分), regions.names],
    // @ts-expect-error: there is no such column
    semijoin: [() => graduates.semijoin(regions, ["就业省分", "省份"]), graduates.names],
  };
  for (const [verb, [run, columns]] of Object.entries(cases)) {
    const { message } = assertThrows(run, TypeError, "没有“", verb);
    assertEquals(message.endsWith(listed(columns)), true, `${verb}: ${message}`);
  }
});
