import { assertEquals } from "@std/assert";
import { columnOf } from "lib/intake/source.ts";
import { plainHeader, readHeaders } from "lib/intake/columns.ts";
import { readRecords } from "lib/table/csv.ts";
import { root } from "lib/workspace.ts";

const headers = readHeaders();
const meant = (header: string) => {
  const meaning = headers(header);
  return meaning === undefined ? undefined : columnOf(meaning);
};

Deno.test("systems and schools name one column in many ways", () => {
  for (const header of ["院系", "学院", "二级学院", "所在院系", "院（系）", "YXMC"]) {
    assertEquals([header, meant(header)], [header, "院系"]);
  }
  assertEquals(meant("Byqxdm"), "毕业去向代码");
  assertEquals(meant("毕业去向类别代码"), "毕业去向代码");
  assertEquals(meant("*学号（必填）"), "学号");
  assertEquals(meant("生源地(省)"), "生源省份");
  assertEquals(meant("去向情况"), undefined);
});

Deno.test("what tells of a person is known by header, listed or not", () => {
  for (
    const header of [
      "姓名",
      "手机号码",
      "QQ",
      "家庭住址",
      "银行卡号",
      "学生本人手机",
      "母亲联系电话",
      "户口本地址",
    ]
  ) assertEquals([header, headers(header)?.用途], [header, "个人"]);
  assertEquals(headers("单位地址")?.用途, "不用");
});

Deno.test("an analyst's answer gives a header its meaning, or says that it has none", () => {
  const told = readHeaders({ 去向情况: "毕业去向", 内部号: "个人", 旧列: "" });
  assertEquals(told("去向情况"), { 含义: "毕业去向", 用途: "名称" });
  assertEquals(told("内部号")?.用途, "个人");
  assertEquals(told("旧列"), undefined);
});

Deno.test("no header is listed for two meanings", () => {
  const rows = readRecords(`${root()}/data/dictionaries/columns.csv`, ["含义", "用途", "表头"]);
  const all = rows.flatMap(({ 含义, 用途, 表头 }) =>
    [...new Set(表头.split("┋").map(plainHeader))].map((header) => [header, 含义 + 用途] as const)
  );
  const twice = all.filter(([header], i) => all.findIndex(([other]) => other === header) !== i);
  assertEquals(twice, []);
});
