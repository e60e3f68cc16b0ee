import { assertEquals } from "@std/assert";
import { readProvincialMajors } from "lib/edition/provincial_majors.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

function majorsOf(files: Record<string, string>) {
  using data = temporaryData(files);
  return readProvincialMajors(data.folder);
}

Deno.test("without a file nothing is known of the province", () => {
  assertEquals(majorsOf({}).size, 0);
  assertEquals(majorsOf({}).names, ["专业", "全省人数"]);
});

Deno.test("a major has its headcount", () => {
  assertEquals(majorsOf({ "provincial-majors.csv": "专业,全省人数\n护理,120\n" }).rows(), [
    { 专业: "护理", 全省人数: 120 },
  ]);
});

Deno.test("a headcount that is no number and a major that stands twice are faults", () => {
  const csv = "专业,全省人数\n护理,约120\n护理,120\n";
  assertEquals(faultsOf(() => majorsOf({ "provincial-majors.csv": csv })), [
    "provincial-majors.csv:2 全省人数 约120",
    "provincial-majors.csv:3 专业 护理",
  ]);
});
