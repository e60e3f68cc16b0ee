import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { desc, Frame } from "lib/table/frame.ts";
import { tally } from "lib/measures/tally.ts";

type Person = { readonly 系: string; readonly 性别: "男" | "女" };
const frame = (...rows: readonly Person[]) => Frame.fromRows<Person>(rows, ["系", "性别"]);

const people = frame(
  { 系: "医学系", 性别: "女" },
  { 系: "护理系", 性别: "女" },
  { 系: "医学系", 性别: "男" },
  { 系: "护理系", 性别: "女" },
  { 系: "机电系", 性别: "男" },
);

Deno.test("a tally has a row for each value, in order of first appearance", () => {
  assertEquals(tally(people, "系", "人数").rows(), [
    { 系: "医学系", 人数: 2 },
    { 系: "护理系", 人数: 2 },
    { 系: "机电系", 人数: 1 },
  ]);
});

Deno.test("a tally by two columns has a row for each combination that occurs", () => {
  assertEquals(tally(people, ["系", "性别"], "人数").rows().map(Object.values), [
    ["医学系", "女", 1],
    ["护理系", "女", 2],
    ["医学系", "男", 1],
    ["机电系", "男", 1],
  ]);
});

Deno.test("equal counts keep the records' own order when sorted", () => {
  assertEquals(tally(people, "系", "人数").orderby(desc("人数")).column("系"), [
    "医学系",
    "护理系",
    "机电系",
  ]);
});

Deno.test("nobody is counted in an empty frame, and one in a frame of one", () => {
  assertEquals(tally(frame(), "系", "人数").rows(), []);
  assertEquals(tally(frame({ 系: "医学系", 性别: "女" }), "系", "人数").column("人数"), [1]);
});

Deno.test("a misspelt column is an error that lists the columns", () => {
  // @ts-expect-error: there is no such column
  assertThrows(() => tally(people, "院", "人数"), TypeError, "现有：系、性别");
});

Deno.test("a tally adds up to the headcount", () => {
  const person = fc.record({
    系: fc.constantFrom("甲", "乙", "丙"),
    性别: fc.constantFrom("男" as const, "女" as const),
  });
  fc.assert(fc.property(fc.array(person), (rows) => {
    const counts = tally(frame(...rows), ["系", "性别"], "人数").column("人数");
    assertEquals(counts.reduce((a, b) => a + b, 0), rows.length);
    assertEquals(counts.filter((count) => count < 1), []);
  }));
});
