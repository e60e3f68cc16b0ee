import { assertEquals } from "@std/assert";
import { degreesOf, placementByDegree } from "lib/measures/degrees.ts";
import type { Outcome } from "lib/edition/roles.ts";
import { Frame } from "lib/table/frame.ts";

const degrees = Frame.fromColumns({ 学历: ["博士", "硕士", "本科", "专科"] });
const graduates = Frame.fromColumns<{ 学历: string; 院系: string; 去向大类: Outcome }>({
  学历: ["本科", "硕士", "本科", "硕士"],
  院系: ["文学院", "理学院", "理学院", "理学院"],
  去向大类: ["就业", "升学", "未就业", "未就业"],
});

Deno.test("degrees stand in the list's order, and only those that somebody has", () => {
  assertEquals(degreesOf(graduates, degrees), ["硕士", "本科"]);
});

Deno.test("placement by degree, and by department within each", () => {
  const short = (rows: readonly Record<string, unknown>[]) =>
    rows.map((row) => [row["学历"], row["院系"] ?? "", row["生源人数"], String(row["落实率"])]);
  assertEquals(short(placementByDegree(graduates, degrees).rows()), [
    ["硕士", "", 2, "50.00"],
    ["本科", "", 2, "50.00"],
  ]);
  assertEquals(short(placementByDegree(graduates, degrees, "院系").rows()), [
    ["硕士", "理学院", 2, "50.00"],
    ["本科", "文学院", 1, "100.00"],
    ["本科", "理学院", 1, "0.00"],
  ]);
});
