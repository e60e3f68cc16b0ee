import { assertEquals } from "@std/assert";
import { readHeaders } from "lib/intake/columns.ts";
import { findHeader } from "lib/intake/header.ts";

const found = (...rows: string[][]) =>
  findHeader(rows.map((cells, i) => ({ number: i + 1, cells })), readHeaders());

Deno.test("a header stands below its titles", () => {
  const header = found(
    ["某校毕业生", "某校毕业生", "某校毕业生"],
    ["", "", ""],
    ["学号", "性别", "毕业去向"],
    ["1", "女", "待就业"],
  );
  assertEquals(header?.names, ["学号", "性别", "毕业去向"]);
  assertEquals([header?.lastRow, header?.title], [3, "某校毕业生"]);
});

Deno.test("of two header rows the lower names the column and the upper the group", () => {
  const header = found(
    ["学号", "生源地", "生源地", "就业单位", "就业单位"],
    ["学号", "省", "市", "单位名称", "单位性质"],
    ["1", "山东", "聊城", "甲", "国有企业"],
  );
  assertEquals(header?.names, ["学号", "生源地省", "生源地市", "单位名称", "单位性质"]);
  assertEquals(header?.lastRow, 2);
});

Deno.test("one header row is not paired with the first graduate", () => {
  assertEquals(found(["学号", "性别"], ["1", "女"])?.lastRow, 1);
});

Deno.test("a title above a key makes nothing personal of it", () => {
  const header = found(["个人信息", ""], ["身份证号", "专业"]);
  assertEquals(header?.meanings[0]?.用途, "键");
});

Deno.test("an empty sheet has none", () => {
  assertEquals(found(["", ""]), undefined);
});
