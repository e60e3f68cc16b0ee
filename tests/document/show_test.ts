import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { MADE_MIME } from "lib/document/exhibit.ts";
import { openSection } from "lib/document/section.ts";
import { capture, show } from "lib/document/show.ts";
import { Frame } from "lib/table/frame.ts";
import { setting } from "./setting.ts";

const section = openSection(setting(), "一（一）", () => {});
const rows = Frame.fromRows([{ 系: "甲", 人数: 3 }], ["系", "人数"]);

Deno.test("an exhibit is shown as HTML, as text and as data", async () => {
  const table = section.table(1, { title: "各系人数", rows });
  const [bundle, ...more] = await capture(() => show(table));
  assertEquals(more, []);
  assertEquals(Object.keys(bundle ?? {}), ["text/html", "text/plain", MADE_MIME]);
  assertEquals(bundle?.["text/html"], table.html);
  assertEquals(bundle?.["text/plain"], "表 1. 各系人数\n系\t人数\n甲\t3");
  assertEquals(bundle?.[MADE_MIME], table.made);
});

Deno.test("what adds nothing to the report carries no data", async () => {
  const [bundle] = await capture(() => show(section.text`没有数字。`));
  assertEquals(Object.keys(bundle ?? {}), ["text/html", "text/plain"]);
});

Deno.test("a frame is shown by its first rows", async () => {
  const [bundle] = await capture(() => show(rows));
  assertEquals(bundle?.["text/plain"], "1 行：系、人数");
  assertStringIncludes(String(bundle?.["text/html"]), "<table>");
});

Deno.test("bundles come in the order in which they were shown", async () => {
  const bundles = await capture(async () => {
    await show(section.text`先`);
    await show(section.text`后`);
  });
  assertEquals(bundles.map((bundle) => bundle["text/plain"]), ["先", "后"]);
});

Deno.test("captures do not overlap, and one that fails ends", async () => {
  await assertRejects(
    () => capture(async () => void await capture(async () => {})),
    Error,
    "another",
  );
  await assertRejects(() => capture(() => Promise.reject(new Error("坏"))), Error, "坏");
  assertEquals(await capture(async () => {}), []);
});
