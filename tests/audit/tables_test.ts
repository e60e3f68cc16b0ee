import { utils, write } from "@e965/xlsx";
import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { audit } from "lib/audit/audit.ts";
import { readPrintedTables } from "lib/audit/tables.ts";
import { DataError } from "lib/table/faults.ts";
import { root } from "lib/workspace.ts";

async function read(content: string | Uint8Array, as?: "fraction" | "percent") {
  const folder = Deno.makeTempDirSync();
  const path = join(folder, typeof content === "string" ? "附表.csv" : "附表.xlsx");
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  Deno.writeFileSync(path, bytes);
  try {
    return await readPrintedTables(path, as);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const verdicts = ({ rows }: Awaited<ReturnType<typeof read>>) =>
  audit(rows).map(({ table, item, count, base, verdict }) =>
    [table, item, count, base, verdict].join(" ")
  );

const book = (...sheets: readonly (readonly (readonly (string | number)[])[])[]) => {
  const made = utils.book_new();
  sheets.forEach((rows, i) => {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    utils.book_append_sheet(made, sheet, `附表${i + 1}`);
  });
  return new Uint8Array(write(made, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
};

Deno.test("every printed table of the reference edition is read as it stands, and nobody is accused", async () => {
  const folder = join(root(), "data", "2023", "published");
  let shares = 0;
  for (const { name } of Deno.readDirSync(folder)) {
    if (!/^table-\d+\.csv$/.test(name)) continue;
    const { rows, doubts } = await readPrintedTables(join(folder, name));
    shares += rows.length;
    assertEquals(doubts, [], name);
    assertEquals(audit(rows).filter(({ verdict }) => verdict === "impossible"), [], name);
  }
  assertEquals(shares > 250, true, `${shares} shares`);
});

Deno.test("the whole workbook of a report is read, its fractions and bounds too", async () => {
  const path = join(root(), "reports", "2023", "tables.xlsx");
  const { rows, doubts } = await readPrintedTables(path);
  assertEquals(audit(rows).filter(({ verdict }) => verdict === "impossible"), []);
  assertEquals(rows.length > 350, true, `${rows.length} shares`);
  assertEquals(doubts.filter((doubt) => !/“[≥≤<>].*”不是比例/.test(doubt)), []);
});

Deno.test("a row 合计 is the base, a rate's is the headcount beside it, a second share has no count", async () => {
  const shares = "院系,毕业生人数,占比,占全省比例(%),就业人数,就业率%\n" +
    "甲,60,60.00,1.20,45,75.00\n乙,40,40.00,0.80,30,74.00\n合计,100,100.00,2.00,75,75.00\n";
  assertEquals(verdicts(await read(shares)), [
    "附表·占比 甲 60 100 consistent",
    "附表·占比 乙 40 100 consistent",
    "附表·占比 合计 100 100 consistent",
    "附表·占全省比例(%) 甲   undetermined",
    "附表·占全省比例(%) 乙   undetermined",
    "附表·占全省比例(%) 合计   undetermined",
    "附表·就业率% 甲  60 consistent",
    "附表·就业率% 乙  40 impossible",
    "附表·就业率% 合计  100 consistent",
  ]);
});

Deno.test("a workbook's sheets hold tables under titles, with notes, headers of two rows and cells that say nothing", async () => {
  const tables = await read(book(
    [["说明"], ["本附表由各院系填报"]],
    [
      ["表1 性别结构"],
      ["性别", "人数", "比例"],
      ["男", 30, 0.3],
      ["女", 70, 0.7],
      ["注：截至8月31日"],
      [],
      ["表2 去向"],
      ["去向", "本科", "本科"],
      ["去向", "人数", "比例（%）"],
      ["就业", "1,234", "33.33%"],
      ["其他", "—", "/"],
    ],
  ));
  assertEquals(tables.rows.map(({ table, item, count, text }) => [table, item, count, text]), [
    ["表1 性别结构", "男", 30, "0.3"],
    ["表1 性别结构", "女", 70, "0.7"],
    ["表2 去向", "就业", 1234, "33.33%"],
  ]);
  assertEquals(tables.doubts, []);
});

Deno.test("a percentage of a workbook is what is shown, not the fraction behind it", async () => {
  const made = utils.book_new();
  const sheet = utils.aoa_to_sheet([["项目", "人数", "比例"], ["甲", 1, 1 / 3], ["乙", 2, 2 / 3]]);
  for (const cell of ["C2", "C3"]) sheet[cell].z = "0.00%";
  utils.book_append_sheet(made, sheet, "表1");
  const bytes = new Uint8Array(write(made, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  const { rows } = await read(bytes);
  assertEquals(rows.map(({ text }) => text), ["33.33%", "66.67%"]);
});

Deno.test("rows that are made for an audit are read from any file, and misspelt columns are named", async () => {
  const rows = [["表", "项目", "人数", "基数", "百分比"], ["表1", "甲", 1, "—", "33.33"]];
  assertEquals((await read(book(rows))).rows.map(({ count, base }) => [count, base]), [[1, null]]);
  const misspelt = "表,项目,人数,基數,百分比\n表1,甲,1,3,33\n";
  const error = await assertRejects(() => read(misspelt), DataError);
  assertEquals(error.faults.map(({ column }) => column), ["基数"]);
});

Deno.test("a file without shares says what a header should be called; an open question is asked for all columns", async () => {
  await assertRejects(() => read("院系,人数\n甲,3\n"), DataError, "表头应有“比例”");
  const small = "行业,占比甲,占比乙%,占比\n农,0.4,0.3,0.52\n牧,0.2,0.1,0.31\n";
  const error = await assertRejects(() => read(small), DataError);
  assertEquals(error.faults.length, 2);
  assertEquals((await read(small, "percent")).rows.length, 4);
});
