import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { outcomeOf, OUTCOMES, ROLES } from "lib/edition/roles.ts";
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
  const tiles = readDictionaries().regions.filter((one) => one.格行 !== null)
    .count(["格行", "格列"], "n");
  assertEquals(tiles.size, 34);
  assertEquals(tiles.filter((one) => one.n > 1).rows(), []);
});

Deno.test("employers' natures and destinations fall into the groups of their list, one of which is 其他", () => {
  const { destinations, employerNatures, employerGroups } = readDictionaries();
  const groups = new Set(employerGroups.column("单位性质类别"));
  const used = [
    ...employerNatures.column("单位性质类别"),
    ...destinations.column("单位性质类别").filter((group) => group !== ""),
  ];
  assertEquals(used.filter((group) => !groups.has(group)), []);
  assertEquals(employerGroups.filter((one) => one.角色 === "其他").size, 1);
});

Deno.test("every role has a destination, and each belongs to the outcome of its role", () => {
  const { destinations } = readDictionaries();
  assertEquals(new Set(destinations.column("角色")), new Set(ROLES));
  assertEquals(destinations.filter((one) => outcomeOf(one.角色) !== one.去向大类).rows(), []);
});

Deno.test("no spelling of an entry is that of another", () => {
  const { destinations, degrees } = readDictionaries();
  for (const [list, name] of [[destinations, "毕业去向"], [degrees, "学历"]] as const) {
    const rows = list.rows() as unknown as Record<string, string>[];
    const spellings = rows.flatMap((row) =>
      [name, "代码", "三位代码", "别名"].flatMap((column) => (row[column] ?? "").split("┋"))
    ).filter((one) => one !== "");
    assertEquals(spellings.filter((one, i) => spellings.indexOf(one) !== i), []);
  }
});

const OWN = "毕业去向,统计类别,去向大类,角色,单位性质类别\n";

Deno.test("an edition's own list supersedes the shared one of that name, and only that", () => {
  using data = temporaryData({
    "2031/dictionaries/destinations.csv": `${OWN}考研,升学,升学,国内升学,\n`,
  });
  const own = readDictionaries(join(data.folder, "2031"));
  assertEquals(own.destinations.column("毕业去向"), ["考研"]);
  assertEquals(own.regions.size, readDictionaries().regions.size);
  assertEquals(readDictionaries(join(data.folder, "2030")).destinations.size > 14, true);
});

Deno.test("a data folder without lists uses those of the workspace", () => {
  using data = temporaryData();
  Deno.removeSync(join(data.folder, "dictionaries"), { recursive: true });
  assertEquals(readDictionaries(join(data.folder, "2031")).regions.size, 35);
});

Deno.test("a list with an unknown outcome, no role and a repeated key is refused", () => {
  using _ = temporaryData({
    "dictionaries/destinations.csv": OWN +
      "待就业,未就业,末就业,求职,\n待就业,未就业,未就业,,\n",
  });
  assertEquals(faultsOf(readDictionaries), [
    "destinations.csv:2 去向大类 末就业",
    "destinations.csv:3 角色 ",
    "destinations.csv:3 毕业去向 待就业",
  ]);
});

Deno.test("a role that belongs to another outcome than the list says is refused", () => {
  using _ = temporaryData({
    "dictionaries/destinations.csv": `${OWN}考研,升学,升学,求职,\n`,
  });
  assertEquals(faultsOf(readDictionaries), ["destinations.csv:- 去向大类 升学"]);
});
