import { assertEquals } from "@std/assert";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { nearest } from "lib/table/nearest.ts";

const destinations = readDictionaries().destinations.rows();
const names = destinations.map((one) => one.毕业去向);
const pairs = (all: readonly string[]) => all.map((one) => [one, one] as const);
const outcome = (name: string) =>
  destinations.find((one) => one.毕业去向 === name)?.去向大类 ?? name;

Deno.test("an abridged or mistyped name has its hint", () => {
  for (const text of ["签劳动合同就业", "签劳动合同形势就业"]) {
    assertEquals(nearest(text, pairs(names), outcome), "签劳动合同形式就业");
  }
});

Deno.test("a hint never crosses an outcome: where nothing is near there is none", () => {
  const fourteen = names.slice(0, 14);
  for (
    const text of [
      "求职中",
      "签约中",
      "拟创业",
      "拟出国/出境",
      "研究生",
      "第二学士学位",
      "选调生",
      "三支一扶",
      "502",
      "灵活就业",
      "就业",
      "已就业",
      "未就业",
      "不就业",
    ]
  ) assertEquals([text, nearest(text, pairs(fourteen), outcome)], [text, undefined]);
});

Deno.test("a country is near no province, and a 非 is never left out", () => {
  const provinces = readDictionaries().regions.column("省份");
  assertEquals(nearest("巴基斯坦", pairs(provinces)), undefined);
  assertEquals(nearest("非困难生", pairs(["是", "否"])), undefined);
  assertEquals(nearest("黑龙江", pairs(provinces)), "黑龙江省");
  assertEquals(nearest("困难生", pairs(["非困难生", "就业困难"])), undefined);
});

Deno.test("every hint for an entry with one character left out keeps its outcome", () => {
  for (const name of names) {
    for (let i = 0; i < name.length; i++) {
      const hint = nearest(name.slice(0, i) + name.slice(i + 1), pairs(names), outcome);
      if (hint !== undefined) assertEquals([name, outcome(hint)], [name, outcome(name)]);
    }
  }
});
