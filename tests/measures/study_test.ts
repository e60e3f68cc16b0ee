import { assertEquals } from "@std/assert";
import type { University } from "lib/edition/universities.ts";
import { universitiesAtHome } from "lib/measures/study.ts";
import { Frame } from "lib/table/frame.ts";

const students = Frame.fromColumns({
  升学院校: ["聊城大学", "济宁医学院", "聊城大学", "吉林大学", ""],
});
const known = (...rows: readonly (readonly [string, string])[]) =>
  Frame.fromRows<University>(
    rows.map(([升学院校, 省份]) => ({ 升学院校, 省份 })),
    ["升学院校", "省份"],
  );

Deno.test("universities at home are counted once each", () => {
  const list = known(["聊城大学", "山东省"], ["济宁医学院", "山东省"], ["吉林大学", "吉林省"]);
  assertEquals(universitiesAtHome(students, list, "山东省"), 2);
  assertEquals(universitiesAtHome(students, list, "四川省"), 0);
});

Deno.test("without a list of universities, or with one that lacks some, nothing is known", () => {
  assertEquals(universitiesAtHome(students, known(), "山东省"), null);
  assertEquals(universitiesAtHome(students, known(["聊城大学", "山东省"]), "山东省"), null);
  const nobody = students.filter((one) => one.升学院校 === "");
  assertEquals(universitiesAtHome(nobody, known(), "山东省"), 0);
});
