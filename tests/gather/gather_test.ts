import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import { dirname, join } from "node:path";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { type Graduate, readGraduates } from "lib/edition/graduates.ts";
import { hasDuckDb, query, QueryError } from "lib/gather/duckdb.ts";
import { gather } from "lib/gather/gather.ts";
import { writing } from "lib/gather/parquet.ts";
import { shared, sourcesIn, type Told } from "lib/gather/sources.ts";
import { placement } from "lib/measures/placement.ts";
import { DataError } from "lib/table/faults.ts";
import type { Frame } from "lib/table/frame.ts";
import { root } from "lib/workspace.ts";
import { inTemp } from "../in_temp.ts";
import { graduatesCsv } from "../small_edition.ts";

const YEAR = 2031;

function write(path: string, content = ""): string {
  Deno.mkdirSync(dirname(path), { recursive: true });
  Deno.writeTextFileSync(path, content);
  return path;
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("a folder of schools gives this year's registers, another all its files, a file itself", () =>
  inTemp((folder) => {
    write(join(folder, "省", "甲学院", "2031", "graduates.csv"));
    write(join(folder, "省", "甲学院", "2030", "graduates.csv"));
    write(join(folder, "省", "乙学院", "2031", "graduates.csv"));
    write(join(folder, "省", "乙学院", "2031", "graduates.parquet"));
    write(join(folder, "省", "说明.txt"));
    write(join(folder, "片", "一", "b.parquet"));
    write(join(folder, "片", "a.PARQUET"));
    write(join(folder, "片", ".a.csv"));
    const found = (...path: string[]) =>
      sourcesIn(join(folder, ...path), YEAR).map(({ path, format, school }) =>
        [path.slice(folder.length + 1).replaceAll("\\", "/"), format, school]
          .join(" ").trim()
      );
    assertEquals(found("省"), [
      "省/乙学院/2031/graduates.parquet parquet 乙学院",
      "省/甲学院/2031/graduates.csv csv 甲学院",
    ]);
    assertEquals(found("片"), [
      "片/a.PARQUET parquet",
      "片/一/b.parquet parquet",
    ]);
    assertEquals(found("片", "一", "b.parquet"), ["片/一/b.parquet parquet"]);
    assertThrows(() => found("没有"), Error, "没有 ");
    assertThrows(() => found("省", "说明.txt"), Error, "里没有 Parquet");
  }));

Deno.test("only columns of all files are taken; a folder names the school where its file does not", () => {
  const told = (columns: string[], school?: string): Told => ({
    path: "甲's.parquet",
    format: "parquet",
    columns,
    ...(school === undefined ? {} : { school }),
  });
  const 甲 = told(["学号", '月"收入'], "甲's");
  const 乙 = told(["学校", "学号", '月"收入', "民族"], "乙");
  assertEquals(shared([甲, 乙]), {
    columns: ["学校", "学号", '月"收入'],
    left: ["民族"],
  });
  assertEquals(shared([甲, told(["学号"])]), {
    columns: ["学号"],
    left: ["学校", '月"收入'],
  });
  const statement = writing([甲, 乙], ["学校", '月"收入'], "合'.csv");
  for (
    const part of ["'甲''s' AS", '"月""收入"', "'甲''s.parquet'", "'合''.csv'"]
  ) {
    assertStringIncludes(statement, part);
  }
  assertEquals(statement.includes("'乙' AS"), false);
});

/** Gathers three schools and holds each, and all, to what was put in. */
async function holdProvince(
  folder: string,
  formats: readonly ("csv" | "parquet")[],
) {
  const schools = ["丙", "乙", '甲,"院'];
  const own = new Map<string, Frame<Graduate>>();
  const dictionaries = readDictionaries();
  for (const [i, school] of schools.entries()) {
    const rows = Array.from({ length: i + 2 }, (_, j) => ({
      学号: `${school.slice(0, 1)}${j}`,
      毕业去向: j === 0 ? "待就业" : "国内升学",
    }));
    const path = join(folder, "省", school, "2031", "graduates.csv");
    const register = write(path, graduatesCsv(...rows));
    own.set(school, readGraduates(dirname(register), dictionaries));
    if (formats[i] === "csv") continue;
    const parquet = register.replace(/csv$/, "parquet");
    await query([
      `COPY (FROM read_csv('${register}', all_varchar = true)) TO '${parquet}'`,
    ]);
    Deno.removeSync(register);
  }
  const target = join(folder, "2031", "graduates.csv");
  const { files, graduates } = await gather([join(folder, "省")], YEAR, target);
  assertEquals([files, graduates, names(dirname(target))], [3, 9, [
    "graduates.csv",
  ]]);
  const province = readGraduates(dirname(target), dictionaries);
  assertEquals(
    new Map(
      placement(province, "学校").rows().map((
        one,
      ) => [one.学校, [one.生源人数, one.未就业]]),
    ),
    new Map([["丙", [2, 1]], ["乙", [3, 1]], ['甲,"院', [4, 1]]]),
  );
  for (const [school, alone] of own) {
    const members = province.filter((one) => one.学校 === school);
    assertEquals(
      members.select(...alone.names as "学号"[]).rows(),
      alone.rows(),
    );
  }
}

Deno.test("schools' CSV files become one table without DuckDB, each as it is read by itself", () =>
  inTemp((folder) => holdProvince(folder, ["csv", "csv", "csv"])));

Deno.test("all that is wrong with all CSV files is told at once, and nothing is written", () =>
  inTemp(async (folder) => {
    const target = join(folder, "2031", "graduates.csv");
    write(
      join(folder, "省", "甲", "2031", "graduates.csv"),
      "学号,性别\n1\n2,男\n",
    );
    write(
      join(folder, "省", "乙", "2031", "graduates.csv"),
      "学号,学号\n1,2\n",
    );
    const error = await assertRejects(
      () => gather([join(folder, "省")], YEAR, target),
      DataError,
    );
    assertEquals(
      error.faults.map(({ file, row }) => [file.includes("甲"), row]),
      [
        [false, 1],
        [true, 2],
      ],
    );
    write(join(folder, "片", "a.csv"), "学号\n1\n");
    write(join(folder, "片", "b.csv"), "性别\n男\n");
    const message = "没有一列是共同的";
    await assertRejects(
      () => gather([join(folder, "片")], YEAR, target),
      Error,
      message,
    );
    assertEquals(names(folder), ["片", "省"].sort());
  }));

const duckDb = await hasDuckDb();
if (!duckDb) {
  console.log(
    "没有 DuckDB，略过读 Parquet 的测试；要运行：deno install --config lib/gather/deno.json",
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
      const own = readGraduates(source, dictionaries);
      const gathered = readGraduates(dirname(target), dictionaries);
      assertEquals([files, graduates, left], [1, own.size, []]);
      assertEquals(gathered.names, own.names);
      assertEquals(gathered.rows(), own.rows());
    }),
);

