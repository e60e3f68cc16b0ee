import { assertEquals } from "@std/assert";
import type { Outcome } from "lib/edition/roles.ts";
import { Frame } from "lib/table/frame.ts";
import {
  destinationLeaves,
  destinationLines,
  unplacedStates,
  withRole,
} from "lib/measures/destinations.ts";
import { readDictionaries } from "lib/edition/dictionaries.ts";

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

const { destinations } = readDictionaries();
const leaving = (...names: readonly string[]) =>
  Frame.fromRows(
    names.map((毕业去向) => {
      const [one] = destinations.filter((row) => row.毕业去向 === 毕业去向).rows();
      if (one === undefined) throw new RangeError(毕业去向);
      return { 毕业去向, 去向大类: one.去向大类, 去向角色: one.角色 };
    }),
    ["毕业去向", "去向大类", "去向角色"],
  );

Deno.test("programmes at the grass roots stand one by one, in the list's order, with their shares", () => {
  const all = leaving("选调生", "西部计划", "待就业", "西部计划", "三支一扶");
  const some = withRole(all, "国家基层", "地方基层");
  assertEquals(
    destinationLeaves(some, destinations).rows().map((one) => [
      one.毕业去向,
      one.毕业生人数,
      String(one["所占比例%"]),
    ]),
    [["三支一扶", 1, "25.00"], ["西部计划", 2, "50.00"], ["选调生", 1, "25.00"]],
  );
});

Deno.test("those who look for work stand apart from those who do not", () => {
  const all = leaving("拟出国出境", "待就业", "不就业拟升学", "签约中", "国内升学");
  assertEquals(
    unplacedStates(all, destinations).rows().map((one) => [one.类别, one.毕业去向]),
    [
      ["待就业", "待就业"],
      ["待就业", "签约中"],
      ["暂不就业", "不就业拟升学"],
      ["暂不就业", "拟出国出境"],
    ],
  );
});
