import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { openSheets, type Row, type Sheet } from "lib/table/sheets/sheets.ts";
import { workbookSheets } from "lib/table/sheets/workbook.ts";
import { xlsxSheets } from "lib/table/sheets/xlsx.ts";
import { dataErrorOf } from "../temporary_data.ts";
import { root } from "lib/workspace.ts";

const SAMPLES = join(root(), "tests", "intake", "samples");
const sample = (name: string) => openSheets(join(SAMPLES, name));

async function rowsOf(sheet: Sheet | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const portion of sheet?.rows() ?? []) rows.push(...portion);
  return rows;
}

/** Opens a file that holds the given bytes. */
async function opened<T>(content: string | Uint8Array, look: (path: string) => T | Promise<T>) {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeFileSync(
    path,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  );
  try {
    return await look(path);
  } finally {
    Deno.removeSync(path);
  }
}

Deno.test("a file is what it holds, whatever its name says", () => {
  const containers = [
    ["university.xlsx", ".xlsx 工作簿"],
    ["libreoffice.xlsx", ".xlsx 工作簿"],
    ["scheme.xls", ".xls 工作簿"],
    ["codes.html.xls", "HTML 表格"],
    ["codes.gbk.csv", "CSV（GBK）"],
    ["codes.utf16.txt", "制表符分隔的文本（UTF-16）"],
    ["花名册.csv", "CSV（UTF-8）"],
  ] as const;
  for (const [name, container] of containers) {
    assertEquals([name, sample(name)[0]?.container], [name, container]);
  }
});

Deno.test("one table in GBK, UTF-16 and HTML has the same cells", async () => {
  const cells = async (name: string) =>
    (await rowsOf(sample(name)[0])).map((row) => row.cells.join("|"));
  const html = await cells("codes.html.xls");
  assertEquals(html.length, 21);
  assertEquals(await cells("codes.gbk.csv"), html);
  assertEquals(await cells("codes.utf16.txt"), html);
});

Deno.test("rows keep their numbers over blank lines, quoted breaks and every end of line", async () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const rows = await opened(
      ["学号,名", '1,"甲\n乙"', "", "2,丙", ""].join(end),
      (path) => rowsOf(openSheets(path)[0]),
    );
    assertEquals(
      rows.filter(({ cells }) => cells.length > 1).map(({ number, cells }) => [number, ...cells]),
      [[1, "学号", "名"], [2, "1", "甲\n乙"], [4, "2", "丙"]],
    );
  }
});

Deno.test("a workbook tells its sheets, hidden rows and columns, merged cells and dates", async () => {
  const [register, notes] = sample("university.xlsx");
  assertEquals([register?.name, notes?.name], ["就业登记", "填表说明"]);
  assertEquals((await rowsOf(register))[0]?.cells[5], "云岭大学2025届毕业生就业信息登记表");
  assertEquals([register?.hiddenRows, register?.hiddenColumns], [[9], [30]]);
  const old = await rowsOf(sample("scheme.xls")[0]);
  const column = old[0]?.cells.indexOf("毕业日期") ?? -1;
  assertEquals(old[1]?.cells[column], "2025-06-30");
  assertEquals(old[1]?.cells[0], "2021000001");
});

Deno.test("what is no table is refused by what it is", async () => {
  const said = (content: string | Uint8Array) =>
    opened(content, (path) => dataErrorOf(() => openSheets(path)).message);
  assertStringIncludes(await said(""), "文件是空的");
  assertStringIncludes(await said("%PDF-1.7"), "PDF");
  assertStringIncludes(await said("一段话"), "看不出是表格");
  assertStringIncludes(await said(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), "损坏");
  assertStringIncludes(dataErrorOf(() => openSheets("/没有/这个.csv")).message, "找不到");
});

Deno.test("an .xlsx read as a stream is what SheetJS reads of it", async () => {
  for (
    const name of [
      "university.xlsx",
      "two-rows.xlsx",
      "libreoffice.xlsx",
      "wjx-text.xlsx",
      "家庭困难名单.xlsx",
    ]
  ) {
    const whole = workbookSheets(join(SAMPLES, name), "工作簿");
    const streamed = xlsxSheets(join(SAMPLES, name));
    assertEquals(streamed.length, whole.length);
    for (const [i, sheet] of whole.entries()) {
      const rows = await rowsOf(streamed[i]);
      // A stream knows no width: cells that follow the last filled one are left out of a row.
      const trimmed = (all: readonly Row[]) =>
        all.map(({ number, cells }) => [number, cells.join("\t").trimEnd()] as const)
          .filter(([, text]) => text !== "");
      assertEquals([name, trimmed(rows)], [name, trimmed(await rowsOf(sheet))]);
      const { name: called, hidden, hiddenRows, hiddenColumns } = streamed[i] ?? {};
      assertEquals(
        [called, hidden, hiddenRows, hiddenColumns],
        [sheet.name, sheet.hidden, sheet.hiddenRows, sheet.hiddenColumns],
      );
    }
  }
});
