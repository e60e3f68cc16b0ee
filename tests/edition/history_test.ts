import { assertEquals } from "@std/assert";
import { exactCount, readHistory } from "lib/edition/history.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

function historyOf(files: Record<string, string>) {
  using data = temporaryData(files);
  return readHistory(data.folder);
}

Deno.test("without a file there is no history", () => {
  assertEquals(historyOf({}).rows(), []);
});

Deno.test("numbers, bounds and gaps are kept as they are written", () => {
  const csv = "届,毕业生人数,毕业去向落实率,升学率,说明\n2029,>6500,≥84,,\n2030,12,83.33,8.00,\n";
  assertEquals(historyOf({ "history.csv": csv }).rows(), [
    { 届: 2029, 毕业生人数: ">6500", 毕业去向落实率: "≥84", 升学率: "" },
    { 届: 2030, 毕业生人数: "12", 毕业去向落实率: "83.33", 升学率: "8.00" },
  ]);
});

Deno.test("what is neither number nor bound is a fault, and so is a year that stands twice", () => {
  const csv = "届,毕业生人数,毕业去向落实率,升学率\n2030,约12,83%,\n2030,1,1,1\n";
  assertEquals(faultsOf(() => historyOf({ "history.csv": csv })), [
    "history.csv:2 毕业生人数 约12",
    "history.csv:2 毕业去向落实率 83%",
    "history.csv:3 届 2030",
  ]);
});

Deno.test("only a whole number is an exact count", () => {
  assertEquals(["12", ">12", "", "12.0", undefined].map(exactCount), [12, null, null, null, null]);
});
