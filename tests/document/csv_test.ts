import { assertEquals, assertThrows } from "@std/assert";
import { parseHTML } from "linkedom";
import { csv } from "lib/document/csv.ts";
import { blockHtml } from "lib/document/html.ts";
import { ratio } from "lib/measures/ratio.ts";
import { Frame } from "lib/table/frame.ts";

const table = Frame.fromRows<{ 系: string | null; 人数: number; "率%": unknown }>([
  { 系: "甲，乙", 人数: -3, "率%": ratio(1, 3) },
  { 系: '丙"丁,', 人数: 0, "率%": ratio(0, 0) },
  { 系: null, 人数: 1, "率%": null },
], ["系", "人数", "率%"]);

/** The file that a page offers: its name and what is in it. */
function offered(rows: Frame<object>, name: string): { readonly name: string; text: string } {
  const { blocks } = csv(rows, name);
  const { document } = parseHTML(blocks.map((block) => blockHtml(block)).join(""));
  const link = document.querySelector("a[download]");
  const [, encoded = ""] = (link?.getAttribute("href") ?? "")
    .split("data:text/csv;charset=utf-8;base64,");
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.fromBase64(encoded));
  return { name: link?.getAttribute("download") ?? "", text };
}

Deno.test("a table is offered as Excel reads it: with its mark, shares as shown, the unknown empty", () => {
  assertEquals(offered(table, "表 一"), {
    name: "表 一.csv",
    text: '\uFEFF系,人数,率%\r\n甲，乙,-3,33.33\r\n"丙""丁,",0,\r\n,1,\r\n',
  });
});

Deno.test("a text that Excel might take for a formula stays a text, a header too", () => {
  const sly = Frame.fromRows([{ "=A1": "=cmd|' /C calc'!A0" }, { "=A1": "@SUM(1)" }], ["=A1"]);
  assertEquals(
    offered(sly, `a'&b`),
    { name: `a'&b.csv`, text: "\uFEFF'=A1\r\n'=cmd|' /C calc'!A0\r\n'@SUM(1)\r\n" },
  );
});

Deno.test("no rows of persons are offered, and no name that a file cannot have", () => {
  const people = Frame.fromRows([{ 学号: "1" }], ["学号"]);
  assertThrows(() => csv(people, "名单"), TypeError, "请先用 tally、rollup 汇总");
  for (const name of ["", "../x", "a/b", "a\\b", ".x", "a:b", 'a"b', "x."]) {
    assertThrows(() => csv(table, name), RangeError, "不能作文件名");
  }
});
