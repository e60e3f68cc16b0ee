import { assertEquals, assertStringIncludes } from "@std/assert";
import { exactCount, readHistory, recalled } from "lib/edition/history.ts";
import { DataError } from "lib/table/faults.ts";
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
    "届,毕业生人数,毕业去向落实率,升学率\n2030,约12,八成,≠8\n2030,1,1,1\n2031,12.5,-1,≥-1\n31,>1.5,,\n";
  assertEquals(faultsOf(() => historyOf({ "history.csv": csv })), [
    "history.csv:2 毕业生人数 约12",
    "history.csv:2 毕业去向落实率 八成",
    "history.csv:2 升学率 ≠8",
    "history.csv:3 届 2030",
    "history.csv:4 毕业生人数 12.5",
    "history.csv:4 毕业去向落实率 -1",
    "history.csv:4 升学率 ≥-1",
    "history.csv:5 届 31",
    "history.csv:5 毕业生人数 >1.5",
  ]);
});

/** What is said of a 毕业去向落实率; empty where nothing is wrong with it. */
function saidOf(rate: string): string {
  const csv = `届,毕业生人数,毕业去向落实率,升学率\n2030,1,${rate},\n`;
  try {
    historyOf({ "history.csv": csv });
  } catch (error) {
    if (error instanceof DataError) return error.faults[0]?.expected ?? "";
    throw error;
  }
  return "";
}

Deno.test("a rate lies between 0 and 100, with or without its sign", () => {
  for (
    const rate of ["0", "0.00", "1", "1.01", "84.20", "84.20%", "100", "≥84", "<100%", "0.85%"]
  ) {
    assertEquals(saidOf(rate), "", rate);
  }
  for (const rate of ["101.2", "100.01", ">120", "101.2%"]) {
    assertStringIncludes(saidOf(rate), "0 到 100", rate);
  }
});

Deno.test("a fraction of one in a column of percentages is told as both things it may be", () => {
  assertStringIncludes(saidOf("0.8420"), "应写作 84.20；若确是 0.8420%，请写作 0.8420%");
  for (
    const [rate, right] of [
      ["0.07", "7"],
      ["0.9", "90"],
      ["1.00", "100"],
      ["≥0.845", "≥84.5"],
      ["0.004", "0.4"],
    ]
  ) assertStringIncludes(saidOf(rate ?? ""), `应写作 ${right}；`, rate);
});

Deno.test("several histories are one: of each number the first that knows it", () => {
  const header = "届,毕业生人数,毕业去向落实率,升学率\n";
  const own = historyOf({ "history.csv": `${header}2029,,90.00,\n` });
  const older = historyOf({ "history.csv": `${header}2029,12,80.00,\n2028,11,,\n` });
  assertEquals(recalled([own, older], 2029), {
    届: 2029,
    毕业生人数: 12,
    毕业去向落实率: new Bound("=", "90.00"),
    升学率: "",
  });
  assertEquals(recalled([own, older], 2028).毕业生人数, 11);
  assertEquals(recalled([own], 2028), {
    届: 2028,
    毕业生人数: "",
    毕业去向落实率: "",
    升学率: "",
  });
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
