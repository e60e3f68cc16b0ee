import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { type Outcome, OUTCOMES } from "lib/edition/roles.ts";
import { Frame } from "lib/table/frame.ts";
import { placement } from "lib/measures/placement.ts";

type Graduate = { readonly 系: string; readonly 去向大类: Outcome };
const graduates = (...rows: readonly (readonly [string, Outcome])[]) =>
  Frame.fromRows<Graduate>(rows.map(([系, 去向大类]) => ({ 系, 去向大类 })), ["系", "去向大类"]);

const small = graduates(
  ["医学系", "就业"],
  ["医学系", "未就业"],
  ["护理系", "升学"],
  ["医学系", "就业"],
);

Deno.test("placed are the employed and those in further study, of all graduates", () => {
  const { 落实率, ...counts } = placement(small).only();
  assertEquals(counts, { 生源人数: 4, 就业: 2, 升学: 1, 未就业: 1, 落实: 3 });
  assertEquals(落实率.percent(), "75.00");
});

Deno.test("each group has its own counts and rate, in order of first appearance", () => {
  const table = placement(small, "系");
  assertEquals(
    table.rows().map((row) => [row.系, row.生源人数, row.落实, String(row.落实率)]),
    [["医学系", 3, 2, "66.67"], ["护理系", 1, 1, "100.00"]],
  );
});

Deno.test("nobody has counts of nought and an unknown rate", () => {
  const { 落实率, ...counts } = placement(graduates()).only();
  assertEquals(counts, { 生源人数: 0, 就业: 0, 升学: 0, 未就业: 0, 落实: 0 });
  assertEquals(落实率.percent(), null);
  assertEquals(placement(graduates(), "系").rows(), []);
});

Deno.test("an outcome that is none is refused", () => {
  const wrong = graduates(["医学系", "失联" as Outcome]);
  assertThrows(() => placement(wrong), RangeError, "失联");
});

Deno.test("the columns add up, in each group and over all groups", () => {
  const graduate = fc.tuple(fc.constantFrom("甲", "乙", "丙"), fc.constantFrom(...OUTCOMES));
  fc.assert(fc.property(fc.array(graduate, { minLength: 1 }), (rows) => {
    const groups = placement(graduates(...rows), "系").rows();
    for (const { 生源人数, 就业, 升学, 未就业, 落实, 落实率 } of groups) {
      assertEquals(就业 + 升学, 落实);
      assertEquals(落实 + 未就业, 生源人数);
      assertEquals([落实率.count, 落实率.base], [落实, 生源人数]);
    }
    const all = placement(graduates(...rows)).only();
    for (const column of ["生源人数", "就业", "升学", "未就业", "落实"] as const) {
      assertEquals(groups.reduce((sum, group) => sum + group[column], 0), all[column]);
    }
  }));
});
