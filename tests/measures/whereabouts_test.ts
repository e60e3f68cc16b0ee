import { assertEquals, assertThrows } from "@std/assert";
import { whereabouts, whereaboutsOf } from "lib/measures/whereabouts.ts";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { Frame } from "lib/table/frame.ts";

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
