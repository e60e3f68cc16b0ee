import { assertEquals } from "@std/assert";
import { withMajorGroups } from "lib/intake/major_groups.ts";
import type { Rows } from "lib/intake/rows.ts";

/** Rows of degree, code and year of entry. */
function rows(...all: readonly (readonly [string, string, string?])[]): Rows {
  return {
    size: all.length,
    file: all.map(() => "甲"),
    row: all.map((_, i) => i + 2),
    columns: new Map([
      ["学历", all.map(([degree]) => degree)],
      ["专业代码", all.map(([, code]) => code)],
      ["入学时间", all.map(([, , entry = ""]) => entry)],
    ]),
  };
}
const groups = (given: Rows, year = 2025) => {
  const { columns } = withMajorGroups(given, year).rows;
  return columns.get("专业大类") ?? columns.get("学科门类");
};

Deno.test("the group follows from the code, by the catalogue of the year of entry", () => {
  assertEquals(groups(rows(["专科", "520201", "202109"], ["专科", "620201", "202009"])), [
    "医药卫生大类",
    "医药卫生大类",
  ]);
  assertEquals(groups(rows(["专科", "520201", "202009"])), ["资源环境与安全大类"]);
  assertEquals(groups(rows(["专科", "520201"])), ["医药卫生大类"]);
  assertEquals(groups(rows(["专科", "520201"]), 2023), ["资源环境与安全大类"]);
  assertEquals(groups(rows(["本科", "080902"], ["本科", "050101"])), ["工学", "文学"]);
  assertEquals(groups(rows(["本科", "101101K"])), ["医学"]);
});

Deno.test("nothing is filled where a code is missing, unknown, or of another kind", () => {
  assertEquals(groups(rows(["专科", "520201"], ["专科", ""])), undefined);
  assertEquals(groups(rows(["专科", "520201"], ["专科", "999999"])), undefined);
  assertEquals(groups(rows(["专科", "520201"], ["本科", "080902"])), undefined);
});

Deno.test("what the files tell is left alone", () => {
  const given = rows(["专科", "520201"]);
  const told = { ...given, columns: new Map([...given.columns, ["专业大类", ["自设大类"]]]) };
  assertEquals(groups(told), ["自设大类"]);
});