Deno.test(
  "numbers in Parquet are written as they are said, unknown ones as empty cells",
  withDuckDb,
  () =>
    inTemp(async (folder) => {
      const parquet = join(folder, "a.parquet");
      const rows = "(VALUES ('a', 5200.0, 1, ''), ('b', NULL, 2, 'x')) AS t(学号, 月收入, 数, 文)";
      await query([`COPY (FROM ${rows}) TO '${parquet}'`]);
      const target = join(folder, "graduates.csv");
      await gather([parquet], YEAR, target);
      assertEquals(
        Deno.readTextFileSync(target),
        "学号,月收入,数,文\na,5200.0,1,\nb,,2,x\n",
      );
    }),
);

Deno.test(
  "a province's schools are one table, whatever their formats",
  withDuckDb,
  () => inTemp((folder) => holdProvince(folder, ["csv", "parquet", "parquet"])),
);

Deno.test(
  "a file that cannot be read is told in DuckDB's words, and nothing is written",
  withDuckDb,
  () =>
    inTemp(async (folder) => {
      const broken = write(join(folder, "x.parquet"), "no parquet");
      const target = join(folder, "2031", "graduates.csv");
      await assertRejects(
        () => gather([broken], YEAR, target),
        QueryError,
        "x.parquet",
      );
      assertEquals(names(folder), ["x.parquet"]);
    }),
);
