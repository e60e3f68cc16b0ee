import { assertEquals, assertThrows } from "@std/assert";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { withRole } from "lib/measures/destinations.ts";
import { distribution } from "lib/measures/distribution.ts";
import { foremost } from "lib/measures/ranking.ts";
import { whereabouts, whereaboutsOf } from "lib/measures/whereabouts.ts";
import { Frame } from "lib/table/frame.ts";
import { graduatesCsv } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";

const of = whereaboutsOf(readDictionaries().regions, "山东省");

Deno.test("home, elsewhere, beyond the mainland, abroad and unknown are five different things", () => {
  const provinces = ["山东省", "北京市", "澳门特别行政区", "台湾省", "境外", ""];
  assertEquals(provinces.map(of), ["省内", "省外", "港澳台", "港澳台", "境外", "未登记"]);
  assertThrows(() => of("某省"), RangeError, "某省");
});

Deno.test("the unregistered are not elsewhere, and where nobody is is no row", () => {
  const founders = Frame.fromColumns({ 就业省份: ["", "山东省", "", "北京市"] });
  assertEquals(
    whereabouts(founders, "就业省份", of).rows().map((row) => [
      row.地区,
      row.人数,
      String(row["比例%"]),
    ]),
    [["省内", 1, "25.00"], ["省外", 1, "25.00"], ["未登记", 2, "50.00"]],
  );
});

Deno.test("of eleven founders four have no registered province: two are elsewhere, not six", () => {
  const places = ["", "", "", "", "北京市", "上海市", ...Array<string>(5).fill("山东省")];
  const csv = graduatesCsv(
    ...places.map((就业省份) => ({ 毕业去向: "自主创业", 就业省份 })),
    { 毕业去向: "签劳动合同形式就业", 就业省份: "北京市" },
  );
  using data = temporaryData({ "graduates.csv": csv });
  const founders = withRole(readGraduates(data.folder, readDictionaries()), "自主创业");
  assertEquals(
    whereabouts(founders, "就业省份", of).rows().map(({ 地区, 人数 }) => [地区, 人数]),
    [["省内", 5], ["省外", 2], ["未登记", 4]],
  );
});

Deno.test("in a municipality without districts nobody comes first, and nobody is from elsewhere", () => {
  const home = { 生源地: "上海市", 生源城市: "", 就业省份: "上海市", 就业城市: "" };
  const csv = graduatesCsv(home, { ...home, 毕业去向: "签劳动合同形式就业" });
  using data = temporaryData({ "graduates.csv": csv });
  const graduates = readGraduates(data.folder, readDictionaries());
  for (const label of ["生源城市", "就业城市"] as const) {
    const cities = distribution(graduates, label, ["人数", "比例%"]);
    assertEquals(foremost(cities, { label, value: "人数", most: 3 }).rows.size, 0);
  }
  const seen = whereabouts(
    graduates,
    "生源地",
    whereaboutsOf(readDictionaries().regions, "上海市"),
  );
  assertEquals(seen.column("地区"), ["省内"]);
});
