/**
 * Moves graduates from unplaced to placed in a copy of the records: all that should move moves by
 * just that, and nothing else moves. What is expected is worked out here from the records' lines
 * and the chapter as it was, without the house's own measures.
 */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import type { Made } from "lib/document/document.ts";
import type { Cell, Exhibit } from "lib/document/exhibit.ts";
import { root } from "lib/workspace.ts";
import { runOnCopy } from "./changed_copy.ts";
import { exhibitOf, printedNumber, runChapter, statementOf } from "./run_chapter.ts";

const NOTEBOOK = "01-employment";
const FROM = "待就业";
const TO = "签劳动合同形式就业";

/** Employment by agreement or contract, in the words of the 2023 list. */
const CONTRACTS = [
  "签就业协议形式就业",
  TO,
  "应征义务兵",
  "科研助理、管理助理",
  "国家基层项目",
  "地方基层项目",
];

type Record = Readonly<{ [column: string]: string }>;

const original = Deno.readTextFileSync(join(root(), "data", "2023", "graduates.csv"));
const [header = "", ...lines] = original.trimEnd().split("\n");
assert(!original.includes('"'), "the lines can be split at commas");
const columns = header.trim().split(",");
const records = lines.map((line): Record => {
  const cells = line.trim().split(",");
  return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
});

/** Runs the chapter on a copy of the data with other lines of records. */
function chapterOf(changed: readonly string[]): Promise<Made> {
  return runOnCopy(NOTEBOOK, (folder) => {
    const path = join(folder, "2023", "graduates.csv");
    Deno.writeTextFileSync(path, [header, ...changed, ""].join("\n"));
  });
}

/** The first graduates without a place that pass a test, moved to a contract. */
function moved(most: number, test: (record: Record) => boolean) {
  const chosen = new Set(
    records.filter((one) => one["毕业去向"] === FROM && test(one)).slice(0, most),
  );
  const changed = lines.map((line, i) => {
    const record = records[i];
    return record && chosen.has(record) ? line.replace(`,${FROM},`, `,${TO},`) : line;
  });
  return { graduates: [...chosen], lines: changed };
}

