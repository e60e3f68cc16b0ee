import { assertEquals } from "@std/assert";
import { Findings, type Place, sentence } from "lib/intake/findings.ts";
import { MASK, Persons } from "lib/intake/personal.ts";

const PLACE: Place = {
  check: "取值不在代码表",
  level: "fail",
  file: "登记表.xlsx",
  column: "毕业去向",
  value: "灵活就业",
  advice: "请核实",
};

Deno.test("places of one cause are one finding with its count and first rows", () => {
  const findings = new Findings(new Persons(2025));
  for (const row of [3, 9, 17, 20, 31, 40]) findings.add({ ...PLACE, row });
  findings.add({ ...PLACE, value: "其他", row: 5 });
  const [first, second] = findings.list();
  assertEquals([first?.count, first?.rows, second?.count], [6, [3, 9, 17, 20, 31, 40], 1]);
  assertEquals(
    first && sentence(first),
    "登记表.xlsx 毕业去向：“灵活就业” 6 处，第 3、9、17、20、31 行等。请核实",
  );
});

Deno.test("what stops the intake stands first, then what is met most", () => {
  const findings = new Findings(new Persons(2025));
  findings.add({ ...PLACE, level: "warn", value: "甲" });
  findings.add({ ...PLACE, level: "warn", value: "甲" });
  findings.add({ ...PLACE, value: "乙" });
  assertEquals(findings.list().map(({ value }) => value), ["乙", "甲"]);
});

Deno.test("a column that is all wrong is two hundred lines and one, and masks are one", () => {
  const findings = new Findings(new Persons(2025));
  for (let i = 0; i < 1000; i++) findings.add({ ...PLACE, value: `写法${i}`, row: i });
  assertEquals(findings.list().length, 201);
  assertEquals(findings.list().reduce((sum, { count }) => sum + count, 0), 1000);
  const masked = new Findings(new Persons(2025));
  for (let i = 0; i < 10; i++) masked.add({ ...PLACE, value: `1380000${1000 + i}` });
  assertEquals(masked.list().map(({ value, count }) => [value, count]), [[MASK, 10]]);
});
