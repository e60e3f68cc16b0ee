import { assertEquals, assertStringIncludes } from "@std/assert";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { codeLists } from "lib/intake/lists.ts";

const dictionaries = readDictionaries();
const lists = codeLists(dictionaries);
const find = (column: string, text: string) => lists.get(column)?.find(text);

Deno.test("what is really typed is read, by name, code or another usual way", () => {
  const typed: [string, string, string][] = [
    ["毕业去向", "升学", "国内升学"],
    ["毕业去向", "出国/出境", "出国（境）深造"],
    ["毕业去向", "签劳动合同形势就业", "签劳动合同形式就业"],
    ["毕业去向", "10", "签就业协议形式就业"],
    ["毕业去向", "502", "三支一扶"],
    ["毕业去向", "待就业-求职中", "求职中"],
    ["毕业去向", "10-签就业协议形式就业", "签就业协议形式就业"],
    ["毕业去向", "签就业协议形式就业（10）", "签就业协议形式就业"],
    ["性别", "女生", "女"],
    ["性别", "1", "男"],
    ["民族", "汉", "汉族"],
    ["民族", "1", "汉族"],
    ["学历", "高职（专科）", "专科"],
    ["学历", "31", "本科"],
    ["单位性质", "国企", "国有企业"],
    ["困难类别", "非困难生", "非困难生"],
    ["特困家庭", "√", "是"],
  ];
  for (const [column, text, value] of typed) {
    assertEquals([column, text, find(column, text)], [column, text, value]);
  }
});

Deno.test("what no list has is not guessed, nor is an empty cell", () => {
  assertEquals(find("毕业去向", "灵活就业"), undefined);
  assertEquals(find("毕业去向", "10-待就业"), undefined);
  assertEquals(find("特困家庭", "非困难生"), undefined);
  for (const [column] of lists) assertEquals([column, find(column, "")], [column, undefined]);
});

Deno.test("the advice says where nothing is near, and how to answer", () => {
  const advice = lists.get("毕业去向")?.advice("灵活就业") ?? "";
  assertStringIncludes(advice, "没有相近的");
  assertStringIncludes(advice, "intake.json");
});

Deno.test("an analyst's answer goes before the list, for an empty cell too", () => {
  const told = codeLists(dictionaries, {
    毕业去向: { 灵活就业: "其他录用形式就业" },
    特困家庭: { "": "否" },
  });
  assertEquals(told.get("毕业去向")?.find("灵活就业"), "其他录用形式就业");
  assertEquals(told.get("特困家庭")?.find(""), "否");
});

Deno.test("a leaf's name beside its group's code is no contradiction, another outcome's is", () => {
  const list = lists.get("毕业去向");
  assertEquals(list?.differ("三支一扶", "国家基层项目"), false);
  assertEquals(list?.differ("求职中", "签就业协议形式就业"), true);
});
