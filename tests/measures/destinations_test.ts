import { assertEquals } from "@std/assert";
import type { Outcome } from "lib/edition/roles.ts";
import { Frame } from "lib/table/frame.ts";
import { destinationLines } from "lib/measures/destinations.ts";

type Graduate = { readonly 统计类别: string; readonly 去向大类: Outcome };
const graduates = (...rows: readonly (readonly [string, Outcome])[]) =>
  Frame.fromRows<Graduate>(
    rows.map(([统计类别, 去向大类]) => ({ 统计类别, 去向大类 })),
    ["统计类别", "去向大类"],
  );

const linesOf = (frame: Frame<Graduate>) =>
  destinationLines(frame).rows().map((line) => [
    line.毕业去向,
    line.毕业生人数,
    String(line["所占比例%"]),
  ]);

Deno.test("the most frequent destination stands first, the unplaced last whatever their number", () => {
  const frame = graduates(
    ["未就业", "未就业"],
    ["升学", "升学"],
    ["自主创业", "就业"],
    ["未就业", "未就业"],
    ["自主创业", "就业"],
    ["未就业", "未就业"],
  );
  assertEquals(linesOf(frame), [
    ["自主创业", 2, "33.33"],
    ["升学", 1, "16.67"],
    ["未就业", 3, "50.00"],
  ]);
});

Deno.test("equal numbers keep the records' own order", () => {
  const frame = graduates(["升学", "升学"], ["自由职业", "就业"], ["自主创业", "就业"]);
  assertEquals(linesOf(frame).map(([line]) => line), ["升学", "自由职业", "自主创业"]);
});

Deno.test("nobody has no destinations, under the same headers", () => {
  assertEquals(destinationLines(graduates()).rows(), []);
  assertEquals(destinationLines(graduates()).names, ["毕业去向", "毕业生人数", "所占比例%"]);
});
