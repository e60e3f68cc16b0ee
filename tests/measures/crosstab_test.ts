import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { Frame } from "lib/table/frame.ts";
import { crosstab } from "lib/measures/crosstab.ts";
import { tally } from "lib/measures/tally.ts";

type Person = { readonly 系: string; readonly 去: string };
const frame = (...rows: readonly (readonly [string, string])[]) =>
  Frame.fromRows<Person>(rows.map(([系, 去]) => ({ 系, 去 })), ["系", "去"]);

const people = frame(["医学系", "就业"], ["护理系", "升学"], ["医学系", "就业"], [
  "医学系",
  "升学",
]);

const across = { across: "去", total: "人数" } as const;

Deno.test("groups go down, levels across in their own order, with the total first", () => {
  const table = crosstab(people, { ...across, by: ["系"], levels: ["升学", "就业", "未就业"] });
  assertEquals(table.names, ["系", "人数", "升学", "就业", "未就业"]);
  assertEquals(table.rows().map(Object.values), [
    ["医学系", 3, 1, 2, 0],
    ["护理系", 1, 1, 0, 0],
  ]);
});

Deno.test("without groups there is one row for all, even for nobody", () => {
  const levels = ["升学", "就业"] as const;
  assertEquals(crosstab(people, { ...across, by: [], levels }).only(), {
    人数: 4,
    升学: 2,
    就业: 2,
  });
  assertEquals(crosstab(frame(), { ...across, by: [], levels }).only(), {
    人数: 0,
    升学: 0,
    就业: 0,
  });
  assertEquals(crosstab(frame(), { ...across, by: ["系"], levels }).rows(), []);
});

Deno.test("a value that is not among the levels is refused, since it would be dropped", () => {
  assertThrows(
    () => crosstab(people, { ...across, by: ["系"], levels: ["就业"] }),
    RangeError,
    '"升学"',
  );
});

Deno.test("groups whose names run together are kept apart", () => {
  const rows = [{ 甲: "a", 乙: "b,c", 去: "就业" }, { 甲: "a,b", 乙: "c", 去: "就业" }];
  const table = crosstab(Frame.fromRows(rows, ["甲", "乙", "去"]), {
    by: ["甲", "乙"],
    across: "去",
    levels: ["就业"],
    total: "人数",
  });
  assertEquals(table.column("就业"), [1, 1]);
});

Deno.test("each row adds up to its total, which is the tally", () => {
  const levels = ["就业", "升学", "未就业"] as const;
  const person = fc.tuple(fc.constantFrom("甲", "乙", "丙"), fc.constantFrom(...levels));
  fc.assert(fc.property(fc.array(person), (rows) => {
    const table = crosstab(frame(...rows), { ...across, by: ["系"], levels });
    assertEquals(
      table.rows().map((row) => row.就业 + row.升学 + row.未就业),
      table.column("人数"),
    );
    assertEquals(table.select("系", "人数").rows(), tally(frame(...rows), "系", "人数").rows());
  }));
});