/** A percentage to two decimals, half up, by long division. */
function percent(count: number, base: number): string {
  const hundredths = Math.floor((20000 * count + base) / (2 * base));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

/** A row as header → cell, without its rank. */
function cellsOf({ columns, rows }: Exhibit): Map<Cell, { [column: string]: Cell }> {
  return new Map(rows.map((row) => {
    const cells = Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
    delete cells["序号"];
    return [Object.values(cells)[0] ?? null, cells];
  }));
}

const countOf = (graduates: readonly Record[], column: string, value: string) =>
  graduates.filter((one) => one[column] === value).length;

/** A table of placement after the move: rows by rate, ties in the records' own order. */
function expectedRates(before: Exhibit, column: string, graduates: readonly Record[]): Cell[][] {
  const first = [...new Set(records.map((one) => one[column]))];
  const place = (row: Cell[]) => first.indexOf(String(row[1]));
  return before.rows.map((row): Cell[] => {
    const [, name = null, all, employed, study, unplaced] = row;
    const n = countOf(graduates, column, String(name));
    const now = Number(employed) + n;
    const rate = percent(now + Number(study), Number(all));
    return [0, name, Number(all), now, Number(study), Number(unplaced) - n, rate];
  }).sort((a, b) =>
    // Cross-multiplied, since two different rates may print alike.
    (Number(b[3]) + Number(b[4])) * Number(a[2]) - (Number(a[3]) + Number(a[4])) * Number(b[2]) ||
    place(a) - place(b)
  ).map((row, i) => [i + 1, ...row.slice(1)]);
}

/** A table of destinations after the move of `n` of the graduates that it counts. */
function expectedDestinations(before: Exhibit, n: number): Map<Cell, { [column: string]: Cell }> {
  const total = before.base?.count ?? 0;
  const rows = cellsOf(before);
  for (const [name, change] of [[TO, n], ["未就业", -n]] as const) {
    const row = rows.get(name);
    const count = Number(row?.["毕业生人数"] ?? 0) + change;
    rows.set(name, { 毕业去向: name, 毕业生人数: count, "所占比例%": percent(count, total) });
  }
  for (const [name, row] of rows) if (row["毕业生人数"] === 0) rows.delete(name);
  return rows;
}

const before = runChapter(NOTEBOOK);

/** What the move should make of the statements that it may move, by id. */
function expectedStatements(was: Made, graduates: readonly Record[]): { [id: string]: Cell } {
  const value = (id: string) => Number(statementOf(was, id).value);
  const n = graduates.length;
  const rates = (table: number, column: string) =>
    expectedRates(exhibitOf(was, "table", table), column, graduates);
  const placed = (row: Cell[]) => Number(row[3]) + Number(row[4]);
  const above = (rows: Cell[][], limit: number) =>
    rows.filter((row) => 100 * placed(row) > limit * Number(row[2])).length;
  const ofSex = (sex: string) => {
    const all = records.filter((one) => one["性别"] === sex);
    const unplaced =
      all.filter((one) => [FROM, "不就业拟升学", "其他暂不就业"].includes(one["毕业去向"] ?? ""))
        .length - countOf(graduates, "性别", sex);
    return percent(all.length - unplaced, all.length);
  };
  const [groups, majors, departments] = [
    rates(6, "专业大类"),
    rates(7, "专业"),
    rates(8, "院系"),
  ];
  const third = majors[2] ?? [];
  const special = (ids: readonly [string, string, string, string], some: readonly Record[]) => {
    const [all, placedId, rate, employed] = ids;
    const now = value(placedId) + some.length;
    return {
      [placedId]: now,
      [employed]: value(employed) + some.length,
      [rate]: percent(now, value(all)),
    };
  };
  const contracts = records.filter((one) => CONTRACTS.includes(one["毕业去向"] ?? "")).length;
  return {
    "1-028": value("1-028") + n,
    "1-029": value("1-029") + n,
    "1-031": percent(value("1-028") + n, records.length),
    // A contract is among the forms under which the rule of the year counts 协议和合同就业.
    "毕业生·协议和合同就业率": percent(contracts + n, records.length),
    "1-032": ofSex("女"),
    "1-033": ofSex("男"),
    "1-034": above(groups, 94),
    "1-035": above(majors, 90),
    "1-036": majors[0]?.[1] ?? null,
    "1-037": majors[1]?.[1] ?? null,
    "1-038": majors[2]?.[1] ?? null,
    // Those of the rate of the third that are not named.
    "专业·毕业去向落实率末位并列的个数": majors.slice(3)
      .filter((row) => placed(row) * Number(third[2]) === placed(third) * Number(row[2])).length,
    "1-039": majors.filter((row) => placed(row) === row[2]).length,
    "1-040": above(departments, 90),
    "1-041": departments[0]?.[1] ?? null,
    ...special(
      ["1-043", "1-044", "1-045", "1-046"],
      graduates.filter((one) => one["特困家庭"] === "是"),
    ),
    ...special(
      ["1-048", "1-049", "1-050", "1-051"],
      graduates.filter((one) => one["省级优秀毕业生"] === "是"),
    ),
    ...special(
      ["1-053", "1-054", "1-055", "1-056"],
      graduates.filter((one) => one["民族"] !== "汉族"),
    ),
  };
}

const RATE_TABLES = [[6, "专业大类"], [7, "专业"], [8, "院系"]] as const;
const DESTINATION_TABLES: readonly (readonly [number, (one: Record) => boolean])[] = [
  [5, () => true],
  [9, (one) => one["特困家庭"] === "是"],
  [10, (one) => one["省级优秀毕业生"] === "是"],
  [11, (one) => one["民族"] !== "汉族"],
];

/** Holds the chapter after a move to all that the move should have changed, and to nothing else. */
async function checkMove({ graduates, lines }: ReturnType<typeof moved>): Promise<void> {
  const was = await before;
  const is = await chapterOf(lines);
  const expected = expectedStatements(was, graduates);

  for (const [table, column] of RATE_TABLES) {
    const rows = expectedRates(exhibitOf(was, "table", table), column, graduates);
    assertEquals(exhibitOf(is, "table", table).rows, rows, `表${table}`);
  }
  for (const [table, counted] of DESTINATION_TABLES) {
    const exhibit = exhibitOf(is, "table", table);
    const n = graduates.filter(counted).length;
    assertEquals(
      cellsOf(exhibit),
      expectedDestinations(exhibitOf(was, "table", table), n),
      `表${table}`,
    );
    const counts = exhibit.rows.filter((row) => row[1] !== "未就业").map((row) => Number(row[2]));
    assertEquals(counts, counts.toSorted((a, b) => b - a), `表${table} stands by headcount`);
    assertEquals(exhibit.rows.map(([rank]) => rank), exhibit.rows.map((_, i) => i + 1));
  }
  const bySex = cellsOf(exhibitOf(was, "figure", 2));
  for (const [sex, row] of bySex) {
    const count = Number(row["落实人数"]) + countOf(graduates, "性别", String(sex));
    row["落实人数"] = count;
    row["毕业去向落实率%"] = percent(count, Number(row["生源人数"]));
  }
  assertEquals(cellsOf(exhibitOf(is, "figure", 2)), bySex, "图2");

  for (const exhibit of was.exhibits) {
    const number = printedNumber(exhibit);
    if (exhibit.kind === "figure" ? number === 2 : number > 4) continue;
    assertEquals(exhibitOf(is, exhibit.kind, printedNumber(exhibit)), exhibit, "what did not move");
  }
  // The leading department's own rate is named after the department, so its id may change.
  const leading = ({ place, measure }: { place: string; measure: string }) =>
    place === "一（三）3" && measure === "毕业去向落实率";
  const values = (made: Made) =>
    Object.fromEntries(made.statements.filter((one) => !leading(one)).map((o) => [o.id, o.value]));
  assertEquals(values(is), { ...values(was), ...expected });
  const best = expectedRates(exhibitOf(was, "table", 8), "院系", graduates)[0];
  const { subject, value } = is.statements.find(leading) ?? {};
  assertEquals([subject, value], [best?.[1], best?.[6]]);
}

Deno.test("three nurses find work: their rows move by three, and the rest stays", async () => {
  const nurses = moved(3, (one) => one["专业"] === "护理");
  assertEquals(nurses.graduates.length, 3);
  await checkMove(nurses);
});

Deno.test("a whole major finds work: thresholds, ranks and the first places move", async () => {
  const all = moved(Infinity, (one) => one["专业"] === "药学");
  const expected = expectedStatements(await before, all.graduates);
  for (const id of ["1-035", "1-039"]) {
    assertNotEquals(expected[id], statementOf(await before, id).value, id);
  }
  await checkMove(all);
});

Deno.test("graduates of all special groups find work: each group's own numbers move", async () => {
  const groups = [
    ...moved(2, (one) => one["特困家庭"] === "是").graduates,
    ...moved(4, (one) => one["省级优秀毕业生"] === "是").graduates,
    ...moved(1, (one) => one["民族"] !== "汉族").graduates,
  ];
  assert(groups.length >= 7);
  await checkMove(moved(Infinity, (one) => groups.includes(one)));
});

Deno.test("a group passes its threshold by one graduate, not before", async () => {
  const was = await before;
  const [, group, all, employed, study] =
    exhibitOf(was, "table", 6).rows.find((row) => Number(row[6]) < 94) ?? [];
  const needed = Math.floor(94 * Number(all) / 100) + 1 - Number(employed) - Number(study);
  const above = Number(statementOf(was, "1-034").value);
  for (const [most, expected] of [[needed - 1, above], [needed, above + 1]] as const) {
    const some = moved(most, (one) => one["专业大类"] === group);
    assertEquals(some.graduates.length, most);
    assertEquals(expectedStatements(was, some.graduates)["1-034"], expected);
    await checkMove(some);
  }
});

Deno.test("the order of the records changes no number, only the order of equals", async () => {
  const was = await before;
  const is = await chapterOf(lines.toReversed());
  assertEquals(is.exhibits.length, was.exhibits.length);
  for (const exhibit of was.exhibits) {
    assertEquals(
      cellsOf(exhibitOf(is, exhibit.kind, printedNumber(exhibit))),
      cellsOf(exhibit),
      exhibit.key,
    );
  }
  const numbers = (made: Made) =>
    new Map(
      made.statements.filter(({ value }) => /^\d/.test(String(value))).map((o) => [o.id, o.value]),
    );
  assertEquals(numbers(is), numbers(was));
});
