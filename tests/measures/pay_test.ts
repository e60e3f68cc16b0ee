import { assertEquals } from "@std/assert";
import { pay, payBy } from "lib/measures/pay.ts";
import type { Outcome } from "lib/edition/roles.ts";
import { Frame } from "lib/table/frame.ts";

type Row = readonly [专业名称: string, 月收入: number | null, 去向大类?: Outcome];
const graduates = (...rows: readonly Row[]) =>
  Frame.fromRows(
    rows.map(([专业名称, 月收入, 去向大类 = "就业"]) => ({ 专业名称, 月收入, 去向大类 })),
    ["专业名称", "月收入", "去向大类"],
  );

Deno.test("quartiles interpolate between order statistics (type 7) and round half up", () => {
  const four = graduates(["甲", 4000], ["甲", 1000], ["甲", 3000], ["甲", 2001]);
  assertEquals(pay(four, 4), { 填报人数: 4, 下四分位数: 1751, 中位数: 2501, 上四分位数: 3250 });
  const one = graduates(["甲", 3500.5]);
  assertEquals(pay(one, 1), { 填报人数: 1, 下四分位数: 3501, 中位数: 3501, 上四分位数: 3501 });
});

Deno.test("who has told nothing, or is not employed, is not paid nothing", () => {
  const rows = graduates(["甲", null], ["甲", 9000, "升学"], ["甲", 3000]);
  assertEquals(pay(rows, 1)?.中位数, 3000);
  assertEquals(pay(rows, 1)?.填报人数, 1);
});

Deno.test("a small group is withheld and counted, the highest median stands first", () => {
  const rows = graduates(["甲", 3000], ["甲", 3000], ["乙", 9000], ["丙", 5000], ["丙", 5000], [
    "丁",
    null,
  ]);
  const { rows: shown, withheld } = payBy(rows, "专业名称", 2);
  assertEquals(shown.rows().map((one) => [one.组别, one.中位数]), [["丙", 5000], ["甲", 3000]]);
  assertEquals(withheld, 1);
  assertEquals(pay(rows.filter(() => false)), null);
});
