import { assertEquals } from "@std/assert";
import { exactCount, readHistory } from "lib/edition/history.ts";
import { Bound } from "lib/table/bound.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

function historyOf(files: Record<string, string>) {
  using data = temporaryData(files);
  return readHistory(data.folder);
}

Deno.test("without a file there is no history", () => {
  assertEquals(historyOf({}).rows(), []);
});

Deno.test("numbers and bounds are read, and keep their digits; a gap stays empty", () => {
  const csv = "届,毕业生人数,毕业去向落实率,升学率,说明\n2029,>6500,≥84,,\n2030,12,83.33,8.00,\n";
  assertEquals(historyOf({ "history.csv": csv }).rows(), [
    {
      届: 2029,
      毕业生人数: new Bound(">", "6500"),
      毕业去向落实率: new Bound("≥", "84"),
      升学率: "",
    },
    {
      届: 2030,
      毕业生人数: 12,
      毕业去向落实率: new Bound("=", "83.33"),
      升学率: new Bound("=", "8.00"),
    },
  ]);
});

Deno.test("what is neither number nor bound is a fault, and so is a year that stands twice", () => {
  const csv =
    "届,毕业生人数,毕业去向落实率,升学率\n2030,约12,83%,≠8\n2030,1,1,1\n2031,12.5,-1,≥-1\n";
  assertEquals(faultsOf(() => historyOf({ "history.csv": csv })), [
    "history.csv:2 毕业生人数 约12",
    "history.csv:2 毕业去向落实率 83%",
    "history.csv:2 升学率 ≠8",
    "history.csv:3 届 2030",
    "history.csv:4 毕业生人数 12.5",
    "history.csv:4 毕业去向落实率 -1",
    "history.csv:4 升学率 ≥-1",
  ]);
});

Deno.test("only a number is an exact count", () => {
  const counts: Parameters<typeof exactCount>[0][] = [12, 0, new Bound(">", "12"), "", undefined];
  assertEquals(counts.map(exactCount), [
    12,
    0,
    null,
    null,
    null,
  ]);
});
