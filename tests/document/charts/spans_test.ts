import { assertEquals } from "@std/assert";
import { WIDTH } from "lib/document/charts/drawing.ts";
import { spans } from "lib/document/charts/spans.ts";
import { Frame } from "lib/table/frame.ts";
import { attributesOf } from "../../page.ts";
import { drawnTexts, labelsOf } from "./drawn.ts";

const rows = [
  { 项目: "甲", 自: 10, 至: 14 },
  { 项目: "名字长得一行写不下的一所院校及其分校", 自: 12, 至: 12 },
  { 项目: "丙", 自: 11, 至: Infinity },
];
const drawn = (beside: number, some = rows) =>
  spans(Frame.fromRows(some, ["项目", "自", "至"]), {
    label: "项目",
    from: "自",
    to: "至",
    common: { name: "都容许 12", spans: [{ from: 12, to: 12 }] },
    beside: { name: `所称 ${beside}`, at: beside },
  });

Deno.test("every stretch is told by its ends, and so are the common one and the one beside", () => {
  assertEquals(labelsOf(drawn(30)), [
    ...["10–14", "12", "≥11"],
    ...rows.map((row) => row.项目),
    ...["都容许 12", "所称 30"],
  ]);
});

Deno.test("a stretch is as wide as it has numbers, and one without an end runs to the edge", () => {
  const [first = 0, second = 0, third = 0] = attributesOf(
    drawn(30),
    "g[data-mark=bar] rect",
    "width",
  )
    .map(Number).map((width) => width - 0.5);
  assertEquals(Math.round(first / second), 5);
  assertEquals(Math.round(third / second), 20);
});

Deno.test("nothing is clipped, wherever the number beside lies", () => {
  for (const beside of [1, 12, 13, 400, 90_000]) {
    const outside = drawnTexts(drawn(beside)).filter(({ left, right }) =>
      left < 0 || right > WIDTH
    );
    assertEquals(outside, [], String(beside));
  }
  assertEquals(drawnTexts(drawn(5, rows.slice(1, 2))).some(({ right }) => right > WIDTH), false);
});

Deno.test("without any stretch the number beside still stands", () => {
  assertEquals(labelsOf(drawn(30, [])), ["都容许 12", "所称 30"]);
});
