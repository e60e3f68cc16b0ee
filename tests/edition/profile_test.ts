import { assertEquals } from "@std/assert";
import { readProfile } from "lib/edition/profile.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

function profileOf(files: Record<string, string>) {
  using data = temporaryData(files);
  return readProfile(data.folder);
}

Deno.test("without a file the profile is empty", () => {
  assertEquals(profileOf({}).rows(), []);
});

Deno.test("a profile's values are kept as they are written, a unit may lack", () => {
  assertEquals(
    profileOf({ "profile.csv": "对象,指标,数值,单位\n学校,校区数,2,个\n学校,成立,2000-10,\n" })
      .rows(),
    [
      { 对象: "学校", 指标: "校区数", 数值: "2", 单位: "个" },
      { 对象: "学校", 指标: "成立", 数值: "2000-10", 单位: "" },
    ],
  );
});

Deno.test("a profile without a value is a fault", () => {
  const csv = "对象,指标,数值,单位\n学校,校区数,,个\n";
  assertEquals(faultsOf(() => profileOf({ "profile.csv": csv })), ["profile.csv:2 数值 "]);
});
