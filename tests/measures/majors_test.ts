import { assertEquals } from "@std/assert";
import { majorsApart } from "lib/measures/majors.ts";
import { Frame } from "lib/table/frame.ts";

const labelsOf = (columns: Record<string, string[]>) =>
  majorsApart(
    Frame.fromColumns(columns) as unknown as Frame<{ 学历: string; 专业: string }>,
  ).column("专业名称");

Deno.test("where a cohort has one degree, majors go by their names", () => {
  assertEquals(labelsOf({ 学历: ["专科", "专科"], 专业: ["护理", "助产"] }), ["护理", "助产"]);
});

Deno.test("majors of one name but different degrees are told apart, others are not marked", () => {
  assertEquals(
    labelsOf({ 学历: ["硕士", "本科", "本科"], 专业: ["计算机", "计算机", "历史"] }),
    ["计算机（硕士）", "计算机（本科）", "历史"],
  );
});

Deno.test("within a degree the code decides: one code is one major, two codes are two", () => {
  assertEquals(
    labelsOf({
      学历: ["本科", "本科", "本科", "本科"],
      专业: ["护理（中外合作）", "护理(中外合作)", "音乐学", "音乐学"],
      专业代码: ["101101H", "101101H", "130202", ""],
    }),
    ["护理（中外合作）", "护理（中外合作）", "音乐学（130202）", "音乐学（无代码）"],
  );
});

Deno.test("nobody has no majors", () => {
  assertEquals(labelsOf({ 学历: [], 专业: [] }), []);
});
