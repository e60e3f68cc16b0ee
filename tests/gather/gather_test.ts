import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import { dirname, join } from "node:path";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { hasDuckDb, query, QueryError } from "lib/gather/duckdb.ts";
import { gather } from "lib/gather/gather.ts";
import { columnsOf, describing, planOf, type Source, sourcesIn } from "lib/gather/sources.ts";
import { placement } from "lib/measures/placement.ts";
import { root } from "lib/workspace.ts";
import { graduatesCsv } from "../small_edition.ts";

const YEAR = 2031;

async function inTemp(test: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = Deno.makeTempDirSync();
  try {
    await test(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

function write(path: string, content = ""): string {
  Deno.mkdirSync(dirname(path), { recursive: true });
  Deno.writeTextFileSync(path, content);
  return path;
}

const csv = (name: string, inSchool = false): Source => ({ path: name, format: "csv", inSchool });

Deno.test("a folder of schools gives this year's registers, another one all its files, a file itself", () =>
  inTemp((folder) => {
    write(join(folder, "省", "甲学院", "2031", "graduates.csv"));
    write(join(folder, "省", "甲学院", "2030", "graduates.csv"));
    write(join(folder, "省", "乙学院", "2031", "graduates.csv"));
    write(join(folder, "省", "乙学院", "2031", "graduates.parquet"));
    write(join(folder, "省", "说明.txt"));
    write(join(folder, "片", "一", "b.parquet"));
    write(join(folder, "片", "a.PARQUET"));
    write(join(folder, "片", ".a.csv"));
    const names = (...path: string[]) =>
      sourcesIn(join(folder, ...path), YEAR).map((one) =>
        [one.path.slice(folder.length + 1).replaceAll("\\", "/"), one.format, one.inSchool].join(
          " ",
        )
      );
    assertEquals(names("省"), [
      "省/乙学院/2031/graduates.parquet parquet true",
      "省/甲学院/2031/graduates.csv csv true",
    ]);
    assertEquals(names("片"), ["片/a.PARQUET parquet false", "片/一/b.parquet parquet false"]);
    assertEquals(names("片", "一", "b.parquet"), ["片/一/b.parquet parquet false"]);
    assertThrows(() => names("没有"), Error, "没有 ");
    assertThrows(() => names("省", "说明.txt"), Error, "里没有 Parquet");
  }));

Deno.test("only columns of all files are taken, a school's name is its folder's, names are quoted", () => {
  const { statement, columns, left } = planOf(
    [csv("甲's.csv", true), csv("乙.csv", true)],
    [["学号", '月"收入'], ["学号", '月"收入', "民族"]],
    "合.csv",
  );
  assertEquals([columns, left], [["学号", '月"收入', "学校"], ["民族"]]);
  assertStringIncludes(statement, "'甲''s.csv'");
  assertStringIncludes(statement, '"月""收入"');
  const own = planOf(
    [csv("甲.csv", true), csv("乙.csv")],
    [["学号", "学校"], ["学号", "学校"]],
    "x",
  );
  assertEquals([own.columns, own.statement.includes("parse_path")], [["学号", "学校"], false]);
  assertEquals(planOf([csv("甲.csv", true), csv("乙.csv")], [["学号"], ["学号"]], "x").left, [
    "学校",
  ]);
  assertEquals(columnsOf([["学号", "VARCHAR"], ["filename", "VARCHAR"]]), ["学号"]);
  assertStringIncludes(describing(csv("甲.csv")), "DESCRIBE SELECT * FROM read_csv(['甲.csv']");
});

const duckDb = await hasDuckDb();
if (!duckDb) {
  console.log(
    "没有 DuckDB，略过读 Parquet 的测试；deno install --config lib/gather/deno.json 可下载",
  );
}
const withDuckDb = { ignore: !duckDb };

Deno.test(
  "what comes back from Parquet is the register's own table, row by row",
  withDuckDb,
  () =>
    inTemp(async (folder) => {
      const source = join(root(), "data", "2023");
      const parquet = join(folder, "甲's.parquet");
      const quoted = parquet.replaceAll("'", "''");
      await query([
        `COPY (FROM read_csv('${source}/graduates.csv', all_varchar = true)) TO '${quoted}'`,
      ]);
      const target = join(folder, "2023", "graduates.csv");
      const { files, graduates, left } = await gather([parquet], 2023, target);
      const dictionaries = readDictionaries();
      const [own, gathered] = [source, dirname(target)].map((one) =>
        readGraduates(one, dictionaries)
      );
      assertEquals([files, graduates, left], [1, own?.size ?? 0, []]);
      assertEquals(gathered?.names, own?.names);
      assertEquals(gathered?.rows(), own?.rows());
    }),
);

Deno.test(
  "a province's schools are one table that tells them apart, whatever their formats",
  withDuckDb,
  () =>
    inTemp(async (folder) => {
      const rows = (school: string, count: number) =>
        Array.from({ length: count }, (_, i) => ({
          学号: `${school}${i}`,
          毕业去向: i === 0 ? "待就业" : "国内升学",
        }));
      const 甲 = write(
        join(folder, "省", "甲", "2031", "graduates.csv"),
        graduatesCsv(...rows("甲", 2)),
      );
      write(join(folder, "省", "乙", "2031", "graduates.csv"), graduatesCsv(...rows("乙", 3)));
      const 丙 = write(
        join(folder, "省", "丙", "2031", "graduates.csv"),
        graduatesCsv(...rows("丙", 4)),
      );
      await query([
        `COPY (FROM read_csv('${丙}', all_varchar = true)) TO '${丙.slice(0, -3)}parquet'`,
      ]);
      Deno.removeSync(丙);
      const target = join(folder, "2031", "graduates.csv");
      const { files, graduates } = await gather([join(folder, "省")], YEAR, target);
      assertEquals([files, graduates], [3, 9]);
      const dictionaries = readDictionaries();
      const province = readGraduates(dirname(target), dictionaries);
      assertEquals(
        placement(province, "学校").rows().map((
          { 学校, 生源人数, 未就业 },
        ) => [学校, 生源人数, 未就业])
          .sort(),
        [["丙", 4, 1], ["乙", 3, 1], ["甲", 2, 1]].sort(),
      );
      const own = readGraduates(dirname(甲), dictionaries);
      assertEquals(
        province.filter((one) => one.学校 === "甲").select(...own.names as "学号"[]).rows(),
        own.rows(),
      );
    }),
);

Deno.test(
  "a file that cannot be read is told in DuckDB's words, and nothing is written",
  withDuckDb,
  () =>
    inTemp(async (folder) => {
      const broken = write(join(folder, "x.parquet"), "no parquet");
      const target = join(folder, "2031", "graduates.csv");
      await assertRejects(() => gather([broken], YEAR, target), QueryError, "x.parquet");
      assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["x.parquet"]);
    }),
);
