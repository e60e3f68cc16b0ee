import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import { BLOCKS_MIME } from "lib/document/blocks.ts";
import { blockText } from "lib/document/plain.ts";
import { listing, openSection } from "lib/document/section.ts";
import { bundleOf, capture, type Item, show } from "lib/document/show.ts";
import { ratio } from "lib/measures/ratio.ts";
import { Frame, ofPersons } from "lib/table/frame.ts";
import { setting } from "./setting.ts";

const section = openSection(setting(), "毕业生", () => {});
const rows = Frame.fromRows([{ 系: "甲", 人数: 3 }], ["系", "人数"]);

const shown = async (...items: Item[]) => {
  const all = await capture(async () => {
    for (const item of items) await show(item);
  });
  return all.flatMap(({ blocks }) => blocks.map(blockText));
};

Deno.test("an exhibit is displayed as HTML, as text and as data", () => {
  const { blocks } = section.table("系别", { title: "各系人数", rows });
  const bundle = bundleOf(blocks);
  assertEquals(Object.keys(bundle), ["text/html", "text/plain", BLOCKS_MIME]);
  assertStringIncludes(String(bundle["text/html"]), "<table");
  assertEquals(bundle["text/plain"], "表. 各系人数\n系\t人数\n甲\t3");
  assertEquals(bundle[BLOCKS_MIME], { blocks });
});

Deno.test("a table, a number, a share, a text and a drawing can be shown as they are", async () => {
  assertEquals(await shown(rows, 3, ratio(1, 3), "甲", "<svg></svg>"), [
    "\n系\t人数\n甲\t3",
    "3",
    "33.33%",
    "甲",
    "\n图",
  ]);
  assertEquals(await shown({ outerHTML: "<svg></svg>" }), ["\n图"]);
});

Deno.test("of a table of persons only its columns and its length are shown", async () => {
  const people = Frame.fromRows([{ 学号: "2023001", 性别: "女" }], ["学号", "性别"]);
  const [text = ""] = await shown(people);
  assertStringIncludes(text, "1 行");
  assertStringIncludes(text, "学号\t文字\n性别\t文字");
  assertEquals(/2023001|女/.test(text), false);
});

Deno.test("persons are no more shown for having lost their number, what is counted of them is", async () => {
  const people = ofPersons(Frame.fromRows([{ 性别: "女", 城市: "聊城" }], ["性别", "城市"]));
  const [text = "", counted] = await shown(
    people.filter((one) => one.性别 === "女").select("城市"),
    people.count(["城市"], "人数"),
  );
  assertStringIncludes(text, "1 行");
  assertStringIncludes(text, "城市\t文字");
  assertEquals(text.includes("聊城"), false);
  assertEquals(counted, "\n城市\t人数\n聊城\t1");
});

Deno.test("rows of persons make no exhibit and no listing", () => {
  const rows = ofPersons(Frame.fromRows([{ 性别: "女" }], ["性别"]));
  const refused = "请先用 tally、rollup 汇总";
  assertThrows(() => section.table("名单", { title: "名单", rows }), TypeError, refused);
  assertThrows(() => listing(rows, "名单"), TypeError, refused);
  const numbered = Frame.fromRows([{ 学号: "1" }], ["学号"]);
  assertThrows(() => listing(numbered, "名单"), TypeError, refused);
});

Deno.test("a table that ends a cell, or goes to the console, is shown as show() shows it", () => {
  const displayed = (frame: Frame<object>) =>
    (frame as unknown as Record<symbol, () => Record<string, string>>)
      [Symbol.for("Jupyter.display")]?.() ?? {};
  assertEquals(Object.keys(displayed(rows)), ["text/html", "text/plain"]);
  assertStringIncludes(displayed(rows)["text/html"] ?? "", '<td class="num">3</td>');
  assertStringIncludes(displayed(rows)["text/plain"] ?? "", "甲\t3");
  const people = Frame.fromRows([{ 学号: "2023001", 性别: "女", 年: 1 }], ["学号", "性别", "年"]);
  const told = [...Object.values(displayed(people)), Deno.inspect(people), Deno.inspect([people])];
  for (const text of told) {
    assertStringIncludes(text, "1 行");
    assertEquals(/2023001|女/.test(text), false, text);
  }
  assertStringIncludes(displayed(people)["text/plain"] ?? "", "年\t数");
});

Deno.test("of a long table the first rows are shown, and how many there are", async () => {
  const long = Frame.fromRows(Array.from({ length: 100 }, (_, i) => ({ 号: i })), ["号"]);
  const [text = ""] = await shown(long);
  assertStringIncludes(text, "共 100 行");
  assertEquals(text.split("\n").length, 32);
});

Deno.test("what cannot be shown is refused in Chinese", async () => {
  const refused: readonly [unknown, string][] = [
    [undefined, "空的（undefined）"],
    [null, "null"],
    [true, "真假"],
    [[1, 2], "列表"],
    [{ 甲: 1 }, "对象"],
    [() => rows, "函数，也许少了括号"],
  ];
  for (const [item, found] of refused) {
    await assertRejects(() => show(item as Item), TypeError, `现在是${found}`);
  }
});

Deno.test("what has nothing to say is not shown", async () => {
  assertEquals(await shown(section.text`共 ${{ 人数: null }}。`, ""), []);
});

Deno.test("what is shown comes in order, with the number of its cell", async () => {
  const all = await capture(async (enter) => {
    enter(1);
    await show("先");
    enter(4);
    await show("后");
  });
  assertEquals(all.map(({ cell, blocks }) => [cell, blocks.map(blockText)]), [[1, ["先"]], [4, [
    "后",
  ]]]);
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
