import { assertEquals } from "@std/assert";
import { audit } from "lib/audit/audit.ts";
import { readPrinted } from "lib/audit/printed.ts";
import { allowedBases, inferredBases } from "lib/audit/proof.ts";

const row = (
  table: string,
  item: string,
  text: string,
  count: number | null,
  base: number | null,
) => ({ table, item, count, base, printed: readPrinted(text) ?? { units: 0, decimals: 0 }, text });

Deno.test("each row allows the bases over which its count prints as its percentage", () => {
  // 1/3 = 33.33; 5/9 = 55.56 and no other base gives it; 0 prints as 0.00 over any base.
  const findings = audit([
    row("表1", "甲", "33.33", 1, 8),
    row("表1", "乙", "55.56", 5, 8),
    row("表1", "丙", "0.00", 0, 8),
    row("表1", "丁", "50.00", null, 8),
  ]);
  assertEquals(
    allowedBases(findings).rows().map((
      one,
    ) => [one.项目, one.基数自, one.基数至, one["按所称基数应为%"]]),
    [["甲", 3, 3, "12.50"], ["乙", 9, 9, "62.50"], ["丙", 1, Infinity, "0.00"]],
  );
});

Deno.test("groups that share an unnamed base tell it; rows with bases of their own do not", () => {
  const rows = [
    { ...row("问卷", "甲", "14.29", null, null), baseAtMost: 13 },
    { ...row("问卷", "乙", "57.14", null, null), baseAtMost: 13 },
    { ...row("各专业", "甲", "50.00", 1, null), family: "甲" },
    { ...row("各专业", "乙", "25.00", 1, null), family: "乙" },
    row("表1", "甲", "50.00", 1, 2),
  ];
  assertEquals(inferredBases(audit(rows)).rows(), [{
    范围: "问卷",
    比例个数: 2,
    可能的基数: "7",
  }]);
});
