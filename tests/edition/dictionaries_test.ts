import { assertEquals, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import { OUTCOMES, readDictionaries } from "lib/edition/dictionaries.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

Deno.test("every destination belongs to an outcome and to a line of the report", () => {
  const { destinations } = readDictionaries();
  assertEquals(destinations.count(["去向大类"], "n").column("去向大类"), [...OUTCOMES]);
  assertEquals(destinations.filter((one) => one.统计类别 === "").rows(), []);
});

Deno.test("a line of the report gathers destinations of one outcome only", () => {
  const lines = readDictionaries().destinations.count(["统计类别", "去向大类"], "n");
  assertEquals(new Set(lines.column("统计类别")).size, lines.size);
});

Deno.test("the lists hold together: provinces of strategy areas are provinces, each once an area", () => {
  const { regions, strategyAreas } = readDictionaries();
  const provinces = new Set(regions.column("省份"));
  assertEquals(strategyAreas.filter((one) => !provinces.has(one.省份)).rows(), []);
  const pairs = strategyAreas.count(["战略区域", "省份"], "n");
  assertEquals(pairs.filter((one) => one.n > 1).rows(), []);
});

Deno.test("no two provinces share a tile of the grid map", () => {
  const tiles = readDictionaries().regions.count(["格行", "格列"], "n");
  assertEquals(tiles.filter((one) => one.n > 1).rows(), []);
});

Deno.test("employers' natures fall into the groups that destinations use too", () => {
  const { destinations, employerNatures } = readDictionaries();
  const groups = new Set(employerNatures.column("单位性质类别"));
  const decided = destinations.column("单位性质类别").filter((group) => group !== "");
  assertNotEquals(decided, []);
  assertEquals(decided.filter((group) => !groups.has(group) && group !== "自由职业"), []);
});

Deno.test("a list with an unknown outcome, a number that is none and a repeated key is refused", () => {
  using _ = temporaryData({
    "dictionaries/destinations.csv": "毕业去向,统计类别,去向大类,单位性质类别\n" +
      "待就业,未就业,末就业,\n待就业,未就业,未就业,\n",
  });
  assertEquals(faultsOf(readDictionaries), [
    "destinations.csv:2 去向大类 末就业",
    "destinations.csv:3 毕业去向 待就业",
  ]);
});

Deno.test("a list that is not there is said to be missing", () => {
  using data = temporaryData();
  Deno.removeSync(join(data.folder, "dictionaries", "regions.csv"));
  assertEquals(faultsOf(readDictionaries), ["regions.csv:- - -"]);
});
