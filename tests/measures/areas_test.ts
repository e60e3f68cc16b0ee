import { assertEquals } from "@std/assert";
import { Frame } from "lib/table/frame.ts";
import { workingInAreas } from "lib/measures/areas.ts";

const employed = Frame.fromColumns({ 就业省份: ["甲省", "乙省", "乙省", "丙省", ""] });

Deno.test("workingInAreas() counts a province in every area it belongs to", () => {
  const areas = Frame.fromRows([
    { 战略区域: "东线", 省份: "甲省" },
    { 战略区域: "东线", 省份: "乙省" },
    { 战略区域: "西线", 省份: "乙省" },
    { 战略区域: "北线", 省份: "丁省" },
  ], ["战略区域", "省份"]);
  assertEquals(workingInAreas(employed, areas).rows(), [
    { 战略区域: "东线", 就业人数: 3 },
    { 战略区域: "西线", 就业人数: 2 },
    { 战略区域: "北线", 就业人数: 0 },
  ]);
});
