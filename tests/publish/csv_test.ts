import { assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { ratio } from "lib/measures/ratio.ts";
import { saveCsv } from "lib/publish/csv.ts";
import { Frame } from "lib/table/frame.ts";
import { root } from "lib/workspace.ts";
import { environment, temporaryData } from "../temporary_data.ts";

const YEAR = 2093; // One that no exports of anybody's are of.

/** Runs something on a made-up edition and removes what it exports. */
function exporting(run: (read: (name: string) => string) => void): void {
  using data = temporaryData({ [`${YEAR}/edition.json`]: "{}" });
  const restore = environment({ REPORT_YEAR: String(YEAR), REPORT_DATA: data.folder });
  const folder = join(root(), "exports", String(YEAR));
  try {
    run((name) => Deno.readTextFileSync(join(folder, name)));
  } finally {
    restore();
    Deno.removeSync(folder, { recursive: true });
  }
}

const table = Frame.fromRows<{ 系: string | null; 人数: number; "率%": unknown }>([
  { 系: "甲，乙", 人数: -3, "率%": ratio(1, 3) },
  { 系: '丙"丁,', 人数: 0, "率%": ratio(0, 0) },
  { 系: null, 人数: 1, "率%": null },
], ["系", "人数", "率%"]);

Deno.test("a table is written as Excel reads it: with its mark, shares as shown, the unknown empty", () => {
  exporting((read) => {
    assertEquals(saveCsv(table, "表 一"), `已写入 exports/${YEAR}/表 一.csv（3 行）`);
    assertEquals(
      read("表 一.csv"),
      '\uFEFF系,人数,率%\r\n甲，乙,-3,33.33\r\n"丙""丁,",0,\r\n,1,\r\n',
    );
  });
});

Deno.test("a text that Excel might take for a formula stays a text, a header too", () => {
  exporting((read) => {
    const sly = Frame.fromRows([{ "=A1": "=cmd|' /C calc'!A0" }, { "=A1": "@SUM(1)" }], ["=A1"]);
    saveCsv(sly, "公式");
    assertEquals(read("公式.csv"), "\uFEFF'=A1\r\n'=cmd|' /C calc'!A0\r\n'@SUM(1)\r\n");
  });
});

Deno.test("rows of persons are not exported, nor anything elsewhere than in the folder", () => {
  const people = Frame.fromRows([{ 学号: "1" }], ["学号"]);
  assertThrows(() => saveCsv(people, "名单"), TypeError, "请先用 tally、rollup 汇总");
  for (const name of ["", "../x", "a/b", "a\\b", ".x", "a:b", "x."]) {
    assertThrows(() => saveCsv(table, name), RangeError, "不能作文件名");
  }
});
