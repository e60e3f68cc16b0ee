import { assertEquals } from "@std/assert";
import type { Role } from "lib/edition/roles.ts";
import { byEmployer } from "lib/measures/employers.ts";
import { Frame } from "lib/table/frame.ts";

Deno.test("employers are ranked by those they hired; one's own firm and no name are none", () => {
  const rows: readonly (readonly [string, Role])[] = [
    ["乙公司", "签约就业"],
    ["甲医院", "其他形式就业"],
    ["", "签约就业"],
    ["甲医院", "国家基层"],
    ["自己的店", "自主创业"],
  ];
  const employed = Frame.fromRows(
    rows.map(([单位名称, 去向角色]) => ({ 单位名称, 去向角色 })),
    ["单位名称", "去向角色"],
  );
  assertEquals(
    byEmployer(employed).rows().map((one) => [
      one.单位名称,
      one.就业人数,
      String(one["占就业总人数比例%"]),
    ]),
    [["甲医院", 2, "40.00"], ["乙公司", 1, "20.00"]],
  );
});
