import { assertEquals } from "@std/assert";
import { numberExhibits } from "lib/document/numbering.ts";

const table = (key: string) => ({ kind: "table", key }) as const;
const figure = (key: string) => ({ kind: "figure", key }) as const;
const labelled = (labels: ReturnType<typeof numberExhibits>) =>
  [...labels].map(([key, { label }]) => `${key} ${label}`);

Deno.test("tables and figures are numbered by their place, each kind by itself", () => {
  const labels = numberExhibits([[table("甲"), figure("乙"), table("丙")], [figure("丁")]]);
  assertEquals(labelled(labels), ["甲 表 1", "乙 图 1", "丙 表 2", "丁 图 2"]);
});

Deno.test("a table put in the middle moves those after it; one shown again keeps its number", () => {
  const labels = numberExhibits([[table("甲"), table("新"), table("甲"), table("丙")]]);
  assertEquals(labelled(labels), ["甲 表 1", "新 表 2", "丙 表 3"]);
});

Deno.test("numbers may begin anew with each chapter that has exhibits", () => {
  const chapters = [[], [table("甲"), table("乙"), figure("丙")], [table("丁"), figure("戊")]];
  assertEquals(labelled(numberExhibits(chapters, "by chapter")), [
    "甲 表 1-1",
    "乙 表 1-2",
    "丙 图 1-1",
    "丁 表 2-1",
    "戊 图 2-1",
  ]);
});
